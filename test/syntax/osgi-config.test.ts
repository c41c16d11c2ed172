import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { osgiConfig } from '../../server/src/syntax/osgi-config';
import { textSpan } from '../../server/src/syntax/tree';
import { nodeAt } from './change-table';
import { assertSound, syntaxContract } from './contract';
import { parseTable } from './parse-table';

const entries = (...rows: readonly string[]) =>
  ['# head', ...rows].map((row) => `${row}\n`).join('');
const list = (...rows: readonly string[]) => entries('list=[ \\', ...rows, '  ]', 'x="y"');

syntaxContract('OSGi configuration', {
  syntax: osgiConfig,
  sample: {
    text: entries('one="uno" # 1', '# above', 'two="due"', 'three="tre"'),
    after: {
      set: entries('one="uno" # 1', '# above', 'two="zwei\\ drei"', 'three="tre"'),
      replaceText: entries('one="uno" # 1', '# above', 'two="döe"', 'three="tre"'),
      rename: entries('one="uno" # 1', '# above', 'zwei="due"', 'three="tre"'),
      removeFirst: entries('# 1', '# above', 'two="due"', 'three="tre"'),
      removeMiddle: entries('one="uno" # 1', '# above', 'three="tre"'),
      removeLast: entries('one="uno" # 1', '# above', 'two="due"'),
      removeNeighbors: entries('# 1', '# above', 'three="tre"'),
      insertFirst: entries('zero="nulla"', 'one="uno" # 1', '# above', 'two="due"', 'three="tre"'),
      insertMiddle: entries('one="uno" # 1', 'new="nuovo"', '# above', 'two="due"', 'three="tre"'),
      insertLast: entries(
        'one="uno" # 1',
        '# above',
        'two="due"',
        'three="tre"',
        'four="quattro"',
        'five="cinque"',
      ),
      several: entries('one="eins" # 1', '# above', 'two="due"', 'four="quattro"'),
    },
    list: {
      text: list('  "a", \\', '  "b", \\', '  "c", \\'),
      setSame: list('  "a", \\', '  "c", \\', '  "d", \\'),
      insertItem: list('  "a", \\', '  "x", \\', '  "b", \\', '  "c", \\'),
      removeItem: list('  "a", \\', '  "b", \\'),
    },
    broken: [
      'a',
      'a=',
      'a="',
      'a="\\',
      'a="\\u12',
      'a=["x" "y"',
      'a=("x"]',
      'a=[\\\n"x, \\\n"y"\n',
      'a=[ \\\n  b="c"\n',
      '="x"',
      '\\',
      '\\\n\\\n',
      'a=I"x"',
      'a=D"99999999999999999999999"',
      'a=I',
      'a=IL"1"',
      '#',
      'a="x\n# c\nb="y"',
      'a=[#]',
      'a=[,,]',
      'a==="x"',
      'a="x"b="y"',
      '-----BEGIN X-----\nAbc\nAbc==\n-----END X-----\n',
    ],
  },
});

