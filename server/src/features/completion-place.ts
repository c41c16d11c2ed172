import type { ConfigDocument } from '../model/document';
import type { Entity, Field, TextValue } from '../model/entity';
import type { ConfigNode, ObjectNode, Property, ScalarNode } from '../syntax/tree';
import { MARKER, type Typing } from '../syntax/typing';
import { type Span, span, touches } from '../text/span';

/** What can be typed at a cursor, and in which words of the notation. */
export type CompletionPlace = KeyPlace | NewPlace | EntryPlace | ValuePlace | OtherPlace;

interface AnyPlace {
  readonly typing: Typing;
}

/** The key of a member of an entity's object, or of one inside of it. */
export interface KeyPlace extends AnyPlace {
  readonly kind: 'key';
  readonly entity: Entity;
  /** The keys that lead from the entity's object to the one that is typed in. */
  readonly inside: readonly string[];
  readonly owner: ObjectNode;
  readonly marker: Property;
}

/** A whole entity, of which nothing is there. */
export interface NewPlace extends AnyPlace {
  readonly kind: 'new';
  readonly entity: Entity;
}

/** A whole entity in a map, with its name as the key. */
export interface EntryPlace extends AnyPlace {
  readonly kind: 'entry';
  readonly entity: Entity;
}

export interface ValuePlace extends AnyPlace {
  readonly kind: 'value';
  readonly entity: Entity;
  readonly field: Field;
  /** What is typed, among the texts of the value; places are those of the text. */
  readonly item: TypedItem;
}

export interface TypedItem {
  /** What is replaced. */
  readonly span: Span;
  /** Whether it is all of its scalar, so that the notation writes it anew. */
  readonly whole: boolean;
  /** Whether the scalar is an item of an array. */
  readonly listed: boolean;
  readonly write: ((text: string) => string) | undefined;
  /** The other texts of the value. */
  readonly others: readonly string[];
}

/** A key in any other object of the file. */
export interface OtherPlace extends AnyPlace {
  readonly kind: 'other';
  readonly path: readonly string[];
  readonly owner: ObjectNode | undefined;
}

/** What can be typed at an offset. The text is read once more for each way to understand it. */
export function placesAt(document: ConfigDocument, offset: number): readonly CompletionPlace[] {
  const { text, syntax, parsed, comments } = document;
  const isComment = comments.some(({ span: at }) => isInComment(text, at, offset));
  if (isComment || offset > text.length) return [];
  // In front of a key nobody means to call it otherwise.
  const typings = (syntax.typing?.(text, offset, parsed) ?? []).filter(
    ({ keyOnly, word }) => !keyOnly || word.start < offset,
  );
  return typings.flatMap((typing) => placesOf(document, offset, typing));
}

/** A comment of one line reaches to the end of it. */
const isInComment = (text: string, { start, end }: Span, offset: number): boolean =>
  start < offset && (offset < end || (offset === end && /^$|[\r\n]/.test(text[end] ?? '')));

function placesOf(
  document: ConfigDocument,
  offset: number,
  typing: Typing,
): readonly CompletionPlace[] {
  const { kind, path, syntax } = document;
  const root = (typing.parsed ?? syntax.parse(typing.probe)).root;
  const trail = root && trailTo(root, offset + typing.shift);
  if (!trail) return [];
  const entities = kind.entities(root, path).filter(({ dialect }) => !dialect.unjudged);
  if (trail.marker) return keyPlaces(document, offset, typing, entities, trail, trail.marker);
  const scalar = trail.scalar;
  if (!scalar || /[\r\n]/.test(typing.probe.slice(scalar.span.start, scalar.span.end))) return [];
  const fresh = entities.filter(({ node }) => node === scalar);
  const found = fresh.map((entity): NewPlace => ({ kind: 'new', typing, entity }));
  const values = [...found, ...valuePlaces(entities, typing, scalar)];
  return values.length > 0 ? values : knownValue(document, offset, typing);
}

/** The nodes from the root to the marker. */
interface Trail {
  readonly path: readonly string[];
  readonly owner: ObjectNode | undefined;
  /** The property whose key is typed. */
  readonly marker?: Property | undefined;
  readonly scalar?: ScalarNode | undefined;
}

function trailTo(
  node: ConfigNode,
  offset: number,
  path: readonly string[] = [],
  owner?: ObjectNode,
): Trail | undefined {
  if (node.type === 'scalar') {
    const holds = node.text.includes(MARKER) && touches(node.span, offset);
    return holds ? { path, owner, scalar: node } : undefined;
  }
  if (node.type === 'array') {
    return firstOf(node.items, (item) => trailTo(item, offset, path, owner));
  }
  return firstOf(node.properties, (each) => {
    if (each.inherited) return undefined;
    if (each.key.includes(MARKER)) return { path, owner: node, marker: each };
    return trailTo(each.value, offset, [...path, each.key], node);
  });
}

