import type { Span } from '../text/span';
import {
  type LogicalLine,
  logicalLine,
  type ScriptLines,
  skipComments,
} from './command-line-lines';
import { hasOwnList, readListWords } from './command-line-list';
import { commandOf } from './command-line-options';
import { isPipedToRunner, isRun } from './command-line-run';
import { type CommandPlace, type Outer, readWords } from './command-line-words';
import { lineStart, nextLine, skipBlanks } from './source-lines';

/** A command, and whether anything runs it. */
export type FoundCommand = CommandPlace & { readonly isRun: () => boolean };

/** Goes through a script from one command to the next and knows which quotes are open there. */
export class Scene {
  #lineStart = 0;
  #line: LogicalLine;
  #at = 0;
  #quote: { readonly character: string; readonly at: number } | undefined;
  /**
   * Where the command begins in which a word would stand: behind a `;`, or the quote that is open.
   */
  #begin = 0;
  /** The same of the command that is given the open quote. */
  #beginAround = 0;
  /** The same for each bracket that is open. */
  #brackets: number[] = [];

  constructor(
    private readonly text: string,
    private readonly lines: ScriptLines,
  ) {
    this.#line = logicalLine(text, 0, lines);
  }

  /** The command with this name, and whether anything runs it; undefined where none configures. */
  read(name: Span): FoundCommand | undefined {
    this.#goTo(name.start);
    const { text } = this;
    const behind = text[name.end] ?? '';
    const isQuotedName = this.#quote?.character === behind;
    if (isListStart(text, name.end + (isQuotedName ? 1 : 0), isQuotedName)) {
      const words = readListWords(text, name.end + (isQuotedName ? 1 : 0));
      const command = commandOf(name, undefined, words);
      return command && { ...command, isRun: () => true };
    }
    const outer = isQuotedName ? undefined : this.#outer();
    let start = name.end;
    if (behind === '\\' && /["']/.test(text[start + 1] ?? '')) start += 2;
    else if (/["']/.test(behind) && behind !== outer?.quote) start++;
    const words = readWords(text, start, outer, this.lines, this.#line);
    const command = commandOf(name, outer, words);
    const isRunHere = () =>
      this.#isRun(name.start, isQuotedName) ||
      isPipedToRunner(text.slice(words.end, words.end + 120));
    return command && { ...command, isRun: isRunHere };
  }

  /** Reads on, up to an offset; what is open at the end of a line is closed there. */
  #goTo(offset: number): void {
    if (this.#at <= this.#lineStart) this.#at = this.#lineStart;
    while (this.#line.end < offset) {
      this.#lineStart = nextLine(this.text, this.#line.end);
      this.#line = logicalLine(this.text, this.#lineStart, this.lines);
      this.#at = this.#lineStart;
      this.#begin = this.#lineStart;
      this.#quote = undefined;
      this.#brackets = [];
    }
    for (; this.#at < offset; this.#at++) {
      const character = this.text[this.#at]!;
      if (this.lines.joints.has(this.#at)) {
        const next = nextLine(this.text, this.#at);
        this.#at = (this.lines.isDockerfile ? skipComments(this.text, next) : next) - 1;
        continue;
      }
      if (character === '\\' && this.#quote?.character !== "'") this.#at++;
      else if (character === this.#quote?.character) this.#closeQuote();
      else if (!this.#quote && QUOTES.includes(character)) this.#openQuote(character);
      else this.#begins(character);
    }
  }

  #openQuote(character: string): void {
    this.#quote = { character, at: this.#at };
    this.#beginAround = this.#begin;
    this.#begin = this.#at + 1;
    this.#brackets = [];
  }

  #closeQuote(): void {
    this.#quote = undefined;
    this.#begin = this.#beginAround;
  }

  /** At a character that may begin another command. */
  #begins(character: string): void {
    const before = this.text[this.#at - 1] ?? '';
    if (character === ';' || character === '|' || character === '&') this.#begin = this.#at + 1;
    else if (character === '(') {
      this.#brackets.push(this.#begin);
      if (/[$<>]/.test(before)) this.#begin = this.#at + 1;
    } else if (character === ')') {
      const begin = this.#brackets.pop();
      if (begin !== undefined) this.#begin = begin;
      // It closes the pattern of a case.
      else if (!this.#quote) this.#begin = this.#at + 1;
    } else if (character === '{' && !this.#quote) {
      if (!/[${#%]/.test(before) && this.text[this.#at + 1] !== '{') this.#begin = this.#at + 1;
    }
  }

  #outer(): Outer | undefined {
    const quote = this.#quote;
    if (!quote) return undefined;
    const before = this.text.slice(Math.max(0, quote.at - 80), quote.at);
    const isOfFile = OF_FILE.test(before.slice(lineStart(before, before.length)));
    return { start: quote.at, quote: quote.character, isOfFile };
  }

  #isRun(name: number, isQuotedName: boolean): boolean {
    const quote = this.#quote;
    const line = this.#before(this.#lineStart, Math.min(name, this.#lineStart + FAR));
    if (!quote) return isRun({ line, before: this.#before(this.#begin, name), around: undefined });
    const around = this.#before(this.#beginAround, quote.at);
    return isQuotedName
      ? isRun({ line, before: around, around: undefined })
      : isRun({ line, before: this.#before(this.#begin, name), around });
  }

  #before(begin: number, end: number): string {
    return this.text.slice(Math.max(begin, end - FAR), end);
  }
}

/** How much of a command is looked at before a name. */
const FAR = 400;

const QUOTES = '"\'`';

/** What stands before a quote of YAML, of a list in JSON, or of a step in Groovy. */
const OF_FILE =
  /(?:^[ \t]*(?:- +)*(?:[\w.-]+:[ \t]+)?|[[,][ \t]*|\b(?:sh|bat|powershell|pwsh)(?:[ \t]*\([ \t]*|[ \t]+)(?:\w+[ \t]*:[ \t]*)?|\bscript[ \t]*:[ \t]*)$/;

/** Whether the items of a list follow the name. */
function isListStart(text: string, at: number, isQuotedName: boolean): boolean {
  const comma = skipBlanks(text, at);
  if (text[comma] !== ',') return hasOwnList(text, at);
  return isQuotedName || /^,[ \t]*["']?config\b/i.test(text.slice(comma, comma + 12));
}
