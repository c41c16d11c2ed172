import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { yamlTokens } from '../../server/src/syntax/yaml-cst';
import { isFlawless } from '../../server/src/syntax/yaml-flawless';
import { seeded } from '../support/random';
import { root } from '../support/root';

const SAMPLES = [
  'a: x\nb: "y"\nc:\n  - p\n  - q\nd:\n  e: 1\n  f: true\n',
  '# c1\na: x # c2\n# c3\nb: # c4\n- p # c5\n# c6\n- q\n\n# c7\nc: z # c8\n# c9',
  '- a: x # c1\n  b: y\n  # c2\n  c:\n    - p\n- d: z\n- - p # c3\n  - q\n',
  'a: { b: x, c: [p, q] } # c1\nd: [\n  p, # c2\n  q,\n]\ne: {}\nf: []\ng:\nh: |\n  x\n  y\n\ni: >-\n  z\n',
  '\uFEFFa:\r\n    b: x # c1\r\n    c:\r\n        d: y\r\n        # c2\r\ne: z',
  "a: 'it''s' # c1\n? b\n: x\nc: text that\n  goes on # c2\nd:\n  below # c3\ne: 1",
  '{\n  "a": "x\\n\\x41", # c1\n  "b": ["p", {"q": "r"}]\n}\n# c2\n',
  '--- - - a\n  - b\n- c',
  '%YAML 1.2\n---\na: x # c1\n...\n# c2\n',
  '--- # c1\n- &x [p: 1, ? q]\n- *x\n- !!str y\n- <<: *x\n',
  '---\n"a" : |2-\n   x\n  y\n\'b\':\n\n  # c\n  k : v\nb:\tx\n',
];

const ROUNDS = 200;

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
];

/** What the shortcut spares may not be missed: the errors are those of the library with and without it. */
function compare(text: string): void {
  const composed = yamlTokens(text, () => false).errors;
  assert.deepEqual(yamlTokens(text).errors, composed, JSON.stringify(text));
}

const filesOf = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readFileSync(path.join(root, folder, name), 'utf8'));

const examples = filesOf('examples');

describe('the errors of a document are those of the library', () => {
  it('wherever a text ends', () => {
    for (const text of [...SAMPLES, ...examples, ...filesOf('test/golden')]) {
      for (let end = 0; end <= text.length; end++) compare(text.slice(0, end));
    }
  });

  it('whatever is done to a text', () => {
    const random = seeded(7);
    for (const text of [...SAMPLES, ...examples]) {
      for (let round = 0; round < ROUNDS; round++) compare(damaged(text, random));
    }
  });

  it('without asking it about ordinary ones', () => {
    for (const text of [...SAMPLES.slice(0, 5), ...examples]) {
      const { document } = yamlTokens(text);
      assert.ok(document && isFlawless(document), text);
    }
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
