import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Completion, complete } from '../../server/src/features/completion';
import { readDocument } from '../../server/src/model/document';
import { newWorkspace } from '../../server/src/model/workspace';
import { applyEdits } from '../../server/src/text/edit';
import { documentOf } from './check';
import { marked } from './marks';

/** What is offered at the `‸` of a text, amid other files of a workspace. */
export function completionsAt(
  file: string,
  code: string,
  others: Readonly<Record<string, string>> = {},
): readonly Completion[] {
  const { text, cursor } = marked(code);
  assert.ok(cursor !== undefined, 'the text has no cursor');
  const documents = Object.entries(others).map(([path, each]) => documentOf(path, each));
  const document = readDocument(file, text);
  return document ? complete(document, cursor, newWorkspace(documents, [])) : [];
}

/** The labels of what is offered, the likeliest first. */
export const labelsAt = (...place: Parameters<typeof completionsAt>): readonly string[] =>
  completionsAt(...place).map(({ label }) => label);

/** The text after one of the completions was taken, with `‸` at its tab stops and choices. */
export function taken(code: string, { replaced, newText, snippet, also }: Completion): string {
  const { text } = marked(code);
  const written = snippet === undefined ? newText : stopped(snippet);
  return applyEdits(text, [...also, { span: replaced, newText: written }]);
}

/** A snippet as people see it: `‸` where they type, `‸a|b‸` where they choose. */
const stopped = (snippet: string): string =>
  snippet
    .replace(/\$\{\d+\}/g, '‸')
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, '‸$1‸')
    .replace(/\$\{\d+\|((?:\\.|[^\\|])*)\|\}/g, '‸$1‸')
    .replace(/\\([\\$}|,])/g, '$1');

/** The text after the completion of that label was taken. */
export function completedAt(
  file: string,
  code: string,
  label: string,
  others: Readonly<Record<string, string>> = {},
): string {
  const all = completionsAt(file, code, others);
  const found = all.find((each) => each.label === label);
  assert.ok(
    found,
    `${label} is not among ${all.map((each) => each.label).join(', ') || 'nothing'}`,
  );
  return taken(code, found);
}

/** A row of a table: what is typed, what is taken, and the text after it. */
export type CompletionRow = readonly [what: string, before: string, label: string, after: string];

/** Tests of one file and its neighbors: each row takes one completion. */
export function testCompletions(
  file: string,
  rows: readonly CompletionRow[],
  others: Readonly<Record<string, string>> = {},
): void {
  for (const [what, before, label, after] of rows) {
    it(`${file}: ${what}`, () => {
      assert.equal(completedAt(file, before, label, others), after);
    });
  }
}

/** Tests that nothing is offered in a place. */
export function testSilence(
  file: string,
  rows: readonly (readonly [what: string, code: string])[],
): void {
  for (const [what, code] of rows) {
    it(`${file}: nothing ${what}`, () => assert.deepEqual(labelsAt(file, code), []));
  }
}