describe('an OSGi configuration', () => {
  parseTable(osgiConfig, [
    ['a="x"', '', { a: 'x' }],
    ['a = "x"', '', { a: 'x' }],
    ['a=\n  "x"\n', '', { a: 'x' }],
    ['a.b-c_1="x"\r\n\r\nb=""', '', { 'a.b-c_1': 'x', b: '' }],
    ['a\\ b\\=c="x"', '', { 'a b=c': 'x' }],
    ['a="x" b="y"', '', { a: 'x', b: 'y' }],
    [
      'a="x"\na="y"',
      '',
      [
        ['a', 'x'],
        ['a', 'y'],
      ],
    ],

    // Types.
    ['a=T"x"\nb=B"true"\nc=b"FALSE"', '', { a: 'x', b: '=true', c: '=FALSE' }],
    ['a=I"5"\nb=l"-5"\nc=S"1"\nd=x"127"', '', { a: '=5', b: '=-5', c: '=1', d: '=127' }],
    ['a=C"x"', '', { a: 'x' }],
    ['a=L"9007199254740993"', '', { a: '=9007199254740993' }],
    ['a=I"$[env:A;type\\=Integer]"', '', { a: '$[env:A;type=Integer]' }],
    ['a=I"99999999999"\nb=B"yes"\nc=I""', '', { a: '99999999999', b: 'yes', c: '' }],
    ['a=«Z»"x"', 'unexpected-token', { a: 'x' }],

    // Escapes.
    ['a="x\\ \\=\\ \\"y\\"\\\\\\t\\r\\n\\u0041\\q"', '', { a: 'x = "y"\\\t\r\nAq' }],
    ['a="x y=z, (1) [2] #3"', '', { a: 'x y=z, (1) [2] #3' }],
    ['a="«\\u»00g0"', 'illegal-escape', { a: '00g0' }],

    // Texts over several lines.
    ['a="x\ny\n\nz"\nb="c"', '', { a: 'x\ny\n\nz', b: 'c' }],
    ['a="x\r\ny"', '', { a: 'x\ny' }],
    ['a="x\\\r\ny"', '', { a: 'x\ny' }],
    ['a="MII\nabc="\nb="c"', '', { a: 'MII\nabc=', b: 'c' }],

    // Lists.
    ['a=["x","y"]', '', { a: ['x', 'y'] }],
    ['a=( "x" , "y" )', '', { a: ['x', 'y'] }],
    ['a=[]\nb=()', '', { a: [], b: [] }],
    ['a=[ \\\n  "x", \\\n  "y", \\\n  ]\nb="c"', '', { a: ['x', 'y'], b: 'c' }],
    ['a=[\n  "x",\n  "y"\n]', '', { a: ['x', 'y'] }],
    ['a=I["1","2"]', '', { a: ['=1', '=2'] }],
    ['a=[ \\\n  «# one»\n  "x", \\\n]', 'unexpected-token', { a: ['x'] }],
    ['a=«[» \\\n  # one\n# two\nb="x"', 'bracket-expected', { a: [], b: 'x' }],
    ['a=["x",,]', '', { a: ['x'] }],

    // Comments.
    ['# c\na="x"\n  # c\nb="#"# c', '', { a: 'x', b: '#' }],
    ['# c', '', undefined],

    // What is being typed.
    ['«a»', 'value-expected', { a: '=' }],
    ['a«=»', 'value-expected', { a: '=' }],
    ['a«=» # c\nb="x"', 'value-expected', { a: '=', b: 'x' }],
    ['«a»\nb="x"', 'value-expected', { a: '=', b: 'x' }],
    ['a=«"x»', 'unclosed-string', { a: 'x' }],
    ['a=«"x»\nb="y"', 'unclosed-string', { a: 'x', b: 'y' }],
    ['a=«"x»\n\n# c\nb=["y"]', 'unclosed-string', { a: 'x', b: ['y'] }],
    ['a=«"x»\nz\n', 'unclosed-string', { a: 'x\nz' }],
    ['a=«true»\nb="x"', 'quotes-expected', { a: 'true', b: 'x' }],
    ['a=«true»\nb=«5»', 'quotes-expected quotes-expected', { a: 'true', b: '5' }],
    ['a=«two words» # c', 'quotes-expected', { a: 'two words' }],
    ['a=«[»"x"', 'bracket-expected', { a: ['x'] }],
    ['a=«[» \\\n  "x", \\\nb="y"', 'bracket-expected', { a: ['x'], b: 'y' }],
    ['a=[«"x,» \\\n  "y" \\\n]', 'unclosed-string', { a: ['x,', 'y'] }],
    ['a=["x" «"»y"]', 'comma-expected', { a: ['x', 'y'] }],
    ['a=[«x», «y»]', 'quotes-expected quotes-expected', { a: ['x', 'y'] }],
    ['a=["x"«)»\nb="y"', 'unexpected-token', { a: ['x'], b: 'y' }],
    ['a=[«I»"1"]', 'unexpected-token', { a: ['1'] }],
    ['«=»"x"\na="y"', 'key-expected', { a: 'y' }],
    ['a="x"«"»\nb="y"', 'key-expected', { a: 'x', b: 'y' }],
    ['«some» a="x"', 'unexpected-token', { a: 'x' }],
    ['«-----BEGIN» X-----\nAbc\nDef==\n-----END X-----\na="x"', 'unexpected-token', { a: 'x' }],
    [
      'a=«-----BEGIN X-----»\nAbc\nDef==\nb="x"',
      'quotes-expected',
      { a: '-----BEGIN X-----', b: 'x' },
    ],
  ]);

  it('gives the places of decoded characters', () => {
    const text = 'a="x\\ y"\nb="p\r\nq"';
    const { root } = assertSound(osgiConfig, text);
    const a = nodeAt(root, 'a');
    const b = nodeAt(root, 'b');
    assert.ok(a.type === 'scalar' && b.type === 'scalar');
    assert.deepEqual(textSpan(a, 1, 2), { start: 4, end: 6 });
    assert.deepEqual(textSpan(b, 1, 2), { start: 13, end: 15 });
  });

  it('reads the numbers that are written as bits', () => {
    const { root } = assertSound(osgiConfig, 'a=D"4609434218613702656"\nb=f"1069547520"\nc=D"1.5"');
    const values = ['a', 'b', 'c'].map((key) => (nodeAt(root, key) as { value?: unknown }).value);
    assert.deepEqual(values, [1.5, 1.5, '1.5']);
  });

  it('reads long texts in a time that grows with their length only', () => {
    const long = 50_000;
    const texts = [
      `a="${'x'.repeat(long)}`,
      'a'.repeat(long),
      `a=[${'"x",'.repeat(long)}`,
      'a="\n'.repeat(long),
      'a=[ \\\n"'.repeat(long),
      '#\r'.repeat(long),
      'a b="x" '.repeat(long),
      `a=${' '.repeat(long)}`,
      'a= '.repeat(long),
      `a="${'\\\\'.repeat(long)}"`,
      '\\'.repeat(long),
      `a="\n${' \n'.repeat(long)}`,
      'a=[\n'.repeat(long),
      `a=[${' \\\n'.repeat(long)}`,
      'a="x"\n'.repeat(long),
      `a=[${'b '.repeat(long)}`,
      '"'.repeat(long),
      'a="# b="\n'.repeat(long),
      'a=I"\n#'.repeat(long),
    ];
    for (const text of texts) {
      const start = performance.now();
      osgiConfig.parse(text);
      const time = performance.now() - start;
      assert.ok(time < 2000, `${JSON.stringify(text.slice(0, 12))}… took ${time} ms`);
    }
  });
});
