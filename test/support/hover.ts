import assert from 'node:assert/strict';
import { type Hover, hover } from '../../server/src/features/hover';
import { documentOf } from './check';
import { marked } from './marks';

/** The hover at the `‸` of a text; where the text has `«…»`, that is what the hover covers. */
export function hoverAt(file: string, code: string): Hover | undefined {
  const { text, spans, cursor } = marked(code);
  assert.ok(cursor !== undefined, 'the text has no cursor');
  const found = hover(documentOf(file, text), cursor);
  const [expected] = spans;
  if (expected) assert.deepEqual(found?.span, expected);
  return found;
}
