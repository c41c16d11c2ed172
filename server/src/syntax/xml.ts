import { encloses } from '../text/span';
import { lineStart } from './source-lines';
import type { Syntax } from './syntax';
import type { ConfigNode } from './tree';
import { edit } from './xml-edit';
import { parse } from './xml-parse';
import { xmlTyping } from './xml-typing';

/**
 * XML: attributes are properties `@name`, child elements always lists by their name, text is
 * `#text`. No declaration of a document type or an entity is ever followed.
 */
export const xml: Syntax = {
  id: 'xml',
  parse,
  edit,
  comment,
  commentPlace: (text, offset, parsed = parse(text)) =>
    lineStart(text, tagStart(parsed.root, offset)),
  coverBelow: (text, { start }) => text.indexOf('>', start),
  typing: xmlTyping,
};

/** Two hyphens would end the comment, or forbid it. */
function comment(text: string): string {
  return `<!-- ${text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/-(?=-)/g, '- ')} -->`;
}

/** No comment can stand inside a tag, so that it stands above the element. */
function tagStart(root: ConfigNode | undefined, offset: number): number {
  let start = offset;
  const visit = (node: ConfigNode) => {
    if (!encloses(node.span, { start: offset, end: offset })) return;
    if (node.type === 'array') node.items.forEach(visit);
    if (node.type !== 'object') return;
    if (node.nameSpan) start = node.span.start;
    for (const { value } of node.properties) visit(value);
  };
  if (root) visit(root);
  return start;
}
