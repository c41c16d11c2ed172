import { type Span, span } from '../text/span';
import { bareLiteral, decodeMultiLine } from './hjson-text';
import { decodeJsonString } from './json-string';
import type { Comment, ParsedText, SyntaxProblem, SyntaxProblemCode } from './syntax';
import {
  type ArrayNode,
  absentScalar,
  type ConfigNode,
  type ObjectNode,
  type Property,
  type ScalarNode,
} from './tree';

/** Nobody nests deeper by hand, and a text must never overflow the stack. */
const MAX_DEPTH = 200;

/**
 * Reads HJSON: keys and texts without quotes, single quotes, no commas at the ends of lines, no
 * outer braces. A broken text has one problem, the first, and the tree of what can be read.
 */
export const parseHjson = (text: string): ParsedText => new HjsonReader(text).read();

const DOUBLE_QUOTED = /"(?:[^"\\\r\n]+|\\[^\r\n])*(?:"|\\?)/y;
const SINGLE_QUOTED = /'(?:[^'\\\r\n]+|\\[^\r\n])*(?:'|\\?)/y;
const BARE_KEY = /[^\s,:[\]{}"'][^\s,:[\]{}]*/y;
/** The rest of a line up to the blanks that separate values. */
const BARE_LINE = /[^\r\n]*[^\0-\x20]/y;
const COMMENT = /(?:#|\/\/)[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
/** What a text without outer braces begins with. */
const MEMBER = /(?:"[^"\r\n]*"|'[^'\r\n]*'|[^\s,:[\]{}"'][^\s,:[\]{}]*)\s*:/y;

/** A bracket at the end of a text, with a comma or a comment behind it or not. */
const BRACKET_BEHIND = /\](?:[ \t]*,)?(?:[ \t]*(?:#|\/\/).*)?$/;

/** Owns the position in the text, and what was found so far. */
class HjsonReader {
  private at: number;
  private readonly problems: SyntaxProblem[] = [];
  private readonly comments: Comment[] = [];
  private readonly trailingCommas: Span[] = [];
  private depth = 0;

  constructor(private readonly text: string) {
    this.at = text.startsWith('\uFEFF') ? 1 : 0;
  }

  read(): ParsedText {
    this.blanks();
    const root = this.match(MEMBER) ? this.members(this.at, undefined) : this.value();
    this.blanks();
    if (this.at < this.text.length) {
      this.report('unexpected-token', span(this.at, this.at + 1));
      this.skipRest();
    }
    const { problems, comments, trailingCommas } = this;
    return { root, problems, comments, trailingCommas };
  }

  /** Only the first problem counts: what follows it may be its consequence. */
  private report(code: SyntaxProblemCode, at: Span): void {
    if (this.problems.length === 0) this.problems.push({ code, span: at });
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text)?.[0];
  }

  private blanks(): void {
    for (;;) {
      while (this.at < this.text.length && this.text[this.at]! <= ' ') this.at++;
      const source = this.match(COMMENT);
      if (source === undefined) return;
      this.comment(source);
    }
  }

  private comment(source: string): void {
    const block = source.startsWith('/*');
    const closed = block && source.length >= 4 && source.endsWith('*/');
    const at = span(this.at, this.at + source.length);
    if (block && !closed) this.report('unclosed-comment', span(at.start, at.start + 2));
    const marker = source.startsWith('#') ? 1 : 2;
    this.comments.push({ span: at, text: source.slice(marker, closed ? -2 : undefined).trim() });
    this.at = at.end;
  }

  /** Comments still silence rules behind the place where nothing can be read any more. */
  private skipRest(): void {
    while (this.at < this.text.length) {
      const start = this.at;
      this.blanks();
      if (this.at === start) this.at++;
    }
  }

  private value(): ConfigNode | undefined {
    const first = this.text[this.at];
    if (first === '{' || first === '[') {
      if (this.depth >= MAX_DEPTH) return this.skipped();
      return first === '{' ? this.object() : this.array();
    }
    if (this.text.startsWith("'''", this.at)) return this.multiLine();
    if (first === '"' || first === "'") return this.string();
    return first === undefined || '}],:'.includes(first) ? undefined : this.bare();
  }

  private object(): ObjectNode {
    const start = this.at++;
    return this.members(start, '}');
  }

  private members(start: number, closing: '}' | undefined): ObjectNode {
    const properties: Property[] = [];
    this.depth++;
    for (this.blanks(); this.inside(closing, start); ) {
      const found = this.property();
      if (found) properties.push(found);
      else {
        this.report('key-expected', span(this.at, this.at + 1));
        this.skipOne();
      }
      this.separator(closing);
    }
    this.depth--;
    return {
      type: 'object',
      span: span(start, this.close(closing, properties.at(-1))),
      properties,
    };
  }

  private property(): Property | undefined {
    const quoted = this.text[this.at] === '"' || this.text[this.at] === "'";
    const keyNode = quoted ? this.string() : undefined;
    const bare = quoted ? undefined : this.match(BARE_KEY);
    if (!keyNode && bare === undefined) return undefined;
    const keySpan = keyNode?.span ?? span(this.at, this.at + (bare ?? '').length);
    const key = keyNode?.text ?? bare ?? '';
    this.at = keySpan.end;
    this.blanks();
    if (this.text[this.at] !== ':') {
      this.report('colon-expected', keySpan);
      const value = absentScalar(keySpan.end);
      return { key, keySpan, span: keySpan, value };
    }
    const colon = this.at++;
    this.blanks();
    const found = this.value();
    if (!found) this.report('value-expected', span(colon, colon + 1));
    const value = found ?? absentScalar(colon + 1);
    return { key, keySpan, span: span(keySpan.start, value.span.end), value };
  }

  private array(): ArrayNode {
    const start = this.at++;
    const items: ConfigNode[] = [];
    this.depth++;
    for (this.blanks(); this.inside(']', start); ) {
      const item = this.value();
      if (item) items.push(item);
      else {
        this.report('value-expected', span(this.at, this.at + 1));
        this.skipOne();
      }
      this.separator(']');
      const last = this.withoutBracket(item);
      if (last) {
        this.depth--;
        const at = span(start, last.span.end + 1);
        return { type: 'array', span: at, items: [...items.slice(0, -1), last] };
      }
    }
    this.depth--;
    return { type: 'array', span: span(start, this.close(']', items.at(-1))), items };
  }

  /**
   * A text without quotes that took along the `]` that was meant to close its list, as the text
   * that was meant. Undefined where the list goes on.
   */
  private withoutBracket(item: ConfigNode | undefined): ScalarNode | undefined {
    if (item?.type !== 'scalar' || item.span.start !== item.content.start) return undefined;
    const length = item.text.search(BRACKET_BEHIND);
    const next = this.text[this.at];
    if (length < 0 || !(next === undefined || next === '}' || this.match(MEMBER))) return undefined;
    const at = span(item.span.start, item.span.start + length);
    this.report('bracket-in-text', span(at.end, at.end + 1));
    const text = item.text.slice(0, length);
    return { ...item, span: at, content: at, value: text, text };
  }

  /** Whether the collection goes on. One that is not closed ends where another one does. */
  private inside(closing: '}' | ']' | undefined, start: number): boolean {
    const char = this.text[this.at];
    if (char === closing) return false;
    if (char === undefined || (closing && (char === '}' || char === ']'))) {
      this.report('bracket-expected', span(start, start + 1));
      return false;
    }
    return true;
  }

  private skipOne(): void {
    this.at = Math.min(this.at + 1, this.text.length);
  }

  private separator(closing: '}' | ']' | undefined): void {
    this.blanks();
    if (this.text[this.at] !== ',') return;
    const comma = this.at++;
    this.blanks();
    if (this.text[this.at] === closing) this.trailingCommas.push(span(comma, comma + 1));
  }

  private close(closing: '}' | ']' | undefined, last: { readonly span: Span } | undefined): number {
    if (closing === undefined) {
      const end = last?.span.end ?? this.at;
      return Math.max(end, this.trailingCommas.at(-1)?.end ?? end);
    }
    if (this.text[this.at] === closing) return ++this.at;
    return this.at;
  }

  private string(): ScalarNode {
    const start = this.at;
    const quote = this.text[start] === "'" ? "'" : '"';
    const end = start + (this.match(quote === "'" ? SINGLE_QUOTED : DOUBLE_QUOTED) ?? quote).length;
    const { text, content, offsets, problems } = decodeJsonString(this.text, start, end, quote);
    for (const { code, span: at } of problems) {
      if (code !== 'illegal-character') this.report(code, at);
    }
    this.at = end;
    const node = { type: 'scalar' as const, span: span(start, end), value: text, text, content };
    return offsets ? { ...node, offsets } : node;
  }

  private multiLine(): ScalarNode {
    const start = this.at;
    const { end, closed, text, offsets, content } = decodeMultiLine(this.text, start);
    if (!closed) this.report('unclosed-string', span(start, start + 3));
    this.at = end;
    return { type: 'scalar', span: span(start, end), value: text, text, content, offsets };
  }

  /**
   * A number, `true`, `false` or `null` ends before a comma or a bracket; any other text with its
   * line. Blanks at its end that are none between values, as a no-break space, are written with it
   * and not said by it, unless they stand alone: so the value always takes at least one character.
   */
  private bare(): ScalarNode {
    const start = this.at;
    const literal = bareLiteral(this.text, start);
    const line = literal ?? this.match(BARE_LINE)!;
    const text = line.trimEnd() || line;
    this.at = start + line.length;
    const content = span(start, start + text.length);
    const value = literal === undefined ? text : (JSON.parse(literal) as ScalarNode['value']);
    return { type: 'scalar', span: span(start, this.at), value, text, content };
  }

  /** A collection that is nested too deep, as one value without content. */
  private skipped(): ScalarNode {
    const start = this.at;
    this.report('malformed', span(start, start + 1));
    this.at = this.text.length;
    return { ...absentScalar(start), span: span(start, this.at) };
  }
}
