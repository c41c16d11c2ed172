import type { Span } from '../text/span';
import type { Value } from './change';

/** Characters of a text with the references among them replaced by what they stand for. */
export interface Decoded {
  readonly text: string;
  /**
   * The source offset of each unit of `text` and of its end; absent where it is written verbatim.
   */
  readonly offsets: readonly number[] | undefined;
  /** References that stand for no character, and ampersands that begin no reference. */
  readonly illegal: readonly Span[];
}

/**
 * Decodes a part of a source. A reference to an entity that XML itself does not know stays as
 * written.
 */
export function decode(source: string, { start, end }: Span): Decoded {
  const raw = source.slice(start, end);
  if (!raw.includes('&')) return { text: raw, offsets: undefined, illegal: [] };
  const illegal: Span[] = [];
  const offsets: number[] = [];
  let text = '';
  let last = 0;
  const copy = (to: number) => {
    for (; last < to; last++) offsets.push(start + last);
  };
  for (const match of raw.matchAll(REFERENCE)) {
    const from = match.index;
    const to = from + match[0].length;
    const decoded = meaning(match);
    text += raw.slice(last, from) + (decoded ?? match[0]);
    copy(from);
    if (decoded === undefined) {
      if (match[3] === undefined) illegal.push({ start: start + from, end: start + to });
      copy(to);
    }
    for (let unit = 0; unit < (decoded?.length ?? 0); unit++) offsets.push(start + from);
    last = to;
  }
  text += raw.slice(last);
  copy(raw.length);
  offsets.push(end);
  return { text, offsets: text === raw ? undefined : offsets, illegal };
}

/** Writes a text as the value of an attribute in these quotes. */
export const encodeAttribute = (text: string, quote: string): string =>
  text.replace(/[&<"'\t\n\r]/g, (character) =>
    (character === '"' || character === "'") && character !== quote
      ? character
      : REPLACEMENTS[character]!,
  );

/** Writes a text as the content of an element. */
export const encodeText = (text: string): string =>
  text.replace(/[&<>\r]/g, (character) => REPLACEMENTS[character]!);

/** Writes a text inside a CDATA section, which its own end mark would close. */
export const encodeCdata = (text: string): string => text.replaceAll(']]>', ']]]]><![CDATA[>');

/**
 * What a value is as text: a list is separated by commas without blanks, as Campaign writes scopes.
 */
export const valueText = (value: Value): string =>
  typeof value === 'object' ? value.join(',') : String(value);

const REFERENCE = /&(?:#x([\da-f]+);|#(\d+);|([\p{L}_:][\p{L}\d_:.-]*);)?/giu;

const REPLACEMENTS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function meaning([, hexadecimal, decimal, name]: RegExpExecArray): string | undefined {
  if (name !== undefined) return NAMED.get(name);
  if (hexadecimal === undefined && decimal === undefined) return undefined;
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
  return isCharacter(code) ? String.fromCodePoint(code) : undefined;
}

/** The characters that XML 1.0 allows, written or by reference. */
const isCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);
