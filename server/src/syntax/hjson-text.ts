import { type Span, span } from '../text/span';

const LITERAL =
  /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?=[ \t]*(?:$|[\r\n,}\]#]|\/\/|\/\*))/y;

/** The number or word that stands there without quotes; undefined where it is a text. */
export function bareLiteral(source: string, start: number): string | undefined {
  LITERAL.lastIndex = start;
  return LITERAL.exec(source)?.[0];
}

/** Whether a text can stand without quotes as a value, at the end of a line. */
export const canBeBare = (text: string): boolean =>
  /^[^\s{}[\],:"'#/](?:[^\r\n]*\S)?$/.test(text) && bareLiteral(text, 0) === undefined;

/** Whether a text can stand without quotes as a key. */
export const canBeBareKey = (text: string): boolean => /^[^\s,:[\]{}"'#/][^\s,:[\]{}]*$/.test(text);

/** What a text between three single quotes says. */
export interface MultiLineText {
  readonly text: string;
  readonly content: Span;
  readonly offsets: readonly number[];
  readonly end: number;
  readonly closed: boolean;
}

/**
 * Decodes the text whose three quotes stand at an offset: without the line break behind them and
 * the one before the end, and without the indentation that the quotes have.
 */
export function decodeMultiLine(source: string, start: number): MultiLineText {
  const found = source.indexOf("'''", start + 3);
  const closed = found >= 0;
  const inner = closed ? found : source.length;
  // Only of several lines does it matter how far the first one is indented.
  const several = source.slice(start, inner).includes('\n');
  const indent = several ? start - (source.lastIndexOf('\n', start - 1) + 1) : 0;
  let at = start + 3;
  while (at < inner && source[at] !== '\n' && source[at]! <= ' ') at++;
  if (source[at] === '\n' && at < inner) at = skipIndent(source, at + 1, inner, indent);
  const offsets: number[] = [];
  let text = '';
  while (at < inner) {
    const char = source[at]!;
    if (char !== '\r') {
      text += char;
      offsets.push(at);
    }
    at = char === '\n' ? skipIndent(source, at + 1, inner, indent) : at + 1;
  }
  if (text.endsWith('\n')) text = text.slice(0, -1);
  const last = offsets[text.length - 1];
  const content = span(offsets[0] ?? inner, last === undefined ? (offsets[0] ?? inner) : last + 1);
  const end = closed ? inner + 3 : inner;
  return { text, content, offsets: [...offsets.slice(0, text.length), content.end], end, closed };
}

function skipIndent(source: string, from: number, end: number, indent: number): number {
  let at = from;
  while (at < end && at - from < indent && source[at] !== '\n' && source[at]! <= ' ') at++;
  return at;
}
