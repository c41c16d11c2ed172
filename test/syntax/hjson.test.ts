import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hjson, json } from '../../server/src/syntax/json';
import { textSpan } from '../../server/src/syntax/tree';
import { changeTable, nodeAt } from './change-table';
import { syntaxContract } from './contract';
import { parseTable } from './parse-table';

const object = (...rows: string[]) => `# head\n{\n${rows.map((row) => `  ${row}\n`).join('')}}\n`;

syntaxContract('HJSON', {
  syntax: hjson,
  sample: {
    text: object('one: uno', '# above', 'two: due', 'three: tre'),
    after: {
      set: object('one: uno', '# above', 'two: zwei drei', 'three: tre'),
      replaceText: object('one: uno', '# above', 'two: döe', 'three: tre'),
      rename: object('one: uno', '# above', 'zwei: due', 'three: tre'),
      removeFirst: object('# above', 'two: due', 'three: tre'),
      removeMiddle: object('one: uno', '# above', 'three: tre'),
      removeLast: object('one: uno', '# above', 'two: due'),
      removeNeighbors: object('# above', 'three: tre'),
      insertFirst: object('zero: nulla', 'one: uno', '# above', 'two: due', 'three: tre'),
      insertMiddle: object('one: uno', 'new: nuovo', '# above', 'two: due', 'three: tre'),
      insertLast: object(
        'one: uno',
        '# above',
        'two: due',
        'three: tre',
        'four: quattro',
        'five: cinque',
      ),
      several: object('one: eins', '# above', 'two: due', 'four: quattro'),
    },
    list: {
      text: object('list: [a', 'b', 'c', ']').replace('[a', '[\n  a'),
      setSame: object('list: [a', 'c', 'd', ']').replace('[a', '[\n  a'),
      insertItem: object('list: [a', 'x', 'b', 'c', ']').replace('[a', '[\n  a'),
      removeItem: object('list: [a', 'b', ']').replace('[a', '[\n  a'),
    },
    broken: [
      '{a:}',
      '{a b}',
      'a',
      "{a: '\\",
      "'''",
      "a: '''x",
      '/*',
      '#',
      '{a: [1, 2}',
      '[\u00A0\n]',
      'a: {',
      'a: [',
      ': 1',
      '{,}',
    ],
  },
});

describe('HJSON reads', () => {
  parseTable(hjson, [
    ['', '', undefined],
    ['# c', '', undefined],
    ['{}', '', {}],
    ['{"a": [1, true, null, "x",],}', '', { a: ['=1', '=true', '=null', 'x'] }],
    [
      '{a: some text, with # all\n b: 1, c: 2 // c\n}',
      '',
      { a: 'some text, with # all', b: '=1', c: '=2' },
    ],
    ['a: {\n b: x\n}\nc: y', '', { a: { b: 'x' }, c: 'y' }],
    ['"a": 1\n"b": 2', '', { a: '=1', b: '=2' }],
    ['{s2s_1-shop-stage: {id: "x"}}', '', { 's2s_1-shop-stage': { id: 'x' } }],
    ["{a: 'it\\'s \"x\"'}", '', { a: 'it\'s "x"' }],
    [
      '{a: 4566206088345583549\n b: 1.0.0\n c: 9f1c}\n}',
      '',
      { a: '=4566206088345583549', b: '1.0.0', c: '9f1c}' },
    ],
    ["{\n  a: '''\n     one\n       two\n     '''\n}", '', { a: 'one\n  two' }],
    ["{a: '''one'''}", '', { a: 'one' }],
    ['[a\n b]\n]', '', ['a', 'b]']],
    ['{scopes: [\n  "a",\n  .\n  .\n  "b"\n]}', '', { scopes: ['a', '.', '.', 'b'] }],
    ['{"a": [1]\n "b": 2}', '', { a: ['=1'], b: '=2' }],
    ['{a«:»}', 'value-expected', { a: '=' }],
    ['{«a»}', 'colon-expected', { a: '=' }],
    ['{a: [b«]»\n c: [d, e], # f\n g: h\n}', 'bracket-in-text', { a: ['b'], c: ['d, e'], g: 'h' }],
    ['a: [b\n c«]»', 'bracket-in-text', { a: ['b', 'c'] }],
    ['{a: [b]\n c]\n]\n}', '', { a: ['b]', 'c]'] }],
    ['«{»a: b}', 'bracket-expected', { a: 'b}' }],
    ['{«,»a: 1, b c}', 'key-expected', { a: '=1', b: '=', c: '=' }],
    ['{"a": «"x»\n b: 1}', 'unclosed-string', { a: 'x', b: '=1' }],
    ['{"a": "«\\R»"}', 'illegal-escape', { a: '\\R' }],
    ["a: «'''»x", 'unclosed-string', { a: 'x' }],
    ['{a: 1}«}»', 'unexpected-token', { a: '=1' }],
    ['{a: 1} «/*» x', 'unclosed-comment', { a: '=1' }],
  ]);

  it('knows where each character of a text of several lines stands', () => {
    const source = "{\r\n  a: '''\r\n     one\r\n     two\r\n     '''\r\n}";
    const node = nodeAt(hjson.parse(source).root, 'a');
    assert.ok(node.type === 'scalar' && node.text === 'one\ntwo');
    const { start, end } = textSpan(node, 4, 7);
    assert.equal(source.slice(start, end), 'two');
  });

  it('keeps comments without their markers', () => {
    const { comments } = hjson.parse('# a\n{ /* b */ c: 1 // d\n}');
    assert.deepEqual(
      comments.map(({ text }) => text),
      ['a', 'b', 'd'],
    );
  });
});

