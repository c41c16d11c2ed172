import { encloses, type Span } from '../text/span';
import { editCommands } from './command-line-edit';
import { type LogicalLine, logicalLine, readLines, type ScriptLines } from './command-line-lines';
import { readListWords } from './command-line-list';
import {
  CONFIG,
  type CommandPlace,
  type Outer,
  readWords,
  type Word,
  type Words,
} from './command-line-words';
import { lineStart, nextLine, skipBlanks } from './source-lines';
import type { Comment, ParsedText, Syntax } from './syntax';
import type { ObjectNode, Property, ScalarNode } from './tree';

/**
 * The `nlserver config` commands in a script of any language. The root is the list of the commands that
 * configure a technical account (`-setims…`), each an object whose `nameSpan` is the word `nlserver`. Its
 * properties are the options in the order of the text: the key is the option's name without its hyphen
 * (`instance`, `setimsoauth`), the value the text behind the colon, without quotes. Everything around the
 * commands is left alone.
 */
export const commandLine: Syntax = {
  id: 'command-line',
  parse,
  edit: (text, changes, parsed = parse(text)) =>
    editCommands(text, changes, (parsed.layout as CommandLayout | undefined)?.commands ?? []),
  comment: (text) => `# ${text.replace(/\s*[\r\n]+\s*/g, ' ')}`,
  commentPlace: (text, offset, parsed = parse(text)) =>
    commentPlace(text, offset, parsed.layout as CommandLayout | undefined),
  coverBelow: (text, line, parsed = parse(text)) =>
    commandsEnd(line, (parsed.layout as CommandLayout | undefined)?.commands ?? []),
};

interface CommandLayout {
  readonly commands: readonly CommandPlace[];
  readonly lines: ScriptLines;
}

const NLSERVER = /(?<![\w.-])nlserver(?:\.exe)?(?![\w.-])/gi;

function parse(text: string): ParsedText {
  const names = [...text.matchAll(NLSERVER)];
  const lines = readLines(text);
  const scene = new Scene(text, lines);
  const commands: CommandPlace[] = [];
  let end = 0;
  for (const { index, 0: name } of names) {
    if (index < end || isCommented(index, lines.comments)) continue;
    const command = scene.read({ start: index, end: index + name.length });
    if (!command) continue;
    end = command.node.span.end;
    if (command.isPrinted) continue;
    if (command.node.properties.some(({ key }) => IMS_OPTION.test(key))) commands.push(command);
  }
  const items = commands.map(({ node }) => node);
  const layout: CommandLayout = { commands, lines };
  const root = { type: 'array', span: { start: 0, end: text.length }, items } as const;
  return { root, problems: [], comments: lines.comments, layout };
}

/** The first line of a command, unless the line before goes on in it or its lines are one text. */
function commentPlace(
  text: string,
  offset: number,
  layout: CommandLayout | undefined,
): number | undefined {
  const command = layout?.commands.find(({ node: { span } }) =>
    encloses(span, { start: offset, end: offset }),
  );
  const start = lineStart(text, command?.node.span.start ?? offset);
  if (!layout || layout.lines.folded.has(start)) return undefined;
  const { joints, isDockerfile } = layout.lines;
  const before = start > 1 && text[start - 2] === '\r' ? start - 2 : start - 1;
  const isJoined = joints.has(before) || joints.has(before - 1);
  return isJoined && !isDockerfile ? undefined : start;
}

/** Where the last of the commands ends that begin on a line. */
function commandsEnd(line: Span, commands: readonly CommandPlace[]): number {
  let low = 0;
  let high = commands.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (commands[middle]!.node.span.start <= line.end) low = middle + 1;
    else high = middle;
  }
  const span = commands[low - 1]?.node.span;
  return span && span.start >= line.start ? span.end : line.end;
}

const IMS_OPTION = /^setims\w*auth$/i;

function isCommented(offset: number, comments: readonly Comment[]): boolean {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comments[middle]!.span.end <= offset) low = middle + 1;
    else high = middle;
  }
  return (comments[low]?.span.start ?? Number.POSITIVE_INFINITY) <= offset;
}

/** Goes through a script from one command to the next and knows which quotes are open there. */
class Scene {
  #lineStart = 0;
  #line: LogicalLine;
  #at = 0;
  #quote: { readonly character: string; readonly at: number } | undefined;

  constructor(
    private readonly text: string,
    private readonly lines: ScriptLines,
  ) {
    this.#line = logicalLine(text, 0, lines);
  }

