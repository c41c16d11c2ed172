import assert from 'node:assert/strict';
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
  assert.ok(found, `${label} is not among ${all.map((each) => each.label).join(', ') || 'nothing'}`);
  return taken(code, found);
}
