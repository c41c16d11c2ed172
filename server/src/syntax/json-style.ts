import type { Span } from '../text/span';
import { isBareText, type Quote, quoteAt } from './json-write';
import type { MemberStyle } from './member-scene';
import { indentAt, lineBreakOf, startsLine } from './source-lines';
import type { ParsedText } from './syntax';
import type { ArrayNode, ConfigNode, ObjectNode } from './tree';

/** How a JSON text is written. */
export interface JsonStyle extends MemberStyle {
  /** What stands between a key and its value. */
  readonly colon: string;
  /** How its first text and its first key are quoted. */
  readonly quote: Quote;
  readonly keyQuote: Quote;
  /** Whether it is HJSON: some text has no quotes, or some line no comma. */
  readonly loose: boolean;
  /** Whether lines end without commas. */
  readonly commaless: boolean;
}

/**
 * What is remembered of a text: how it is written, which is found out when the first edit asks for
 * it.
 */
export class JsonLayout {
  #style: JsonStyle | undefined;

  constructor(
    private readonly text: string,
    private readonly parsed: ParsedText,
  ) {}

  get style(): JsonStyle {
    this.#style ??= jsonStyle(this.text, this.parsed);
    return this.#style;
  }
}

/** How a text is written, which is remembered with what was read of it. */
export const styleOf = (text: string, parsed: ParsedText): JsonStyle =>
  (parsed.layout instanceof JsonLayout ? parsed.layout : new JsonLayout(text, parsed)).style;

/** Learns from what is there; a text that says nothing is written as most are. */
function jsonStyle(text: string, { root, comments }: ParsedText): JsonStyle {
  const seen: Seen = {
    colon: undefined,
    indentUnit: undefined,
    separator: undefined,
    padding: undefined,
    quote: undefined,
    keyQuote: undefined,
    commaless: undefined,
    bare: false,
  };
  if (root) look(text, root, seen);
  const oneLine = !/\n/.test(text.trim());
  const colon = seen.colon ?? ': ';
  return {
    lineBreak: lineBreakOf(text),
    indentUnit: seen.indentUnit ?? (/^\t/m.test(text) ? '\t' : '  '),
    separator: seen.separator ?? (oneLine && colon === ':' ? ',' : ', '),
    padding: seen.padding ?? '',
    colon,
    quote: seen.quote ?? '"',
    keyQuote: seen.keyQuote ?? '"',
    loose: seen.bare || seen.commaless === true,
    commaless: seen.commaless ?? false,
    expand:
      !oneLine ||
      (root?.type === 'object' && root.properties.length === 0 && comments.length === 0),
  };
}

/** How the members of one list are written. */
export interface ListStyle {
  /** Each on a line of its own, without commas. */
  readonly lines: boolean;
  readonly quote: Quote;
  readonly keyQuote: Quote;
}

/**
 * A new member is written as its neighbors are; without quotes only where its line ends behind it.
 */
export function listStyle(
  text: string,
  parent: ObjectNode | ArrayNode,
  inner: Span,
  style: JsonStyle,
): ListStyle {
  const lines = isInLines(text, parent, style);
  const closes = inner.end < text.length && !startsLine(text, inner.end);
  const usual = style.quote === 'none' && (!lines || (closes && inner.end < parent.span.end));
  const first = parent.type === 'object' ? parent.properties[0] : undefined;
  return {
    lines,
    quote: usual ? '"' : style.quote,
    keyQuote: first ? quoteAt(text, first.keySpan.start) : style.keyQuote,
  };
}

function isInLines(text: string, parent: ObjectNode | ArrayNode, style: JsonStyle): boolean {
  const members = membersOf(parent);
  const apart = members.slice(1).every(({ span }) => startsLine(text, span.start));
  if (!apart) return false;
  // A comma behind a text without quotes would become a part of it.
  if (members.some(({ value }) => value.type === 'scalar' && isBareText(text, value))) {
    return style.loose;
  }
  if (members.length > 1) return hasCommas(text, members) === false;
  const first = members[0];
  const own = first ? startsLine(text, first.span.start) : parent.type === 'object';
  return style.commaless && own;
}

interface Member {
  readonly span: Span;
  readonly value: ConfigNode;
}

const membersOf = (node: ObjectNode | ArrayNode): readonly Member[] =>
  node.type === 'object'
    ? node.properties
    : node.items.map((value) => ({ span: value.span, value }));

/**
 * Whether commas stand between members on lines of their own; undefined where that does not show.
 */
function hasCommas(text: string, members: readonly Member[]): boolean | undefined {
  const gaps = members.slice(1).map(({ span }, index) => ({
    text: text.slice(members[index]!.span.end, span.start),
    bare: isBare(text, members[index]!.value),
  }));
  if (gaps.length === 0 || !gaps.every((gap) => gap.text.includes('\n'))) return undefined;
  return gaps.some((gap) => !gap.bare && /^\s*,/.test(gap.text));
}

const isBare = (text: string, value: ConfigNode) =>
  value.type === 'scalar' && isBareText(text, value);

interface Seen {
  colon: string | undefined;
  indentUnit: string | undefined;
  separator: string | undefined;
  padding: string | undefined;
  quote: Quote | undefined;
  keyQuote: Quote | undefined;
  commaless: boolean | undefined;
  bare: boolean;
}

function look(text: string, node: ConfigNode, seen: Seen): void {
  if (node.type === 'scalar') {
    lookAtText(text, node, seen);
    return;
  }
  const members = membersOf(node);
  lookAtGaps(text, node, members, seen);
  if (node.type === 'array') for (const item of node.items) look(text, item, seen);
  else {
    for (const { keySpan, value } of node.properties) {
      seen.keyQuote ??= quoteAt(text, keySpan.start);
      const colon = text.slice(keySpan.end, value.span.start);
      if (/^ ?: ?$/.test(colon) && value.span.end > value.span.start) seen.colon ??= colon;
      look(text, value, seen);
    }
  }
}

function lookAtText(text: string, node: Extract<ConfigNode, { type: 'scalar' }>, seen: Seen): void {
  if (typeof node.value !== 'string' || text.startsWith("'''", node.span.start)) return;
  const quote = quoteAt(text, node.span.start);
  seen.quote ??= quote;
  if (quote === 'none') seen.bare = true;
}

function lookAtGaps(
  text: string,
  node: ObjectNode | ArrayNode,
  members: readonly Member[],
  seen: Seen,
): void {
  const first = members[0]?.span;
  if (first && startsLine(text, first.start)) {
    const outer = indentAt(text, node.span.start);
    const inner = indentAt(text, first.start);
    if (inner.startsWith(outer) && inner !== outer) seen.indentUnit ??= inner.slice(outer.length);
  } else if (first && node.type === 'object') {
    const padding = text.slice(node.span.start + 1, first.start);
    if (/^[ \t]*$/.test(padding)) seen.padding ??= padding;
  }
  for (const [index, member] of members.entries()) {
    const before = members[index - 1];
    const gap = before && text.slice(before.span.end, member.span.start);
    if (gap && /^, *$/.test(gap)) seen.separator ??= gap;
  }
  const commas = seen.commaless === undefined ? hasCommas(text, members) : undefined;
  if (commas !== undefined) seen.commaless = !commas;
}
