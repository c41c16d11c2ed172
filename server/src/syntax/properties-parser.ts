import { type Span, span } from '../text/span';
import { decode, inJava } from './properties-escapes';
import type { Flavour } from './properties-flavours';
import { readValue } from './properties-value';
import { lineEnd, lineStart, nextLine, skipBlanks, skipBlanksBack } from './source-lines';
import type { Comment, ParsedText, SyntaxProblem, SyntaxProblemCode } from './syntax';
import type { ObjectNode, Property } from './tree';

/** Reads keys and values, in the order of the text; a key that comes twice is there twice. */
export const parseProperties = (flavour: Flavour, text: string): ParsedText =>
  new PropertiesReader(flavour, text).read();

/** Owns what was found so far. */
class PropertiesReader {
  private readonly properties: Property[] = [];
  private readonly problems: SyntaxProblem[] = [];
  private readonly comments: Comment[] = [];
  private section: OpenSection | undefined;

  constructor(
    private readonly flavour: Flavour,
    private readonly text: string,
  ) {}

  read(): ParsedText {
    const { text, properties, problems, comments } = this;
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    for (let at = start; at < text.length; ) at = this.line(at);
    this.closeSection();
    const root: ObjectNode | undefined =
      properties.length === 0
        ? undefined
        : { type: 'object', span: span(start, text.length), properties };
    return { root, problems, comments };
  }

  /** Reads what begins on a line, and gives the start of the next one. */
  private line(start: number): number {
    const { flavour, text } = this;
    const first = skipBlanks(text, start);
    const end = lineEnd(text, first);
    const character = text[first];
    if (first >= end || character === undefined) return nextLine(text, first);
    if (flavour.commentMarkers.includes(character)) this.comment(span(first, end));
    else if (flavour.sections && character === '[') this.header(first, end);
    else return this.assignment(first, end);
    return nextLine(text, end);
  }

  private assignment(start: number, lineEnds: number): number {
    const { flavour, text } = this;
    const end = flavour.continuedTo(text, start, lineEnds);
    const key = flavour.keyAt(text, start, end);
    if (!key) {
      this.stray(start, end);
      return nextLine(text, end);
    }
    const { node, comment, problems } = readValue(flavour, text, key.behind, end);
    const name = decode(text, key.span, flavour.escapes === 'everywhere' ? inJava : undefined);
    this.problems.push(...name.problems, ...problems);
    if (comment) this.comment(comment);
    const property = {
      key: name.text,
      keySpan: key.span,
      span: span(key.span.start, node.span.end),
      value: node,
    };
    (this.section?.properties ?? this.properties).push(property);
    return nextLine(text, node.span.end);
  }

  /**
   * A line that is no assignment; several in a row are one problem. Shells export variables without
   * a value.
   */
  private stray(start: number, end: number): void {
    const { text, problems } = this;
    const line = text.slice(start, end);
    if (!this.flavour.strict || /^export[ \t]/.test(line)) return;
    const code = line.startsWith('=') ? 'key-expected' : 'unexpected-token';
    const at = span(start, skipBlanksBack(text, end));
    const last = problems.at(-1);
    if (last?.code === code && nextLine(text, last.span.end) === lineStart(text, start)) {
      problems[problems.length - 1] = { code, span: span(last.span.start, at.end) };
    } else this.add(code, at);
  }

  private header(start: number, end: number): void {
    const { text } = this;
    const bracket = text.slice(start, end).indexOf(']');
    const close = bracket < 0 ? skipBlanksBack(text, end) : start + bracket;
    if (bracket < 0) this.add('bracket-expected', span(start, start + 1));
    const from = Math.min(skipBlanks(text, start + 1), close);
    const keySpan = span(from, Math.max(from, skipBlanksBack(text, close)));
    const behind = skipBlanks(text, close + 1);
    if (bracket >= 0 && behind < end && this.flavour.commentMarkers.includes(text[behind]!)) {
      this.comment(span(behind, end));
    }
    this.closeSection();
    const nameSpan = span(start, bracket < 0 ? close : close + 1);
    this.section = { keySpan, nameSpan, properties: [] };
  }

  private closeSection(): void {
    if (!this.section) return;
    const { keySpan, nameSpan, properties } = this.section;
    const at = span(nameSpan.start, properties.at(-1)?.span.end ?? nameSpan.end);
    const value: ObjectNode = { type: 'object', span: at, nameSpan, properties };
    this.properties.push({
      key: this.text.slice(keySpan.start, keySpan.end),
      keySpan,
      span: at,
      value,
    });
    this.section = undefined;
  }

  private comment(at: Span): void {
    this.comments.push({ span: at, text: this.text.slice(at.start + 1, at.end).trim() });
  }

  private add(code: SyntaxProblemCode, at: Span): void {
    this.problems.push({ code, span: at });
  }
}

interface OpenSection {
  readonly keySpan: Span;
  readonly nameSpan: Span;
  readonly properties: Property[];
}
