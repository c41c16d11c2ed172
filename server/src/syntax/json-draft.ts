import type { JsonStyle } from './json-style';
import { writeKey } from './json-write';
import { indentAt, skipBlanks, startsLine } from './source-lines';
import type { Draft, DraftMember } from './typing';

/** Members beside others, or on lines of their own where the brackets stand on one line. */
export function membersText(
  members: readonly DraftMember[],
  text: string,
  start: number,
  style: JsonStyle,
): string {
  const indent = indentAt(text, start);
  const { lineBreak, indentUnit } = style;
  if (members.length === 1 || startsLine(text, start)) {
    return members.map((each) => memberText(each, indent, style)).join(`,${lineBreak}${indent}`);
  }
  const inner = lineBreak + indent + indentUnit;
  const lines = members.map((each) => inner + memberText(each, indent + indentUnit, style));
  const closes = /[}\]]/.test(text[skipBlanks(text, start)] ?? '');
  return lines.join(',') + (closes ? lineBreak + indent : '');
}

const memberText = ([key, draft]: DraftMember, indent: string, style: JsonStyle): string =>
  writeKey(key, style.keyQuote) + style.colon + valueText(draft, indent, style);

/** A value; one with objects in it on several lines, the first of which is indented so. */
export function valueText(draft: Draft, indent: string, style: JsonStyle): string {
  if (typeof draft !== 'object') return JSON.stringify(draft);
  const { lineBreak, indentUnit, separator } = style;
  const inner = indent + indentUnit;
  const isList = Array.isArray(draft);
  const parts = isList
    ? (draft as readonly Draft[]).map((each) => valueText(each, inner, style))
    : Object.entries(draft).map((each) => memberText(each, inner, style));
  const [open, close] = isList ? '[]' : '{}';
  if (parts.length === 0) return `${open}${close}`;
  const isFlat = isList && (draft as readonly Draft[]).every((each) => typeof each !== 'object');
  if (isFlat) return `${open}${parts.join(separator)}${close}`;
  return `${open}${lineBreak}${inner}${parts.join(`,${lineBreak}${inner}`)}${lineBreak}${indent}${close}`;
}
