import { yaml } from '../../server/src/syntax/yaml';
import { syntaxContract } from './contract';

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
    ],
  },
});
