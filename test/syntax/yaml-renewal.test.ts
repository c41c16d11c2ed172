import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { ReadBefore } from '../../server/src/syntax/syntax';
import { ordinaryTokens } from '../../server/src/syntax/yaml-events';
import { readWhole } from '../../server/src/syntax/yaml-read';
import { renewedYaml } from '../../server/src/syntax/yaml-renewal';
import { changedTexts, known, sameAsWhole, withChange } from '../support/renewal';
import { root } from '../support/root';

const ITEM = `  - name: a
    label: "x"
    # c
    scopes: [a, b]
    l:
      - p
      - q
    t: |
      text

      more
    m:
      k: v
      n:
        deep: 1
`;

const TEXT = `accounts:\n${`${ITEM}  # between\n`.repeat(5)}map:\n  a:\n    b: 1\n  d:\n    e: x\nother:\n${ITEM.repeat(2)}`;

const EDITS: readonly (readonly [what: string, old: string, changed: string])[] = [
  ['a value', 'label: "x"', 'label: "longer"'],
  ['a value of the same length', 'deep: 1', 'deep: 2'],
  ['a new key', '    scopes: [a, b]\n', '    scopes: [a, b]\n    enabled: true\n'],
  ['a key that is typed', '    scopes: [a, b]\n', '    scopes: [a, b]\n    en\n'],
  ['an item that goes', '      - p\n', ''],
  ['a line of a block', '      more\n', '      more\n      and more\n'],
  ['a comment', '    # c\n', '    # another one\n'],
];

const FAR: readonly (readonly [what: string, old: string, changed: string])[] = [
  ['a quote that is never closed', 'label: "x"', 'label: "x'],
  ['a bracket that is never closed', '[a, b]', '[a, b'],
  ['an anchor', 'name: a', 'name: &a a'],
  ['a line that is indented less', '    label: "x"', ' label: "x"'],
  ['a bracket too many', 'deep: 1', 'deep: ]'],
  ['the start of another document', '    # c\n', '---\n'],
];

const PIECES = [...'\n:-?,[]{}&*!|>\'"#\\x ', '\n  ', '\n- ', ': ', ' #', '---\n', 'a: b\n', 'en'];

const isPlain = ({ text }: ReadBefore) => ordinaryTokens(text) !== undefined;

/**
 * The text after a change, read anew from what is known; undefined where that has to be all of it.
 */
function again(before: ReadBefore, text: string) {
  const found = isPlain(before) ? renewedYaml(text, before, (part) => readWhole(part)) : undefined;
  if (!found) return undefined;
  return sameAsWhole(text, found, readWhole);
}

describe('a text that has changed in one place', () => {
  for (const [what, old, changed] of EDITS) {
    it(`is not read as a whole: ${what}`, () => {
      assert.ok(again(known(TEXT, readWhole), withChange(TEXT, old, changed)));
    });
  }

  for (const [what, old, changed] of FAR) {
    it(`is read as a whole after ${what}`, () => {
      assert.equal(again(known(TEXT, readWhole), withChange(TEXT, old, changed)), undefined);
    });
  }

  it('goes on being typed', () => {
    const at = TEXT.indexOf('    scopes', TEXT.length / 2);
    let before = known(TEXT, readWhole);
    let typed = '    \n';
    for (const letter of 'enabled: true') {
      typed = `${typed.slice(0, -1)}${letter}\n`;
      const text = TEXT.slice(0, at) + typed + TEXT.slice(at);
      const parsed = renewedYaml(text, before, (part) => readWhole(part)) ?? readWhole(text);
      sameAsWhole(text, parsed, readWhole);
      before = { text, parsed };
    }
  });

  it('says the same as when it is read as a whole, whatever is done to it', () => {
    const examples = readdirSync(path.join(root, 'examples'), { recursive: true })
      .map(String)
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => readFileSync(path.join(root, 'examples', name), 'utf8'));
    for (const start of [TEXT, ...examples]) {
      const before = known(start, readWhole);
      for (const text of changedTexts(start, PIECES, start === TEXT ? 300 : 20)) {
        again(before, text);
      }
    }
  });
});