  /** The command with this name, and whether somebody only speaks of it; undefined where none configures. */
  read(name: Span): (CommandPlace & { readonly isPrinted: boolean }) | undefined {
    this.#goTo(name.start);
    const { text } = this;
    const behind = text[name.end] ?? '';
    const isQuotedName = this.#quote?.character === behind;
    if (isListStart(text, name.end + (isQuotedName ? 1 : 0), isQuotedName)) {
      const words = readListWords(text, name.end + (isQuotedName ? 1 : 0));
      const command = commandOf(name, undefined, words);
      return command && { ...command, isPrinted: false };
    }
    const outer = isQuotedName ? undefined : this.#outer();
    let start = name.end;
    if (behind === '\\' && /["']/.test(text[start + 1] ?? '')) start += 2;
    else if (/["']/.test(behind) && behind !== outer?.quote) start++;
    const words = readWords(text, start, outer, this.lines, this.#line);
    const command = commandOf(name, outer, words);
    const isPiped = /^["'\s]*\|(?!\|)/.test(text.slice(words.end, words.end + 9));
    return command && { ...command, isPrinted: !isPiped && this.#isPrinted(name.start) };
  }

  /** Reads on, up to an offset; what is open at the end of a line is closed there. */
  #goTo(offset: number): void {
    if (this.#at <= this.#lineStart) this.#at = this.#lineStart;
    while (this.#line.end < offset) {
      this.#lineStart = nextLine(this.text, this.#line.end);
      this.#line = logicalLine(this.text, this.#lineStart, this.lines);
      this.#at = this.#lineStart;
      this.#quote = undefined;
    }
    for (; this.#at < offset; this.#at++) {
      const character = this.text[this.#at]!;
      if (character === '\\' && this.#quote?.character !== "'") this.#at++;
      else if (this.#quote) {
        if (character === this.#quote.character) this.#quote = undefined;
      } else if (QUOTES.includes(character)) this.#quote = { character, at: this.#at };
    }
  }

  #outer(): Outer | undefined {
    const quote = this.#quote;
    if (!quote) return undefined;
    const before = this.text.slice(Math.max(0, quote.at - 80), quote.at);
    const isOfFile = OF_FILE.test(before.slice(lineStart(before, before.length)));
    return { start: quote.at, quote: quote.character, isOfFile };
  }

  /** Whether somebody only writes the command to the terminal. */
  #isPrinted(offset: number): boolean {
    const from = Math.max(this.#lineStart, offset - 300);
    const before = this.text.slice(from, offset);
    return PRINTED.test(before) || USAGE.test(before) || (!!this.#quote && PROSE.test(before));
  }
}

const QUOTES = '"\'`';

/** What stands before a quote of YAML, of a list in JSON, or of a step in Groovy. */
const OF_FILE =
  /(?:^[ \t]*(?:- +)*(?:[\w.-]+:[ \t]+)?|[[,][ \t]*|\b(?:sh|bat|powershell|pwsh)(?:[ \t]*\([ \t]*|[ \t]+)(?:\w+[ \t]*:[ \t]*)?|\bscript[ \t]*:[ \t]*)$/;

/** What stands before a command in a text that explains it. */
const USAGE = /\b(?:usage|syntax|example)[ \t]*:[ \t]*[^\s;|&]*$/i;
const PROSE =
  /\s(?:run|running|call|calling|execute|executing|use|using|with|via)[ \t]+[^\s;|&]*$/i;

const PRINTED = /(?:^|[\s;|&({])@?(?:echo|printf|write-host|write-output)[ \t][^;|&]*$/i;

/** Whether the items of a list follow the name. */
function isListStart(text: string, at: number, isQuotedName: boolean): boolean {
  const comma = skipBlanks(text, at);
  if (text[comma] !== ',') return false;
  return isQuotedName || /^,[ \t]*["']?config\b/i.test(text.slice(comma, comma + 12));
}

function commandOf(
  name: Span,
  outer: Outer | undefined,
  { words, quoted }: Words,
): CommandPlace | undefined {
  const [config] = words;
  if (config?.text.toLowerCase() !== CONFIG) return undefined;
  const properties = words.flatMap((word, index) => optionOf(word, words[index + 1]) ?? []);
  const span = { start: name.start, end: words.at(-1)?.end ?? name.end };
  const node: ObjectNode = { type: 'object', span, nameSpan: name, properties };
  return { node, outer, quoted, behindConfig: config.end };
}

const OPTION = /^-+([A-Za-z]\w*)(:*)/;

function optionOf(word: Word, next: Word | undefined): Property | undefined {
  const [all, key, colons] = OPTION.exec(word.text) ?? [];
  if (all === undefined || key === undefined) return undefined;
  const name = all.length - (colons?.length ?? 0);
  const keySpan = { start: word.offsets[0]!, end: word.offsets[name - 1]! + 1 };
  const isApart = all.length === word.text.length && !colons && IMS_OPTION.test(key);
  // A blank in the place of the colon: what follows is what was meant.
  if (isApart && next && !OPTION.test(next.text)) {
    const value = scalarOf(next, 0);
    return { key, keySpan, span: { start: word.start, end: next.end }, value };
  }
  const value = scalarOf(word, all.length);
  return { key, keySpan, span: { start: word.start, end: word.end }, value };
}

/** The text of a word from one of its units on. */
function scalarOf(word: Word, from: number): ScalarNode {
  const text = word.text.slice(from);
  const behindColon = from === 0 ? word.start : word.offsets[from - 1]! + 1;
  const offsets = text === '' ? [behindColon] : word.offsets.slice(from);
  const content = { start: offsets[0]!, end: offsets.at(-1)! };
  // Quotes that are open before the value are those of the word.
  const isInside = from > 0 && word.isQuoted[from - 1] === true;
  const span = isInside ? content : { start: behindColon, end: Math.max(word.end, content.end) };
  const isVerbatim = offsets.every((offset, index) => offset === content.start + index);
  return {
    type: 'scalar',
    span,
    value: text,
    text,
    content,
    offsets: isVerbatim ? undefined : offsets,
  };
}
