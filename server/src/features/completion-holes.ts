import type { SyntaxId } from '../syntax/syntax';
import { encodeText } from '../syntax/xml-entities';

/**
 * A place in a text that a person fills in: with one of these texts, the first of which stands there at first. It is
 * a word of letters and digits, so that every notation writes it as it is. What a notation would have to write in
 * quotes is left out.
 */
export const hole = (...texts: readonly string[]): string =>
  `zqh${encode(texts.filter((text) => !QUOTED.test(text)))}hqz`;

/** What begins, stands anywhere or ends so is no plain text in one notation or another. */
const QUOTED = /^[\s,[\]{}*!|>%@`#-]|["'\\&\r\n]|:\s|\s#|[\s:]$/;

/** A text with places to fill in where it has blanks such as `<client-id>`. */
export const blanksAsHoles = (text: string): string =>
  text.replace(/<[a-z][a-z-]*>/g, (blank) => hole(blank));

/** What is written: plain, and with tab stops where there are any. */
export interface Written {
  readonly text: string;
  readonly snippet: string | undefined;
}

/** Takes the holes out of a text of a notation. */
export function withoutHoles(source: string, notation: SyntaxId): Written {
  const write = notation === 'xml' ? encodeText : (said: string) => said;
  let text = '';
  let snippet = '';
  let last = 0;
  let count = 0;
  for (const { 0: word, 1: inner = '', index } of source.matchAll(HOLE)) {
    const before = source.slice(last, index);
    const texts = decode(inner).map(write);
    text += before + (texts[0] ?? '');
    snippet += escaped(before) + tabStop(++count, texts);
    last = index + word.length;
  }
  const rest = source.slice(last);
  return { text: text + rest, snippet: count > 0 ? snippet + escaped(rest) : undefined };
}

const HOLE = /zqh([0-9a-f]*)hqz/g;

const encode = (texts: readonly string[]): string =>
  texts.join('\n').replace(/[\s\S]/g, (unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'));

function decode(inner: string): readonly string[] {
  const units = inner.match(/.{4}/g) ?? [];
  const text = units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
  return text === '' ? [] : text.split('\n');
}

function tabStop(number: number, texts: readonly string[]): string {
  if (texts.length === 0) return `\${${number}}`;
  if (texts.length === 1) return `\${${number}:${escaped(texts[0]!)}}`;
  return `\${${number}|${texts.map((each) => each.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
}

/** Characters that mean something in a snippet. */
const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
