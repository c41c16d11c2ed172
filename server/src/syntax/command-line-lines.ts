import type { Span } from '../text/span';
import { LostAtoms } from './command-line-atoms';
import { lineEnd, nextLine, skipBlanks } from './source-lines';
import type { Comment } from './syntax';

/** What the lines of a script are, whatever its language. */
export interface ScriptLines {
  readonly comments: readonly Comment[];
  /**
   * Where a line goes on in the next one: at the mark of a continuation, or at a line break that
   * YAML folds.
   */
  readonly joints: ReadonlySet<number>;
  /** The starts of lines of YAML's folded blocks, in which nothing is a comment. */
  readonly folded: ReadonlySet<number>;
  /** Comments may stand between the lines of one command. */
  readonly isDockerfile: boolean;
}

/** Reads the lines: their comments, and which of them belong together. */
export function readLines(text: string): ScriptLines {
  const comments: Comment[] = [];
  const joints = new Set<number>();
  const folded = new Set<number>();
  let block: FoldedBlock | undefined;
  const openers = new Set(BLOCK_COMMENTS.keys());
  const isGroovy = text.includes('"""');
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  while (start < text.length) {
    const blockComment = blockCommentAt(text, start, openers);
    if (blockComment) {
      comments.push(blockComment);
      start = nextLine(text, blockComment.span.end);
      continue;
    }
    const line = { start, end: lineEnd(text, start) };
    const comment = commentIn(text, line);
    if (comment) comments.push(comment);
    if (!comment) for (const joint of continuationOf(text, line, isGroovy)) joints.add(joint);
    block = fold(text, line, block, joints);
    if (block?.style === 'folded' && block.inner !== undefined) folded.add(line.start);
    start = nextLine(text, start);
  }
  return { comments, joints, folded, isDockerfile: /^[ \t]*FROM[ \t]+\S/im.test(text) };
}

/** A line with those that it goes on in; everything on it is asked for in the order of the text. */
export interface LogicalLine {
  readonly end: number;
  readonly atoms: LostAtoms;
}

/** The line that begins at an offset. */
export function logicalLine(text: string, start: number, lines: ScriptLines): LogicalLine {
  const { joints, isDockerfile } = lines;
  let end = lineEnd(text, start);
  while (end < text.length && (joints.has(end) || (end > start && joints.has(end - 1)))) {
    let next = nextLine(text, end);
    if (isDockerfile) next = skipComments(text, next);
    if (next >= text.length) return { end: text.length, atoms: new LostAtoms() };
    end = lineEnd(text, next);
  }
  return { end, atoms: new LostAtoms() };
}

/** A Dockerfile takes comments out before anybody reads its commands. */
export function skipComments(text: string, start: number): number {
  let at = start;
  while (text[skipBlanks(text, at)] === '#') at = nextLine(text, at);
  return at;
}

const BLOCK_COMMENTS: ReadonlyMap<string, string> = new Map([
  ['/*', '*/'],
  ['<#', '#>'],
]);

/**
 * A comment of Groovy or PowerShell that begins a line. Openers that are never closed are
 * forgotten.
 */
function blockCommentAt(
  text: string,
  lineStart: number,
  openers: Set<string>,
): Comment | undefined {
  const start = skipBlanks(text, lineStart);
  for (const open of openers) {
    if (!text.startsWith(open, start)) continue;
    const close = BLOCK_COMMENTS.get(open) ?? '';
    const end = text.indexOf(close, start + open.length);
    // Elsewhere the same characters are a pattern of files, or a redirection.
    if (end < 0) {
      openers.delete(open);
      return undefined;
    }
    const span = { start, end: end + close.length };
    return { span, text: text.slice(start + open.length, end).trim() };
  }
  return undefined;
}

