import { type Span, span } from '../text/span';
import { type JsonStyle, jsonStyle } from './json-style';
import { escapedFor, writeKey } from './json-write';
import { indentAt, skipBlanks, startsLine } from './source-lines';
import type { ParsedText } from './syntax';
import {
  closingQuote,
  type Draft,
  type DraftMember,
  type Typing,
  typingAt,
  wordAt,
} from './typing';

/** How what is typed in a text of JSON, or of HJSON (`loose`), can be understood. */
export function jsonTyping(
  text: string,
  offset: number,
  parsed: ParsedText,
  loose: boolean,
): readonly Typing[] {
  const scene = sceneAt(text, offset, parsed, loose);
  if (!scene) return [];
  return scene.quote === undefined
    ? bareTyping(text, offset, scene)
    : quotedTyping(text, offset, scene, scene.quote);
}

/** What stands before the word that is typed. */
interface Scene {
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

function sceneAt(
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
  const style = jsonStyle(text, parsed);
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
    const close = closingQuote(text, at + 1, quote);
    const end = close ?? lineBreakBehind(text, at);
    if (offset <= end) return 'inside';
    this.said(this.keyOrValue, close === undefined ? end : end + 1);
    return 'behind';
  }

  /** Steps over a word without quotes, which goes on to the end of the line in HJSON; false where the cursor is in it. */
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
const BARE = /[\w.@$+-]/;

function lineBreakBehind(text: string, offset: number): number {
  const found = text.slice(offset).search(/[\r\n]/);
  return found < 0 ? text.length : offset + found;
}

/** The first sign behind an offset that is no blank and no comment. */
function nextSign(text: string, offset: number, comments: readonly Span[]): string | undefined {
  let at = offset;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++;
    const comment = comments.find(({ start }) => start === at);
    if (!comment || comment.end <= at) return text[at];
    at = comment.end;
  }
}

