import { type Span, span } from '../text/span';
import { lineEnd, skipBlanks, skipBlanksBack } from './source-lines';
import type { SyntaxProblem } from './syntax';

/** A text in which a backslash escapes, decoded. */
export interface DecodedText {
  readonly text: string;
  /** Absent where the text is written verbatim. */
  readonly offsets: readonly number[] | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Decodes a key, or what stands between quotes. A line break in quotes is one of the text, always
 * `\n`.
 */
export function decodeText(source: string, { start, end }: Span): DecodedText {
  const problems: SyntaxProblem[] = [];
  const offsets: number[] = [];
  const units: string[] = [];
  for (let at = start; at < end; ) {
    const { unit, length } = unitAt(source, at, end);
    if (unit === undefined) {
      problems.push({ code: 'illegal-escape', span: span(at, at + length) });
    } else if (unit !== '') {
      units.push(unit);
      offsets.push(at);
    }
    at += length;
  }
  offsets.push(end);
  const text = units.join('');
  const verbatim = text === source.slice(start, end);
  return { text, offsets: verbatim ? undefined : offsets, problems };
}

/**
 * One unit of the text; undefined for an escape without its digits, empty for a backslash at the
 * end.
 */
function unitAt(
  source: string,
  at: number,
  end: number,
): { readonly unit: string | undefined; readonly length: number } {
  const first = source[at]!;
  if (first !== '\\')
    return { unit: first === '\r' ? '\n' : first, length: breakLength(source, at) };
  const letter = source[at + 1];
  if (letter === undefined || at + 1 >= end) return { unit: '', length: 1 };
  if (letter === 'u') {
    const digits = /^[\da-f]{4}/i.exec(source.slice(at + 2, Math.min(at + 6, end)))?.[0];
    return digits
      ? { unit: String.fromCharCode(Number.parseInt(digits, 16)), length: 6 }
      : { unit: undefined, length: 2 };
  }
  const unit = letter === '\r' ? '\n' : (ESCAPES[letter] ?? letter);
  return { unit, length: 1 + breakLength(source, at + 1) };
}

const breakLength = (source: string, at: number): number =>
  source[at] === '\r' && source[at + 1] === '\n' ? 2 : 1;

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

const LETTERS = new Map(Object.entries(ESCAPES).map(([letter, unit]) => [unit, letter]));

/** Writes a text so that it can stand between quotes. A blank and `=` would end it. */
export const encodeText = (text: string): string =>
  text.replace(/[\p{Cc}"\\ =]/gu, (unit) => {
    if (unit >= ' ') return `\\${unit}`;
    const letter = LETTERS.get(unit);
    return letter ? `\\${letter}` : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });

/** Writes a text as a key. */
export const encodeKey = (key: string): string => encodeText(key).replace(/^[#[\](),]/, '\\$&');

/** Where a quoted text ends. */
export interface QuotedEnd {
  /** Behind the closing quote, or where the text was left open. */
  readonly end: number;
  readonly closed: boolean;
}

/**
 * Looks for the quote that closes the one at `open`. A text may go over several lines; without a
 * quote it ends before the next entry or comment, and an item of an array at the end of its line.
 */
export function quotedEnd(source: string, open: number, item: boolean): QuotedEnd {
  for (let at = open + 1; at < source.length; at++) {
    const unit = source[at];
    if (unit === '"') return { end: at + 1, closed: true };
    if (unit === '\\' && !isBreak(source[at + 1])) at++;
    else if (unit === '\\' && item) return { end: skipBlanksBack(source, at), closed: false };
    else if (isBreak(unit) && source[at + 1] !== '\n' && beginsEntry(source, at + 1)) {
      return { end: openEnd(source, open, at), closed: false };
    }
  }
  return { end: openEnd(source, open, source.length), closed: false };
}

const isBreak = (unit: string | undefined): boolean => unit === '\n' || unit === '\r';

/** The end of the last line that says something, before `stop` and before a comment. */
function openEnd(source: string, open: number, stop: number): number {
  const said = source.slice(open, stop);
  const comment = /[\r\n][ \t]*#/.exec(said)?.index ?? said.length;
  const length = said.slice(0, comment).trimEnd().length;
  return Math.max(open + 1, Math.min(lineEnd(source, open + length), open + comment));
}

const KEY_AND_SIGN =
  /[ \t]*(?:\\[^\r\n]|[^ \t\r\n\f\v="\\#[\](),])(?:\\[^\r\n]|[^ \t\r\n\f\v="\\]){0,500}[ \t]*=[ \t]*[A-Za-z]?(?=["[(])/y;

/** Whether a key, `=` and a quoted text or an open list stand there, which is no part of a text. */
export function beginsEntry(source: string, offset: number): boolean {
  KEY_AND_SIGN.lastIndex = offset;
  const sign = KEY_AND_SIGN.exec(source);
  if (!sign) return false;
  const at = offset + sign[0].length;
  if (source[at] === '"') {
    let quote = at + 1;
    while (quote < source.length && !/["\r\n]/.test(source[quote]!)) quote++;
    return source[quote] === '"';
  }
  const first = skipBlanks(source, at + 1);
  return /^(?:"|\\?[\r\n]|\\?$)/.test(source.slice(first, first + 2));
}
