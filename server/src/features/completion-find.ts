import { type ConfigDocument, readDocument } from '../model/document';
import { type Entity, entityWith, type Field, mayHold } from '../model/entity';
import { notationsOf } from '../model/notation';
import { syntaxes } from '../syntax';
import {
  type ConfigNode,
  firstKeyOf,
  type ObjectNode,
  objectWith,
  type Property,
  type ScalarNode,
} from '../syntax/tree';
import { MARKER, type Typing } from '../syntax/typing';
import { applyEdits } from '../text/edit';
import { encloses, type Span, span, touches } from '../text/span';
import {
  type CompletionPlace,
  isWhole,
  type KeyPlace,
  type NewPlace,
  type OtherPlace,
  type TypedItem,
  type ValuePlace,
} from './completion-place';
import { knownKeys, knownValue } from './completion-present';

/** What can be typed at an offset. The text is read once more for each way to understand it. */
export function placesAt(document: ConfigDocument, offset: number): readonly CompletionPlace[] {
  const { text, syntax, parsed, comments } = document;
  const isComment = comments.some(({ span: at }) => isInComment(text, at, offset));
  if (isComment || offset > text.length) return [];
  // In front of a key nobody means to call it otherwise.
  const typings = (syntax.typing?.(text, offset, parsed) ?? []).filter(
    ({ keyOnly, word }) => !keyOnly || word.start < offset || word.end === offset,
  );
  return typings.flatMap((typing) => placesOf(document, offset, typing));
}

/**
 * A text that is none of ours as it stands, as it would be with one more key, and what can be typed
 * there.
 */
export interface Begun {
  readonly document: ConfigDocument;
  readonly places: readonly KeyPlace[];
}

/** What can be typed in a text that one of those keys would make one of ours. */
export function begunPlaces(
  path: string,
  text: string,
  offset: number,
  keys: readonly string[],
): readonly Begun[] {
  const typings = notationsOf(path, text).flatMap(
    (id) => syntaxes[id].typing?.(text, offset) ?? [],
  );
  return typings.flatMap(
    (typing) => firstOf(keys, (key) => begunWith(key, path, text, typing)) ?? [],
  );
}

function begunWith(key: string, path: string, text: string, typing: Typing): Begun | undefined {
  const newText = typing.keyOnly ? undefined : typing.members?.([[key, MARKER]]);
  if (newText === undefined) return undefined;
  const written = applyEdits(text, [...typing.also, { span: typing.word, newText }]);
  const document = readDocument(path, written);
  const offset = written.indexOf(MARKER);
  const trail = document?.root && trailTo(document.root, offset);
  const marker = trail?.owner?.properties.find((each) => each.key === trail.path.at(-1));
  if (!document || !marker) return undefined;
  const places = keyPlaces(document, offset, typing, document.entities, trail!, marker).flatMap(
    (place) => (place.kind === 'key' && says(place.entity, marker) ? without(place, marker) : []),
  );
  return places.length > 0 ? { document, places } : undefined;
}

const says = ({ fields, dialect }: Entity, { keySpan }: Property): boolean =>
  !dialect.unjudged &&
  [...fields.values()].flat().some((field) => field.keySpan.start === keySpan.start);

/** A place before the key was there. */
function without({ entity, owner, ...place }: KeyPlace, marker: Property): KeyPlace {
  const fields = [...entity.fields].filter(
    ([, all]) => !all.some(({ keySpan }) => keySpan.start === marker.keySpan.start),
  );
  const properties = owner.properties.filter((each) => each !== marker);
  return {
    ...place,
    entity: entityWith(entity, { fields: new Map(fields) }),
    owner: objectWith(owner, properties),
  };
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
  const root = (typing.parsed ?? syntax.parse(typing.probe, document)).root;
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

/**
 * Whether an entity is made of some of the properties of an object, as in a file that is one object
 * for several.
 */
const isView = ({ home }: Entity, owner: ObjectNode): boolean =>
  home !== undefined &&
  home !== owner &&
  beginsIn(home, owner) &&
  home.properties.every((each) => stands(each, owner));

/** Whether its first property may stand in an object, so that the others are worth a look. */
const beginsIn = (home: ObjectNode, { span: at }: ObjectNode): boolean => {
  const first = firstKeyOf(home);
  return first !== undefined && encloses(at, first);
};

/**
 * Whether an object has a property under the same name; a kind may have read it under another one.
 */
const stands = ({ key, keySpan }: Property, { properties }: ObjectNode): boolean =>
  properties.some((each) => each.keySpan.start === keySpan.start && each.key === key);

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

function valuePlaces(
  entities: readonly Entity[],
  typing: Typing,
  scalar: ScalarNode,
): readonly ValuePlace[] {
  const seen = new Set<string>();
  const near = entities.filter((entity) => mayHold(entity, scalar.span.start));
  return near.flatMap((entity) =>
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
