import { moved, type Span, span } from '../text/span';
import type { ParsedText, ReadBefore } from './syntax';
import type { ArrayNode, ConfigNode, ObjectNode, Property } from './tree';

/** In characters. A smaller text is read as a whole in no time. */
export const LARGE = 16_384;

/** Where a text is another one than before. */
export interface TextChange {
  readonly start: number;
  /** In the text as it was. */
  readonly end: number;
  /** How far everything behind it moves. */
  readonly shift: number;
}

/** The one place in which two texts differ. */
export function changeBetween(one: string, other: string): TextChange {
  const shift = other.length - one.length;
  const shortest = Math.min(one.length, other.length);
  let start = 0;
  let end = one.length;
  for (const stretch of STRETCHES) {
    while (start + stretch <= shortest && isAlike(start, start, stretch)) start += stretch;
  }
  for (const stretch of STRETCHES) {
    const first = start + stretch;
    while (end >= first && end + shift >= first) {
      if (!isAlike(end - stretch, end + shift - stretch, stretch)) break;
      end -= stretch;
    }
  }
  return { start, end, shift };

  function isAlike(from: number, to: number, length: number): boolean {
    return one.slice(from, from + length) === other.slice(to, to + length);
  }
}

/** Long stretches are compared at once, in characters. */
const STRETCHES = [16_384, 128, 1];

/** A part of a text that was read alone. */
export interface ReadPart {
  /** Where it stood before the change. */
  readonly place: Span;
  /** What it says, at places in itself. */
  readonly found: ParsedText;
}

/** Whether reading a part alone spares much. */
export const isSmall = ({ start, end }: Span, { text }: ReadBefore): boolean =>
  (end - start) * 4 <= text.length;

/** A part of a text, as a copy, lest its tree keeps the whole text. */
export const copied = (text: string, start: number, end: number): string =>
  ` ${text.slice(start, end)}`.slice(1);

/**
 * What a text says, given its tree and the part that was read anew, in which all of its problems
 * are.
 */
export function renewedText(
  root: ConfigNode,
  { place, found }: ReadPart,
  { comments, trailingCommas }: ParsedText,
  { shift }: TextChange,
): ParsedText {
  const around = <T extends Placed>(old: readonly T[], now: readonly T[]): readonly T[] => [
    ...old.filter((each) => each.span.start < place.start),
    ...movedAll(now, place.start),
    ...movedAll(
      old.filter((each) => each.span.start >= place.end),
      shift,
    ),
  ];
  const commas = trailingCommas && around(asPlaced(trailingCommas), asPlaced(found.trailingCommas));
  return {
    root,
    problems: movedAll(found.problems, place.start),
    comments: around(comments, found.comments),
    ...(commas && { trailingCommas: commas.map(({ span: at }) => at) }),
  };
}

interface Placed {
  readonly span: Span;
}

const asPlaced = (spans: readonly Span[] = []): readonly Placed[] =>
  spans.map((each) => ({ span: each }));

const movedAll = <T extends Placed>(all: readonly T[], by: number): readonly T[] =>
  all.map((each) => ({ ...each, span: moved(each.span, by) }));

/** A list with another item; those behind it move. */
export function withItem(
  { items }: ArrayNode,
  index: number,
  item: ConfigNode,
  shift: number,
): readonly ConfigNode[] {
  return [
    ...items.slice(0, index),
    item,
    ...items.slice(index + 1).map((each) => movedNode(each, shift)),
  ];
}

/** The properties of an object with another one; those behind it move. */
export function withProperty(
  { properties }: ObjectNode,
  index: number,
  property: Property,
  shift: number,
): readonly Property[] {
  return [
    ...properties.slice(0, index),
    property,
    ...properties.slice(index + 1).map((each) => movedProperty(each, shift)),
  ];
}

/** A property with another value. */
export const withValue = (property: Property, value: ConfigNode): Property => ({
  ...property,
  span: span(property.span.start, value.span.end),
  value,
});

/** The same at another place. */
export function movedProperty(property: Property, by: number): Property {
  if (by === 0) return property;
  const { key, keySpan, span: at, value, inherited } = property;
  const places = { keySpan: moved(keySpan, by), span: moved(at, by) };
  return { key, ...places, value: movedNode(value, by), ...(inherited && { inherited }) };
}

/** The same at another place; its objects are marked as what they were. */
export function movedNode(node: ConfigNode, by: number): ConfigNode {
  if (by === 0) return node;
  const at = moved(node.span, by);
  switch (node.type) {
    case 'array':
      return { type: 'array', span: at, items: node.items.map((each) => movedNode(each, by)) };
    case 'object':
      return new MovedObject(node, at);
    default: {
      const { value, text, content, offsets } = node;
      const inner = content === node.span ? at : moved(content, by);
      const still = { type: 'scalar' as const, span: at, value, text, content: inner };
      if (offsets === undefined) return still;
      const places = offsets === 'unknown' ? offsets : offsets.map((each) => each + by);
      return { ...still, offsets: places };
    }
  }
}

/** Most of what stands behind a change is not looked at before the next one. */
class MovedObject implements ObjectNode {
  readonly type = 'object';
  readonly like: ObjectNode;
  #properties: readonly Property[] | undefined;

  constructor(
    before: ObjectNode,
    readonly span: Span,
  ) {
    this.like = before.like ?? before;
  }

  get properties(): readonly Property[] {
    const by = this.span.start - this.like.span.start;
    this.#properties ??= this.like.properties.map((each) => movedProperty(each, by));
    return this.#properties;
  }
}
