import type { ConfigDocument } from '../model/document';
import type { Entity, Field } from '../model/entity';
import { shownKey } from '../rules/field-name';
import { redactor } from '../rules/redaction';
import { conceptSchema, fieldSchema } from '../schema/catalog';
import type { ConfigNode } from '../syntax/tree';
import { encloses, type Span } from '../text/span';
import { text } from '../texts';

export interface OutlineSymbol {
  readonly name: string;
  readonly detail: string | undefined;
  readonly kind: 'section' | 'entity' | 'field';
  /** All of it; encloses `selection`. */
  readonly span: Span;
  /** What a click selects. */
  readonly selection: Span;
  readonly children: readonly OutlineSymbol[];
}

/** What is configured in a document: accounts, integrations and environments with their fields. */
export function outline(document: ConfigDocument): readonly OutlineSymbol[] {
  const { entities } = document;
  const guests = guestsOf(entities);
  const scope: Scope = {
    redact: redactor(document),
    inside: (field) => (guests.get(field) ?? []).flatMap((entity) => symbolsOf(entity, scope)),
  };
  const nested = new Set([...guests.values()].flat());
  return entities
    .filter((entity) => !nested.has(entity))
    .flatMap((entity) => symbolsOf(entity, scope));
}

interface Scope {
  readonly redact: (text: string) => string;
  /** What is configured in the value of a field. */
  readonly inside: (field: Field) => readonly OutlineSymbol[];
}

/** The entities that stand in fields of others, by the closest such field. */
function guestsOf(entities: readonly Entity[]): ReadonlyMap<Field, readonly Entity[]> {
  const holders = entities.flatMap((entity) =>
    fieldsOf(entity).filter(
      ({ value }) => (entity.container || holdsGroups(value)) && isWithin(value.span, entity.span),
    ),
  );
  const guests = new Map<Field, Entity[]>();
  for (const entity of holders.length > 0 ? entities : []) {
    const around = holders.filter(
      (field) => encloses(field.value.span, entity.span) && !fieldsOf(entity).includes(field),
    );
    const [closest] = around.sort(
      (one, other) => length(one.value.span) - length(other.value.span),
    );
    if (closest) guests.set(closest, [...(guests.get(closest) ?? []), entity]);
  }
  return guests;
}

const holdsGroups = (value: ConfigNode): boolean =>
  value.type === 'array'
    ? value.items.some(({ type }) => type === 'object')
    : value.type === 'object';

const fieldsOf = ({ fields }: Entity): readonly Field[] => [...fields.values()].flat();

const length = ({ start, end }: Span) => end - start;

const isWithin = (inner: Span, outer: Span) =>
  encloses(outer, inner) && length(inner) < length(outer);

/** Of what only holds others its sections are shown. */
const symbolsOf = (entity: Entity, scope: Scope): readonly OutlineSymbol[] =>
  entity.container
    ? fieldsOf(entity).map((section) => sectionSymbol(section, scope))
    : [entitySymbol(entity, scope)];

function sectionSymbol(section: Field, { inside }: Scope): OutlineSymbol {
  const { key, span, keySpan } = section;
  return {
    name: key,
    detail: undefined,
    kind: 'section',
    span,
    selection: keySpan,
    children: inside(section),
  };
}

function entitySymbol(entity: Entity, scope: Scope): OutlineSymbol {
  const { concept, label, flow, head } = entity;
  const title = conceptSchema(concept).title;
  const span = union(entity.span, head);
  return {
    name: scope.redact(label || title),
    detail: flow ? text(`flow.${flow}`) : title,
    kind: 'entity',
    span,
    selection: head,
    children: fieldsOf(entity)
      // The name of an entity in a map is its key, which stands for the whole already.
      .filter((field) => field.span !== head && !encloses(head, field.span))
      // What it inherits stands elsewhere.
      .filter((field) => encloses(span, field.span))
      .map((field) => fieldSymbol(field, entity, scope))
      .sort((a, b) => a.span.start - b.span.start),
  };
}

function fieldSymbol(field: Field, { concept }: Entity, { redact, inside }: Scope): OutlineSymbol {
  const isSecret = fieldSchema(concept, field.name)?.writeOnly;
  return {
    name: redact(shownKey(field.key)) || field.name,
    detail: isSecret || field.value.span === field.keySpan ? undefined : shortened(field, redact),
    kind: 'field',
    // A key that says what a command in its value holds stands in front of that command.
    span: union(field.span, field.keySpan),
    selection: field.keySpan,
    children: inside(field),
  };
}

const LONGEST = 80;

function shortened({ items }: Field, redact: (text: string) => string): string {
  // Redacted before it is cut: half a secret is not recognized any more.
  const all = items
    .map((item) => redact(item.text))
    .join(', ')
    .replace(/\s+/g, ' ');
  return all.length > LONGEST ? `${all.slice(0, LONGEST)}…` : all;
}

const union = (a: Span, b: Span): Span => ({
  start: Math.min(a.start, b.start),
  end: Math.max(a.end, b.end),
});
