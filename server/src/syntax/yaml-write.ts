import type { Value } from './change';
import { isList } from './change-plan';
import { readYaml } from './yaml-read';
import { plainValue } from './yaml-scalar';

/** Where a text is to stand. */
export type Site = 'block' | 'flow' | 'key';

/**
 * A value on one line. The quote is that of the value before, and kept where the new value allows
 * it.
 */
export function writeValue(value: Value, site: Site, quote: string): string {
  if (isList(value)) return `[${value.map((item) => writeText(item, 'flow', '')).join(', ')}]`;
  return typeof value === 'string' ? writeText(value, site, quote) : String(value);
}

/** A text that reads back as just this text. */
export function writeText(text: string, site: Site, quote: string): string {
  if (quote === '' && isPlain(text, site)) return text;
  const single = quote === "'" || (quote === '' && /["\\]/.test(text));
  return single && !NEEDS_ESCAPE.test(text)
    ? `'${escapeText(text, "'")}'`
    : `"${escapeText(text, '"')}"`;
}

/** Characters as they stand between quotes. */
export function escapeText(text: string, quote: string): string {
  if (quote === "'") return text.replaceAll("'", "''");
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, escapeUnit);
}

/** Whether the characters can stand between single quotes. */
export const fitsSingleQuotes = (text: string): boolean => !NEEDS_ESCAPE.test(text);

const escapeUnit = (unit: string): string =>
  `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that need an escape.
const NEEDS_ESCAPE = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u;

/** What older readers of YAML take for a boolean, a date or a number to the base of 60. */
const READS_OTHERWISE =
  /^(?:yes|no|on|off|\d{4}-\d\d?-\d\d?.*|[-+]?[\d_]+(?::[\d_]+)+(?:\.\d*)?|[-+]?\d[\d_]*(?:\.[\d_]*)?|0b[01_]+)$/i;

/** Whether an unquoted text reads back as this text. */
export function isPlain(text: string, site: Site): boolean {
  if (NEEDS_ESCAPE.test(text) || text.trim() !== text || text === '') return false;
  if (typeof plainValue(text) !== 'string' || READS_OTHERWISE.test(text)) return false;
  if (/^[A-Za-z_][\w./@-]*$/.test(text)) return true;
  if (/^(?:---|\.\.\.)/.test(text)) return false;
  if (site === 'key')
    return text !== '<<' && saysKey(`${text}: v`, text) && saysKey(`{${text}: v}`, text);
  if (site === 'flow' && !(says(`[${text}]`, text) && says(`{k: ${text}}`, text))) return false;
  return says(`k: ${text}`, text) && says(`- ${text}`, text);
}

function says(source: string, text: string): boolean {
  const parsed = readYaml(source);
  const { root, problems, comments } = parsed;
  if (problems.length > 0 || comments.length > 0 || !root || root.type === 'scalar') return false;
  const children = root.type === 'array' ? root.items : root.properties.map(({ value }) => value);
  const [child] = children;
  return children.length === 1 && child?.type === 'scalar' && child.value === text;
}

function saysKey(source: string, text: string): boolean {
  const { root, problems, comments } = readYaml(source);
  if (problems.length > 0 || comments.length > 0 || root?.type !== 'object') return false;
  const [member] = root.properties;
  const value = member?.value;
  return (
    root.properties.length === 1 &&
    member?.key === text &&
    value?.type === 'scalar' &&
    value.text === 'v'
  );
}
