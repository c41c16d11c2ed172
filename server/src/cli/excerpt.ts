/** A source line as a terminal shows it, and the squiggle below it. */
export interface Excerpt {
  readonly line: string;
  readonly squiggle: string;
}

const WIDTH = 100;
const BEFORE = 30;
const TAB = '    ';

/** Shows the part of a line around a range of it; the range may reach beyond the line. */
export function excerpt(line: string, from: number, to: number): Excerpt {
  const start = Math.min(from, line.length);
  const end = Math.max(Math.min(to, line.length), start);
  const [first, last] = windowOf(line, start);
  const head = first > 0 ? '…' : '';
  const tail = last < line.length ? '…' : '';
  const before = shown(line.slice(first, start));
  const inside = shown(line.slice(start, Math.min(end, last)));
  const after = shown(line.slice(Math.min(end, last), last));
  return {
    line: (head + before + inside + after + tail).trimEnd(),
    squiggle: ' '.repeat(width(head + before)) + '~'.repeat(Math.max(width(inside), 1)),
  };
}

/** The range of a line that fits a terminal and holds the offset; never half of a character. */
function windowOf(line: string, start: number): readonly [number, number] {
  if (line.length <= WIDTH) return [0, line.length];
  const first = Math.max(0, Math.min(start - BEFORE, line.length - WIDTH));
  return [atCharacter(line, first), atCharacter(line, first + WIDTH)];
}

const atCharacter = (line: string, offset: number) =>
  /[\uDC00-\uDFFF]/.test(line[offset] ?? '') && offset > 0 ? offset - 1 : offset;

const shown = (text: string) => harmless(text.replaceAll('\t', TAB));

/** A text without characters that steer a terminal: a file may hold any of them. */
export const harmless = (text: string): string =>
  text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u200E\u200F\uFEFF]/gu, '\uFFFD');

/** How many columns a terminal needs. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
}

const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u;
