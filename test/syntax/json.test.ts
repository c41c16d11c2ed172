import { json } from '../../server/src/syntax/json';
import { syntaxContract } from './contract';

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
