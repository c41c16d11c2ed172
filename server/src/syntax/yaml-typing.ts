import { type Span, span } from '../text/span';
import { lineBreakOf, lineEnd, lineStart, skipBlanks, skipBlanksBack } from './source-lines';
import type { ParsedText } from './syntax';
import type { ConfigNode } from './tree';
import { type Draft, type DraftMember, type Typing, typingAt } from './typing';
import { blockText, memberText } from './yaml-draft';
import {
  closingYamlQuote,
  type Flow,
  flowTyping,
  quotedTyping,
  scanFlow,
} from './yaml-flow-typing';
import { readYaml } from './yaml-read';
import { writeText } from './yaml-write';

/**
 * How what is typed in a text of YAML can be understood. What its reader takes for a mistake is
 * left out.
 */
export function yamlTyping(text: string, offset: number, parsed: ParsedText): readonly Typing[] {
  if (isInBlockText(text, offset, parsed.root)) return [];
  const flow = flowAround(text, offset, parsed.root);
  const found = flow ? flowTyping(text, offset, flow) : lineTyping(text, offset);
  return found.flatMap((typing) => {
    const probed = readYaml(typing.probe, { text, parsed });
    return fits(probed, typing.probe, offset + typing.shift) ? [{ ...typing, parsed: probed }] : [];
  });
}

/** Whether the line that is typed is understood as it stands, rather than as a mistake. */
function fits({ problems }: ParsedText, probe: string, offset: number): boolean {
  const line = span(lineStart(probe, offset), lineEnd(probe, offset));
  return !problems.some(
    ({ code, span: at }) => FATAL.has(code) && at.start <= line.end && line.start <= at.end,
  );
}

const FATAL: ReadonlySet<string> = new Set([
  'bad-indent',
  'malformed',
  'tab-indent',
  'colon-expected',
]);

/** A text on several lines behind `|` or `>`. */
function isInBlockText(text: string, offset: number, root: ConfigNode | undefined): boolean {
  const node = scalarAround(root, offset);
  if (!node || !/[|>]/.test(text[node.span.start] ?? '')) return false;
  const line = lineStart(text, offset);
  if (line <= node.span.start) return true;
  const first = /\n([ \t]+)\S/.exec(text.slice(node.span.start, node.span.end))?.[1]?.length ?? 1;
  return offset - line >= first || skipBlanks(text, line) - line >= first;
}

function scalarAround(node: ConfigNode | undefined, offset: number): ConfigNode | undefined {
  if (!node || node.span.start > offset || node.span.end < offset) return undefined;
  if (node.type === 'scalar') return node;
  const inner = node.type === 'array' ? node.items : node.properties.map(({ value }) => value);
  for (const each of inner) {
    const found = scalarAround(each, offset);
    if (found) return found;
  }
  return undefined;
}

