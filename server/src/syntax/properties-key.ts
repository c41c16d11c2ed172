import { type Span, span } from '../text/span';
import { lineEnd, skipBlanks, skipBlanksBack } from './source-lines';

/** A key, and where the separator behind it ends; the blanks that follow belong to neither. */
export interface KeyPlace {
  readonly span: Span;
  readonly behind: number;
}

/** `KEY=`, `export KEY=`, `KEY =` or `KEY: `. */
export function envKey(text: string, start: number): KeyPlace | undefined {
  ENV_KEY.lastIndex = start;
  const [whole, prefix = '', key] = ENV_KEY.exec(text) ?? [];
  if (whole === undefined || key === undefined) return undefined;
  const from = start + prefix.length;
  return { span: span(from, from + key.length), behind: start + whole.length };
}

const ENV_KEY = /(export[ \t]+)?([^\s=]+?)(?:[ \t]*=|:(?=\s|$))/y;

/**
 * A key may hold blanks and colons; a colon with a blank behind it separates, and so does the last
 * resort.
 */
export function iniKey(text: string, start: number, end: number): KeyPlace | undefined {
  const line = text.slice(start, Math.min(end, lineEnd(text, start)));
  const certain = line.search(/=|:(?=[ \t]|$)/);
  const sign = certain < 0 ? line.indexOf(':') : certain;
  if (sign <= 0) return undefined;
  return { span: span(start, skipBlanksBack(text, start + sign)), behind: start + sign + 1 };
}

/** Up to the first `=`, `:` or blank that is not escaped. A key alone has an empty value. */
export function javaKey(text: string, start: number, end: number): KeyPlace {
  let at = start;
  while (at < end && !'=: \t'.includes(text[at]!)) at += text[at] === '\\' ? 2 : 1;
  const key = span(start, Math.min(at, end));
  const sign = skipBlanks(text, key.end);
  const written = sign < end && (text[sign] === '=' || text[sign] === ':');
  return { span: key, behind: written ? sign + 1 : key.end };
}
