import { CST } from 'yaml';
import { type Span, span } from '../text/span';
import { endsWithBackslash, lineEnd } from './source-lines';
import type { ScalarNode } from './tree';

/** Reads a scalar. Only a plain one can be other than text, and only without a tag that says so. */
export function readScalar(
  source: string,
  token: CST.FlowScalar | CST.BlockScalar,
  isText: boolean,
): ScalarNode {
  const value = resolved(token);
  if (token.type === 'block-scalar') return blockScalar(source, token, value);
  const at = span(token.offset, token.offset + token.source.length);
  if (token.type === 'scalar') {
    const typed = isText ? value : plainValue(value);
    const verbatim = token.source === value;
    const node: ScalarNode = { type: 'scalar', span: at, value: typed, text: value, content: at };
    return verbatim ? node : { ...node, offsets: 'unknown' };
  }
  const content = isClosedQuote(token) ? span(at.start + 1, at.end - 1) : cutAtLine(source, at);
  const shown = isClosedQuote(token) ? at : span(at.start, content.end);
  const text = isClosedQuote(token) ? value : source.slice(content.start, content.end);
  const node: ScalarNode = { type: 'scalar', span: shown, value: text, text, content };
  if (source.slice(content.start, content.end) === text) return node;
  return { ...node, offsets: offsetsOf(source, content, text, token.type) };
}

/** Whether a quoted scalar has its closing quote. */
export function isClosedQuote({ type, source }: CST.FlowScalar): boolean {
  const quote = type === 'single-quoted-scalar' ? "'" : '"';
  if (source.length < 2 || !source.endsWith(quote)) return false;
  const inner = source.slice(1, -1);
  if (quote === "'") return !inner.replaceAll("''", '').includes("'");
  return !endsWithBackslash(inner, inner.length);
}

const NUMBER =
  /^(?:[-+]?\d+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?)$/;
const NOT_FINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** What an unquoted text means in the core schema. */
export function plainValue(text: string): string | number | boolean | null {
  if (/^(?:|~|null|Null|NULL)$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  if (NUMBER.test(text)) return Number(text);
  if (!NOT_FINITE.test(text)) return text;
  if (/nan/i.test(text)) return Number.NaN;
  return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

function resolved(token: CST.FlowScalar | CST.BlockScalar): string {
  // Nearly all are such, and the library takes a while even for them.
  if (token.type === 'scalar' && !token.source.includes('\n')) return token.source;
  try {
    return CST.resolveAsScalar(token, false, () => undefined)?.value ?? '';
  } catch {
    return token.source;
  }
}

/** A text whose quote was never closed is what stands on its first line. */
const cutAtLine = (source: string, { start, end }: Span): Span =>
  span(start + 1, Math.max(start + 1, Math.min(end, lineEnd(source, start))));

function blockScalar(source: string, token: CST.BlockScalar, value: string): ScalarNode {
  const header = token.props.find(({ type }) => type === 'block-scalar-header');
  const start = header?.offset ?? token.offset;
  const last = token.props.at(-1);
  const body = last && 'source' in last ? last.offset + last.source.length : token.offset;
  const full = source.slice(start, body + token.source.length);
  const keeps = header && 'source' in header && header.source.includes('+');
  // Blank lines at the end are a part of the value only where the header says so.
  const written = keeps ? full.replace(/\r?\n$/, '') : full.trimEnd();
  const at = span(start, start + written.length);
  const content = span(Math.min(body, at.end), at.end);
  const offsets = written.startsWith('|') ? lineOffsets(source, content, value) : 'unknown';
  return { type: 'scalar', span: at, value, text: value, content, offsets };
}

/**
 * Where the units of a block stand whose lines are kept: each of its lines has the same indentation
 * before it.
 */
function lineOffsets(source: string, content: Span, value: string): readonly number[] | 'unknown' {
  const lines = value.replace(/\n+$/, '').split('\n');
  const offsets: number[] = [];
  let start = content.start;
  let indent: number | undefined;
  for (const line of lines) {
    const end = lineEnd(source, start);
    const written = source.slice(start, end);
    indent ??= line === '' ? undefined : written.length - line.length;
    const from = line === '' ? end : start + (indent ?? 0);
    if (source.slice(from, end) !== line) return 'unknown';
    for (let unit = from; unit <= end; unit++) offsets.push(unit);
    start = end + (source[end] === '\r' ? 2 : 1);
  }
  while (offsets.length <= value.length) offsets.push(content.end);
  return offsets;
}

function offsetsOf(
  source: string,
  content: Span,
  text: string,
  type: CST.FlowScalar['type'],
): readonly number[] | 'unknown' {
  const offsets: number[] = [];
  let decoded = '';
  for (let at = content.start; at < content.end; ) {
    const character = source[at]!;
    if (character === '\n' || character === '\r') return 'unknown';
    const single = type === 'single-quoted-scalar';
    const [said, length] = single ? [character, character === "'" ? 2 : 1] : escapeAt(source, at);
    for (let unit = 0; unit < said.length; unit++)
      offsets.push(length === said.length ? at + unit : at);
    decoded += said;
    at += length;
  }
  return decoded === text ? [...offsets, content.end] : 'unknown';
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

function escapeAt(source: string, at: number): readonly [text: string, length: number] {
  if (source[at] !== '\\') return [source[at]!, 1];
  const letter = source[at + 1] ?? '';
  const known = ESCAPES[letter];
  if (known !== undefined) return [known, 2];
  const digits = { x: 2, u: 4, U: 8 }[letter];
  const code = digits && source.slice(at + 2, at + 2 + digits);
  if (!code || !new RegExp(`^[0-9a-fA-F]{${digits}}$`).test(code))
    return [source.slice(at, at + 2), 2];
  const point = Number.parseInt(code, 16);
  return [point > 0x10ffff ? '' : String.fromCodePoint(point), 2 + digits];
}
