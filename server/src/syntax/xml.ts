import type { Syntax } from './syntax';
import { edit } from './xml-edit';
import { parse } from './xml-parse';

/**
 * XML: attributes are properties `@name`, child elements always lists by their name, text is `#text`.
 * No declaration of a document type or an entity is ever followed.
 */
export const xml: Syntax = { id: 'xml', parse, edit, comment };

/** Two hyphens would end the comment, or forbid it. */
function comment(text: string): string {
  return `<!-- ${text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/-(?=-)/g, '- ')} -->`;
}
