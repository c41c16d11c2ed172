import { type Span, span } from '../text/span';
import {
  decode,
  type Escapes,
  indentedLines,
  inJava,
  lineBreaks,
  withEscapes,
} from './properties-escapes';
import type { Flavour } from './properties-flavours';
import { endsWithBackslash, lineEnd, skipBlanks, skipBlanksBack } from './source-lines';
import type { SyntaxProblem } from './syntax';
import type { ScalarNode } from './tree';

export interface ReadValue {
  readonly node: ScalarNode;
  /** Of the comment behind the value. */
  readonly comment: Span | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Reads what stands behind a separator; `end` is the end of the line, or of all lines it goes on.
 */
export function readValue(flavour: Flavour, text: string, behind: number, end: number): ReadValue {
  const start = skipBlanks(text, behind);
  const quote = start < end ? text[start]! : '';
  const bare = bareValue(flavour, text, behind, end);
  if (quote === '' || !flavour.quotes.includes(quote)) {
    return readScalar(text, bare.span, bare.span, escapesOf(flavour, ''), bare.comment);
  }
  const close = closingQuote(flavour, text, start, bare.span.end, end);
  const escapes = escapesOf(flavour, quote);
  if (close !== undefined) {
    const comment = commentBehind(flavour, text, close + 1);
    return readScalar(text, span(start, close + 1), span(start + 1, close), escapes, comment);
  }
  // Between quotes that other text follows, a shell reads on: what stands there is not certainly
  // wrong.
  const alone = text.slice(start + 1, end).indexOf(quote) < 0;
  if (!flavour.strict || !alone) {
    return readScalar(text, bare.span, bare.span, undefined, bare.comment);
  }
  const open = span(start, Math.max(start + 1, skipBlanksBack(text, end)));
  const read = readScalar(text, open, span(start + 1, open.end), escapes, undefined);
  return { ...read, problems: [...read.problems, { code: 'unclosed-string', span: open }] };
}

function readScalar(
  text: string,
  at: Span,
  content: Span,
  escapes: Escapes | undefined,
  comment: Span | undefined,
): ReadValue {
  const decoded = decode(text, content, escapes);
  const { offsets, problems } = decoded;
  const said = { value: decoded.text, text: decoded.text, content };
  const node = { type: 'scalar' as const, span: at, ...said, ...(offsets ? { offsets } : {}) };
  return { node, comment, problems };
}

function escapesOf({ escapes }: Flavour, quote: string): Escapes | undefined {
  if (escapes === 'everywhere') return inJava;
  if (escapes === 'none') return quote === '' ? indentedLines : undefined;
  if (quote === '') return undefined;
  return quote === '"' ? withEscapes : lineBreaks;
}

/**
 * The value as it is without quotes: nothing directly behind the separator where none stands there.
 */
function bareValue(
  { markersBehind, escapes }: Flavour,
  text: string,
  behind: number,
  end: number,
): { readonly span: Span; readonly comment: Span | undefined } {
  const start = Math.min(skipBlanks(text, behind), end);
  const comment = markersBehind === '' ? undefined : commentIn(markersBehind, text, start, end);
  // Java keeps the blanks at the end of a value.
  const stop = escapes === 'everywhere' ? end : skipBlanksBack(text, comment?.start ?? end);
  return { span: stop > start ? span(start, stop) : span(behind, behind), comment };
}

/** The first marker of a comment behind a blank. */
function commentIn(markers: string, text: string, start: number, end: number): Span | undefined {
  for (let at = start; at < end; at++) {
    if (markers.includes(text[at]!) && skipBlanksBack(text, at) < at) return span(at, end);
  }
  return undefined;
}

/**
 * The quote that closes a value: the next one with nothing but a comment behind it. Where that one
 * has text behind it, the last one of the line, which is how dotenv reads `"["a"]"` and a backslash
 * before the last quote.
 */
function closingQuote(
  flavour: Flavour,
  text: string,
  start: number,
  bareEnd: number,
  end: number,
): number | undefined {
  const quote = text[start]!;
  const lines = flavour.escapes === 'in double quotes';
  const limit = lines ? text.length : end;
  let at = text.indexOf(quote, start + 1);
  while (lines && at >= 0 && endsWithBackslash(text, at)) at = text.indexOf(quote, at + 1);
  if (at >= 0 && at < limit && endsValue(flavour, text, at + 1)) return at;
  return bareEnd - 1 > start && text[bareEnd - 1] === quote ? bareEnd - 1 : undefined;
}

const endsValue = (flavour: Flavour, text: string, at: number): boolean => {
  const next = skipBlanks(text, at);
  return next >= lineEnd(text, next) || flavour.markersBehind.includes(text[next]!);
};

function commentBehind({ markersBehind }: Flavour, text: string, at: number): Span | undefined {
  const start = skipBlanks(text, at);
  return start < text.length && markersBehind.includes(text[start]!)
    ? span(start, lineEnd(text, start))
    : undefined;
}
