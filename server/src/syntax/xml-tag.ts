import type { Span } from '../text/span';
import type { SyntaxProblem, SyntaxProblemCode } from './syntax';
import type { Property, ScalarNode } from './tree';
import { decode } from './xml-entities';

/** The inside of a start tag, as far as it can be read. */
export interface Tag {
  readonly attributes: readonly Property[];
  readonly problems: readonly SyntaxProblem[];
  /** The offset behind the tag, or of what cuts it off: another tag or the end of the text. */
  readonly end: number;
  /** What closes the tag: `>`, `/>`, or nothing where it is cut off. */
  readonly close: '>' | '/>' | '';
}

/**
 * Reads a start tag from behind its name. A mistake costs the attribute it is in, never the tag.
 */
export function readTag(text: string, name: Span, limit = text.length): Tag {
  const reader = new TagReader(text, limit, name.end);
  const close = reader.read();
  const last = reader.problems.at(-1);
  const quoteIsOpen = last?.code === 'unclosed-string' && last.span.end === reader.attributesEnd;
  if (!close && !quoteIsOpen) reader.problem('unclosed-tag', name);
  return { attributes: reader.attributes, problems: reader.problems, end: reader.at, close };
}

const BLANKS = /[ \t\r\n]*/y;
const ATTRIBUTE_NAME = /[^\s"'<>/=&]+/y;
const NAME = /^[\p{L}_:][\p{L}\p{N}_:.\-\xb7]*$/u;
/** A slash belongs to a value without quotes unless it closes the tag. */
const UNQUOTED = /(?:[^\s"'<>=/]|\/(?!>))+/y;
const JUNK = /"[^"<>=\r\n]*"|'[^'<>=\r\n]*'|[^\s<>/]/y;
/**
 * Where a value ends whose closing quote is missing: before the next attribute or the end of tag or
 * line.
 */
const RUNAWAY_END =
  /(?<![ \t])(?:[ \t]+[\p{L}_:][\p{L}\p{N}_:.-]*[ \t]*=|[ \t]*(?:\/?>|<|[\r\n]|$))/u;
/** What a value looks like that was closed by the quote that opens the next attribute's value. */
const RUNAWAY = /(?:^|[\s"'])[\p{L}_:][\p{L}\p{N}_:.-]*[ \t]*=[ \t]*$/u;

class TagReader {
  readonly attributes: Property[] = [];
  readonly problems: SyntaxProblem[] = [];

  constructor(
    private readonly text: string,
    private readonly limit: number,
    public at: number,
  ) {}

  get attributesEnd(): number | undefined {
    return this.attributes.at(-1)?.span.end;
  }

  read(): Tag['close'] {
    for (;;) {
      const gap = this.take(BLANKS);
      const next = this.at < this.limit ? this.text[this.at] : undefined;
      if (next === undefined || next === '<') return '';
      if (next === '>') return this.close('>');
      if (next === '/') {
        if (this.slash()) return '/>';
      } else {
        this.attribute(gap) || this.junk();
      }
    }
  }

  problem(code: SyntaxProblemCode, { start, end }: Span): void {
    this.problems.push({ code, span: { start, end } });
  }

  private close(mark: '>' | '/>'): '>' | '/>' {
    this.at += mark.length;
    return mark;
  }

  /** Whether the slash closes the tag, if need be with blanks before the bracket. */
  private slash(): boolean {
    const start = this.at++;
    const gap = this.take(BLANKS);
    const closes = this.text[this.at] === '>' && this.at < this.limit;
    if (!closes || gap) this.problem('unexpected-token', { start, end: start + 1 });
    if (closes) this.at++;
    return closes;
  }

  private attribute(gap: string): boolean {
    const start = this.at;
    const name = this.take(ATTRIBUTE_NAME);
    if (!name) return false;
    const keySpan = { start, end: this.at };
    if (!NAME.test(name)) this.problem('attribute-expected', keySpan);
    else if (!gap && start === this.attributesEnd) this.problem('unexpected-token', keySpan);
    const value = this.value(keySpan);
    this.attributes.push({
      key: `@${name}`,
      keySpan,
      span: { start, end: Math.max(keySpan.end, value.span.end) },
      value,
    });
    return true;
  }

  private value(name: Span): ScalarNode {
    const nameEnd = this.at;
    this.take(BLANKS);
    if (this.text[this.at] !== '=' || this.at >= this.limit) {
      this.at = nameEnd;
      this.problem('value-expected', name);
      return this.scalar({ start: nameEnd, end: nameEnd });
    }
    const equalsEnd = ++this.at;
    const gap = this.take(BLANKS);
    const next = this.at < this.limit ? this.text[this.at] : undefined;
    if (next === '"' || next === "'") return this.quoted(next);
    const start = this.at;
    // `name= other="…"` lacks a value; what follows the blank is the next attribute.
    if (this.take(UNQUOTED) && !(gap && this.followedByEquals())) {
      this.problem('quotes-expected', { start, end: this.at });
      return this.scalar({ start, end: this.at });
    }
    this.at = equalsEnd;
    this.problem('value-expected', { start: name.start, end: equalsEnd });
    return this.scalar({ start: equalsEnd, end: equalsEnd });
  }

  private followedByEquals(): boolean {
    const back = this.at;
    this.take(BLANKS);
    const equals = this.text[this.at] === '=';
    this.at = back;
    return equals;
  }

  private quoted(quote: string): ScalarNode {
    const start = this.at;
    const close = this.text.indexOf(quote, start + 1);
    const value = this.text.slice(start + 1, close);
    const after = this.text[close + 1] ?? ' ';
    if (close >= 0 && close < this.limit && !(/[^\s/>]/.test(after) && RUNAWAY.test(value))) {
      this.at = close + 1;
      const lessThan = value.indexOf('<') + start + 1;
      if (lessThan > start) this.problem('illegal-character', span1(lessThan));
      return this.scalar({ start, end: this.at }, { start: start + 1, end: close });
    }
    const rest = this.text.slice(start + 1, this.limit);
    const end = start + 1 + (RUNAWAY_END.exec(rest)?.index ?? rest.length);
    this.at = end;
    this.problem('unclosed-string', { start, end });
    return this.scalar({ start, end }, { start: start + 1, end });
  }

  private scalar(span: Span, content: Span = span): ScalarNode {
    const { text, offsets, illegal } = decode(this.text, content);
    for (const each of illegal) this.problem('illegal-character', each);
    return { type: 'scalar', span, value: text, text, content, ...(offsets && { offsets }) };
  }

  /**
   * Leaves out what is neither an attribute nor the end of the tag; a row of such is one mistake.
   */
  private junk(): void {
    const start = this.at;
    if (!this.take(JUNK)) this.at++;
    const last = this.problems.at(-1);
    if (last?.code === 'attribute-expected' && last.span.end === start) {
      this.problems[this.problems.length - 1] = { ...last, span: { ...last.span, end: this.at } };
    } else this.problem('attribute-expected', { start, end: this.at });
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    const taken = found.slice(0, Math.max(0, this.limit - this.at));
    this.at += taken.length;
    return taken;
  }
}

const span1 = (start: number): Span => ({ start, end: start + 1 });
