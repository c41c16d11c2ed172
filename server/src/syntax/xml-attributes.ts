import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import type { Change } from './change';
import type { ObjectNode, Property } from './tree';
import { encodeAttribute, valueText } from './xml-entities';

type Insertion = Extract<Change, { readonly op: 'insert' }>;
type Removal = Extract<Change, { readonly op: 'remove' }>;

/** Writes an attribute behind another one or behind the tag name, in the layout of the tag. */
export function insertAttribute(text: string, { parent, after, key, value }: Insertion): TextEdit {
  const attributes = attributesOf(parent);
  const index = after ? attributes.indexOf(after) : -1;
  const at = index >= 0 ? attributes[index]!.span.end : nameEnd(parent);
  const like = attributes[Math.max(index, 0)];
  const quote = (like && /["']/.exec(text[like.value.span.start] ?? '')?.[0]) ?? '"';
  const written = `${key.slice(1)}=${quote}${encodeAttribute(valueText(value), quote)}${quote}`;
  return {
    span: { start: at, end: at },
    newText: separator(text, parent, attributes, index) + written,
  };
}

/**
 * Takes attributes out together with the blanks that kept them apart, so that both layouts stay
 * tidy.
 */
export function removeAttributes(text: string, removals: readonly Removal[]): readonly TextEdit[] {
  const parents = new Map<ObjectNode, Removal[]>();
  for (const removal of removals) {
    parents.set(removal.parent, [...(parents.get(removal.parent) ?? []), removal]);
  }
  return [...parents].flatMap(([parent, removed]) => removeFrom(text, parent, removed));
}

const attributesOf = ({ properties }: ObjectNode): readonly Property[] =>
  properties.filter(({ key }) => key.startsWith('@'));

const nameEnd = ({ nameSpan, span }: ObjectNode): number => nameSpan?.end ?? span.start;

/** The blanks right before an offset. */
function gapBefore(text: string, offset: number): Span {
  let start = offset;
  while (start > 0 && /[ \t\r\n]/.test(text[start - 1]!)) start--;
  return { start, end: offset };
}

const gapOf = (text: string, attribute: Property | undefined): string => {
  if (!attribute) return '';
  const { start, end } = gapBefore(text, attribute.span.start);
  return text.slice(start, end);
};

const breaks = (gap: string): boolean => gap.includes('\n');

/** The line break and the indentation of a gap that may hold empty lines. */
const lastLine = (gap: string): string => /\r?\n[^\n]*$/.exec(gap)?.[0] ?? ' ';

/** What sets a new attribute behind the one at `index` (-1: behind the tag name) apart from it. */
function separator(
  text: string,
  parent: ObjectNode,
  attributes: readonly Property[],
  index: number,
): string {
  const next = attributes[index + 1];
  const nextGap = gapOf(text, next);
  if (index < 0) return next && breaks(nextGap) ? lastLine(nextGap) : ' ';
  const gap = gapOf(text, attributes[index]);
  const endsLine = !next || breaks(nextGap);
  if (breaks(gap)) return endsLine ? lastLine(gap) : ' ';
  // Behind the tag name stands only the first of attributes that have a line each.
  const afterNext = attributes[index + 2];
  const isAligned =
    index === 0 && next && breaks(nextGap) && (!afterNext || breaks(gapOf(text, afterNext)));
  const onTagLine = gapBefore(text, attributes[0]!.span.start).start === nameEnd(parent);
  return isAligned && onTagLine ? lastLine(nextGap) : ' ';
}

function removeFrom(
  text: string,
  parent: ObjectNode,
  removals: readonly Removal[],
): readonly TextEdit[] {
  const attributes = attributesOf(parent);
  const removed = new Map(removals.map((removal) => [removal.property, removal]));
  const edits: TextEdit[] = [];
  for (let first = 0; first < attributes.length; first++) {
    if (!removed.has(attributes[first]!)) continue;
    let end = first + 1;
    while (
      end < attributes.length &&
      removed.has(attributes[end]!) &&
      joined(text, attributes, end)
    ) {
      end++;
    }
    const run = attributes.slice(first, end);
    const next = joined(text, attributes, end) ? attributes[end] : undefined;
    const forwards = next && pullsNextUp(text, parent, run[0]!, next);
    run.forEach((attribute, index) => {
      const span = forwards
        ? { start: attribute.span.start, end: (run[index + 1] ?? next).span.start }
        : { start: gapBefore(text, attribute.span.start).start, end: attribute.span.end };
      edits.push({ span, newText: '', note: removed.get(attribute)?.note });
    });
    first = end - 1;
  }
  return edits;
}

/** Whether only blanks stand between an attribute and the one before it. */
function joined(text: string, attributes: readonly Property[], index: number): boolean {
  const [before, here] = [attributes[index - 1], attributes[index]];
  return !!before && !!here && gapBefore(text, here.span.start).start <= before.span.end;
}

/**
 * Whether the next attribute takes the place of the removed ones, rather than the blanks before
 * them going.
 */
function pullsNextUp(text: string, parent: ObjectNode, first: Property, next: Property): boolean {
  const before = gapOf(text, first);
  const after = gapOf(text, next);
  if (!after || (breaks(before) && !breaks(after))) return before !== '';
  const isFirst = gapBefore(text, first.span.start).start === nameEnd(parent);
  return isFirst && !breaks(before) && breaks(after);
}
