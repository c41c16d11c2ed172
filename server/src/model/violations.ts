import { fieldSchema, requiredFields } from '../schema/catalog';
import { type Violation, violations } from '../schema/validate';
import { type Entity, type Field, isEmpty, says } from './entity';
import { plainValue } from './plain-value';
import { shapeForm } from './shape';

/**
 * How the values of an entity depart from its schema, and from what the consumer of its dialect
 * expects. At most one violation for each field. What is missing is `missingFields`.
 */
export function violationsOf(entity: Entity): readonly Violation[] {
  const flow = entity.flow === 'mixed' ? 'oauth-server-to-server' : entity.flow;
  const found = violations(entity.concept, plainValue(entity), flow).filter(
    ({ keyword }) => keyword !== 'required',
  );
  const wrong = new Set(found.map(({ field }) => field));
  const shapes = [...entity.fields.values()]
    .flat()
    .filter((field) => !wrong.has(field.name))
    .flatMap((field) => shapeViolation(field, entity));
  return [...found, ...shapes];
}

/** The fields that are missing or empty, and must not be. */
export function missingFields(entity: Entity): readonly string[] {
  const { dialect, concept, flow } = entity;
  // A credential between two flows lacks what its migration adds.
  if (flow === 'mixed') return [];
  const names =
    dialect.style === undefined
      ? (flow === 'oauth-server-to-server' && dialect.credential?.required) || []
      : requiredFields(concept, flow);
  return names.filter(
    (name) => !(flow === 'oauth-server-to-server' ? saysForOAuth : says)(entity, name),
  );
}

/** Whether the field is there under the name that the consumer of an OAuth credential reads. */
const saysForOAuth = ({ fields, dialect }: Entity, name: string): boolean =>
  fields
    .get(name)
    ?.some((field) => !isEmpty(field) && !(field.jwtForm && dialect.names[name]?.jwt)) ?? false;

/** Other people's readers want a list or a text where our own notation takes both. */
function shapeViolation(field: Field, { dialect, concept }: Entity): readonly Violation[] {
  if (dialect.style === 'closed') return [];
  const { type } = field.value;
  const { node, also } = shapeForm(field.shape);
  if (node === 'either' || type === 'object' || node === type) return [];
  if (field.items.length === 1 && field.items[0]?.kind === 'reference') return [];
  if (node === 'array' && also === 'json' && isJsonText(field)) return [];
  if (fieldSchema(concept, field.name) === undefined) return [];
  const expected = node === 'array' ? 'array' : 'string';
  return [{ keyword: 'type', field: field.name, expected: [expected] }];
}

const isJsonText = ({ items }: Field) => items.length > 0 && items.every(({ write }) => write);
