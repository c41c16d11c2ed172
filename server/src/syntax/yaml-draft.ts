import { lineBreakOf } from './source-lines';
import type { Draft, DraftMember } from './typing';
import { writeText } from './yaml-write';

/** A value on one line, in brackets where it needs them. */
export const flowText = (draft: Draft): string => {
  if (typeof draft === 'string') return writeText(draft, 'flow', '');
  if (typeof draft === 'boolean') return String(draft);
  if (Array.isArray(draft)) return `[${(draft as readonly Draft[]).map(flowText).join(', ')}]`;
  return `{ ${flowMembers(Object.entries(draft))} }`;
};

/** Members between braces. */
export const flowMembers = (members: readonly DraftMember[]): string =>
  members.map(([key, draft]) => `${writeText(key, 'key', '')}: ${flowText(draft)}`).join(', ');

/**
 * A value behind a key or a dash in that column; what has lines of its own begins on the next one.
 */
export function blockText(draft: Draft, column: number, text: string): string {
  if (typeof draft === 'string') return writeText(draft, 'block', '');
  if (typeof draft === 'boolean') return String(draft);
  const unit = indentUnit(text);
  const inner = column + unit.length;
  const line = lineBreakOf(text) + ' '.repeat(inner);
  if (!Array.isArray(draft)) {
    return Object.entries(draft)
      .map((each) => line + memberText(each, inner, text))
      .join('');
  }
  const items = draft as readonly Draft[];
  if (items.every((each) => typeof each !== 'object')) return flowText(items);
  return items.map((each) => `${line}- ${itemText(each, inner + 2, text)}`).join('');
}

function itemText(draft: Draft, column: number, text: string): string {
  if (typeof draft !== 'object' || Array.isArray(draft)) return flowText(draft);
  const line = lineBreakOf(text) + ' '.repeat(column);
  return Object.entries(draft)
    .map((each) => memberText(each, column, text))
    .join(line);
}

/** A member whose key stands in that column. */
export function memberText([key, draft]: DraftMember, column: number, text: string): string {
  const written = blockText(draft, column, text);
  const name = writeText(key, 'key', '');
  return /^[\r\n]/.test(written) ? `${name}:${written}` : `${name}: ${written}`;
}

const indentUnit = (text: string): string =>
  /^( +)(?!-)[^\s#]/m.exec(text)?.[1] ?? /^( +)- /m.exec(text)?.[1] ?? '  ';
