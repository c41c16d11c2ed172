import assert from 'node:assert/strict';
import { documentOf } from './check';

/** The rules whose fixes are about comments. */
export const TAKES_COMMENTS_OUT: readonly string[] = [
  'unused-suppression',
  'pipeline-option-syntax',
];

/** A comment is lost only where it stands inside of what a fix removes, and then it says so itself. */
export function keepsComments(file: string, before: string, after: string): void {
  const comments = (text: string) =>
    documentOf(file, text).comments.map(({ text: words }) => words);
  const left = comments(after);
  const lost = comments(before).filter((words) => {
    const at = left.indexOf(words);
    if (at >= 0) left.splice(at, 1);
    return at < 0 && !words.startsWith('inside ');
  });
  assert.deepEqual(lost, []);
}
