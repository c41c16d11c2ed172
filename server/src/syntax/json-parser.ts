import { type Span, span } from '../text/span';
import { decodeJsonString } from './json-string';
import { type Token, tokenFrom } from './json-tokens';
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

/** Reads a text with comments and trailing commas; a broken one as far as it can be read. */
export const parseJson = (text: string): ParsedText => new JsonReader(text).read();

/**
 * Reads a part of a text that is one collection, inside of others that end with what is `open`.
 * Undefined where what follows it in the text may be read in another way because of it.
 */
export const parseJsonPart = (text: string, open: readonly string[]): ParsedText | undefined =>
  new JsonReader(text, open).part();

/** Owns the position in the text, and what was found so far. */
class JsonReader {
  private token: Token;
  private previousEnd = 0;
  private readonly problems: SyntaxProblem[] = [];
  private readonly comments: Comment[] = [];
  private readonly trailingCommas: Span[] = [];
  private readonly open: string[];
  private isUnclosed = false;
  private lastProblemAt = -1;
  /**
   * An unclosed string or comment takes the comma or bracket behind it along: no second problem for
   * that.
   */
  private swallowed = false;

  constructor(
    private readonly text: string,
    open: readonly string[] = [],
  ) {
    this.open = [...open];
    this.token = tokenFrom(text, text.startsWith('\uFEFF') ? 1 : 0, this.aside);
  }

  read(): ParsedText {
    const root = this.token.kind === 'end' ? undefined : this.value();
    // Behind a value that is itself wrong, more of the same mistake follows.
    const more = this.token.kind !== 'end' && this.problems.length === 0;
    if (more) this.report('unexpected-token');
    while (this.token.kind !== 'end') this.next();
    return this.parsed(root);
  }

  part(): ParsedText | undefined {
    const root = this.value();
    const isWhole = root?.span.end === this.text.length && !this.isUnclosed && !this.swallowed;
    return isWhole ? this.parsed(root) : undefined;
  }

  private parsed(root: ConfigNode | undefined): ParsedText {
    const { problems, comments, trailingCommas } = this;
    return { root, problems, comments, trailingCommas };
  }

  private next(): Token {
    const { token } = this;
    this.previousEnd = token.end;
    this.token = tokenFrom(this.text, token.end, this.aside);
    return token;
  }

  /** A comment, or a character that nothing begins with. */
  private readonly aside = (start: number, end: number): void => {
    if (end - start > 1) this.comment(start, this.text.slice(start, end));
    else this.add('illegal-character', span(start, end));
  };

  private comment(start: number, source: string): void {
    const block = source.startsWith('/*');
    const closed = !block || (source.endsWith('*/') && source.length >= 4);
    if (!closed) {
      this.add('unclosed-comment', span(start, start + 2));
      this.swallowed = true;
    }
    const text = source.slice(2, block && closed ? -2 : undefined).trim();
    this.comments.push({ span: span(start, start + source.length), text });
  }

  private add(code: SyntaxProblemCode, at: Span): void {
    this.problems.push({ code, span: at });
  }

  /**
   * A problem with the token at hand, or shown elsewhere because of it; the first one of a token is
   * enough.
   */
  private report(code: SyntaxProblemCode, at: Span = this.token): void {
    if (this.lastProblemAt === this.token.start) return;
    this.lastProblemAt = this.token.start;
    if (this.swallowed) this.swallowed = false;
    else this.add(code, span(at.start, at.end));
  }

  /** Reads a value, or reports that there is none and reads nothing. */
  private value(): ConfigNode | undefined {
    switch (this.token.kind) {
      case '{':
      case '[':
        if (this.open.length >= MAX_DEPTH) return this.skipped();
        return this.token.kind === '{' ? this.object() : this.array();
      case 'string':
        return this.string();
      case 'word':
        return this.word();
      default:
        return undefined;
    }
  }

