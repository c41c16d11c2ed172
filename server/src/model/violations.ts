import { fieldSchema, requiredFields } from '../schema/catalog';
import { type Violation, violations } from '../schema/validate';
import type { Shape } from './dialect';
import { type Entity, type Field, says } from './entity';
import { evidence } from './flow';
import { plainValue } from './plain-value';

export interface EntityViolation extends Violation {
  /** The other fields that are missing, where the entity is only begun. */
  readonly more?: readonly string[] | undefined;
}

/**
 * How an entity departs from its schema, and from what the consumer of its dialect expects.
 * At most one violation for each field.
 */
export function violationsOf(entity: Entity): readonly EntityViolation[] {
  const flow = entity.flow === 'mixed' ? 'oauth-server-to-server' : entity.flow;
  const found = violations(entity.concept, plainValue(entity), flow).filter(
    ({ keyword }) => keyword !== 'required',
  );
  const wrong = new Set(found.map(({ field }) => field));
  const shapes = [...entity.fields.values()]
    .flat()
    .filter((field) => !wrong.has(field.name))
    .flatMap((field) => shapeViolation(field, entity));
  return [...found, ...shapes, ...missing(entity)];
}

/** The fields that are missing or empty, and must not be. */
function missingFields(entity: Entity): readonly string[] {
  const { dialect, concept, flow } = entity;
  // A credential between two flows lacks what its migration adds.
  if (flow === 'mixed') return [];
  const names =
    dialect.style === undefined
      ? (flow === 'oauth-server-to-server' && dialect.required) || []
      : requiredFields(concept, flow);
  return names.filter((name) => !says(entity, name));
}

function missing(entity: Entity): readonly EntityViolation[] {
  const names = missingFields(entity);
  if (isEmptyContainer(entity)) {
    const [field = '', ...more] = Object.keys(entity.dialect.names);
    return [{ keyword: 'required', field, more }];
  }
  const { jwt, oauth } = evidence(entity.fields, entity.dialect);
  // A flow that the other keys tell is a mistake of its own.
  const told = jwt.length + oauth.length > 0 ? entity.dialect.tag?.field : undefined;
  const [first, ...more] = names.filter((name) => name !== told);
  const absent = names.every((name) => !entity.fields.has(name));
  // What is only begun gets one sentence that says what is needed, not one for each field.
  if (first === undefined || more.length < 2 || !absent || entity.dialect.style !== 'closed') {
    return names.map(required);
  }
  const flow = names.filter((name) => name === told);
  return [{ keyword: 'required', field: first, more }, ...flow.map(required)];
}

/** A project without any of its sections, or a text that is no project at all. */
const isEmptyContainer = ({ container, fields, others }: Entity) =>
  container === true && fields.size === 0 && others.length === 0;

const required = (field: string): EntityViolation => ({ keyword: 'required', field });

/** Other people's readers want a list or a text where our own notation takes both. */
function shapeViolation(field: Field, { dialect, concept }: Entity): readonly Violation[] {
  if (dialect.style === 'closed') return [];
  const { type } = field.value;
  const expected = EXPECTED[field.shape];
  if (!expected || type === 'object' || expected === type) return [];
  if (field.items.length === 1 && field.items[0]?.kind === 'reference') return [];
  if (fieldSchema(concept, field.name) === undefined) return [];
  return [
    { keyword: 'type', field: field.name, expected: [expected === 'array' ? 'array' : 'string'] },
  ];
}

const EXPECTED: Partial<Record<Shape, 'array' | 'scalar'>> = {
  list: 'array',
  text: 'scalar',
  'comma-text': 'scalar',
};
