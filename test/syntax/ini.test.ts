import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ini } from '../../server/src/syntax/properties';
import { property } from '../../server/src/syntax/tree';
import { changeTable, nodeAt } from './change-table';
import { syntaxContract } from './contract';
import { parseTable } from './parse-table';

const object = (...rows: string[]) =>
  `; head\nglobal = 1\n[section] ; s\n${rows.map((row) => `${row}\n`).join('')}`;

syntaxContract('ini', {
  syntax: ini,
  object: (root) => property(root, 'section')?.value,
  sample: {
    text: object('one = uno', '# above', 'two="due"', 'three = tre'),
    after: {
      set: object('one = uno', '# above', 'two="zwei drei"', 'three = tre'),
      replaceText: object('one = uno', '# above', 'two="döe"', 'three = tre'),
      rename: object('one = uno', '# above', 'zwei="due"', 'three = tre'),
      removeFirst: object('# above', 'two="due"', 'three = tre'),
      removeMiddle: object('one = uno', '# above', 'three = tre'),
      removeLast: object('one = uno', '# above', 'two="due"'),
      removeNeighbors: object('# above', 'three = tre'),
      insertFirst: object('zero = nulla', 'one = uno', '# above', 'two="due"', 'three = tre'),
      insertMiddle: object('one = uno', 'new = nuovo', '# above', 'two="due"', 'three = tre'),
      insertLast: object(
        'one = uno',
        '# above',
        'two="due"',
        'three = tre',
        'four = quattro',
        'five = cinque',
      ),
      several: object('one = eins', '# above', 'two="due"', 'four="quattro"'),
    },
    broken: ['[', '[a', '[]', '[]]x', '[a]b=c', '=', 'a', 'a="', ';', '[a]\n[', '[ ', '[;]'],
  },
});

describe('.ini reads', () => {
  parseTable(ini, [
    ['; a\n# b', '', undefined],
    ['a=b\nc = d\ne: f\ng:h', '', { a: 'b', c: 'd', e: 'f', g: 'h' }],
    ['@x:y=z\nmy key = v', '', { '@x:y': 'z', 'my key': 'v' }],
    ['a = b ; c\nd = e;f # g\nh = ; i', '', { a: 'b', d: 'e;f', h: '' }],
    [
      'a = "b ; c" ; d\ne = \'f\'\ng = "h\ni = "j" k',
      '',
      { a: 'b ; c', e: 'f', g: '"h', i: '"j" k' },
    ],
    ['a = b\n[x]\na = c\n[y] ; z\n', '', { a: 'b', x: { a: 'c' }, y: {} }],
    [
      '[ x ]\na=1\n[x]\na=2',
      '',
      [
        ['x', { a: '1' }],
        ['x', { a: '2' }],
      ],
    ],
    ['a = b,\r\n  c,\n\td==\ne = f\n  g = h', '', { a: 'b,\nc,\nd==', e: 'f', g: 'h' }],
    ['word\n  b\n  c=d\ne=f', '', { e: 'f' }],
    ['a =\n  b\n\n  c\n', '', { a: '\nb' }],
    ['a = b ; c\n  d\ne = f\n  ; g\n  h', '', { a: 'b', e: 'f' }],
    ['«[»x\na=1', 'bracket-expected', { x: { a: '1' } }],
    ['a = b\\n\nword\n', '', { a: 'b\\n' }],
  ]);

  it('knows what stands for a section', () => {
    const text = '[ a ] # b\nc = d\n\n; e\n[f]\n';
    const { root, comments } = ini.parse(text);
    const section = nodeAt(root, 'a');
    assert.ok(section.type === 'object');
    assert.deepEqual(section.nameSpan, { start: 0, end: 5 });
    assert.deepEqual(section.span, { start: 0, end: 15 });
    assert.deepEqual(property(root, 'a')?.keySpan, { start: 2, end: 3 });
    assert.deepEqual(
      comments.map((comment) => comment.text),
      ['b', 'e'],
    );
  });
});

describe('an edit of .ini', () => {
  changeTable(ini, [
    ['quotes what would be a comment', 'a = b', (e) => [e.set('a', 'x ; y')], 'a = "x ; y"'],
    ['quotes blanks', 'a = b', (e) => [e.set('a', ' "x"')], 'a = \' "x"\''],
    ['takes other quotes', 'a = "b"', (e) => [e.set('a', 'x"y')], "a = 'x\"y'"],
    ['joins a list', 'a = b', (e) => [e.set('a', ['x', 'y'])], 'a = x,y'],
    ['writes no line breaks', 'a = b', (e) => [e.set('a', 'x\ny')], 'a = x y'],
    ['sets an empty value', 'a = ; c\n', (e) => [e.set('a', 'x')], 'a = x ; c\n'],
    ['renames a section', '[ a ]\nb=c', (e) => [e.rename('a', 'd')], '[ d ]\nb=c'],
    [
      'removes a section',
      'x=1\n[a]\nb=c\n\n; d\n[e]\n',
      (e) => [e.remove('a')],
      'x=1\n\n; d\n[e]\n',
    ],
    [
      'fills a section',
      '[a] ; a\n\n[b]\nc=d\n',
      (e) => [e.insert('a', undefined, 'x', 'y')],
      '[a] ; a\nx=y\n\n[b]\nc=d\n',
    ],
    ['fills the last section', '[a]', (e) => [e.insert('a', undefined, 'x', 'y')], '[a]\nx = y'],
    [
      'inserts before the sections',
      '[a]\nb=c\n',
      (e) => [e.insert('', undefined, 'x', 'y')],
      'x=y\n[a]\nb=c\n',
    ],
    [
      '… and not behind them',
      'z=1\n\n[a]\nb=c\n',
      (e) => [e.insert('', 'a', 'x', 'y')],
      'z=1\nx=y\n\n[a]\nb=c\n',
    ],
    ['removes all lines', 'a = b,\n  c\nd = e\n', (e) => [e.remove('a')], 'd = e\n'],
    [
      'replaces on several lines',
      'a = b,\n  c\nd = e\n',
      (e) => [e.text('a', 3, 4, 'x')],
      'a = b,\n  x\nd = e\n',
    ],
    [
      'inserts below all lines',
      'a = b,\n  c\nd = e\n',
      (e) => [e.insert('', 'a', 'x', 'y')],
      'a = b,\n  c\nx = y\nd = e\n',
    ],
    ['empties a section', '[a]\nb=c\nd=e', (e) => [e.remove('a/b'), e.remove('a/d')], '[a]'],
    [
      'keeps indentation',
      '[a]\n\tb = c\n',
      (e) => [e.insert('a', 'b', 'x', 'y')],
      '[a]\n\tb = c\n\tx = y\n',
    ],
  ]);
});
