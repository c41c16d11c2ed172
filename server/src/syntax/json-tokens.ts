export interface Token {
  readonly kind: Sign | 'string' | 'word' | 'end';
  readonly start: number;
  readonly end: number;
}

type Sign = '{' | '}' | '[' | ']' | ',' | ':';

/** The next token from an offset on; a comment or a strange character before it is told aside. */
export function tokenFrom(
  text: string,
  from: number,
  aside: (start: number, end: number) => void,
): Token {
  let start = from;
  while (start < text.length) {
    const end = pieceEnd(text, start);
    const first = text[start]!;
    if (first === '"') return { kind: 'string', start, end };
    if (isSign(first)) return { kind: first, start, end };
    if (/[^\s/]/.test(first)) return { kind: 'word', start, end };
    if (!/[ \t\r\n]/.test(first)) aside(start, end);
    start = end;
  }
  return { kind: 'end', start: text.length, end: text.length };
}

const isSign = (first: string): first is Sign => '{}[],:'.includes(first);

/** Where the token, the comment or the blanks end that begin at an offset. */
function pieceEnd(text: string, start: number): number {
  switch (text.charCodeAt(start)) {
    case SPACE:
    case TAB:
    case LINE_FEED:
    case RETURN:
      return blanksEnd(text, start);
    case QUOTE:
      return stringEnd(text, start);
    case SLASH:
      return commentEnd(text, start);
    default:
      WORD.lastIndex = start;
      return WORD.test(text) ? WORD.lastIndex : start + 1;
  }
}

const [SPACE, TAB, LINE_FEED, RETURN, QUOTE, SLASH, BACKSLASH] = [32, 9, 10, 13, 34, 47, 92];

const WORD = /[^\s{}[\],:"/]+/y;

function blanksEnd(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit !== SPACE && unit !== LINE_FEED && unit !== TAB && unit !== RETURN) return at;
    at++;
  }
}

/** Behind the quote that closes it, or where its line ends. */
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return at + 1;
    if (unit === LINE_FEED || unit === RETURN) return at;
    at++;
    // A line break is never escaped.
    if (unit === BACKSLASH && !isLineBreak(text.charCodeAt(at))) at++;
  }
  return text.length;
}

const isLineBreak = (unit: number) => unit === LINE_FEED || unit === RETURN;

/** Where a comment ends, or the slash that begins none. */
function commentEnd(text: string, start: number): number {
  if (text.startsWith('/*', start)) {
    const close = text.indexOf('*/', start + 2);
    return close < 0 ? text.length : close + 2;
  }
  if (!text.startsWith('//', start)) return start + 1;
  let at = start + 2;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}
