/** A half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

export const moved = ({ start, end }: Span, by: number): Span => span(start + by, end + by);

/** Whether the offset lies in the span or touches its end, as a cursor does. */
export const touches = ({ start, end }: Span, offset: number): boolean =>
  start <= offset && offset <= end;

/** Whether two spans share a character, or an empty one touches the other. */
export const overlaps = (a: Span, b: Span): boolean =>
  a.start === a.end || b.start === b.end
    ? a.start <= b.end && b.start <= a.end
    : a.start < b.end && b.start < a.end;

/** The first of things in the order of the text that an offset touches. Looks at few of them. */
export function firstTouching<T extends { readonly span: Span }>(
  ordered: readonly T[],
  offset: number,
): T | undefined {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]!.span.end < offset) low = middle + 1;
    else high = middle;
  }
  const first = ordered[low];
  return first && touches(first.span, offset) ? first : undefined;
}

export const encloses = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** In the order of the text; of two that overlap, the later one begins where the other ends. */
export function disjoint(spans: readonly Span[]): readonly Span[] {
  let last = 0;
  return [...spans]
    .sort((a, b) => a.start - b.start)
    .flatMap(({ start, end }) => {
      const from = Math.max(start, last);
      last = Math.max(last, end);
      return from < end ? [{ start: from, end }] : [];
    });
}

/** What is left of spans without others; both are in the order of the text and disjoint. */
export function spansWithout(spans: readonly Span[], taken: readonly Span[]): readonly Span[] {
  let next = 0;
  return spans.flatMap(({ start, end }) => {
    const left: Span[] = [];
    let at = start;
    while (next < taken.length && taken[next]!.end <= start) next++;
    for (let index = next; index < taken.length && taken[index]!.start < end; index++) {
      if (taken[index]!.start > at) left.push({ start: at, end: taken[index]!.start });
      at = Math.max(at, taken[index]!.end);
    }
    return at < end ? [...left, { start: at, end }] : left;
  });
}