  private object(): ObjectNode {
    const { start } = this.next();
    const properties: Property[] = [];
    this.open.push('}');
    while (this.inside('}')) {
      const { kind } = this.token;
      if (kind === 'string' || kind === 'word') properties.push(this.property());
      else {
        this.report('key-expected');
        if (kind === ',') this.next();
        else if (kind !== ':') this.value();
        else {
          this.next();
          this.value();
        }
        if (kind === ',') continue;
      }
      this.separator('}');
    }
    return { type: 'object', span: span(start, this.close('}', start)), properties };
  }

  private property(): Property {
    const quoted = this.token.kind === 'string';
    if (!quoted) this.report('key-expected');
    const keyNode = quoted ? this.string() : undefined;
    const keySpan = keyNode?.span ?? this.spanOf(this.next());
    const key = keyNode?.text ?? this.text.slice(keySpan.start, keySpan.end);
    let value: ConfigNode | undefined;
    if (this.token.kind === ':') {
      const colon = this.next();
      value = this.value();
      if (!value) this.report('value-expected', colon);
      value ??= absentScalar(colon.end);
    } else {
      if (quoted) this.report('colon-expected', keySpan);
      value = absentScalar(keySpan.end);
    }
    return { key, keySpan, span: span(keySpan.start, value.span.end), value };
  }

  private array(): ArrayNode {
    const { start } = this.next();
    const items: ConfigNode[] = [];
    this.open.push(']');
    while (this.inside(']')) {
      const item = this.value();
      if (item) items.push(item);
      else {
        this.report('value-expected');
        const { kind } = this.next();
        if (kind === ',') continue;
        if (kind === ':') continue;
      }
      this.separator(']');
    }
    return { type: 'array', span: span(start, this.close(']', start)), items };
  }

  /** Whether the collection goes on; a bracket that closes nothing is skipped. */
  private inside(closing: string): boolean {
    while (this.token.kind === '}' || this.token.kind === ']') {
      if (this.token.kind === closing || this.open.includes(this.token.kind)) return false;
      this.report('unexpected-token');
      this.next();
    }
    return this.token.kind !== 'end';
  }

  private separator(closing: string): void {
    if (this.token.kind === ',') {
      const comma = this.next();
      this.swallowed = false;
      if (this.token.kind === closing) this.trailingCommas.push(this.spanOf(comma));
    } else if (this.inside(closing)) {
      this.report('comma-expected');
      // What stands there cannot begin a member; without this step the loop would not go on.
      if (this.token.kind === ':') this.next();
    }
  }

  private close(closing: string, start: number): number {
    this.open.pop();
    if (this.token.kind === closing) return this.next().end;
    this.report('bracket-expected', span(start, start + 1));
    if (this.token.kind !== 'end') return this.previousEnd;
    this.isUnclosed = true;
    return this.text.length;
  }

  private string(): ScalarNode {
    const token = this.next();
    const decoded = decodeJsonString(this.text, token.start, token.end);
    for (const problem of decoded.problems) this.add(problem.code, problem.span);
    if (!decoded.closed) this.swallowed = true;
    const { text, content, offsets } = decoded;
    const node = { type: 'scalar' as const, span: this.spanOf(token), value: text, text, content };
    return offsets ? { ...node, offsets } : node;
  }

  private word(): ScalarNode {
    const token = this.token;
    const text = this.text.slice(token.start, token.end);
    const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text);
    const known = { true: true, false: false, null: null }[text];
    if (!number && known === undefined) this.report('unexpected-token');
    this.next();
    const at = this.spanOf(token);
    const value = number ? Number(text) : known === undefined ? text : known;
    return { type: 'scalar', span: at, value, text, content: at };
  }

  /** A collection that is nested too deep, as one value without content. */
  private skipped(): ScalarNode {
    const { start } = this.token;
    this.report('malformed');
    let depth = 0;
    do {
      const { kind } = this.next();
      if (kind === '{' || kind === '[') depth++;
      else if (kind === '}' || kind === ']') depth--;
    } while (depth > 0 && this.token.kind !== 'end');
    // The brackets that are left open belong to the same mistake.
    if (depth > 0) this.swallowed = true;
    return { ...absentScalar(start), span: span(start, this.previousEnd) };
  }

  private readonly spanOf = ({ start, end }: Token): Span => span(start, end);
}
