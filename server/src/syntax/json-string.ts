import { type Span, span } from '../text/span';
import type { SyntaxProblem } from './syntax';

/** What a string in quotes says. */
export interface DecodedString {
  readonly text: string;
  readonly content: Span;
  /** Absent where the text is written verbatim. */
  readonly offsets: readonly number[] | undefined;
  readonly closed: boolean;
  readonly problems: readonly SyntaxProblem[];
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** A backslash or a control character. */
const SPECIAL = /[^ -[\]-\uFFFF]/;

/**
 * Decodes the string literal between two offsets. An escape that does not exist stands for itself.
 * In HJSON single quotes do as well.
 */
export function decodeJsonString(
  source: string,
  start: number,
  end: number,
  quote = '"',
): DecodedString {
  const closed = isClosed(source, start, end, quote);
  const content = span(start + 1, closed ? end - 1 : end);
  const written = source.slice(content.start, content.end);
  if (closed && !SPECIAL.test(written)) {
    return { text: written, content, offsets: undefined, closed, problems: [] };
  }
  const problems: SyntaxProblem[] = [];
  const offsets: number[] = [];
  let text = '';
  for (let at = content.start; at < content.end; ) {
    const escaped = source[at] === '\\' ? escapeAt(source, at, content.end, quote) : undefined;
    const length = escaped?.length ?? 1;
    if (source[at] === '\\' && !escaped && at + 1 < content.end) {
      problems.push({ code: 'illegal-escape', span: span(at, at + 2) });
      text += source.slice(at, at + 2);
      offsets.push(at, at + 1);
      at += 2;
      continue;
    }
    if (source.charCodeAt(at) < 0x20) {
      problems.push({ code: 'illegal-character', span: span(at, at + 1) });
    }
    text += escaped?.text ?? source[at];
    offsets.push(at);
    at += length;
  }
  offsets.push(content.end);
  if (!closed) problems.push({ code: 'unclosed-string', span: span(start, end) });
  return { text, content, offsets: text === written ? undefined : offsets, closed, problems };
}

/** A quote at the end closes the string unless it is escaped. */
function isClosed(source: string, start: number, end: number, quote: string): boolean {
  if (end - start < 2 || source[end - 1] !== quote) return false;
  let backslashes = 0;
  while (source[end - 2 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 0;
}

function escapeAt(
  source: string,
  at: number,
  end: number,
  quote: string,
): { readonly text: string; readonly length: number } | undefined {
  const letter = source[at + 1];
  if (letter === undefined || at + 1 >= end) return undefined;
  if (letter === 'u') {
    const digits = /^[0-9a-fA-F]{4}/.exec(source.slice(at + 2, Math.min(at + 6, end)))?.[0];
    return digits
      ? { text: String.fromCharCode(Number.parseInt(digits, 16)), length: 6 }
      : undefined;
  }
  const text = letter === quote ? quote : ESCAPES[letter];
  return text === undefined ? undefined : { text, length: 2 };
}