/** Where the outermost brackets open that are open at the cursor. */
function flowAround(text: string, offset: number, root: ConfigNode | undefined): Flow | undefined {
  const from = bracketAround(text, root, offset) ?? valueStart(text, offset);
  const opened = from !== undefined && /[[{]/.test(text[from] ?? '');
  const flow = opened ? scanFlow(text, from, offset) : undefined;
  return flow && flow.stack.length > 0 ? flow : undefined;
}

function bracketAround(
  text: string,
  node: ConfigNode | undefined,
  offset: number,
): number | undefined {
  if (!node || node.type === 'scalar') return undefined;
  const { start, end } = node.span;
  if (offset < start || end < offset) return undefined;
  if (start < offset && offset < end && /[[{]/.test(text[start] ?? '')) return start;
  const inner = node.type === 'array' ? node.items : node.properties.map(({ value }) => value);
  for (const each of inner) {
    const found = bracketAround(text, each, offset);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Where the value begins of what stands on the cursor's line. */
function valueStart(text: string, offset: number): number | undefined {
  const start = lineStart(text, offset);
  const { indent, dashes, key } = lineParts(text.slice(start, offset));
  return start + indent.length + dashes.length + (key?.length ?? 0);
}

/** A line up to the cursor. */
function lineParts(line: string) {
  const [, indent = '', dashes = '', rest = ''] =
    /^(\uFEFF?[ \t]*)((?:-[ \t]+)*)(.*)$/s.exec(line) ?? [];
  return { indent, dashes, key: keyOf(rest), rest };
}

/** What a line has up to its value: a key, its colon and the blanks behind that. */
function keyOf(rest: string): string | undefined {
  const quoted = /^(?:"[^"]*"|'[^']*')[ \t]*:(?:[ \t]+|$)/.exec(rest)?.[0];
  if (quoted !== undefined || /^["'#[{&*!|>%@`]/.test(rest)) return quoted;
  const colon = /:(?:[ \t]+|$)/.exec(rest);
  const key = colon ? rest.slice(0, colon.index + colon[0].length) : undefined;
  return key?.includes('#') ? undefined : key;
}

function lineTyping(text: string, offset: number): readonly Typing[] {
  const start = lineStart(text, offset);
  const { indent, dashes, key, rest } = lineParts(text.slice(start, offset));
  if (indent.includes('\t')) return [];
  const column = indent.replace('\uFEFF', '').length + dashes.length;
  if (rest === '-') return dashTyping(text, offset, column);
  const from = offset - rest.length;
  if (key !== undefined) return valueTyping(text, offset, from + key.length, column);
  const quote = /^["']/.exec(rest)?.[0];
  if (quote) {
    const isKey = dashes === '';
    return quotedTyping(text, offset, from, isKey, /[\r\n]/);
  }
  return wordTyping(text, offset, from, column, dashes);
}

/** Right behind a dash, which wants a blank before its item. */
function dashTyping(text: string, offset: number, column: number): readonly Typing[] {
  if (text.slice(offset, lineEnd(text, offset)).trim() !== '') return [];
  const value = (draft: Draft) => ` ${blockText(draft, column, text)}`;
  const place = { text, offset, word: span(offset, offset), before: ' ' };
  return [typingAt(place, { value, part: (said) => said })];
}

/** The end of a plain value on a line, before a comment. */
function plainEnd(text: string, offset: number): number {
  const line = text.slice(offset, lineEnd(text, offset));
  const comment = line.search(/(?:^|[ \t])#/);
  return skipBlanksBack(text, offset + (comment < 0 ? line.length : comment));
}

function valueTyping(
  text: string,
  offset: number,
  from: number,
  column: number,
): readonly Typing[] {
  const first = text[from];
  if (offset > from && (first === '"' || first === "'")) {
    const close = closingYamlQuote(text, from + 1, first);
    if (close !== undefined && close < offset) return [];
    return quotedTyping(text, offset, from, false, /[\r\n]/);
  }
  if (offset > from && /[&*!|>%@`]/.test(first ?? '')) return [];
  if (hasLinesBelow(text, from, column)) return [];
  const lead = text[from - 1] === ':' ? ' ' : '';
  const word = span(from, Math.max(offset, plainEnd(text, offset)));
  // A quote behind the cursor would be taken for the value.
  const behind = text.slice(offset, word.end);
  if (/^[ \t]*["'[{]/.test(behind) || (lead !== '' && behind.trim() !== '')) return [];
  const trail = text[word.end] === '#' ? ' ' : '';
  const value = (draft: Draft) => lead + blockText(draft, column, text) + trail;
  const place = { text, offset, word, before: lead, after: trail };
  return [typingAt(place, { value, part: (said) => said })];
}

/** A word without a colon: a key that begins, or an item of a list, with its dash or without. */
function wordTyping(
  text: string,
  offset: number,
  from: number,
  column: number,
  dashes: string,
): readonly Typing[] {
  const colon = /^[\w.@/$-]*?[ \t]*(?=:(?:\s|$))/.exec(
    text.slice(offset, lineEnd(text, offset)),
  )?.[0];
  const lineBreak = lineBreakOf(text);
  const members = (all: readonly DraftMember[]) =>
    all.map((each) => memberText(each, column, text)).join(lineBreak + ' '.repeat(column));
  const part = (said: string) => said;
  if (colon !== undefined) {
    const word = span(from, offset + colon.trimEnd().length);
    const key = ([first]: readonly DraftMember[]) => writeText(first?.[0] ?? '', 'key', '');
    return [typingAt({ text, offset, word, keyOnly: true }, { members: key, part })];
  }
  const word = span(from, Math.max(offset, plainEnd(text, offset)));
  if (text.slice(offset, word.end).includes(' ')) return [];
  const value = (draft: Draft) => blockText(draft, column - 2, text);
  const place = { text, offset, word };
  const below = lineBelow(text, from);
  if (below.indent > column) {
    return takesLinesBelow(text, from, column) ? [holderTyping(place)] : [];
  }
  if (dashes !== '') return [typingAt(place, { members, value, part })];
  const item = {
    members: (all: readonly DraftMember[]) =>
      `- ${all.map((each) => memberText(each, column + 2, text)).join(lineBreak + ' '.repeat(column + 2))}`,
    value: (draft: Draft) => `- ${blockText(draft, column, text)}`,
    part,
  };
  const asItem = typingAt({ ...place, before: '- ' }, item);
  if (below.indent === column && below.isItem) {
    return takesItem(text, from, column) ? [asItem] : [holderTyping(place)];
  }
  const key = typingAt({ ...place, after: ':' }, { members, part });
  return takesItem(text, from, column) ? [key, asItem] : [key];
}

/** A key without which the lines below stand alone. */
function holderTyping(place: { text: string; offset: number; word: Span }): Typing {
  const members = ([first]: readonly DraftMember[]) =>
    typeof first?.[1] === 'object' ? `${writeText(first[0], 'key', '')}:` : undefined;
  return typingAt({ ...place, after: ':', keyOnly: true }, { members, part: (said) => said });
}

/**
 * Whether lines that are indented further belong to what is typed, rather than to what is above it.
 */
function takesLinesBelow(text: string, from: number, column: number): boolean {
  const above = text.slice(0, lineStart(text, from)).split(/\r?\n/);
  const line = above.findLast((each) => /^\uFEFF?\s*[^\s#]/.test(each)) ?? '';
  const indent = /^\uFEFF?( *)/.exec(line)?.[1]?.length ?? 0;
  const isOpen = /^[^#]*:[ \t]*(?:#.*)?$/.test(line);
  return isOpen ? indent < column : indent <= column;
}

/** Whether the value of a key stands on the lines below it. */
function hasLinesBelow(text: string, from: number, column: number): boolean {
  const { indent, isItem } = lineBelow(text, from);
  return indent > column || (indent === column && isItem);
}

/**
 * The next line that says something: how far it is indented, and whether it is an item of a list.
 */
function lineBelow(text: string, from: number) {
  const [, indent, said = ''] = /^( *)([^\s#].*)/m.exec(text.slice(lineEnd(text, from))) ?? [];
  return { indent: indent?.length ?? -1, isItem: /^-(\s|$)/.test(said) };
}

/**
 * Whether a list goes on in that column, or can begin there: behind a key that has no value yet.
 */
function takesItem(text: string, from: number, column: number): boolean {
  const below = lineBelow(text, from);
  if (below.indent > column) return false;
  let isNearest = true;
  const above = text.slice(0, lineStart(text, from)).split(/\r?\n/);
  for (const line of above.reverse()) {
    const indent = /^\uFEFF?( *)[^\s#]/.exec(line)?.[1]?.length;
    if (indent === undefined) continue;
    if (indent > column) {
      isNearest = false;
      continue;
    }
    if (indent === column && line.startsWith('- ', indent)) return true;
    // What stands below in that column may be a map that began already.
    const isFree = indent === column || below.indent < column || below.isItem;
    return isNearest && isFree && /^[^#]*:[ \t]*(?:#.*)?$/.test(line);
  }
  return false;
}
