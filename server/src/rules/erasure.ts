import {
  endsLine,
  lineStart,
  nextLine,
  skipBlanks,
  skipBlanksBack,
  startsLine,
} from '../syntax/source-lines';
import { type Span, span } from '../text/span';

/**
 * What to take out along with a span, so that the line around it stays tidy: its whole lines where
 * nothing else stands on them, else the blanks on one side. Undefined where its neighbors would
 * grow together.
 */
export function erasure(text: string, { start, end }: Span): Span | undefined {
  const begins = startsLine(text, start);
  const ends = endsLine(text, end);
  if (begins && ends) return wholeLines(text, start, end);
  const behind = skipBlanks(text, end);
  if (ends) return span(skipBlanksBack(text, start), behind);
  if (begins) return span(start, behind);
  const next = text[behind] ?? '';
  // What closes a list or follows a value stands close to it.
  if (/[\],:]/.test(next)) return span(skipBlanksBack(text, start), behind);
  if (behind > end)
    return next === '}' ? span(skipBlanksBack(text, start), end) : span(start, behind);
  const glues = /[^\s{}[\],:]/.test(text[start - 1] ?? ' ') && /[^\s{}[\],:]/.test(next);
  return glues ? undefined : span(start, end);
}

/** Two groups of lines that a blank line parted do not get two of them. */
function wholeLines(text: string, start: number, end: number): Span {
  const first = lineStart(text, start);
  let last = nextLine(text, end);
  const before = text.slice(0, first).replace(/^\uFEFF/, '');
  if (before !== '' && !/\n[ \t]*\r?\n$/.test(before)) return span(first, last);
  for (let next = nextLine(text, last); last < text.length; next = nextLine(text, last)) {
    if (text.slice(last, next).trim() !== '') break;
    last = next;
  }
  return span(first, last);
}
