import { moved, type Span, span } from '../text/span';

/**
 * What a text says, whatever its notation: objects, arrays and scalars with their places.
 * Immutable.
 */
export type ConfigNode = ObjectNode | ArrayNode | ScalarNode;

export interface ObjectNode {
  readonly type: 'object';
  readonly span: Span;
  readonly properties: readonly Property[];
  /**
   * The name that stands for the object in the text, where there is one: an XML element's tag name.
   */
  readonly nameSpan?: Span | undefined;
  /**
   * Set where it says what an object said before changes of the text elsewhere: that object, the
   * same each time. All that is in it stands as far from its start as there.
   */
  readonly like?: ObjectNode | undefined;
}

export interface ArrayNode {
  readonly type: 'array';
  readonly span: Span;
  readonly items: readonly ConfigNode[];
}

export interface ScalarNode {
  readonly type: 'scalar';
  /** The value as written, with its quotes. Empty where nothing was written yet. */
  readonly span: Span;
  readonly value: string | number | boolean | null;
  /**
   * The decoded text; of a number, boolean or null the characters as written (`8.10` stays `8.10`).
   */
  readonly text: string;
  /** Where `text` stands in the source: the span without quotes. */
  readonly content: Span;
  /**
   * The source offset of each UTF-16 unit of `text`, and one more for its end, where the text is
   * not written verbatim (escapes, entities). Absent where unit `i` stands at `content.start + i`.
   * `'unknown'` where the two cannot be aligned (a folded block).
   */
  readonly offsets?: readonly number[] | 'unknown' | undefined;
}

export interface Property {
  readonly key: string;
  readonly keySpan: Span;
  /** From the first character of the key to the last of the value. */
  readonly span: Span;
  readonly value: ConfigNode;
  /**
   * Set where the property comes from elsewhere in the text (a YAML merge key) and cannot be edited
   * here.
   */
  readonly inherited?: true | undefined;
}

/** What stands where a value is missing. */
export const absentScalar = (offset: number): ScalarNode => ({
  type: 'scalar',
  span: span(offset, offset),
  value: null,
  text: '',
  content: span(offset, offset),
});

/** Where the characters `from` to `to` of a scalar's text stand in the source. */
export function textSpan({ content, offsets }: ScalarNode, from: number, to: number): Span {
  if (offsets === 'unknown') return content;
  if (!offsets) return { start: content.start + from, end: content.start + to };
  return { start: offsets[from] ?? content.start, end: offsets[to] ?? content.end };
}

/** The last property of that name, which is the one that parsers of duplicate keys keep. */
export function property(node: ConfigNode | undefined, key: string): Property | undefined {
  return node?.type === 'object' ? node.properties.findLast((each) => each.key === key) : undefined;
}

/** The text of a scalar property, or undefined. */
export function textAt(node: ConfigNode | undefined, key: string): string | undefined {
  const said = node?.type === 'object' ? (node.like ?? node) : node;
  const value = property(said, key)?.value;
  return value?.type === 'scalar' ? value.text : undefined;
}

/** Where the first key of an object stands. */
export function firstKeyOf(node: ObjectNode): Span | undefined {
  const { properties, span: at } = node.like ?? node;
  const [first] = properties;
  return first && moved(first.keySpan, node.span.start - at.start);
}

/** An object that holds other properties in the same place. */
export const objectWith = (
  { type, span: at, nameSpan }: ObjectNode,
  properties: readonly Property[],
): ObjectNode => ({ type, span: at, ...(nameSpan && { nameSpan }), properties });
