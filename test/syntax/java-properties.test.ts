import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { properties } from '../../server/src/syntax/properties';
import { textSpan } from '../../server/src/syntax/tree';
import { changeTable, nodeAt } from './change-table';
import { syntaxContract } from './contract';
import { parseTable } from './parse-table';

const object = (...rows: string[]) => `! head\n${rows.map((row) => `${row}\n`).join('')}`;

syntaxContract('.properties', {
  syntax: properties,
  sample: {
    text: object('one=uno', '# above', 'two : due', 'three tre'),
    after: {
      set: object('one=uno', '# above', 'two : zwei drei', 'three tre'),
      replaceText: object('one=uno', '# above', 'two : d\\u00f6e', 'three tre'),
      rename: object('one=uno', '# above', 'zwei : due', 'three tre'),
      removeFirst: object('# above', 'two : due', 'three tre'),
      removeMiddle: object('one=uno', '# above', 'three tre'),
      removeLast: object('one=uno', '# above', 'two : due'),
      removeNeighbors: object('# above', 'three tre'),
      insertFirst: object('zero=nulla', 'one=uno', '# above', 'two : due', 'three tre'),
      insertMiddle: object('one=uno', 'new=nuovo', '# above', 'two : due', 'three tre'),
      insertLast: object(
        'one=uno',
        '# above',
        'two : due',
        'three tre',
        'four quattro',
        'five cinque',
      ),
      several: object('one=eins', '# above', 'two : due', 'four : quattro'),
    },
    broken: ['\\', 'a\\', 'a=\\', 'a=b\\\n', 'a=b\\\r\n\\\n', 'a=\\u', 'a=\\u12', '\\ ', '=', ':='],
  },
});

describe('.properties reads', () => {
  parseTable(properties, [
    ['# a\n ! b', '', undefined],
    ['a=b\nc = d\ne:f\ng h\ni\t=\tj', '', { a: 'b', c: 'd', e: 'f', g: 'h', i: 'j' }],
    ['a\nb=\nc = \n=d', '', { a: '', b: '', c: '', '': 'd' }],
    ['a==b\na2=:b\na3 = = b', '', { a: '=b', a2: ':b', a3: '= b' }],
    ['a=b # c\nd="e"\nf=g  \r\n', '', { a: 'b # c', d: '"e"', f: 'g  ' }],
    ['a\\ b\\=c\\:d=e', '', { 'a b=c:d': 'e' }],
    ['a=\\ b\\tc\\=\\u00e9\\\\n\\q', '', { a: ' b\tc=é\\nq' }],
    ['a=b,\\\n  c,\\\r\n\td\ne=f', '', { a: 'b,c,d', e: 'f' }],
    ['a=\\\n  b\nc=d\\\\\ne=f\\', '', { a: 'b', c: 'd\\', e: 'f' }],
    ['a=b\\\n# c\n\nd=e', '', { a: 'b# c', d: 'e' }],
    ['a=«\\u»12', 'illegal-escape', { a: '\\u12' }],
    ['a.b=https://x.test/y?z=1', '', { 'a.b': 'https://x.test/y?z=1' }],
  ]);

  it('knows where each character of a text stands', () => {
    const node = nodeAt(properties.parse('a=x\\u0041\\\n  y').root, 'a');
    assert.ok(node.type === 'scalar' && node.text === 'xAy');
    assert.deepEqual(textSpan(node, 1, 2), { start: 3, end: 13 });
    assert.deepEqual(textSpan(node, 2, 3), { start: 13, end: 14 });
  });
});

describe('an edit of .properties', () => {
  changeTable(properties, [
    ['escapes', 'a=b', (e) => [e.set('a', ' x\\y\n=é')], 'a=\\ x\\\\y\\n=\\u00e9'],
    ['keeps addresses readable', 'a=b', (e) => [e.set('a', 'https://x#y')], 'a=https://x#y'],
    ['escapes a sign behind a blank', 'a b', (e) => [e.set('a', '=x')], 'a \\=x'],
    ['joins a list', 'a=b', (e) => [e.set('a', ['x', 'y'])], 'a=x,y'],
    ['sets a bare key', 'a\nb=c', (e) => [e.set('a', 'x')], 'a=x\nb=c'],
    ['sets an empty value', 'a =\nb=c', (e) => [e.set('a', 'x')], 'a = x\nb=c'],
    ['empties a value', 'a = b\nc d', (e) => [e.set('a', ''), e.set('c', '')], 'a =\nc'],
    [
      'replaces on several lines',
      'a=b,\\\n  c,\\\n  d\n',
      (e) => [e.text('a', 2, 3, 'x')],
      'a=b,\\\n  x,\\\n  d\n',
    ],
    [
      'takes out of several lines',
      'a=b,\\\n  c,\\\n  d\n',
      (e) => [e.text('a', 2, 4, '')],
      'a=b,\\\n  d\n',
    ],
    ['removes all its lines', 'a=b\\\n  c\nd=e\n', (e) => [e.remove('a')], 'd=e\n'],
    [
      'inserts below all its lines',
      'a=b\\\n  c\nd=e\n',
      (e) => [e.insert('', 'a', 'x', 'y')],
      'a=b\\\n  c\nx=y\nd=e\n',
    ],
    [
      'inserts behind a line that goes on',
      'a=b\\',
      (e) => [e.insert('', 'a', 'x', 'y')],
      'a=b\\\n\nx=y',
    ],
    ['escapes a key', 'a=b', (e) => [e.rename('a', '#a b:ç')], '\\#a\\ b\\:\\u00e7=b'],
    [
      'aligns',
      'a    = b\nlong = c',
      (e) => [e.insert('', 'long', 'x', 'y'), e.insert('', 'a', 'longest', 'y')],
      'a    = b\nlongest = y\nlong = c\nx = y',
    ],
  ]);
});
