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

/** Where an offset is after edits. What is replaced moves to where its replacement begins. */
export function movedBy(edits: readonly TextEdit[], offset: number): number {
  let moved = offset;
  for (const { span, newText } of edits) {
    if (span.end <= offset && span.start < offset)
      moved += newText.length - (span.end - span.start);
    else if (span.start < offset) moved -= offset - span.start;
  }
  return moved;
}

/** Whether the edits can be applied together. */
export function compatible(edits: readonly TextEdit[]): boolean {
  const sorted = inOrder(edits);
  return sorted.every(
    ({ span }, index) => index === 0 || span.start >= sorted[index - 1]!.span.end,
  );
}

const inOrder = (edits: readonly TextEdit[]): TextEdit[] =>
  [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
