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

export const encloses = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
