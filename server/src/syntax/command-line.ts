import { encloses, type Span } from '../text/span';
import { editCommands } from './command-line-edit';
import { readLines, type ScriptLines } from './command-line-lines';
import { IMS_OPTION } from './command-line-options';
import { Scene } from './command-line-scene';
import { toldLines } from './command-line-told';
import type { CommandPlace } from './command-line-words';
import { lineStart } from './source-lines';
import type { ParsedText, Syntax } from './syntax';

/**
 * The `nlserver config` commands in a script of any language. The root is the list of the commands
 * that configure a technical account (`-setims…`), each an object whose `nameSpan` is the word
 * `nlserver`. Its properties are the options in the order of the text: the key is the option's name
 * without its hyphen (`instance`, `setimsoauth`), the value the text behind the colon, without
 * quotes. Everything around the commands is left alone.
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

/** A hyphen before it is that of a Makefile, which ignores errors of the line. */
const NLSERVER = /(?<![\w.]|[^\t@]-)nlserver(?:\.exe)?(?![\w.-])/gi;

function parse(text: string): ParsedText {
  const names = [...text.matchAll(NLSERVER)];
  const lines = readLines(text);
  const commented = lines.comments.map(({ span }) => span);
  const scene = new Scene(text, lines);
  const commands: CommandPlace[] = [];
  const told = names.length > 0 ? toldLines(text) : [];
  let end = 0;
  for (const { index, 0: name } of names) {
    if (index < end || isWithin(index, commented)) continue;
    const command = scene.read({ start: index, end: index + name.length });
    if (!command) continue;
    end = command.node.span.end;
    if (!command.node.properties.some(({ key }) => IMS_OPTION.test(key))) continue;
    if (command.isRun() && !isWithin(index, told)) commands.push(command);
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

/** Whether an offset is in one of the spans, which stand in the order of the text. */
function isWithin(offset: number, spans: readonly Span[]): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return (spans[low]?.start ?? Number.POSITIVE_INFINITY) <= offset;
}
