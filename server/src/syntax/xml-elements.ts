import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import type { Change } from './change';
import type { ObjectNode, Property } from './tree';
import { encodeAttribute, encodeText, valueText } from './xml-entities';
import { readTag } from './xml-tag';

type Insertion = Extract<Change, { readonly op: 'insert' }>;

/** The name in an element's end tag, where it has one. */
export function endTagName(text: string, element: ObjectNode): Span | undefined {
  const { span, nameSpan, properties } = element;
  if (!nameSpan) return undefined;
  const name = text.slice(nameSpan.start, nameSpan.end);
  const start = text.lastIndexOf('</', span.end - 1);
  // The end tag of a child, where the element itself was never closed.
  if (properties.some(({ value }) => value.type === 'array' && value.span.end > start)) {
    return undefined;
  }
  if (start <= nameSpan.end || !text.startsWith(name, start + 2)) return undefined;
  const end = start + 2 + name.length;
  return /^\s*>?$/.test(text.slice(end, span.end)) ? { start: start + 2, end } : undefined;
}

/** Takes an element out, with its lines where nothing else stands on them. */
export function removeElement(text: string, { start, end }: Span): TextEdit {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start);
  const after = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end))?.[0];
  const alone = /^\uFEFF?[ \t]*$/.test(before) && after !== undefined;
  if (!alone) return { span: { start, end }, newText: '' };
  const from = before.startsWith('\uFEFF') ? lineStart + 1 : lineStart;
  return { span: { start: from, end: end + after.length }, newText: '' };
}

/**
 * Writes elements and texts into elements: behind their neighbor, or first behind the start tag.
 */
export function insertContent(text: string, insertions: readonly Insertion[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const opened = new Map<ObjectNode, Insertion[]>();
  for (const insertion of insertions) {
    const { parent, after } = insertion;
    if (!parent.nameSpan) continue;
    const { end, close } = readTag(text, parent.nameSpan, parent.span.end);
    if (close === '/>') opened.set(parent, [...(opened.get(parent) ?? []), insertion]);
    else if (close === '>') {
      const isBehind = after?.value.type === 'array';
      const at = isBehind ? lineEnd(text, after.value.span.end, insertion) : end;
      const indent = isBehind
        ? indentOf(text, after.value.span)
        : firstIndent(text, end) || indentInside(text, insertion);
      const newText = (insertion.key === '#text' ? '' : indent) + written(text, insertion);
      edits.push({ span: { start: at, end: at }, newText, note: insertion.note });
    }
  }
  return [...edits, ...[...opened].map(([parent, added]) => openEmpty(text, parent, added))];
}

/** An element `<a/>` that gets content needs an end tag. */
function openEmpty(text: string, parent: ObjectNode, added: readonly Insertion[]): TextEdit {
  const name = text.slice(parent.nameSpan!.start, parent.nameSpan!.end);
  const slash = text.lastIndexOf('/', parent.span.end - 1);
  const start = slash - /[ \t]*$/.exec(text.slice(0, slash))![0].length;
  const content = added.map((each) => indentInside(text, each) + written(text, each)).join('');
  const ending = added.some(isElement) ? indentOf(text, parent.span) : '';
  const newText = `>${content}${ending}</${name}>`;
  const note = added.find((each) => each.note !== undefined)?.note;
  return { span: { start, end: parent.span.end }, newText, note };
}

function written(text: string, { key, value, after }: Insertion): string {
  const [name = '', attribute] = key.split('/@');
  if (attribute !== undefined) {
    const quote = quoteIn(text, after);
    return `<${name} ${attribute}=${quote}${encodeAttribute(valueText(value), quote)}${quote}/>`;
  }
  const encoded = encodeText(valueText(value));
  return key === '#text' ? encoded : `<${key}>${encoded}</${key}>`;
}

/** Behind a neighbor, and behind the comments that stand on its line, which are about it. */
function lineEnd(text: string, end: number, insertion: Insertion): number {
  const comments = /^(?:[ \t]*<!--(?:(?!-->)[^\n])*-->)+(?=[ \t]*\r?\n)/.exec(text.slice(end))?.[0];
  return isElement(insertion) ? end + (comments?.length ?? 0) : end;
}

/**
 * Whether an element is added that has an attribute and nothing else; such ones have lines of their
 * own.
 */
const isElement = ({ key }: Insertion) => key.includes('/@');

/** The quotes of the neighbor. */
function quoteIn(text: string, after: Property | undefined): string {
  const last = after?.value.type === 'array' ? after.value.items.at(-1) : undefined;
  const value = last?.type === 'object' ? last.properties[0]?.value : undefined;
  return (value && /["']/.exec(text[value.span.start] ?? '')?.[0]) ?? '"';
}

/** The line break and the indentation before an element that begins its line. */
function indentOf(text: string, { start }: Span): string {
  return /\r?\n[ \t]*$/.exec(text.slice(text.lastIndexOf('\n', start - 1) - 1, start))?.[0] ?? '';
}

/** The same one step deeper, for an element in another one that holds none yet. */
function indentInside(text: string, insertion: Insertion): string {
  const outer = isElement(insertion) ? indentOf(text, insertion.parent.span) : '';
  if (outer === '') return '';
  return outer + (outer.endsWith('\t') ? '\t' : '  ');
}

/**
 * The line break and the indentation before what follows a start tag, unless that is its end tag.
 */
const firstIndent = (text: string, end: number): string =>
  /^[ \t]*(\r?\n[ \t]*)+(?=<(?!\/))/.exec(text.slice(end))?.[1] ?? '';
