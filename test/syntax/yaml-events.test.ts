import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ordinaryTokens } from '../../server/src/syntax/yaml-events';
import { readWhole } from '../../server/src/syntax/yaml-read';
import { seeded } from '../support/random';
import { root } from '../support/root';

const ORDINARY = [
  'a: x\nb: "y"\nc:\n  - p\n  - q\nd:\n  e: 1\n  f: true\n',
  '# c1\na: x # c2\n# c3\nb: # c4\n- p # c5\n# c6\n- q\n\n# c7\nc: z # c8\n# c9',
  '- a: x # c1\n  b: y\n  # c2\n  c:\n    - p\n- d: z\n- - p # c3\n  - q\n',
  'a: { b: x, c: [p, q], d } # c1\nd: [\n  p,\n  q,\n  ]\ne: {}\nf: []\ng:\nh: |\n  x\n  y\n\ni: >-\n  z\n',
  '\uFEFFa:\r\n    b: x # c1\r\n    c:\r\n        d: y\r\n        # c2\r\ne: z',
  "a: 'it''s' # c1\nc: text that\n  goes on # c2\nd: \"b\n\n  c\"\ne: 1",
  '{\n  "a": "x\\n\\x41",\n  "b": ["p", {"q": "r"}]\n}\n# c2\n',
  '---\n# c\n- - a\n  - b\n- c\n# c1\n',
  'k: |\n\n  a\n   b\n\n\n# c\nl: >- # c\n  f\n  g\n\n   h\nm: |-\n\nn: "a\\\n  b"\n',
];

const OTHERS = [
  '---\na: x\n...\n# c1',
  'd: [\n  p,\n  q,\n]\n',
  '--- - - a\n  - b\n- c',
  '%YAML 1.2\n---\na: x # c1\n...\n# c2\n',
  '--- # c1\n- &x [p: 1, ? q]\n- *x\n- !!str y\n- <<: *x\n',
  '---\n"a" : |2-\n   x\n  y\n\'b\':\n\n  # c\n  k : v\nb:\tx\n',
  "a: 'it''s' # c1\n? b\n: x\nd:\n  below # c3\ne: 1",
  'a: &x\n  b: 1\nd:\n  <<: *x\n&z f: !!str 1\ng: !t\n  h: &w\ni: &k "q"\n',
  'label: Adobe\n\t\n  Experience Cloud\nclientId: x\n',
  '\n  >-\n\n # c|x',
  '|\n\n# c|x',
];

const ROUNDS = 150;

const PIECES = [
  ...'\n\t:-?,[]{}&*!|>\'"%@`#\\x ',
  '\r\n',
  '\n  ',
  '\n- ',
  '  ',
  ': ',
  ' #',
  '---\n',
  '...\n',
  '? ',
  'a: b\n',
  '|\n',
  '>-\n',
  '<<: ',
];

const COMPOSED = 15_000;

/** What whole texts are composed of, so that signs meet that stand in no file. */
const TOKENS = [
  ...['\n', '\n', '\n', '\n  ', '\n    ', '\r\n', ' ', '  ', '\t', '\n\t', '\n \t', ' # c'],
  ...['# c\n', 'a: ', 'b:', 'a: ', '- ', '- ', 'x', 'y z', '1', '~', '"q"', "'s'", '"', "'", '|'],
  ...['|\n', '>-\n', '|-\n  ', '{', '}', '[', ']', ', ', '? ', ': ', '---\n', '...', '\\', '#'],
];

/** Everything that is known of a text. */
function readingOf(text: string, tokens = ordinaryTokens) {
  const { root: tree, problems, comments, layout } = readWhole(text, tokens);
  const { nodes, mapIndent, listIndent } = layout;
  return { tree, problems, comments, nodes, mapIndent, listIndent };
}

function compare(text: string): void {
  if (ordinaryTokens(text) === undefined) return;
  assert.deepEqual(
    readingOf(text),
    readingOf(text, () => undefined),
    JSON.stringify(text),
  );
}

const filesOf = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder), { recursive: true })
    .map(String)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => readFileSync(path.join(root, folder, name), 'utf8'));

const examples = filesOf('examples');
const goldens = [...filesOf('test/golden'), ...filesOf('test/fixtures')];

describe('the two readers of YAML say the same', () => {
  it('of each file', () => {
    for (const text of [...ORDINARY, ...OTHERS, ...examples, ...goldens]) compare(text);
  });

  it('wherever a text ends', () => {
    for (const text of [...ORDINARY, ...OTHERS, ...examples]) {
      for (let end = 0; end <= text.length; end++) compare(text.slice(0, end));
    }
  });

  it('whatever is done to a text', () => {
    const random = seeded(7);
    for (const text of [...ORDINARY, ...OTHERS, ...examples]) {
      for (let round = 0; round < ROUNDS; round++) compare(damaged(text, random));
    }
  });

  it('however signs and texts meet', () => {
    const random = seeded(11);
    const below = (limit: number) => Math.floor(random() * limit);
    for (let round = 0; round < COMPOSED; round++) {
      compare(Array.from({ length: 2 + below(10) }, () => TOKENS[below(TOKENS.length)]).join(''));
    }
  });

  it('and the fast one reads what is ordinary', () => {
    for (const text of [...ORDINARY, ...examples]) assert.ok(ordinaryTokens(text), text);
    for (const text of OTHERS) assert.equal(ordinaryTokens(text), undefined, text);
  });
});

/** Up to four pieces put in, or put in the place of some characters. */
function damaged(text: string, random: () => number): string {
  const below = (limit: number) => Math.floor(random() * limit);
  let result = text;
  for (let count = 1 + below(4); count > 0; count--) {
    const at = below(result.length + 1);
    const piece = below(3) > 0 ? PIECES[below(PIECES.length)]! : '';
    result = result.slice(0, at) + piece + result.slice(at + below(3));
  }
  return result;
}
