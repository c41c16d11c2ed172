import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { json } from '../../server/src/syntax/json';
import { parseJson } from '../../server/src/syntax/json-parser';
import { renewedJson } from '../../server/src/syntax/json-renewal';
import type { ReadBefore } from '../../server/src/syntax/syntax';
import { changedTexts, known, sameAsWhole, withChange } from '../support/renewal';
import { root } from '../support/root';

const ITEM = `    {
      "name": "a", // c
      "label": "x\\ty",
      "on": true, "number": -1.5e3,
      /* between */
      "scopes": ["a", "b",],
      "map": { "k": { "deep": [] }, },
    }`;

const TEXT = `// A project.
{
  "accounts": [
${Array.from({ length: 6 }, () => ITEM).join(',\n')}
  ],
  "other": {
    "list": [
${ITEM},
${ITEM}
    ]
  }
}
`;

const EDITS: readonly (readonly [what: string, old: string, changed: string])[] = [
  ['a value', '"name": "a"', '"name": "longer"'],
  ['a value of the same length', '-1.5e3', '-2.5e3'],
  ['a new key', '"on": true,', '"on": true,\n      "off": false,'],
  ['a key that is typed', '"on": true,', '"en"\n      "on": true,'],
  ['a word that is typed', '"on": true,', 'en\n      "on": true,'],
  ['a value that is missing', '"on": true,', '"on": ,'],
  ['a comma that is missing', '"on": true,', '"on": true'],
  ['a text that is not closed', '"name": "a",', '"name": "a,'],
  ['an item that goes', '"b",', ''],
  ['a comment', '// c', '// another one'],
  ['brackets', '[]', '[{}, [1]]'],
];

const FAR: readonly (readonly [what: string, old: string, changed: string])[] = [
  ['a comment that is never closed', '/* between */', '/* between'],
  ['what comes behind the value', '\n}\n', '\n} 1\n'],
  ['a bracket that closes another', '[]', '[}]'],
  ['the outermost bracket', '// A project.\n{', '// A project.\n['],
];

/** A text with two mistakes, of which one hides the other, and with the other alone. */
const HIDDEN: readonly (readonly [what: string, both: string, other: string])[] = [
  ['behind the value', `${TEXT.replace('"on": true', '"on": ')}1`, `${TEXT}1`],
  [
    'a missing comma',
    '{ "a": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], "b": [\n{ "a": "b\n} { "c": 1 } ] }',
    '{ "a": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], "b": [\n{ "a": "b"\n} { "c": 1 } ] }',
  ],
];

const PIECES = [
  ...'\n:,[]{}"\'#/\\x1 \r',
  '//',
  '/*',
  '*/',
  '\r\n',
  '"k": 1,',
  '{}',
  '"a"',
  '\uFEFF',
];

const again = (before: ReadBefore, text: string) =>
  sameAsWhole(text, renewedJson(text, before), parseJson);

const examples = ['examples', 'test/golden', 'test/editor/workspace']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true }).map((name) => `${folder}/${name}`),
  )
  .filter((name) => /\.h?json$/.test(name))
  .map((name) => readFileSync(path.join(root, name), 'utf8'));

/** A text in the forms that editors and people give it, and broken in one place. */
const forms = (text: string): readonly string[] => [
  text,
  `\uFEFF${text.replaceAll('\n', '\r\n')}`,
  ...(['"on": true,', '[]', '"a", // c'] as const)
    .filter((old) => text.includes(old))
    .flatMap((old) => ['"b', '"b" ', '[', '}', ']'].map((bad) => text.replace(old, bad))),
];

describe('a JSON text that has changed in one place', () => {
  for (const [what, old, changed] of EDITS) {
    it(`is not read as a whole: ${what}`, () => {
      const text = withChange(TEXT, old, changed);
      const back = again({ text, parsed: parseJson(text) }, TEXT);
      assert.ok(again(known(TEXT, parseJson), text));
      assert.ok(back ?? what.startsWith('a text that is not'), 'nor when it is taken back');
    });
  }

  for (const [what, old, changed] of FAR) {
    it(`is read as a whole after a change: ${what}`, () => {
      const at = TEXT.lastIndexOf(old);
      const text = TEXT.slice(0, at) + changed + TEXT.slice(at + old.length);
      assert.notEqual(at, -1);
      assert.equal(again(known(TEXT, parseJson), text), undefined);
    });
  }

  for (const [what, both, other] of HIDDEN) {
    it(`is read as a whole where a mistake goes that has hidden another one: ${what}`, () => {
      assert.equal(again(known(both, parseJson), other), undefined);
    });
  }

  it('keeps what stands before the change and marks what stands behind it', () => {
    const before = known(TEXT, parseJson);
    const found = renewedJson(withChange(TEXT, '"name": "a"', '"name": "longer"'), before);
    const accounts = [before.parsed, found].map((each) => {
      const list = each?.root?.type === 'object' ? each.root.properties[0]?.value : undefined;
      return list?.type === 'array' ? list.items : [];
    });
    const [old, now] = accounts as [(typeof accounts)[0], (typeof accounts)[0]];
    assert.equal(now[0], old[0]);
    const last = now.at(-1);
    assert.ok(last?.type === 'object' && last.like);
  });

  it('says the same as when it is read as a whole, whatever is done to it', () => {
    let count = 0;
    for (const start of [...forms(TEXT), ...examples.flatMap(forms)]) {
      const before = known(start, parseJson);
      for (const text of changedTexts(start, PIECES, start.includes('"deep"') ? 200 : 20)) {
        if (again(before, text)) count++;
      }
    }
    assert.ok(count > 1000, `only ${count} were not read as a whole`);
  });

  it('says the same after many changes, be it read as JSON or as HJSON meanwhile', () => {
    const large = `{ "list": [\n${Array.from({ length: 90 }, () => ITEM).join(',\n')}\n] }`;
    let before = known(large, (text) => json.parse(text));
    for (const form of [...Array(8).keys()].flatMap((seed) => [
      ...changedTexts(large + ' '.repeat(seed), PIECES, 3),
    ])) {
      for (const text of [form, large, form.replace('"on": true', 'on: yes')]) {
        const parsed = json.parse(text, before);
        sameAsWhole(text, parsed, (whole) => json.parse(whole));
        before = { text, parsed };
      }
    }
  });
});
