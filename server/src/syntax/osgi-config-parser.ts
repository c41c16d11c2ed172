import { type Span, span } from '../text/span';
import { beginsEntry, decodeText, quotedEnd } from './osgi-config-string';
import { TYPE_LETTER, typedValue } from './osgi-config-value';
import { lineEnd, skipBlanks, skipBlanksBack } from './source-lines';
import type { Comment, ParsedText, SyntaxProblem, SyntaxProblemCode } from './syntax';
import {
  type ArrayNode,
  absentScalar,
  type ConfigNode,
  type Property,
  type ScalarNode,
} from './tree';

/** What the notation remembers of a text. */
export interface OsgiConfigLayout {
  /** The offsets of the backslashes that continue a list on the next line. */
  readonly continuations: readonly number[];
}

/** Reads a text; a broken one as far as it can be read. */
export const parseOsgiConfig = (text: string): ParsedText => new OsgiConfigReader(text).read();

const KEY = /(?:\\[^\r\n]|[^ \t\r\n\f\v="\\])+/y;
const VALUE = /[ \t\r\n\f\v]*([A-Za-z]?)(["[(])/y;
const BARE_ITEM = /[^ \t\r\n\f\v,\])"]+/y;
const LINE = /[^\r\n]*/y;
const BLANKS = /[ \t\r\n\f\v]+/y;

/** Owns the position in the text, and what was found so far. */
class OsgiConfigReader {
  private at: number;
  private readonly properties: Property[] = [];
  private readonly problems: SyntaxProblem[] = [];
  private readonly comments: Comment[] = [];
  private readonly continuations: number[] = [];
  /** One problem is enough for lines that say nothing, like those of a PEM without quotes. */
  private lost = false;

  constructor(private readonly text: string) {
    this.at = text.startsWith('\uFEFF') ? 1 : 0;
  }

  read(): ParsedText {
    const { text, properties, problems, comments, continuations } = this;
    const all = span(this.at, text.length);
    for (this.skip(); this.at < text.length; this.skip()) this.entry();
    const layout: OsgiConfigLayout = { continuations };
    const root =
      properties.length > 0 ? { type: 'object' as const, span: all, properties } : undefined;
    return { root, problems, comments, layout };
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text) ?? undefined;
  }

  /** Steps over blanks, line breaks and comments. */
  private skip(): void {
    for (;;) {
      this.at += this.match(BLANKS)?.[0].length ?? 0;
      if (this.text[this.at] !== '#') return;
      this.comment();
    }
  }

  private comment(): void {
    const start = this.at;
    this.at += this.match(LINE)![0].length;
    const text = this.text.slice(start + 1, this.at).trim();
    this.comments.push({ span: span(start, this.at), text });
  }

  private report(code: SyntaxProblemCode, start: number, end: number): void {
    this.problems.push({ code, span: span(start, end) });
  }

  private entry(): void {
    const start = this.at;
    const source = /[[\](),]/.test(this.text[start]!) ? undefined : this.match(KEY)?.[0];
    if (source === undefined) {
      this.lose('key-expected', start, start + 1);
      return;
    }
    const keySpan = span(start, start + source.length);
    const sign = skipBlanks(this.text, keySpan.end);
    // In what is lost the end of a base64 text looks like a key.
    const padding = this.lost && /^[ \t]*(?:=|[\r\n]|$)/.test(this.text.slice(sign + 1, sign + 80));
    if (padding || this.text[sign] !== '=') {
      this.withoutValue(keySpan, sign);
      return;
    }
    this.lost = false;
    this.at = sign + 1;
    this.add(keySpan, this.value());
  }

  private add(keySpan: Span, value: ConfigNode): void {
    const { text: key, problems } = decodeText(this.text, keySpan);
    this.problems.push(...problems);
    this.properties.push({ key, keySpan, span: span(keySpan.start, value.span.end), value });
  }

  /** A word alone on its line is a key that is being typed; others are no part of an entry. */
  private withoutValue(keySpan: Span, behind: number): void {
    const typed = !this.lost && /[\r\n]|^$/.test(this.text[behind] ?? '');
    if (!typed) {
      this.lose('unexpected-token', keySpan.start, keySpan.end);
      return;
    }
    this.report('value-expected', keySpan.start, keySpan.end);
    this.at = keySpan.end;
    this.add(keySpan, absentScalar(keySpan.end));
  }

  /** Steps over what is no entry, to the next one on the line or the next line. */
  private lose(code: SyntaxProblemCode, start: number, end: number): void {
    if (!this.lost) this.report(code, start, end);
    this.lost = true;
    const next = skipBlanks(this.text, end);
    this.at = next > end && beginsEntry(this.text, next) ? next : lineEnd(this.text, end);
  }

  private value(): ConfigNode {
    const found = this.match(VALUE);
    if (!found) return this.bareValue();
    const [source, letter = '', opening] = found;
    const open = this.at + source.length - 1;
    const start = open - letter.length;
    const known = TYPE_LETTER.test(letter) ? letter : undefined;
    if (letter && !known) this.report('unexpected-token', start, open);
    if (opening !== '"') return this.array(known, start, open);
    return this.quoted(known, start, open).node;
  }

  /** A value without quotes is what stands on the line. */
  private bareValue(): ScalarNode {
    const sign = this.at;
    const start = skipBlanks(this.text, sign);
    const line = this.text.slice(start, lineEnd(this.text, start));
    const comment = line.startsWith('#') ? 0 : line.indexOf(' #');
    const text = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
    if (text === '') {
      this.report('value-expected', sign - 1, sign);
      return absentScalar(sign);
    }
    this.at = start + text.length;
    // More of a key follows on further lines.
    this.lost = text.startsWith('-----BEGIN');
    return this.bare(start);
  }

  private bare(start: number): ScalarNode {
    const content = span(start, this.at);
    const text = this.text.slice(start, this.at);
    this.report('quotes-expected', start, this.at);
    return { type: 'scalar', span: content, value: text, text, content };
  }

  private quoted(
    letter: string | undefined,
    start: number,
    open: number,
    item = false,
  ): { readonly node: ScalarNode; readonly closed: boolean } {
    const { end, closed } = quotedEnd(this.text, open, item);
    const content = span(open + 1, closed ? end - 1 : end);
    const { text, offsets, problems } = decodeText(this.text, content);
    this.problems.push(...problems);
    if (!closed) this.report('unclosed-string', open, Math.min(end, lineEnd(this.text, open)));
    this.at = end;
    const value = typedValue(letter, text);
    const node = { type: 'scalar' as const, span: span(start, end), value, text, content };
    return { node: offsets ? { ...node, offsets } : node, closed };
  }

  private array(letter: string | undefined, start: number, open: number): ArrayNode {
    const items: ConfigNode[] = [];
    const closing = this.text[open] === '[' ? ']' : ')';
    this.at = open + 1;
    let separated = true;
    for (;;) {
      const end = this.at;
      const behind = this.skipInList();
      const unit = this.text[this.at];
      if (unit === ']' || unit === ')') {
        if (unit !== closing) this.report('unexpected-token', this.at, this.at + 1);
        this.at++;
        return { type: 'array', span: span(start, this.at), items };
      }
      if (unit === undefined || this.beginsNext()) {
        this.backTo(Math.max(end, behind));
        this.report('bracket-expected', open, open + 1);
        return { type: 'array', span: span(start, this.at), items };
      }
      if (unit === ',') this.at++;
      else if (!separated) this.report('comma-expected', this.at, this.at + 1);
      separated = unit === ',' || !this.item(letter, items);
    }
  }

  /** The comments behind an open list stand between entries. */
  private backTo(offset: number): void {
    this.at = offset;
    while ((this.comments.at(-1)?.span.start ?? -1) >= offset) this.comments.pop();
    while ((this.problems.at(-1)?.span.start ?? -1) >= offset) this.problems.pop();
  }

  private readonly opensLine = (): boolean =>
    /[\r\n]|^$/.test(this.text[skipBlanksBack(this.text, this.at) - 1] ?? '');

  private readonly beginsNext = (): boolean => this.opensLine() && beginsEntry(this.text, this.at);

  /** Reads an item; false where it took along what stands behind it. */
  private item(letter: string | undefined, items: ConfigNode[]): boolean {
    const start = this.at;
    if (/[A-Za-z]/.test(this.text[start]!) && this.text[start + 1] === '"') {
      this.report('unexpected-token', start, ++this.at);
    }
    if (this.text[this.at] === '"') {
      const { node, closed } = this.quoted(letter, this.at, this.at, true);
      items.push(node);
      return closed;
    }
    this.at += this.match(BARE_ITEM)?.[0].length ?? 1;
    items.push(this.bare(start));
    return true;
  }

  /**
   * Steps over blanks, line breaks, the backslashes before them, and lines of comments; says where
   * the last backslash ends.
   */
  private skipInList(): number {
    let behind = 0;
    for (;;) {
      this.at += this.match(BLANKS)?.[0].length ?? 0;
      const unit = this.text[this.at];
      if (unit === '#' && this.opensLine()) {
        // People write comments there, and Felix gives the list up.
        this.comment();
        const { start, end } = this.comments.at(-1)!.span;
        this.report('unexpected-token', start, end);
      } else if (unit === '\\' && /[\r\n]/.test(this.text[this.at + 1] ?? '')) {
        this.continuations.push(this.at);
        behind = ++this.at;
      } else return behind;
    }
  }
}
