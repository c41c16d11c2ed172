import type { Value } from './change';
import type { MemberStyle } from './member-scene';
import { encodeText } from './osgi-config-string';
import { fits } from './osgi-config-value';
import { indentAt, lineBreakOf, startsLine } from './source-lines';
import type { ArrayNode, ConfigNode } from './tree';

/** How a text is written. */
export interface OsgiConfigStyle {
  readonly lineBreak: string;
  /** What stands between a key and its value. */
  readonly sign: string;
  /** The form of a list that is written anew. */
  readonly list: ListStyle;
}

/** How a list is written; it goes into the hands that change lists in brackets. */
export interface ListStyle extends MemberStyle {
  /** The indentation of a closing bracket on a line of its own. */
  readonly closing: string;
  /** Whether a comma stands behind the last item. */
  readonly trailing: boolean;
}

/** Learns from what is there; a text that says nothing is written as most are. */
export function osgiConfigStyle(
  text: string,
  root: ConfigNode | undefined,
  continuations: readonly number[],
): OsgiConfigStyle {
  const properties = root?.type === 'object' ? root.properties : [];
  const lineBreak = lineBreakOf(text);
  const signs = properties.map(({ keySpan, value }) => text.slice(keySpan.end, value.span.start));
  const example = properties
    .map(({ value }) => value)
    .find((value) => value.type === 'array' && value.items.length > 0);
  const sign = signs.find((each) => /^[ \t]*=[ \t]*$/.test(each)) ?? '=';
  const list = listStyle(text, example as ArrayNode | undefined, lineBreak, continuations);
  return { lineBreak, sign, list };
}

/** The form of a list; that of a list on one line where there is none. */
export function listStyle(
  text: string,
  list: ArrayNode | undefined,
  lineBreak: string,
  continuations: readonly number[],
): ListStyle {
  const plain: ListStyle = {
    lineBreak,
    indentUnit: '  ',
    separator: ', ',
    padding: '',
    expand: false,
    closing: '',
    trailing: false,
  };
  const first = list?.items[0]?.span;
  if (!list || !first) return plain;
  const { start, end } = list.span;
  const open = bracketOf(text, list);
  const last = list.items.at(-1)!.span;
  const gap = list.items[1] && text.slice(first.end, list.items[1].span.start);
  const padding = text.slice(open + 1, first.start);
  return {
    lineBreak: continuations.some((at) => start < at && at < end) ? ` \\${lineBreak}` : lineBreak,
    indentUnit: startsLine(text, first.start) ? indentAt(text, first.start) : '  ',
    separator: gap && /^,[ \t]*$/.test(gap) ? gap : plain.separator,
    padding: /^[ \t]*$/.test(padding) ? padding : '',
    expand: startsLine(text, first.start),
    closing: startsLine(text, end - 1) ? indentAt(text, end - 1) : '',
    trailing: text.slice(last.end, end).includes(','),
  };
}

/** Where the opening bracket of a list stands, behind the letter of its type. */
export const bracketOf = (text: string, { span }: ArrayNode): number =>
  /[[(]/.test(text[span.start] ?? '') ? span.start : span.start + 1;

/** Writes a text in quotes. */
export const quoted = (text: string): string => `"${encodeText(text)}"`;

/** Writes a list, with the letter of what stood there before where all items fit. */
export function writtenList(
  values: Value & readonly string[],
  letter: string | undefined,
  { lineBreak, indentUnit, separator, padding, expand, closing, trailing }: ListStyle,
): string {
  const kept = letter && values.every((each) => fits(letter, each)) ? letter : '';
  const items = values.map(quoted);
  if (items.length === 0) return `${kept}[]`;
  if (!expand) return `${kept}[${padding}${items.join(separator)}${padding}]`;
  const lines = items.join(`,${lineBreak}${indentUnit}`) + (trailing ? ',' : '');
  return `${kept}[${lineBreak}${indentUnit}${lines}${lineBreak}${closing}]`;
}
