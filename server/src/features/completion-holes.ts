/**
 * A place in a text that a person fills in: with one of these texts, the first of which stands there at first. It is
 * a word of letters and digits, so that every notation writes it as it is.
 */
export const hole = (...texts: readonly string[]): string => `zqh${encode(texts)}hqz`;

/** What is written: plain, and with tab stops where there are any. */
export interface Written {
  readonly text: string;
  readonly snippet: string | undefined;
}

/** Takes the holes out of a text. */
export function withoutHoles(source: string): Written {
  let text = '';
  let snippet = '';
  let last = 0;
  let count = 0;
  for (const { 0: word, 1: inner = '', index } of source.matchAll(HOLE)) {
    const before = source.slice(last, index);
    const texts = decode(inner);
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
