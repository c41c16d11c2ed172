import type { SyntaxProblem, SyntaxProblemCode } from './syntax';
import { readTag, type Tag } from './xml-tag';

/**
 * A text in which every tag, comment and section is well written, so that only their nesting is
 * open.
 */
export interface ScannedText {
  /**
   * The text with other characters over what is wrong, or is no matter of nesting. Offsets are the
   * same; what the end of the text cuts off is closed behind it.
   */
  readonly covered: string;
  /** The start tags by the offset of their `<`. */
  readonly tags: ReadonlyMap<number, Tag>;
  /** What is wrong, in the order of the text. */
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Stands in the covered text for what is neither markup nor text. No XML may contain this
 * character.
 */
export const DROPPED = '\uFFFF';

/**
 * Prepares a text for the parser. Left alone it would give up on the rest of a tag after a value
 * without quotes, tell names apart only up to a digit, and need time and memory that grow with the
 * square of the number of broken tags.
 */
export function scan(text: string): ScannedText {
  const scanner = new Scanner(text);
  scanner.run();
  return scanner;
}

/**
 * With so many elements open the rest is dropped: the parser recurses over them, and its stack may
 * be small.
 */
const MOST_OPEN = 500;

const MARK = /<(?:!--|!\[CDATA\[|[?!/])?|&/g;
const NAME = /[\p{L}_:][^\s<>/&"'=]*/uy;
const END_TAG_REST = /([^<>]*)(>?)/y;
const DECLARATION =
  /<!DOCTYPE(?:[^[\]<>"']|"[^"]*"|'[^']*')*(?:\[(?:[^\]<"']|<!--[\s\S]*?-->|<(?!!--)|"[^"]*"|'[^']*')*\]\s*)?>/iy;
const NO_DECLARATION = /<![^<>\r\n]*>?/y;

const SECTION_ENDS: Readonly<Record<string, string>> = {
  '<!--': '-->',
  '<![CDATA[': ']]>',
  '<?': '?>',
};

class Scanner implements ScannedText {
  covered = '';
  readonly tags = new Map<number, Tag>();
  readonly problems: SyntaxProblem[] = [];
  private at = 0;
  private open = 0;

  constructor(private readonly text: string) {}

  run(): void {
    while (this.open < MOST_OPEN) {
      MARK.lastIndex = this.at;
      const found = MARK.exec(this.text);
      if (!found) break;
      this.copy(found.index);
      const mark = found[0];
      const sectionEnd = SECTION_ENDS[mark];
      if (sectionEnd) this.section(mark, sectionEnd);
      else if (mark === '<!') this.declaration();
      else if (mark === '</') this.endTag();
      else if (mark === '&' || !this.startTag()) this.stray(mark);
    }
    if (this.open < MOST_OPEN) this.copy(this.text.length);
    else this.drop(this.text.length);
  }

  private copy(to: number): void {
    this.covered += this.text.slice(this.at, to);
    this.at = to;
  }

  /** Puts other characters, as many of them, in the place of those up to an offset. */
  private cover(to: number, characters: string): void {
    this.covered += characters;
    this.at = to;
  }

  private drop(to: number): void {
    this.cover(to, DROPPED.repeat(to - this.at));
  }

  private problem(code: SyntaxProblemCode, start: number, end: number): void {
    this.problems.push({ code, span: { start, end } });
  }

  private take(pattern: RegExp, from: number): RegExpExecArray | null {
    pattern.lastIndex = from;
    return pattern.exec(this.text);
  }

  private section(mark: string, end: string): void {
    const start = this.at;
    const found = this.text.indexOf(end, start + mark.length);
    this.copy(found < 0 ? this.text.length : found + end.length);
    if (found >= 0) return;
    this.covered += end;
    this.problem(mark === '<!--' ? 'unclosed-comment' : 'malformed', start, start + mark.length);
  }

  /** A document type is never followed, and a name that it declares stays as written. */
  private declaration(): void {
    const start = this.at;
    const whole = this.take(DECLARATION, start)?.[0];
    const end = start + (whole ?? this.take(NO_DECLARATION, start)![0].trimEnd()).length;
    if (!whole) this.problem('malformed', start, end);
    this.drop(end);
  }

  private startTag(): boolean {
    const start = this.at;
    const name = this.take(NAME, start + 1)?.[0];
    if (!name) return false;
    const nameSpan = { start: start + 1, end: start + 1 + name.length };
    const tag = readTag(this.text, nameSpan);
    for (const problem of tag.problems) this.problems.push(problem);
    if (this.tag(`<${plain(name)}`, tag.end, tag.close || '>')) {
      this.tags.set(start, tag);
      if (tag.close !== '/>') this.open++;
    }
    return true;
  }

  private endTag(): void {
    const start = this.at;
    const name = this.take(NAME, start + 2)?.[0] ?? '';
    const nameEnd = start + 2 + name.length;
    const [rest, junk = '', close] = this.take(END_TAG_REST, nameEnd)!;
    if (!name) {
      const end = nameEnd + /^[^\s>]*>?/.exec(rest)![0].length;
      this.problem('mismatched-tag', start, end);
      this.drop(end);
      return;
    }
    if (!close) this.problem('unclosed-tag', start, nameEnd);
    else if (junk.trim()) this.junk(nameEnd, junk);
    if (this.open > 0) this.open--;
    // Without a bracket, what follows is rather text than a part of the tag.
    this.tag(`</${plain(name)}`, nameEnd + (close ? rest : blanks(rest)).length, '>');
  }

  private junk(start: number, junk: string): void {
    const from = start + junk.length - junk.trimStart().length;
    this.problem('malformed', from, from + junk.trim().length);
  }

  /** Writes a tag without what is in it. One that has no room for its bracket is lost. */
  private tag(head: string, end: number, close: string): boolean {
    const room = end - this.at - head.length;
    if (room < close.length && end < this.text.length) {
      this.drop(end);
      return false;
    }
    this.cover(end, head + close.padStart(room, ' '));
    return true;
  }

  private stray(mark: string): void {
    const last = this.problems.at(-1);
    if (mark === '<' && last?.code === 'illegal-character' && last.span.end === this.at) {
      this.problems.pop();
      this.problem('illegal-character', last.span.start, this.at + 1);
    } else if (mark === '<') this.problem('illegal-character', this.at, this.at + 1);
    // References are decoded from the source; the parser would stumble over what is none.
    this.cover(this.at + 1, TEXT);
  }
}

/** Any character that is text to the parser. */
const TEXT = 'x';

const blanks = (text: string): string => /^\s*/.exec(text)![0];

/**
 * The parser takes a name for ended at a digit, or a character of a script that it does not know.
 */
const plain = (name: string): string =>
  name.replace(/[^A-Za-z_:.-]/g, (character) =>
    String.fromCharCode(0x100 + (character.charCodeAt(0) % 0x1f0)),
  );
