import { type Span, span } from '../text/span';
import type { SyntaxProblem } from './syntax';

/** What stands at an offset for another text; undefined for a character that stands for itself. */
export type Escapes = (source: string, at: number, end: number) => Escape | undefined;

interface Escape {
  /** At most one UTF-16 unit. */
  readonly text: string;
  readonly length: number;
  readonly wrong?: true;
}

export interface Decoded {
  readonly text: string;
  /** Absent where the text is written verbatim. */
  readonly offsets: readonly number[] | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/** Decodes what stands in a span. An escape that does not exist stands for itself. */
export function decode(source: string, content: Span, escapes: Escapes | undefined): Decoded {
  const written = source.slice(content.start, content.end);
  if (!escapes || !/[\\\r\n]/.test(written)) {
    return { text: written, offsets: undefined, problems: [] };
  }
  const offsets: number[] = [];
  const problems: SyntaxProblem[] = [];
  let text = '';
  for (let at = content.start; at < content.end; ) {
    const found = escapes(source, at, content.end);
    const length = found?.length ?? 1;
    const said = found?.text ?? source[at]!;
    if (found?.wrong) problems.push({ code: 'illegal-escape', span: span(at, at + 2) });
    if (said !== '') offsets.push(at);
    text += said;
    at += length;
  }
  offsets.push(content.end);
  return { text, offsets: text === written ? undefined : offsets, problems };
}

/** Lines end with a line feed for whoever reads them. */
export const lineBreaks: Escapes = (source, at, end) =>
  source[at] === '\r' && source[at + 1] === '\n' && at + 1 < end
    ? { text: '\n', length: 2 }
    : undefined;

/** A line that goes on loses its indentation. */
export const indentedLines: Escapes = (source, at, end) => {
  CONTINUED.lastIndex = at;
  const lines = CONTINUED.exec(source)?.[0];
  return lines === undefined ? undefined : { text: '\n', length: Math.min(lines.length, end - at) };
};

const CONTINUED = /\r?\n[ \t]*/y;

const IN_QUOTES: Readonly<Record<string, string>> = { n: '\n', r: '\r', '"': '"' };

/** In double quotes; any other backslash is one. */
export const withEscapes: Escapes = (source, at, end) => {
  if (source[at] !== '\\' || at + 1 >= end) return lineBreaks(source, at, end);
  const text = IN_QUOTES[source[at + 1]!];
  return text === undefined ? undefined : { text, length: 2 };
};

const IN_JAVA: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f' };

/**
 * A backslash stands for what follows; at the end of a line for nothing, with the blanks of the
 * next one.
 */
export const inJava: Escapes = (source, at, end) => {
  if (source[at] !== '\\') return undefined;
  const letter = at + 1 < end ? source[at + 1]! : '';
  if (letter === '') return { text: '', length: 1 };
  CONTINUED.lastIndex = at + 1;
  const lines = CONTINUED.exec(source)?.[0];
  if (lines !== undefined) return { text: '', length: Math.min(1 + lines.length, end - at) };
  if (letter !== 'u') return { text: IN_JAVA[letter] ?? letter, length: 2 };
  const digits = /^[0-9a-fA-F]{4}$/.exec(source.slice(at + 2, Math.min(at + 6, end)))?.[0];
  return digits
    ? { text: String.fromCharCode(Number.parseInt(digits, 16)), length: 6 }
    : { text: '\\', length: 1, wrong: true };
};
