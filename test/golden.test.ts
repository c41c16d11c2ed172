import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { CheckContext } from '../server/src/check';
import { readDocument } from '../server/src/model/document';
import { newWorkspace } from '../server/src/model/workspace';
import { rules } from '../server/src/rules';
import { noSettings } from '../server/src/rules/settings';
import { applyFix, documentOf, findingsOf } from './support/check';
import { keepsComments, takesCommentsOut } from './support/comments';
import { root } from './support/root';

/**
 * Golden pairs: `test/golden/<rule>/<name>.before.<kind>` becomes `<name>.after.<kind>` by the
 * first fix of the rule's first finding. A new case is two files and no code. The other files that
 * a rule looks at stand in
 * `test/golden/<rule>/beside/`; a rule that is off by default is asked all the same.
 */
const folder = path.join(root, 'test/golden');

for (const rule of readdirSync(folder)) {
  describe(`golden pairs of ${rule}`, () => {
    for (const file of readdirSync(path.join(folder, rule))) {
      if (file.includes('.before.')) it(file, () => pair(rule, file));
    }
  });
}

function pair(rule: string, file: string): void {
  const read = (name: string) => readFileSync(path.join(folder, rule, name), 'utf8');
  const before = read(file);
  const context = contextOf(rule);
  const finding = findingsOf(file, before, context).find((each) => each.rule === rule);
  const [fix] = finding?.fixes ?? [];
  assert.ok(fix, `${file} has no finding with a fix`);
  const after = applyFix(before, fix);
  assert.equal(after, read(file.replace('.before.', '.after.')));

  const again = findingsOf(file, after, context);
  const count = (findings: typeof again) => findings.filter((each) => each.rule === rule).length;
  assert.equal(count(again), count(findingsOf(file, before, context)) - 1, 'the finding came back');
  const errors = again.filter(({ severity }) => severity === 'error');
  const known = findingsOf(file, before, context).map((each) => each.rule);
  assert.deepEqual(
    errors.filter((each) => !known.includes(each.rule)),
    [],
    'the fix made new errors',
  );
  if (!takesCommentsOut(rule, fix.title)) keepsComments(file, before, after);
}

/** The files beside a rule's pairs, and settings that ask it. */
function contextOf(rule: string): Partial<CheckContext> {
  const beside = path.join(folder, rule, 'beside');
  const files = existsSync(beside) ? readdirSync(beside) : [];
  const documents = files.map((file) =>
    documentOf(file, readFileSync(path.join(beside, file), 'utf8')),
  );
  const meta = rules.find((each) => each.meta.id === rule)?.meta;
  const levels = meta?.offByDefault ? { [rule]: meta.severity } : {};
  return { workspace: newWorkspace(documents), settings: { ...noSettings, rules: levels } };
}

/** So many characters lie between two prefixes: each of them would take minutes. */
const STEP = 7;

/** Each file begins with another one, so that together they end at all kinds of places. */
describe(`one prefix in ${STEP} of each golden file`, () => {
  for (const rule of readdirSync(folder)) {
    const context = contextOf(rule);
    for (const [index, file] of readdirSync(path.join(folder, rule)).entries()) {
      if (file === 'beside') continue;
      it(`${rule}/${file} is read and checked`, () => {
        const text = readFileSync(path.join(folder, rule, file), 'utf8');
        for (let end = index % STEP; end <= text.length; end += STEP) {
          const prefix = text.slice(0, end);
          const document = readDocument(file, prefix);
          if (!document) continue;
          for (const { span } of findingsOf(file, prefix, context)) {
            assert.ok(span.start >= 0 && span.start <= span.end && span.end <= end);
          }
        }
      });
    }
  }
});