const WHOLE_LINE = /^(?:#+|@?rem\b|::|\/\/)/i;

function commentIn(text: string, { start, end }: Span): Comment | undefined {
  const first = skipBlanks(text, start);
  const line = text.slice(first, end);
  const marker = WHOLE_LINE.exec(line)?.[0];
  const at = marker === undefined ? hashIn(line) : 0;
  if (at === undefined) return undefined;
  const words = line.slice(at + (marker?.length ?? 1)).trim();
  return { span: { start: first + at, end }, text: words };
}

/** Where `#` begins a comment behind something else: at the start of a word, in no quotes. */
function hashIn(line: string): number | undefined {
  if (!line.includes('#')) return undefined;
  let quote = '';
  for (let at = 0; at < line.length; at++) {
    const character = line[at]!;
    if (character === '\\' && quote !== "'") at++;
    else if (quote) quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '#' && /[ \t]/.test(line[at - 1] ?? '')) return at;
  }
  return undefined;
}

/**
 * The mark at the end of a line that goes on in the next one, in a shell, a batch file or
 * PowerShell. In the quotes of Groovy a shell gets one backslash for two.
 */
function continuationOf(text: string, { start, end }: Span, isGroovy: boolean): readonly number[] {
  const mark = text[end - 1];
  if (end <= start || end >= text.length) return [];
  if (mark === '^') return [end - 1];
  if (mark === '\\') {
    const count = countBack(text, start, end);
    if (count === 2 && isGroovy) return [end - 2, end - 1];
    return count % 2 === 1 ? [end - 1] : [];
  }
  // An even one closes a command in a command.
  const isOpen = mark === '`' && text.slice(start, end).split('`').length % 2 === 0;
  return isOpen ? [end - 1] : [];
}

function countBack(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text[at - 1] === '\\') at--;
  return end - at;
}

/** A value of YAML whose line breaks are blanks. */
interface FoldedBlock {
  /** That of the line where it begins. */
  readonly outer: number;
  /** That of its own lines; undefined before the first one. */
  readonly inner?: number | undefined;
  /** `>` folds, `|` does not, `plain` is a value without a mark whose next lines are options. */
  readonly style: 'folded' | 'literal' | 'plain';
  /** The last line, if the next may be folded onto it. */
  readonly last?: Span | undefined;
}

/** Follows the values of YAML; their line breaks are told by how deep the lines stand. */
function fold(
  text: string,
  line: Span,
  block: FoldedBlock | undefined,
  joints: Set<number>,
): FoldedBlock | undefined {
  const first = skipBlanks(text, line.start);
  if (first >= line.end) return block && { ...block, last: undefined };
  const indent = first - line.start;
  if (!block || indent <= block.outer) return blockFrom(text, line, indent);
  if (block.style === 'literal') return block;
  if (block.style === 'plain' && !/^-+\w/.test(text.slice(first, first + 8))) {
    return blockFrom(text, line, indent);
  }
  const inner = block.inner ?? indent;
  if (block.last && (block.style === 'plain' || indent === inner)) joints.add(block.last.end);
  return { ...block, inner, last: block.style === 'plain' || indent === inner ? line : undefined };
}

const HEADER = /(?:^|[\s:-])([>|])[-+\d]*[ \t]*(?:#.*)?$/;

const PLAIN_COMMAND = /^[ \t]*(?:- |[\w.-]+:[ \t])[^#]*\bnlserver\b/;

function blockFrom(text: string, line: Span, indent: number): FoldedBlock | undefined {
  const written = text.slice(line.start, line.end);
  const mark = /[:-][ \t]/.test(written) ? HEADER.exec(written)?.[1] : undefined;
  if (!mark && !PLAIN_COMMAND.test(written)) return undefined;
  const dashes = /^(?:- +)*/.exec(written.slice(indent))?.[0].length ?? 0;
  // The lines of a value stand deeper than its key, or than the dash of its item.
  const isItem = dashes > 0 && !/^[\w.-]+:[ \t]/.test(written.slice(indent + dashes));
  const outer = indent + dashes - (isItem ? 1 : 0);
  if (!mark) return { outer, style: 'plain', last: line };
  return { outer, style: mark === '>' ? 'folded' : 'literal' };
}
