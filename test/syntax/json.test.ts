import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { json } from '../../server/src/syntax/json';
import { textSpan } from '../../server/src/syntax/tree';
import { nodeAt } from './change-table';
import { syntaxContract } from './contract';
import { parseTable } from './parse-table';

const object = (...rows: string[]) => `// head\n{\n${rows.map((row) => `  ${row}\n`).join('')}}\n`;

syntaxContract('JSON', {
  syntax: json,
  sample: {
    text: object('"one": "uno", // 1', '// above', '"two": "due",', '"three": "tre"'),
    after: {
      set: object('"one": "uno", // 1', '// above', '"two": "zwei drei",', '"three": "tre"'),
      replaceText: object('"one": "uno", // 1', '// above', '"two": "döe",', '"three": "tre"'),
      rename: object('"one": "uno", // 1', '// above', '"zwei": "due",', '"three": "tre"'),
      removeFirst: object('// 1', '// above', '"two": "due",', '"three": "tre"'),
      removeMiddle: object('"one": "uno", // 1', '// above', '"three": "tre"'),
      removeLast: object('"one": "uno", // 1', '// above', '"two": "due"'),
      removeNeighbors: object('// 1', '// above', '"three": "tre"'),
      insertFirst: object(
        '"zero": "nulla",',
        '"one": "uno", // 1',
        '// above',
        '"two": "due",',
        '"three": "tre"',
      ),
      insertMiddle: object(
        '"one": "uno", // 1',
        '"new": "nuovo",',
        '// above',
        '"two": "due",',
        '"three": "tre"',
      ),
      insertLast: object(
        '"one": "uno", // 1',
        '// above',
        '"two": "due",',
        '"three": "tre",',
        '"four": "quattro",',
        '"five": "cinque"',
      ),
      several: object('"one": "eins", // 1', '// above', '"two": "due",', '"four": "quattro"'),
    },
    list: {
      text: object('"list": ["a", "b", "c"] // abc'),
      setSame: object('"list": ["a", "c", "d"] // abc'),
      insertItem: object('"list": ["a", "x", "b", "c"] // abc'),
      removeItem: object('"list": ["a", "b"] // abc'),
    },
    broken: [
      '{"a":}',
      '{"a" "b"}',
      '{a}',
      '{"a": "\\',
      '{"a": "\\u12',
      '/*',
      '//',
      '{"a": [1, 2}',
      '[1 2',
    ],
  },
});

describe('JSON reads', () => {
  parseTable(json, [
    ['', '', undefined],
    ['// c', '', undefined],
    ['{}', '', {}],
    ['{"a": [1, true, null, "x",],}', '', { a: ['=1', '=true', '=null', 'x'] }],
    ['{"a": 1234567890123456789, "b": 8.10}', '', { a: '=1234567890123456789', b: '=8.10' }],
    [
      '{"a": 1, "a": 2}',
      '',
      [
        ['a', '=1'],
        ['a', '=2'],
      ],
    ],
    ['{"a": "\\u00e9\\n"}', '', { a: 'é\n' }],
    ['{"a": "C:«\\U»sers«\\R»est"}', 'illegal-escape illegal-escape', { a: 'C:\\Users\\Rest' }],
    ['{"a"«:»}', 'value-expected', { a: '=' }],
    ['{"a"«:» , "b": 1}', 'value-expected', { a: '=', b: '=1' }],
    ['{"a": 1, «"b"»}', 'colon-expected', { a: '=1', b: '=' }],
    ['{«a»: 1}', 'not-json', { a: '=1' }],
    ['{«a»}', 'key-expected', { a: '=' }],
    ['{"a": «yes»}', 'unexpected-token', { a: 'yes' }],
    ['{"a": «8.1.0»}', 'unexpected-token', { a: '8.1.0' }],
    ['{"a": 1 «"b"»: 2}', 'comma-expected', { a: '=1', b: '=2' }],
    ['[1«,», 2]'.replace('«,»,', ',«,»'), 'value-expected', ['=1', '=2']],
    ['{"a": «"x»\n}', 'unclosed-string', { a: 'x' }],
    ['{"a": «"x}»', 'unclosed-string', { a: 'x}' }],
    ['{"a": «"x,»\n "b": 1}', 'unclosed-string', { a: 'x,', b: '=1' }],
    ['{"a": {«"b»', 'unclosed-string', { a: { b: '=' } }],
    ['{"a": {"b"«:»', 'value-expected', { a: { b: '=' } }],
    ['{"a": «{»"b": 1', 'bracket-expected', { a: { b: '=1' } }],
    ['{"a": «[»1}', 'bracket-expected', { a: ['=1'] }],
    ['{"a": 1}«}»', 'unexpected-token', { a: '=1' }],
    ['{"a": 1} «/*» x', 'unclosed-comment', { a: '=1' }],
    ['{"a":«\u00a0»1}', 'illegal-character', { a: '=1' }],
  ]);

  it('knows where each character of a text stands', () => {
    const root = json.parse('\uFEFF{"a": "x\\u0041💥y"}').root;
    const node = nodeAt(root, 'a');
    assert.ok(node.type === 'scalar' && node.text === 'xA💥y');
    assert.deepEqual(textSpan(node, 1, 2), { start: 9, end: 15 });
    assert.deepEqual(textSpan(node, 4, 5), { start: 17, end: 18 });
  });

  it('says where commas stand that strict readers reject', () => {
    const starts = (text: string) => json.parse(text).trailingCommas?.map(({ start }) => start);
    assert.deepEqual(starts('{"a": [1, 2,], "b": {"c": 3 , // d\n},}'), [11, 28, 36]);
    assert.deepEqual(starts('{"a": [1, 2], "b": ",}"}'), []);
    assert.deepEqual(starts('[1, 2,'), []);
  });

  it('keeps comments without their markers', () => {
    const { comments } = json.parse('// a\n{ /* b */ }');
    assert.deepEqual(
      comments.map(({ text }) => text),
      ['a', 'b'],
    );
    assert.deepEqual(comments[1]!.span, { start: 7, end: 14 });
  });
});
