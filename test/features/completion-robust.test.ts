import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { type Completion, complete } from '../../server/src/features/completion';
import { type ConfigDocument, readDocument } from '../../server/src/model/document';
import { newWorkspace } from '../../server/src/model/workspace';
import { applyEdits } from '../../server/src/text/edit';
import { touches } from '../../server/src/text/span';
import { root } from '../support/root';

const folder = path.join(root, 'examples');
const documents = fs
  .readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath, entry.name))
  .flatMap((file) => readDocument(file, fs.readFileSync(file, 'utf8')) ?? []);
const workspace = newWorkspace(documents, [folder]);

const countOf = ({ entities }: ConfigDocument): number =>
  new Set(
    entities.flatMap((entity) =>
      [...entity.fields.values()].flat().map(({ keySpan, name }) => `${name} ${keySpan.start}`),
    ),
  ).size;

const takenIn = ({ path: file, text }: ConfigDocument, { replaced, newText, also }: Completion) =>
  readDocument(file, applyEdits(text, [...also, { span: replaced, newText }]));

const IN_BRACKETS = `environments: { prod: { stage: production, hosting: hosted }, "it's": {} }
externalAccounts: [{ name: 'it''s', imsScope: ["openid", AdobeID] }, {  }]
integrations: [ { title: "x", scopes: [openid] }, ]
`;

/**
 * How much of the steps gets an answer at least: comments, text of a person's own and secrets do
 * not.
 */
const TYPED = [
  ['acme.ims.yaml', 0.8],
  ['extaccount_dev.xml', 0.5],
  ['shop-oauth.json', 0.3],
  ['.env', 0.5],
  ['.aio', 0.2],
] as const;

describe('completion in the examples', () => {
  it('finds them', () => assert.ok(documents.length > 20));

  for (const document of documents) {
    const { path: file, text } = document;
    it(`answers at every offset of ${path.relative(folder, file)}`, () => {
      for (let offset = 0; offset <= text.length; offset++) {
        for (const { replaced, inserted, also } of complete(document, offset, workspace)) {
          assert.ok(also.every((edit) => !touches(edit.span, replaced.start)));
          assert.ok(also.every((edit) => !touches(edit.span, replaced.end)));
          assert.ok(replaced.start <= offset && offset <= replaced.end);
          assert.ok(inserted.start === replaced.start && inserted.end <= replaced.end);
          assert.ok(!text.slice(replaced.start, replaced.end).includes('\n'));
        }
      }
    });

    it(`adds fields to ${path.relative(folder, file)}`, () => {
      const before = countOf(document);
      // Every line is as good as every other offset, and there are fewer of them.
      for (const { index } of text.matchAll(/(?<=^|\n)|[ \t]*(?=\r?\n)/g)) {
        for (const each of complete(document, index, workspace)) {
          if (each.kind !== 'key') continue;
          const after = takenIn(document, each);
          assert.ok(after, `${each.label} at ${index}`);
          assert.ok(after.problems.length <= document.problems.length, `${each.label} at ${index}`);
          // A key before a value that is there says nothing new.
          const isKeyOnly = /^[\w.$-]+$/.test(each.newText);
          assert.ok(isKeyOnly || countOf(after) > before, `${each.label} at ${index}`);
        }
      }
    });
  }

  it('keeps the line breaks and the mark of a text', () => {
    for (const { path: file, text } of documents) {
      const windows = `\uFEFF${text.replace(/\r?\n/g, '\r\n')}`;
      const document = readDocument(file, windows);
      if (!document) continue;
      for (const { index } of windows.matchAll(/(?<=\n)|[ \t]*(?=\r\n)/g)) {
        for (const { label, newText, replaced } of complete(document, index, workspace)) {
          assert.ok(!/(?<!\r)\n/.test(newText), `${file}: ${label}`);
          assert.ok(replaced.start > 0, `${file}: ${label}`);
        }
      }
    }
  });

  it('leaves what stands between brackets of YAML as healthy as it was', () => {
    const document = readDocument('a.ims.yaml', IN_BRACKETS);
    assert.ok(document);
    let taken = 0;
    for (let offset = 0; offset <= IN_BRACKETS.length; offset++) {
      for (const each of complete(document, offset, workspace)) {
        const after = takenIn(document, each);
        assert.deepEqual(after?.problems, [], `${each.label} at ${offset}: ${each.newText}`);
        taken++;
      }
    }
    assert.ok(taken > 500, String(taken));
  });

  for (const [name, least] of TYPED) {
    it(`answers at every step of typing ${name}`, () => {
      const { path: file = '', text = '' } =
        documents.find((document) => path.basename(document.path) === name) ?? {};
      let answered = 0;
      for (let end = 0; end <= text.length; end++) {
        const typed = readDocument(file, text.slice(0, end));
        if (typed && complete(typed, end, workspace).length > 0) answered++;
      }
      assert.ok(answered >= least * text.length, `${answered} of ${text.length}`);
    });
  }
});

describe('completion in texts of other sizes', () => {
  const rows: readonly (readonly [what: string, file: string, text: string])[] = [
    ['a long list', 'a.external-account.yaml', `imsScope: [${'openid, '.repeat(5000)}`],
    ['many brackets', 'a.external-account.json', `{"a":${'['.repeat(10_000)}`],
    ['many open tags', 'serverConf.xml', `<serverConf>${'<a b="'.repeat(8000)}`],
    ['many blanks in a tag', 'serverConf.xml', `<serverConf><shared ${' '.repeat(60_000)}`],
    ['many blanks in a line of YAML', 'a.external-account.yaml', `a${' '.repeat(60_000)}b`],
    ['many colons in a line of YAML', 'a.external-account.yaml', `a${':b'.repeat(30_000)}`],
    ['many blank lines', 'a.external-account.yaml', '\n'.repeat(30_000)],
  ];
  for (const [what, file, text] of rows) {
    it(`answers at the end of ${what}`, () => {
      const document = readDocument(file, text);
      assert.ok(document);
      const start = performance.now();
      complete(document, text.length);
      assert.ok(performance.now() - start < 3000);
    });
  }
});
