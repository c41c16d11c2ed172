import type { ConfigDocument } from '../model/document';
import type { Span } from '../text/span';

/**
 * Tells whether a span lies in a comment of the document. Quick, however many comments there are.
 */
export function inComments({ comments }: ConfigDocument): (span: Span) => boolean {
  const spans = comments.map(({ span }) => span).sort((one, other) => one.start - other.start);
  return ({ start, end }) => {
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spans[middle]!.start <= start) low = middle + 1;
      else high = middle;
    }
    const before = spans[low - 1];
    return before !== undefined && end <= before.end;
  };
}
