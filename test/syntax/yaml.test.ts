import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textSpan } from '../../server/src/syntax/tree';
import { yaml } from '../../server/src/syntax/yaml';
import { nodeAt } from './change-table';
import { syntaxContract } from './contract';
import { parseTable } from './parse-table';

const object = (...rows: string[]) => `# head\n${rows.map((row) => `${row}\n`).join('')}`;

syntaxContract('YAML', {
  syntax: yaml,
  sample: {
    text: object('one: uno # 1', '# above', 'two: "due"', "three: 'tre'"),
    after: {
      set: object('one: uno # 1', '# above', 'two: "zwei drei"', "three: 'tre'"),
      replaceText: object('one: uno # 1', '# above', 'two: "döe"', "three: 'tre'"),
      rename: object('one: uno # 1', '# above', 'zwei: "due"', "three: 'tre'"),
      removeFirst: object('# 1', '# above', 'two: "due"', "three: 'tre'"),
      removeMiddle: object('one: uno # 1', '# above', "three: 'tre'"),
      removeLast: object('one: uno # 1', '# above', 'two: "due"'),
      removeNeighbors: object('# 1', '# above', "three: 'tre'"),
      insertFirst: object('zero: nulla', 'one: uno # 1', '# above', 'two: "due"', "three: 'tre'"),
      insertMiddle: object('one: uno # 1', 'new: nuovo', '# above', 'two: "due"', "three: 'tre'"),
      insertLast: object(
        'one: uno # 1',
        '# above',
        'two: "due"',
        "three: 'tre'",
        "four: 'quattro'",
        "five: 'cinque'",
      ),
      several: object('one: eins # 1', '# above', 'two: "due"', 'four: "quattro"'),
    },
    list: {
      text: object('list: # abc', '  - a', '  - b # b', '  - c', 'next: 1'),
      setSame: object('list: # abc', '  - a', '  - c # b', '  - d', 'next: 1'),
      insertItem: object('list: # abc', '  - a', '  - x', '  - b # b', '  - c', 'next: 1'),
      removeItem: object('list: # abc', '  - a', '  - b # b', 'next: 1'),
    },
    broken: [
      'a\nb: 1',
      'a: 1\n b: 2',
      'a:\n\tb: 1',
      'a: [1\nb: 2',
      '? ',
      '? a\n: ',
      '&a',
      '*a',
      '%',
      '---\n---\n',
      '- a\nb: 1',
      'a: {b: 1} |\n\n',
    ],
  },
});

describe('YAML reads', () => {
  parseTable(yaml, [
    ['', '', undefined],
    ['# c\n', '', undefined],
    ['x', '', 'x'],
    [
      'a: 8.10\nb: 0x10\nc: 1e3\nd: 2024-01-31\ne: ~\nf: True\ng: yes\nh: "8"\ni: !!str 1\n',
      '',
      {
        a: '=8.10',
        b: '=0x10',
        c: '=1e3',
        d: '2024-01-31',
        e: '=~',
        f: '=True',
        g: 'yes',
        h: '8',
        i: '1',
      },
    ],
    ['a:\nb: # c\n', '', { a: '=', b: '=' }],
    [
      'a: 1\na: 2\n',
      '',
      [
        ['a', '=1'],
        ['a', '=2'],
      ],
    ],
    ['a: | # c\n  x\n  y\nb: >-\n  x\n  y\n', '', { a: 'x\ny\n', b: 'x y' }],
    ['a: &x [1]\nb: *x\nc: &y z\nd: *y\n', '', { a: ['=1'], b: ['=1'], c: 'z', d: 'z' }],
    [
      'a: &x {p: 1, q: 2}\nb: {<<: *x, q: 3}\nc:\n  <<: [*x, {r: 4}]\n',
      '',
      { a: { p: '=1', q: '=2' }, b: { q: '=3', p: '=1' }, c: { p: '=1', q: '=2', r: '=4' } },
    ],
    ['a: &x [*x]\n', '', { a: ['='] }],
    [
      'a: !secret x\n? [p, q]\n: 1\n2: y\ntrue: z\n',
      '',
      { 2: 'y', a: 'x', '[p, q]': '=1', true: 'z' },
    ],
    ['a: 1\n«---»\nb: [\n', 'further-document', { a: '=1' }],
    ['{"a": ["x", b], c}', '', { a: ['x', 'b'], c: '=' }],
    ['[a: 1, b]', '', [{ a: '=1' }, 'b']],
    ['«a»\nb: 1\n', 'colon-expected', { a: '=', b: '=1' }],
    ['a: 1\n«b»\nc: 2\n', 'colon-expected', { a: '=1', b: '=', c: '=2' }],
    ['a: 1\n«b»\n', 'colon-expected', { a: '=1', b: '=' }],
    ['a: 1\n «b»: 2\nc: 3\n', 'bad-indent', { a: '=1', b: '=2', c: '=3' }],
    ['a: 1\n«\t»b: 2\n', 'tab-indent', { a: '=1', b: '=2' }],
    ['a:\n«\t»b: 1\n', 'tab-indent', { a: { b: '=1' } }],
    [
      'a:\n«\t»b:\n«\t\t»c: 1\n\t# x\n«\t»d: [e,\n\t\tf]\ng: 2\n',
      'tab-indent tab-indent tab-indent',
      { a: { b: { c: '=1' }, d: ['e', 'f'] }, g: '=2' },
    ],
    ['a: «"x»\nb: 1\n', 'unclosed-string', { a: 'x' }],
    ['a: «[»1\nb: 2\n', 'bracket-expected', { a: ['=1'], b: '=2' }],
    ['a: "«\\R»x"\n', 'illegal-escape', { a: '\\Rx' }],
    ['a: «@»x\n', 'illegal-character', { a: '@x' }],
    ['a: «*x»\n', 'unknown-anchor', { a: '=' }],
    ['- a\n«b»: 1\n', 'unexpected-token', ['a']],
  ]);

  it('knows where each character of a text stands', () => {
    const text = "\uFEFFa: \"x\\x41💥y\"\nb: 'x''y'\nc: xy\n";
    const { root } = yaml.parse(text);
    for (const [path, from, said] of [
      ['a', 1, '\\x41'],
      ['a', 4, 'y'],
      ['b', 1, "''"],
      ['b', 2, 'y'],
      ['c', 1, 'y'],
    ] as const) {
      const node = nodeAt(root, path);
      assert.ok(node.type === 'scalar');
      const { start, end } = textSpan(node, from, from + 1);
      assert.equal(text.slice(start, end), said);
    }
  });

  it('marks what is inherited', () => {
    const { root } = yaml.parse('a: &x {p: 1}\nb:\n  <<: *x\n');
    const node = nodeAt(root, 'b');
    assert.ok(node.type === 'object');
    assert.deepEqual(
      node.properties.map(({ key, inherited }) => [key, inherited]),
      [['p', true]],
    );
  });

  it('does not unfold what aliases multiply', () => {
    const row = (index: number) => `a${index}: &a${index} [${`*a${index - 1}, `.repeat(9)}x]\n`;
    const text = `a0: &a0 x\n${Array.from({ length: 30 }, (_, index) => row(index + 1)).join('')}`;
    assert.ok(yaml.parse(text).problems.some(({ code }) => code === 'malformed'));
  });

  it('keeps comments without their markers', () => {
    const { comments } = yaml.parse('# a\nb: | # c\n  # no\nd: [1, # e\n  2] #f\n');
    assert.deepEqual(
      comments.map(({ text }) => text),
      ['a', 'c', 'e', 'f'],
    );
  });
});
