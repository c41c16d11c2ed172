import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fixText } from '../server/src/features/fix-all';
import { readDocument } from '../server/src/model/document';
import { noSettings } from '../server/src/rules/settings';
import { applyFix, documentOf, findingsOf, TODAY } from './support/check';
import { keepsComments, takesCommentsOut } from './support/comments';
import { randomEdits } from './support/random';
import { root } from './support/root';
import { SECRET } from './support/samples';

/**
 * Properties that hold for every text: of the examples and the golden files, as they are and
 * damaged.
 */
const samples = [...filesBelow('examples'), ...filesBelow('test/golden')].filter(
  ({ file, text }) => readDocument(file, text) !== undefined,
);

describe('every fix of every sample', () => {
  for (const { file, text } of samples) {
    it(`${file}: cures its finding, adds no error and keeps the comments`, () => {
      for (const finding of findingsOf(file, text, { tracked: true })) {
        for (const fix of finding.fixes) {
          if (fix.opens) continue;
          const once = applyFix(text, fix);
          assert.notEqual(once, text, `${finding.rule}: "${fix.title}" changes nothing`);
          const same = findingsOf(file, once, { tracked: true }).filter(
            ({ rule, message }) => rule === finding.rule && message === finding.message,
          );
          const before = findingsOf(file, text, { tracked: true }).filter(
            ({ rule, message }) => rule === finding.rule && message === finding.message,
          );
          assert.ok(same.length < before.length, `${finding.rule} came back`);
          assert.ok(
            documentOf(file, once).problems.length <= documentOf(file, text).problems.length,
            `${finding.rule}: "${fix.title}" breaks the text`,
          );
          assert.deepEqual(newErrors(file, text, once), [], `${finding.rule}: "${fix.title}"`);
          if (!takesCommentsOut(finding.rule, fix.title)) keepsComments(file, text, once);
        }
      }
    });
  }
});

describe('all fixes of a sample', () => {
  const context = { settings: noSettings, today: TODAY, tracked: true };
  for (const { file, text } of samples) {
    it(`${file}: leave nothing to do for a second time`, () => {
      const once = fixText(file, text, context, ['safe', 'unsafe']).text;
      assert.equal(fixText(file, once, context, ['safe', 'unsafe']).text, once);
    });
  }
});

describe('damaged texts', () => {
  for (const { file, text } of samples) {
    it(`${file}: never throw, keep spans inside, and their fixes apply`, () => {
      for (const damaged of randomEdits(text, 60)) {
        for (const finding of findingsOf(file, damaged)) {
          const { start, end } = finding.span;
          assert.ok(start >= 0 && start <= end && end <= damaged.length, finding.rule);
          for (const fix of finding.fixes) applyFix(damaged, fix);
        }
      }
    });
  }
});

describe('a secret', () => {
  const planted = 'hunter2-hunter2-hunter2';
  for (const { file, text } of samples) {
    it(`${file}: is in no message and no title, wherever it stands`, () => {
      for (const secret of [SECRET, planted]) {
        // In place of each secret, and of each other value of a credential.
        const texts = [
          text.replace(/p8e-[\w-]{32}|\$\{[A-Z_]*(SECRET|KEY|PASS)[A-Z_]*\}/g, secret),
          ...randomEdits(text, 10).map((each) => each.replaceAll(SECRET, secret)),
        ];
        for (const each of texts) {
          for (const finding of findingsOf(file, each, { tracked: true })) {
            const said = [
              finding.message,
              ...finding.fixes.map(({ title }) => title),
              ...finding.related.map(({ message }) => message),
            ];
            assert.ok(!said.some((words) => words.includes(secret)), `${finding.rule} tells it`);
          }
        }
      }
    });
  }
});

function filesBelow(folder: string): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .map((file) => ({ file: path.relative(root, file), text: readFileSync(file, 'utf8') }));
}

/** The rules that report an error only after a fix. */
function newErrors(file: string, before: string, after: string): readonly string[] {
  const known = new Set(findingsOf(file, before, { tracked: true }).map(({ rule }) => rule));
  return findingsOf(file, after, { tracked: true })
    .filter(({ rule, severity }) => severity === 'error' && !known.has(rule))
    .map(({ rule }) => rule);
}
