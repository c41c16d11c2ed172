import { endsWithBackslash, indentAt, lineEnd, nextLine } from './source-lines';

/** A backslash at the end of a line takes the next one along. */
export function endOfBackslashed(text: string, lineEnds: number): number {
  let end = lineEnds;
  while (end < text.length && endsWithBackslash(text, end))
    end = lineEnd(text, nextLine(text, end));
  return end;
}

/**
 * Python takes lines along that are indented more than the key. Most others do not, and indent keys
 * as well: so the first of them must not look like one, and a line with a comment ends a value.
 */
export function endOfIndented(text: string, start: number, lineEnds: number): number {
  if (COMMENT_OR_QUOTE.test(text.slice(start, lineEnds))) return lineEnds;
  const indent = indentAt(text, start).length;
  let end = lineEnds;
  for (let next = nextLine(text, end); next < text.length; next = nextLine(text, end)) {
    const below = lineEnd(text, next);
    const line = text.slice(next, below);
    if (indentAt(text, next).length <= indent || !/^\s+[^\s;#[]/.test(line)) break;
    if (COMMENT_OR_QUOTE.test(line) || (end === lineEnds && /[=:]/.test(line))) break;
    end = below;
  }
  return end;
}

const COMMENT_OR_QUOTE = /[ \t][;#]|^[^=:]*[=:][ \t]*["']/;
