import assert from 'node:assert/strict';
import { documentOf } from './check';

/** Whether a fix takes a comment out on purpose, by its rule and its title. */
export const takesCommentsOut = (rule: string, title: string): boolean =>
  rule === 'unused-suppression' ||
  (rule === 'pipeline-option-syntax' && title === 'Remove the comment');

/**
 * A comment is lost only where it stands inside of what a fix removes, and then it says so itself.
 */
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
