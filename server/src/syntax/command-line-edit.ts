import { editOf, type TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import type { Change } from './change';
import { withoutOverlaps } from './change-plan';
import type { CommandPlace } from './command-line-words';
import { lineEnd, lineStart, nextLine, skipBlanks, skipBlanksBack } from './source-lines';
import { type ScalarNode, textSpan } from './tree';

/** The edits that make these changes of the options of commands and of their texts. */
export function editCommands(
  text: string,
  changes: readonly Change[],
  commands: readonly CommandPlace[],
): readonly TextEdit[] {
  const edits = changes.flatMap((change) =>
    editsOf(text, change, commands).map(({ span, newText }) => editOf(span, newText, change.note)),
  );
  return withoutOverlaps(edits);
}

function editsOf(
  text: string,
  change: Change,
  commands: readonly CommandPlace[],
): readonly TextEdit[] {
  switch (change.op) {
    case 'replaceText':
      return rewritten(text, change.node, change, commands);
    case 'set': {
      const { node, value } = change;
      if (node.type !== 'scalar') return [];
      return rewritten(
        text,
        node,
        { from: 0, to: node.text.length, text: String(value) },
        commands,
      );
    }
    case 'rename': {
      const { keySpan } = change.property;
      const hyphens = /^-*/.exec(text.slice(keySpan.start, keySpan.end))?.[0] ?? '';
      // Whatever is renamed is written with the colon that it has to have.
      const isEqual = text[keySpan.end] === '=';
      const span = { start: keySpan.start, end: keySpan.end + (isEqual ? 1 : 0) };
      return [{ span, newText: hyphens + change.key + (isEqual ? ':' : '') }];
    }
    case 'remove':
      return [{ span: optionSpan(text, change.property.span), newText: '' }];
    case 'insert': {
      const command = commands.find(({ node }) => node.span.start === change.parent.span.start);
      const at = change.after?.span.end ?? command?.behindConfig;
      if (at === undefined) return [];
      const value = protectedText(String(change.value));
      return [{ span: { start: at, end: at }, newText: ` -${change.key}:${value}` }];
    }
    default:
      return [];
  }
}

interface Rewriting {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Replaces characters of a decoded text. The quotes between them stay, unless nothing is left in
 * them.
 */
function rewritten(
  text: string,
  node: ScalarNode,
  { from, to, text: newText }: Rewriting,
  commands: readonly CommandPlace[],
): readonly TextEdit[] {
  const [first, ...rest] = runsOf(text, node, from, to);
  if (!first) return [replacement(text, placeOf(node, from), newText, commands)];
  const quoted = commands.flatMap((command) => command.quoted);
  const gone = (newText === '' ? [first, ...rest] : rest).map((run) => ({
    span: quoted.find((each) => isAllOf(text, run, each)) ?? run,
    newText: '',
  }));
  return newText === '' ? gone : [replacement(text, first, newText, commands), ...gone];
}

/** Where something is inserted: behind the unit before it, inside of its quotes. */
function placeOf(node: ScalarNode, from: number): Span {
  const at = from > 0 ? textSpan(node, from - 1, from - 1).start + 1 : textSpan(node, 0, 0).start;
  return { start: at, end: at };
}

/** Where the units of a text stand together, with the marks that escape them. */
function runsOf(text: string, node: ScalarNode, from: number, to: number): readonly Span[] {
  const runs: { start: number; end: number }[] = [];
  for (let index = from; index < to; index++) {
    const { start } = textSpan(node, index, index);
    const last = runs.at(-1);
    const isEscaped = /[\\^]/.test(text[start - 1] ?? '') && /[^\w.]/.test(text[start] ?? '');
    const first = isEscaped && start - 1 > (last?.end ?? -1) - 1 ? start - 1 : start;
    if (last && first === last.end) last.end = start + 1;
    else runs.push({ start: first, end: start + 1 });
  }
  return runs;
}

/** Whether nothing but its marks is left of a quoted text without these characters. */
const isAllOf = (text: string, run: Span, quoted: Span): boolean =>
  quoted.start < run.start &&
  run.end < quoted.end &&
  /^\\?["']$/.test(text.slice(quoted.start, run.start)) &&
  /^\\?["']$/.test(text.slice(run.end, quoted.end));

/**
 * Writes a text so that a shell still expands the variables in it, whatever quotes stand around it.
 */
function replacement(
  text: string,
  span: Span,
  newText: string,
  commands: readonly CommandPlace[],
): TextEdit {
  const command = commands.find(
    ({ node }) => node.span.start <= span.start && span.end <= node.span.end,
  );
  const holds = (quoted: Span) => quoted.start < span.start && span.end < quoted.end;
  const inner = command?.quoted.find(holds);
  const outer = command?.outer;
  const shell = outer && !outer.isOfFile ? outer.quote : inner?.quote;
  if (shell === undefined || shell === '`') {
    return { span, newText: inner || outer ? newText : protectedText(newText) };
  }
  if (shell !== "'" || !newText.includes('$')) return { span, newText };
  if (inner && /\$env:/i.test(newText)) return inDoubleQuotes(text, inner, span, newText);
  const mark = outer?.isOfFile && outer.quote === '"' ? '\\' : '';
  const opens = text[span.start - 1] === "'" && text[span.start - 2] !== "'";
  const closes = text[span.end] === "'";
  const end = closes ? '' : "'";
  return {
    span: { start: span.start - (opens ? 1 : 0), end: span.end + (closes ? 1 : 0) },
    newText: `${opens ? '' : "'"}${mark}"${newText}${mark}"${end}`,
  };
}

/** PowerShell joins no quotes; it expands in double ones. */
function inDoubleQuotes(text: string, quoted: Span, span: Span, newText: string): TextEdit {
  const before = text.slice(quoted.start + 1, span.start);
  const after = text.slice(span.end, quoted.end - 1);
  return { span: quoted, newText: `"${before}${newText}${after}"` };
}

/**
 * A text that a shell takes apart stands in quotes; blanks to be filled in stay as people write
 * them.
 */
const protectedText = (text: string): string =>
  /[\s;|&]/.test(text.replace(/<[^<>]*>|\$\([^)]*\)|\$?\{\{.*?\}\}/g, '')) ? `"${text}"` : text;

/** An option with the blanks before it, or with its line where nothing else stands on it. */
function optionSpan(text: string, { start, end }: Span): Span {
  const before = skipBlanksBack(text, start);
  const first = lineStart(text, start);
  const rest = text.slice(skipBlanks(text, end), lineEnd(text, end));
  if (before > first) return { start: before, end };
  if (/^(?:\\{1,2}|[\^`])$/.test(rest)) return { start: first, end: nextLine(text, end) };
  if (rest !== '' || first === 0) return { start, end };
  // The last line: the one before it goes on no longer.
  const previous = text.slice(0, first).replace(/\r?\n$/, '').length;
  return {
    start: skipBlanksBack(text, previous - (/[\\^`]$/.test(text.slice(0, previous)) ? 1 : 0)),
    end,
  };
}
