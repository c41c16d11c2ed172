import type { MemberStyle } from './member-scene';
import { indentAt, lineBreakOf, startsLine } from './source-lines';
import type { ParsedText } from './syntax';
import type { ConfigNode } from './tree';

/** How a JSON text is written. */
export interface JsonStyle extends MemberStyle {
  /** What stands between a key and its value. */
  readonly colon: string;
}

/** Learns from what is there; a text that says nothing is written as most are. */
export function jsonStyle(text: string, { root, comments }: ParsedText): JsonStyle {
  const seen: Seen = {
    colon: undefined,
    indentUnit: undefined,
    separator: undefined,
    padding: undefined,
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
    expand:
      !oneLine ||
      (root?.type === 'object' && root.properties.length === 0 && comments.length === 0),
  };
}

interface Seen {
  colon: string | undefined;
  indentUnit: string | undefined;
  separator: string | undefined;
  padding: string | undefined;
}

function look(text: string, node: ConfigNode, seen: Seen): void {
  if (node.type === 'scalar') return;
  const members =
    node.type === 'object' ? node.properties : node.items.map((item) => ({ span: item.span }));
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
  if (node.type === 'array') for (const item of node.items) look(text, item, seen);
  else {
    for (const { keySpan, value } of node.properties) {
      const colon = text.slice(keySpan.end, value.span.start);
      if (/^ ?: ?$/.test(colon) && value.span.end > value.span.start) seen.colon ??= colon;
      look(text, value, seen);
    }
  }
}
