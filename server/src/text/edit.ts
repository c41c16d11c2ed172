import type { Span } from './span';

/** Replaces the characters of a span. An empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
  /** Why a person should look at this edit before it is applied. */
  readonly note?: string | undefined;
}

export const editOf = (span: Span, newText: string, note?: string): TextEdit =>
  note === undefined ? { span, newText } : { span, newText, note };

/**
 * Applies edits that were all made against the same text. Insertions at one place keep their order.
 * Throws when two edits overlap: that is a bug of their maker.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let last = 0;
  for (const { span, newText } of inOrder(edits)) {
    if (span.start < last || span.end < span.start || span.end > text.length) {
      throw new Error(`Edits overlap or leave the text at offset ${span.start}.`);
    }
    result += text.slice(last, span.start) + newText;
    last = span.end;
  }
  return result + text.slice(last);
}

/**
 * Tells where an offset is after edits that were all made against one text. What stands in a
 * replaced place moves to where its replacement begins.
 */
export function mover(edits: readonly TextEdit[]): (offset: number) => number {
  const sorted = inOrder(edits);
  const grown = [0];
  for (const { span, newText } of sorted) {
    grown.push((grown.at(-1) ?? 0) + newText.length - (span.end - span.start));
  }
  return (offset) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (sorted[middle]!.span.start < offset) low = middle + 1;
      else high = middle;
    }
    const last = sorted[low - 1];
    if (!last || last.span.end <= offset) return offset + (grown[low] ?? 0);
    return last.span.start + (grown[low - 1] ?? 0);
  };
}

/** Whether the edits can be applied together. */
export function compatible(edits: readonly TextEdit[]): boolean {
  const sorted = inOrder(edits);
  return sorted.every(
    ({ span }, index) => index === 0 || span.start >= sorted[index - 1]!.span.end,
  );
}

/**
 * The smallest edit that turns one text into another, in whole lines, so that no character is torn
 * apart.
 */
export function replacement(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  start = start === 0 ? 0 : before.lastIndexOf('\n', start - 1) + 1;
  let end = 0;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && before.at(-1 - end) === after.at(-1 - end)) end++;
  const newline = before.indexOf('\n', before.length - end);
  const tail = newline < 0 ? 0 : before.length - newline - 1;
  return {
    span: { start, end: before.length - tail },
    newText: after.slice(start, after.length - tail),
  };
}

/**
 * In the order of the text. What is inserted comes before what is replaced behind it, as the
 * protocol wants it.
 */
export const inOrder = (edits: readonly TextEdit[]): TextEdit[] =>
  [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
