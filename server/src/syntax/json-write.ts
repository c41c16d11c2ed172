import type { Value } from './change';
import { canBeBare, canBeBareKey } from './hjson-text';
import type { ScalarNode } from './tree';

/** How a text is set apart from what is around it. */
export type Quote = '"' | "'" | 'none';

/** How a scalar or key that begins there is quoted. */
export function quoteAt(text: string, start: number): Quote {
  const first = text[start];
  return first === '"' || first === "'" ? first : 'none';
}

/** Writes a text in quotes, or without where it can stand so. */
export function writeText(text: string, quote: Quote): string {
  if (quote === 'none') return canBeBare(text) ? text : JSON.stringify(text);
  return quote === '"' ? JSON.stringify(text) : `'${escapedFor(text, quote)}'`;
}

/** The characters of a text as they stand between such quotes. */
export function escapedFor(text: string, quote: Quote): string {
  const escaped = JSON.stringify(text).slice(1, -1);
  if (quote !== "'") return escaped;
  return escaped.replace(/\\[\s\S]|'/g, (unit) => {
    if (unit === "'") return "\\'";
    return unit === '\\"' ? '"' : unit;
  });
}

export const writeKey = (key: string, quote: Quote): string =>
  quote === 'none' && canBeBareKey(key) ? key : writeText(key, quote === 'none' ? '"' : quote);

/** Writes a value; a list on one line, where only quotes tell its texts apart. */
export function writeValue(value: Value, quote: Quote, separator: string): string {
  if (typeof value === 'string') return writeText(value, quote);
  if (typeof value !== 'object') return JSON.stringify(value);
  const inner = quote === 'none' ? '"' : quote;
  return `[${value.map((item) => writeText(item, inner)).join(separator)}]`;
}

/** Whether a scalar is a text without quotes, which ends with its line. */
export const isBareText = (text: string, { value, span }: ScalarNode): boolean =>
  typeof value === 'string' && span.end > span.start && quoteAt(text, span.start) === 'none';

/** Whether a scalar stands in one pair of quotes. */
export const isQuoted = (text: string, { value, span }: ScalarNode): boolean =>
  typeof value === 'string' &&
  quoteAt(text, span.start) !== 'none' &&
  !text.startsWith("'''", span.start);
