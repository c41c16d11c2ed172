import type { LostAtoms } from './command-line-atoms';
import { type LogicalLine, type ScriptLines, skipComments } from './command-line-lines';
import { nextLine } from './source-lines';
import type { ObjectNode } from './tree';

/** One word of a command, decoded. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Where each unit of the text stands, and where the last one ends. */
  readonly offsets: readonly number[];
  /** Where quotes stand around each unit. */
  readonly isQuoted: readonly boolean[];
}

/** A run of characters in quotes, from one quote to behind the other. */
export interface Quoted {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/**
 * The quotes around a command: of the shell that is given it as one word, or of the language of the
 * file.
 */
export interface Outer {
  readonly start: number;
  readonly quote: string;
  readonly isOfFile: boolean;
}

/** A command, and what an edit of it has to know of its quotes. */
export interface CommandPlace {
  readonly node: ObjectNode;
  readonly outer: Outer | undefined;
  readonly quoted: readonly Quoted[];
  /** Behind the word `config`, where the first option may stand. */
  readonly behindConfig: number;
}

export interface Words {
  readonly words: readonly Word[];
  readonly quoted: readonly Quoted[];
  /** Where the command ends. */
  readonly end: number;
}

/** Reads the words of a command from an offset to where it ends. */
export function readWords(
  text: string,
  start: number,
  outer: Outer | undefined,
  lines: ScriptLines,
  line: LogicalLine,
): Words {
  return new WordReader(text, start, outer, lines, line).read();
}

interface Letter {
  readonly text: string;
  readonly offset: number;
  readonly isQuoted: boolean;
}

class WordReader {
  readonly #words: Word[] = [];
  readonly #quoted: Quoted[] = [];
  readonly #atoms: LostAtoms;
  readonly #limit: number;
  #at: number;
  #ended = false;
  /**
   * Whether the quotes around the command are open here; a shell joins what follows them without a
   * blank.
   */
  #inside: boolean;
  #letters: Letter[] = [];
  #wordEnd = 0;

  constructor(
    private readonly text: string,
    start: number,
    private readonly outer: Outer | undefined,
    private readonly lines: ScriptLines,
    { end, atoms }: LogicalLine,
  ) {
    this.#at = start;
    this.#inside = outer !== undefined;
    this.#limit = end;
    this.#atoms = atoms;
  }