function quotedTyping(text: string, offset: number, scene: Scene, open: number): readonly Typing[] {
  const quote = text[open] === "'" ? "'" : '"';
  const close = closingQuote(text, Math.max(offset, open + 1), quote);
  const rest = /^[^\s",}\]]*/.exec(text.slice(offset))?.[0].length ?? 0;
  const content = span(open + 1, close ?? offset + rest);
  const behind = close === undefined ? content.end : close + 1;
  const string: TypedString = { text, offset, open, close, content, behind, quote };
  const isKey = scene.inside === '{' && scene.last !== ':';
  const keyOnly = isKey && nextSign(text, behind, scene.comments) === ':';
  if (isKey && !keyOnly) return quotedKey(string, scene);
  return quotedText(string, scene, keyOnly);
}

/** A string that is typed, which may be open. */
interface TypedString {
  readonly text: string;
  readonly offset: number;
  readonly open: number;
  readonly close: number | undefined;
  readonly content: Span;
  /** Where the string ends, with its quote. */
  readonly behind: number;
  readonly quote: "'" | '"';
}

/** A key without a value: all of it is written anew, from behind its quote. */
function quotedKey(
  { text, offset, open, close, content, behind, quote }: TypedString,
  scene: Scene,
): readonly Typing[] {
  const word = span(content.start, behind);
  const trail = trailingComma(text, behind, scene);
  const also = leadingComma(scene, open);
  const end = close === undefined ? quote : '';
  const members = (all: readonly DraftMember[]) =>
    membersText(all, text, open, scene).replace(/^["']/, '') + trail;
  const place = { text, offset, word, after: `${end}:0${trail}`, also };
  const part = (said: string) => escapedFor(said, quote);
  return [typingAt(place, { members, part })];
}

/** A value, an item, or the key of a member that has its value: the characters between the quotes. */
function quotedText(
  { text, offset, open, close, content, behind, quote }: TypedString,
  scene: Scene,
  keyOnly: boolean,
): readonly Typing[] {
  const comma = keyOnly ? '' : trailingComma(text, behind, scene);
  const tail = close === undefined ? quote + comma : '';
  const also = keyOnly ? [] : leadingComma(scene, open);
  if (close !== undefined && comma) also.push({ span: span(behind, behind), newText: comma });
  const part = (said: string) => escapedFor(said, quote) + tail;
  const key = ([first]: readonly DraftMember[]) => part(first?.[0] ?? '');
  const members = keyOnly ? key : undefined;
  const value = keyOnly ? undefined : (draft: Draft) => part(plainText(draft));
  const place = { text, offset, word: content, after: tail, also, keyOnly };
  return [typingAt(place, { members, value, part })];
}

function bareTyping(text: string, offset: number, scene: Scene): readonly Typing[] {
  const word = wordAt(text, offset, BARE);
  const { inside, last } = scene;
  const next = nextSign(text, word.end, scene.comments);
  const isKey = inside === '{' ? last !== ':' : inside === undefined && scene.loose && last === '';
  const part = (said: string) => escapedFor(said, '"');
  if (isKey && next === ':' && last !== 'key') {
    if (word.start === word.end) return [];
    const key = (name: string) =>
      scene.loose ? writeKey(name, 'none') : writeKey(name, scene.style.keyQuote);
    const members = ([first]: readonly DraftMember[]) => key(first?.[0] ?? '');
    const place = { text, offset, word, before: '"', after: '"', keyOnly: true };
    return [typingAt(place, { members, part })];
  }
  if (last === 'value' && scene.lastEnd === word.start) return [];
  // Before a whole text nothing can be written.
  if (inside === undefined && !isKey && next !== undefined) return [];
  if (last === 'key' || (inside === undefined && last !== '' && !isKey)) return [];
  const trail = trailingComma(text, word.end, scene);
  const also = leadingComma(scene, word.start);
  const lead = also.length > 0 ? ',' : '';
  const blank = last === ':' && word.start === scene.lastEnd ? scene.style.colon.slice(1) : '';
  const writes = isKey
    ? {
        members: (all: readonly DraftMember[]) => membersText(all, text, word.start, scene) + trail,
      }
    : {
        value: (draft: Draft) =>
          blank + valueText(draft, indentAt(text, word.start), scene.style) + trail,
      };
  const after = `"${isKey ? ':0' : ''}${trail}`;
  return [typingAt({ text, offset, word, before: `${lead}"`, after, also }, { ...writes, part })];
}

/** The comma that is missing behind the member before; on lines of their own HJSON needs none. */
function leadingComma({ last, lastEnd, loose, style }: Scene, start: number) {
  if (last !== 'value' || (loose && style.commaless)) return [];
  return lastEnd <= start ? [{ span: span(lastEnd, lastEnd), newText: ',' }] : [];
}

function trailingComma(text: string, end: number, { comments, loose, style, inside }: Scene) {
  const next = nextSign(text, end, comments);
  const ends = next === undefined || ',:}]'.includes(next);
  return ends || inside === undefined || (loose && style.commaless) ? '' : ',';
}

/** Members beside others, or on lines of their own where the brackets stand on one line. */
function membersText(
  members: readonly DraftMember[],
  text: string,
  start: number,
  { style }: Scene,
): string {
  const indent = indentAt(text, start);
  const { lineBreak, indentUnit } = style;
  if (members.length === 1 || startsLine(text, start)) {
    return members.map((each) => memberText(each, indent, style)).join(`,${lineBreak}${indent}`);
  }
  const inner = lineBreak + indent + indentUnit;
  const lines = members.map((each) => inner + memberText(each, indent + indentUnit, style));
  const closes = /[}\]]/.test(text[skipBlanks(text, start)] ?? '');
  return lines.join(',') + (closes ? lineBreak + indent : '');
}

const memberText = ([key, draft]: DraftMember, indent: string, style: JsonStyle): string =>
  writeKey(key, style.keyQuote) + style.colon + valueText(draft, indent, style);

function valueText(draft: Draft, indent: string, style: JsonStyle): string {
  if (typeof draft !== 'object') return JSON.stringify(draft);
  const { lineBreak, indentUnit, separator } = style;
  const inner = indent + indentUnit;
  const isList = Array.isArray(draft);
  const parts = isList
    ? (draft as readonly Draft[]).map((each) => valueText(each, inner, style))
    : Object.entries(draft).map((each) => memberText(each, inner, style));
  const [open, close] = isList ? '[]' : '{}';
  if (parts.length === 0) return `${open}${close}`;
  const isFlat = isList && (draft as readonly Draft[]).every((each) => typeof each !== 'object');
  if (isFlat) return `${open}${parts.join(separator)}${close}`;
  return `${open}${lineBreak}${inner}${parts.join(`,${lineBreak}${inner}`)}${lineBreak}${indent}${close}`;
}

const plainText = (draft: Draft): string =>
  Array.isArray(draft) ? draft.map(plainText).join(',') : String(draft);