describe('JSON that is none', () => {
  parseTable(json, [
    ['{«a»: 1, b: 2}', 'not-json', { a: '=1', b: '=2' }],
    ["{«'a'»: 'x',\n 'b': 'y'}", 'not-json', { a: 'x', b: 'y' }],
    ['«#» note\n{"a": "x"}', 'not-json', { a: 'x' }],
    ['"a"«:» "x",\n"b": "y"', 'not-json', { a: 'x', b: 'y' }],
    ['{"a": «x»\n}', 'not-json', { a: 'x' }],
    ['{"a": 1\n «"b"»: 2}', 'comma-expected', { a: '=1', b: '=2' }],
  ]);
});

describe('HJSON edits', () => {
  changeTable(hjson, [
    [
      'without outer braces',
      'one: 1\ntwo: x y\n',
      (e) => [
        e.insert('', undefined, 'zero', 'a'),
        e.insert('', 'two', 'three', true),
        e.remove('one'),
      ],
      'zero: a\ntwo: x y\nthree: true\n',
    ],
    [
      'a text that cannot stand without quotes',
      '{\n  a: x\n}',
      (e) => [e.set('a', '<x>, y'), e.insert('', 'a', 'b', '12'), e.insert('', 'a', 'c d', 'true')],
      '{\n  a: <x>, y\n  b: "12"\n  "c d": "true"\n}',
    ],
    [
      'a text without quotes that becomes a list',
      '{\n  a: x\n  b: y\n}',
      (e) => [e.rename('a', 'as'), e.set('a', ['x', 'y'])],
      '{\n  as: ["x", "y"]\n  b: y\n}',
    ],
    [
      'quoted texts on lines without commas',
      '{\n  "a": "x"\n  "b": [\n    "y"\n    "z"\n  ]\n}',
      (e) => [e.insert('', 'b', 'c', 'w'), e.insert('', 'a', 'd', ['v']), e.item('b', 1, 'u')],
      '{\n  "a": "x"\n  "d": ["v"]\n  "b": [\n    "y"\n    "z"\n    "u"\n  ]\n  "c": "w"\n}',
    ],
    [
      'commas where the neighbors have them',
      '{\n  a: "x", # one\n  b: "y"\n}',
      (e) => [e.insert('', 'b', 'c', 'z'), e.insert('', 'a', 'd', 'w')],
      '{\n  a: "x", # one\n  d: "w",\n  b: "y",\n  c: "z"\n}',
    ],
    [
      'one comma missing',
      '{\n  "a": "x",\n  "b": ["y"]\n  "c": "z"\n}',
      (e) => [e.insert('', 'c', 'd', 'w'), e.remove('b')],
      '{\n  "a": "x",\n  "c": "z",\n  "d": "w"\n}',
    ],
    [
      'single quotes',
      "{'a': 'x', 'b': ['y']}",
      (e) => [e.text('a', 0, 1, 'it\'s "x"'), e.rename('b', 'c'), e.insert('', 'b', 'd', 'z')],
      "{'a': 'it\\'s \"x\"', 'c': ['y'], 'd': 'z'}",
    ],
    [
      'the only member of one line',
      '{a: x\n}',
      (e) => [e.insert('', 'a', 'b', 'y')],
      '{a: x\n  b: y\n}',
    ],
    [
      'a text of several lines',
      "{\n  a: '''\n    x\n    '''\n  b: 1\n}",
      (e) => [e.set('a', 'y')],
      '{\n  a: "y"\n  b: 1\n}',
    ],
  ]);
});