  read(): Words {
    while (!this.#ended) {
      this.#skipBlanks();
      if (this.#at >= this.#limit || this.text[this.#at] === '#') break;
      const start = this.#at;
      this.#readWord();
      if (this.#at > start && this.#wordEnd > start) this.#endWord(start);
      else if (this.#at === start) break;
      if (this.#isOtherCommand()) break;
    }
    return { words: this.#words, quoted: this.#quoted, end: this.#at };
  }

  /**
   * Other commands are not read to their end, so that a line of many is not read for each of them.
   */
  #isOtherCommand(): boolean {
    return this.#words.length === 1 && this.#words[0]?.text.toLowerCase() !== CONFIG;
  }

  #endWord(start: number): void {
    const letters = this.#letters;
    this.#letters = [];
    const last = letters.at(-1);
    this.#words.push({
      start,
      end: this.#wordEnd,
      text: letters.map((letter) => letter.text).join(''),
      offsets: [
        ...letters.map(({ offset }) => offset),
        last ? last.offset + last.text.length : this.#wordEnd,
      ],
      isQuoted: letters.map(({ isQuoted }) => isQuoted),
    });
  }

  #readWord(): void {
    this.#wordEnd = this.#at;
    while (this.#at < this.#limit && !this.#ended) {
      if (this.#words.length === 0 && this.#letters.length > CONFIG.length) return;
      const character = this.text[this.#at]!;
      if (character === ' ' || character === '\t' || character === '\r' || character === '\n')
        return;
      if (character === this.outer?.quote && this.#atOuterQuote()) continue;
      if (this.#ended) return;
      if (ENDS.includes(character) || !this.#readLetters(character)) {
        this.#ended = true;
        return;
      }
    }
  }

  /** At a quote like the one around the command. Whether it was dealt with. */
  #atOuterQuote(): boolean {
    const next = this.text[this.#at + 1] ?? '';
    if (!this.#inside) {
      this.#inside = true;
      this.#at++;
      this.#wordEnd = this.#at;
      return true;
    }
    // Doubled it is a quote of YAML, or closes and opens for a shell.
    if (next === this.outer?.quote && next === "'") {
      this.#at += 2;
      return true;
    }
    const goesOn = this.outer?.quote !== '`' && !this.outer?.isOfFile && /["'$]/.test(next);
    this.#inside = false;
    if (goesOn) {
      this.#at++;
      this.#wordEnd = this.#at;
      return true;
    }
    this.#ended = true;
    return false;
  }

  /** Reads what stands here into the word; false where the command ends instead. */
  #readLetters(character: string): boolean {
    if (this.lines.joints.has(this.#at)) {
      this.#at = nextLine(this.text, this.#at);
      return true;
    }
    if (character === '"' || character === "'") return this.#readQuoted(this.#at, character);
    if (character === '\\') return this.#readEscaped();
    const end = this.#atoms.end(this.text, this.#at, this.#limit);
    if (end !== undefined) {
      while (this.#at < end) this.#push(this.#at, false);
      return true;
    }
    // It would read from a file.
    if (character === '<') return false;
    if (character === '^' && /[&|<>^"]/.test(this.text[this.#at + 1] ?? '')) this.#at++;
    this.#push(this.#at, false);
    return true;
  }

  #readEscaped(): boolean {
    const next = this.text[this.#at + 1] ?? '';
    // In the text of another language the quotes of the shell are escaped.
    if ((next === '"' || next === "'") && this.#inside && next === this.outer?.quote) {
      return this.#readQuoted(this.#at + 1, next, '\\');
    }
    // Before a letter it stands in a path of Windows.
    if (this.#at + 1 < this.#limit && !/[\w.-]/.test(next)) this.#at++;
    this.#push(this.#at, false);
    return true;
  }

  /** A run in quotes; one without a partner on its line belongs to what is around the command. */
  #readQuoted(open: number, quote: string, mark = ''): boolean {
    const letters: Letter[] = [];
    let at = open + 1;
    while (at < this.#limit) {
      const character = this.text[at]!;
      if (this.text.startsWith(mark + quote, at)) {
        this.#letters.push(...letters);
        this.#at = at + mark.length + 1;
        this.#wordEnd = this.#at;
        this.#quoted.push({ start: open - mark.length, end: this.#at, quote });
        return true;
      }
      if (character === this.outer?.quote && this.#inside && mark === '') break;
      if (character === '\\' && quote === '"' && /["\\$`]/.test(this.text[at + 1] ?? '')) at++;
      else if (this.lines.joints.has(at)) {
        at = nextLine(this.text, at);
        continue;
      }
      const end = quote === '"' ? this.#atoms.end(this.text, at, this.#limit) : undefined;
      for (const stop = end ?? at + 1; at < stop; at++) {
        letters.push({ text: this.text[at] ?? '', offset: at, isQuoted: true });
      }
    }
    return false;
  }

  #push(at: number, isQuoted: boolean): void {
    if (at >= this.#limit) return;
    this.#letters.push({ text: this.text[at] ?? '', offset: at, isQuoted });
    this.#at = at + 1;
    this.#wordEnd = this.#at;
  }

  #skipBlanks(): void {
    for (;;) {
      const character = this.text[this.#at];
      if (character === ' ' || character === '\t') this.#at++;
      else if (this.#at < this.#limit && this.lines.joints.has(this.#at)) {
        this.#at = nextLine(this.text, this.#at);
        if (this.lines.isDockerfile) this.#at = skipComments(this.text, this.#at);
      } else return;
    }
  }
}

/** The first word of every command that is read. */
export const CONFIG = 'config';

/** What ends a command, or begins another one. */
const ENDS = ';|&>)';
