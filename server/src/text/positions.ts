import type { Span } from './span';

/** A place as people count: lines and columns from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Lines {
  positionOf(offset: number): Position;
  /** The line without its break and without a byte order mark. */
  spanOf(line: number): Span;
}

/** The lines of a text. */
export function linesOf(text: string): Lines {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0];
  const ends: number[] = [];
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\n|\r/g)) {
    ends.push(index);
    starts.push(index + lineBreak.length);
  }
  ends.push(text.length);
  return {
    positionOf(offset) {
      const line = lineAt(starts, offset);
      return { line: line + 1, column: Math.max(offset - (starts[line] ?? 0), 0) + 1 };
    },
    spanOf: (line) => ({ start: starts[line - 1] ?? 0, end: ends[line - 1] ?? text.length }),
  };
}

/**
 * The lines of several texts; they are counted once for each text, however often they are asked
 * for.
 */
export function linesOfEach(): (text: string) => Lines {
  const known = new Map<string, Lines>();
  return (text) => {
    const lines = known.get(text) ?? linesOf(text);
    known.set(text, lines);
    return lines;
  };
}

/** The index of the last start that is not behind the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
