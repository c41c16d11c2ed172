import assert from 'node:assert/strict';
import { type Hover, hover } from '../../server/src/features/hover';
import { newWorkspace } from '../../server/src/model/workspace';
import { documentOf } from './check';
import { marked } from './marks';

/**
 * The hover at the `‸` of a text, amid other files of a workspace; where the text has `«…»`, that
 * is what the hover covers.
 */
export function hoverAt(
  file: string,
  code: string,
  others: Readonly<Record<string, string>> = {},
): Hover | undefined {
  const { text, spans, cursor } = marked(code);
  assert.ok(cursor !== undefined, 'the text has no cursor');
  const documents = Object.entries(others).map(([path, each]) => documentOf(path, each));
  const found = hover(documentOf(file, text), cursor, newWorkspace(documents, []));
  const [expected] = spans;
  if (expected) assert.deepEqual(found?.span, expected);
  return found;
}