function firstOf<T, R>(all: readonly T[], find: (each: T) => R | undefined): R | undefined {
  for (const each of all) {
    const found = find(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

function keyPlaces(
  document: ConfigDocument,
  offset: number,
  typing: Typing,
  entities: readonly Entity[],
  { path, owner }: Trail,
  marker: Property,
): readonly CompletionPlace[] {
  if (!owner) return [];
  const other: OtherPlace = { kind: 'other', typing, path, owner };
  const places: CompletionPlace[] = entities.flatMap((entity): readonly CompletionPlace[] => {
    const isEntry = entity.head.start === marker.keySpan.start && entity.home !== owner;
    if (isEntry && !isView(entity, owner)) return [{ kind: 'entry', typing, entity }];
    const inside = isView(entity, owner) ? [] : wayTo(entity.home, owner);
    return inside ? [{ kind: 'key', typing, entity, inside, owner, marker }] : [];
  });
  const known = places.length > 0 ? [] : knownKeys(document, offset, typing, owner, marker);
  return [...places, ...known, other];
}

/** Whether an entity is made of some of the properties of an object, as in a file that is one object for several. */
const isView = ({ home }: Entity, owner: ObjectNode): boolean =>
  home !== undefined &&
  home !== owner &&
  home.properties.length > 0 &&
  home.properties.every((each) => owner.properties.includes(each));

/** The keys that lead from an object to one that lies in it. */
function wayTo(
  from: ConfigNode | undefined,
  to: ObjectNode,
  way: readonly string[] = [],
): readonly string[] | undefined {
  if (from === to) return way;
  if (from?.type === 'array') return firstOf(from.items, (item) => wayTo(item, to, way));
  if (from?.type !== 'object') return undefined;
  if (to.span.start < from.span.start || to.span.end > from.span.end) return undefined;
  return firstOf(from.properties, ({ key, value }) => wayTo(value, to, [...way, key]));
}

/**
 * What is typed may be the very key that shows what an object is. Then the entity is the one of the text as it is,
 * whose object begins at the same place.
 */
function knownKeys(
  { entities }: ConfigDocument,
  offset: number,
  typing: Typing,
  owner: ObjectNode,
  marker: Property,
): readonly KeyPlace[] {
  return entities.flatMap((entity): readonly KeyPlace[] => {
    const { home, dialect } = entity;
    if (!home || dialect.unjudged) return [];
    const isSame = home.span.start === owner.span.start || sharesKeys(home, owner, offset);
    const typed = isSame && home.properties.some(({ keySpan }) => touches(keySpan, offset));
    if (!typed) return [];
    const fields = [...entity.fields].map(
      ([name, all]) => [name, all.filter(({ keySpan }) => !touches(keySpan, offset))] as const,
    );
    const rest = new Map(fields.filter(([, all]) => all.length > 0));
    const known = { ...entity, fields: rest };
    return [{ kind: 'key', typing, entity: known, inside: [], owner, marker }];
  });
}

/** Whether all properties before the cursor stand in the other object as well. */
const sharesKeys = (home: ObjectNode, owner: ObjectNode, offset: number): boolean => {
  const starts = new Map(owner.properties.map(({ keySpan, key }) => [keySpan.start, key]));
  const own = home.properties.filter(({ keySpan }) => keySpan.end < offset);
  return own.every(({ keySpan, key }) => starts.get(keySpan.start) === key);
};

function valuePlaces(
  entities: readonly Entity[],
  typing: Typing,
  scalar: ScalarNode,
): readonly ValuePlace[] {
  const seen = new Set<string>();
  return entities.flatMap((entity) =>
    [...entity.fields.values()].flat().flatMap((field): readonly ValuePlace[] => {
      const { value, keySpan } = field;
      // A name that stands in a key is typed as a key.
      if (keySpan.start === value.span.start || !holds(value, scalar) || seen.has(field.name)) {
        return [];
      }
      const item = typedItem(field, typing, scalar);
      if (!item) return [];
      seen.add(field.name);
      return [{ kind: 'value', typing, entity, field, item }];
    }),
  );
}

const holds = (value: ConfigNode, scalar: ScalarNode): boolean =>
  value.type === 'array'
    ? value.items.some((item) => item.span.start === scalar.span.start && item.type === 'scalar')
    : value.type === 'scalar' && value.span.start === scalar.span.start;

function typedItem(
  { items, value }: Field,
  typing: Typing,
  scalar: ScalarNode,
): TypedItem | undefined {
  const listed = value.type === 'array';
  const typed = items.find((item) => item.text.includes(MARKER));
  const others = items.filter((item) => item !== typed).map(({ text }) => text);
  const whole = !typed || isWhole(typed, scalar);
  if (whole) return { span: typing.word, whole, listed, write: undefined, others };
  if (scalar.offsets === 'unknown') return undefined;
  const { start, end } = typed.span;
  const at = span(start - typing.shift, end - typing.shift - MARKER.length);
  if (at.start < typing.word.start || at.end > typing.word.end) return undefined;
  return { span: at, whole, listed, write: typed.write, others };
}

/** Whether a text is all that its scalar says. */
const isWhole = ({ text, textFrom, textTo }: TextValue, scalar: ScalarNode): boolean =>
  scalar.text.trim() === text && textTo - textFrom === text.length;

/** What the text holds as it is, where its value is the very thing that shows what it is. */
function knownValue(
  { entities }: ConfigDocument,
  offset: number,
  typing: Typing,
): readonly ValuePlace[] {
  for (const entity of entities) {
    if (entity.dialect.unjudged) continue;
    for (const field of [...entity.fields.values()].flat()) {
      const item = field.items.find(
        ({ span: at, node }) => touches(at, offset) && node.offsets !== 'unknown',
      );
      if (!item || field.keySpan.start === field.value.span.start) continue;
      const whole = isWhole(item, item.node);
      const at = whole ? typing.word : item.span;
      if (at.start < typing.word.start || at.end > typing.word.end) continue;
      const listed = field.value.type === 'array';
      const others = field.items.filter((each) => each !== item).map(({ text }) => text);
      const typed = { span: at, whole, listed, write: item.write, others };
      return [{ kind: 'value', typing, entity, field, item: typed }];
    }
  }
  return [];
}
