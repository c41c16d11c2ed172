import type { ConfigDocument } from '../model/document';
import type { Entity, Field } from '../model/entity';
import { shownKey } from '../rules/field-name';
import { redactor } from '../rules/redaction';
import { conceptSchema, fieldSchema } from '../schema/catalog';
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
  const redact = redactor(document);
  const sections = document.entities.filter(({ container }) => container).flatMap(sectionsOf);
  const entities = document.entities.filter(({ container }) => !container);
  const isInside = (field: Field, { span }: Entity) => encloses(field.value.span, span);
  return [
    ...sections.map((section) => ({
      ...sectionSymbol(section),
      children: entities
        .filter((entity) => isInside(section, entity))
        .map((entity) => entitySymbol(entity, redact)),
    })),
    ...entities
      .filter((entity) => !sections.some((section) => isInside(section, entity)))
      .map((entity) => entitySymbol(entity, redact)),
  ];
}

const sectionsOf = ({ fields }: Entity) => [...fields.values()].flat();

function sectionSymbol({ key, span, keySpan }: Field): Omit<OutlineSymbol, 'children'> {
  return { name: key, detail: undefined, kind: 'section', span, selection: keySpan };
}

function entitySymbol(entity: Entity, redact: (text: string) => string): OutlineSymbol {
  const { concept, label, flow, head, fields } = entity;
  const title = conceptSchema(concept).title;
  return {
    name: redact(label || title),
    detail: flow ? text(`flow.${flow}`) : title,
    kind: 'entity',
    span: union(entity.span, head),
    selection: head,
    children: [...fields.values()]
      .flat()
      // The name of an entity in a map is its key, which stands for the whole already.
      .filter(({ span }) => span !== head && !encloses(head, span))
      .map((field) => fieldSymbol(field, entity, redact))
      .sort((a, b) => a.span.start - b.span.start),
  };
}

function fieldSymbol(
  field: Field,
  { concept }: Entity,
  redact: (text: string) => string,
): OutlineSymbol {
  const isSecret = fieldSchema(concept, field.name)?.writeOnly;
  return {
    name: redact(shownKey(field.key)) || field.name,
    detail: isSecret ? undefined : shortened(field, redact),
    kind: 'field',
    span: field.span,
    selection: field.keySpan,
    children: [],
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
