import type { Span } from '../text/span';
import { type JsonStyle, styleOf } from './json-style';
import type { ParsedText } from './syntax';
import { closingQuote, wordAt } from './typing';

/** What stands before the word that is typed. */
export interface Scene {
  readonly style: JsonStyle;
  readonly comments: readonly Span[];
  readonly loose: boolean;
  /** The innermost open bracket; undefined at the top. */
  readonly inside: Bracket | undefined;
  readonly last: Sign;
  /** Where that ends. */
  readonly lastEnd: number;
  /** Where the quote stands that is open at the cursor. */
  readonly quote: number | undefined;
}

type Bracket = '{' | '[';

/** What was last: a bracket, a sign, a key, a value, or nothing. */
type Sign = Bracket | ',' | ':' | 'key' | 'value' | '';

/** What stands before the cursor; undefined where nothing can be typed. */
export function sceneAt(
  text: string,
  offset: number,
  parsed: ParsedText,
  loose: boolean,
): Scene | undefined {
  const comments = parsed.comments.map(({ span: at }) => at);
  const scan = new JsonScan(text, offset, loose, comments);
  const quote = scan.run();
  if (quote === 'elsewhere') return undefined;
  const { last, lastEnd } = scan;
  const isBraceless = loose && last !== '' && !/^[\s\uFEFF]*[{[]/.test(text);
  const inside = scan.stack.at(-1) ?? (isBraceless ? '{' : undefined);
  const style = styleOf(text, parsed);
  // In JSON a key without quotes is one that is being typed.
  const keyQuote = !loose && style.keyQuote === 'none' ? '"' : style.keyQuote;
  return { style: { ...style, keyQuote }, comments, loose, inside, last, lastEnd, quote };
}

/** Reads up to the cursor, sign by sign: a tree says little of a text that is half typed. */
class JsonScan {
  readonly stack: Bracket[] = [];
  last: Sign = '';
  lastEnd = 0;
  private at: number;
  private readonly commentEnds: ReadonlyMap<number, number>;

  constructor(
    private readonly text: string,
    private readonly offset: number,
    private readonly loose: boolean,
    comments: readonly Span[],
  ) {
    this.at = text.startsWith('\uFEFF') ? 1 : 0;
    this.commentEnds = new Map(comments.map(({ start, end }) => [start, end]));
  }

  /** Where the quote stands that is open at the cursor, if one is. */
  run(): number | 'elsewhere' | undefined {
    const word = wordAt(this.text, this.offset, BARE).start;
    while (this.at < word) {
      const unit = this.text[this.at]!;
      const comment = this.commentEnds.get(this.at);
      if (comment !== undefined && comment > this.at) this.at = comment;
      else if (/\s/.test(unit)) this.at++;
      else if (unit === '"' || unit === "'") {
        const open = this.at;
        const place = this.quoted(unit);
        if (place !== 'behind') return place === 'inside' ? open : place;
      } else if (unit === '{' || unit === '[') {
        this.stack.push(unit);
        this.said(unit, this.at + 1);
      } else if (unit === '}' || unit === ']') {
        this.stack.pop();
        this.said('value', this.at + 1);
      } else if (unit === ',' || unit === ':') this.said(unit, this.at + 1);
      else if (!this.word()) return 'elsewhere';
    }
    return this.at > this.offset ? 'elsewhere' : undefined;
  }

  private said(what: Sign, end: number): void {
    this.last = what;
    this.lastEnd = end;
    this.at = end;
  }

  private get keyOrValue(): Sign {
    return this.stack.at(-1) !== '[' && this.last !== ':' ? 'key' : 'value';
  }

  private quoted(quote: string): 'inside' | 'behind' | 'elsewhere' {
    const { text, at, offset } = this;
    if (this.loose && text.startsWith("'''", at)) {
      const close = text.indexOf("'''", at + 3);
      if (close < 0 || close >= offset) return 'elsewhere';
      this.said('value', close + 3);
      return 'behind';
    }
    const close = closingQuote(text, at + 1, quote, 'backslash');
    const end = close ?? lineBreakBehind(text, at);
    if (offset <= end) return 'inside';
    this.said(this.keyOrValue, close === undefined ? end : end + 1);
    return 'behind';
  }

  /**
   * Steps over a word without quotes, which goes on to the end of the line in HJSON; false where
   * the cursor is in it.
   */
  private word(): boolean {
    const { text, at, offset } = this;
    if (this.loose && this.last === ':') {
      const end = lineBreakBehind(text, at);
      if (offset <= end) return false;
      this.said('value', end);
    } else this.said(this.keyOrValue, Math.max(at + 1, wordAt(text, at, BARE).end));
    return true;
  }
}

/** What a number, a word or a key without quotes is made of. */
export const BARE = /[\w.@$+-]/;

function lineBreakBehind(text: string, offset: number): number {
  const found = text.slice(offset).search(/[\r\n]/);
  return found < 0 ? text.length : offset + found;
}

/** The first sign behind an offset that is no blank and no comment. */
export function nextSign(
  text: string,
  offset: number,
  comments: readonly Span[],
): string | undefined {
  let at = offset;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++;
    const comment = comments.find(({ start }) => start === at);
    if (!comment || comment.end <= at) return text[at];
    at = comment.end;
  }
}
