import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import type { Change, Value } from './change';
import { withoutOverlaps } from './change-plan';
import type { CommandPlace } from './command-line-words';
import { lineEnd, lineStart, nextLine, skipBlanks, skipBlanksBack } from './source-lines';
import { type ConfigNode, textSpan } from './tree';

/** The edits that make these changes of the options of commands and of their texts. */
export function editCommands(
  text: string,
  changes: readonly Change[],
  commands: readonly CommandPlace[],
): readonly TextEdit[] {
  const edits = changes.flatMap((change) => {
    const edit = editOf(text, change, commands);
    return edit ? [{ ...edit, ...(change.note && { note: change.note }) }] : [];
  });
  return withoutOverlaps(edits);
}

function editOf(
  text: string,
  change: Change,
  commands: readonly CommandPlace[],
): TextEdit | undefined {
  switch (change.op) {
    case 'replaceText':
      return replacement(
        text,
        textSpan(change.node, change.from, change.to),
        change.text,
        commands,
      );
    case 'set':
      return setting(text, change.node, change.value, commands);
    case 'rename': {
      const { keySpan } = change.property;
      const hyphens = /^-*/.exec(text.slice(keySpan.start, keySpan.end))?.[0] ?? '';
      return { span: keySpan, newText: hyphens + change.key };
    }
    case 'remove':
      return { span: optionSpan(text, change.property.span), newText: '' };
    case 'insert': {
      const command = commands.find(({ node }) => node.span.start === change.parent.span.start);
      const at = change.after?.span.end ?? command?.behindConfig;
      if (at === undefined) return undefined;
      const value = protectedText(String(change.value));
      return { span: { start: at, end: at }, newText: ` -${change.key}:${value}` };
    }
    default:
      return undefined;
  }
}

function setting(
  text: string,
  node: ConfigNode,
  value: Value,
  commands: readonly CommandPlace[],
): TextEdit | undefined {
  return node.type === 'scalar'
    ? replacement(text, node.content, String(value), commands)
    : undefined;
}

/** Writes a text so that a shell still expands the variables in it, whatever quotes stand around it. */
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
  const escape = outer?.isOfFile && outer.quote === '"' ? '\\' : '';
  const opens = text[span.start - 1] === "'" && text[span.start - 2] !== "'";
  const closes = text[span.end] === "'";
  const end = closes ? '' : "'";
  return {
    span: { start: span.start - (opens ? 1 : 0), end: span.end + (closes ? 1 : 0) },
    newText: `${opens ? '' : "'"}${escape}"${newText}${escape}"${end}`,
  };
}

/** PowerShell joins no quotes; it expands in double ones. */
function inDoubleQuotes(text: string, quoted: Span, span: Span, newText: string): TextEdit {
  const before = text.slice(quoted.start + 1, span.start);
  const after = text.slice(span.end, quoted.end - 1);
  return { span: quoted, newText: `"${before}${newText}${after}"` };
}

/** A text that a shell takes apart stands in quotes; blanks to be filled in stay as people write them. */
const protectedText = (text: string): string =>
  /[\s;|&]/.test(text.replace(/<[^<>]*>|\$\([^)]*\)|\$?\{\{.*?\}\}/g, '')) ? `"${text}"` : text;

/** An option with the blanks before it, or with its line where nothing else stands on it. */
function optionSpan(text: string, { start, end }: Span): Span {
  const before = skipBlanksBack(text, start);
  const first = lineStart(text, start);
  const rest = text.slice(skipBlanks(text, end), lineEnd(text, end));
  if (before > first) return { start: before, end };
  if (/^[\\^`]$/.test(rest)) return { start: first, end: nextLine(text, end) };
  if (rest !== '' || first === 0) return { start, end };
  // The last line: the one before it goes on no longer.
  const previous = text.slice(0, first).replace(/\r?\n$/, '').length;
  return {
    start: skipBlanksBack(text, previous - (/[\\^`]$/.test(text.slice(0, previous)) ? 1 : 0)),
    end,
  };
}
