import type { TextEdit } from './edit';
import type { Span } from './span';

/** Removes what stands in a span, with its line where nothing else stands on it. */
export function removeLineOf(text: string, { start, end }: Span): readonly TextEdit[] {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  const before = text.slice(lineStart, start);
  const after = text.slice(end, lineEnd);
  if (before.trim() === '' && after.trim() === '') {
    return [{ span: { start: lineStart, end: lineEnd }, newText: '' }];
  }
  const blanks = before.length - before.trimEnd().length;
  return [{ span: { start: start - blanks, end }, newText: '' }];
}

/** The line ending that a text uses. */
export const lineEndingOf = (text: string): '\r\n' | '\n' => (/\r\n/.test(text) ? '\r\n' : '\n');
