import { fieldSchema } from '../schema/catalog';
import type { ConfigNode } from '../syntax/tree';
import type { Entity, Field } from './entity';
import { fieldOf, isEmpty, isOn } from './entity';
import { storedElsewhere } from './field';
import { flowSaid } from './flow';
import { shapeForm } from './shape';

/**
 * The entity as plain data in our names, for the schema. Empty fields are left out: to the schema
 * they are missing. References are left out where they would break a type: what they stand for is
 * not known.
 */
export function plainValue(entity: Entity): Readonly<Record<string, unknown>> {
  const value: Record<string, unknown> = {};
  for (const name of entity.fields.keys()) {
    const field = fieldOf(entity, name);
    if (field && !isEmpty(field)) put(value, name.split('.'), fieldValue(field, entity));
  }
  return value;
}

function put(target: Record<string, unknown>, [head, ...rest]: string[], value: unknown): void {
  if (head === undefined) return;
  if (rest.length === 0) {
    target[head] = value;
    return;
  }
  const inner = target[head];
  const next =
    typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
  target[head] = next;
  put(next, rest, value);
}

function fieldValue(field: Field, entity: Entity): unknown {
  const [only] = field.items;
  const { tag } = entity.dialect.credential ?? {};
  // Other files name the flows their own way.
  if (tag?.field === field.name && only)
    return flowSaid(field.name, only, entity.dialect) ?? only.text;
  if (field.items.length === 1 && only?.kind === 'reference') return referenceFor(field, entity);
  if (field.shape === 'lines') return field.items.map(({ text }) => text).join('\n');
  if (field.shape === 'flag') return isOn(entity, field.name) ?? only?.text;
  if (shapeForm(field.shape).list === 'json' && field.items.some(({ write }) => write)) {
    return field.items.map(({ text }) => text);
  }
  // Of what stands in its sections the schema of a project says nothing.
  if (entity.concept === 'ims-project') return shallow(field.value);
  return plainOf(field.value);
}

const shallow = (node: ConfigNode): unknown =>
  node.type === 'scalar' ? node.value : node.type === 'array' ? [] : {};

/**
 * Stands for a reference where a text may stand; elsewhere nothing is known that could be judged.
 */
function referenceFor({ name, items }: Field, { concept }: Entity): unknown {
  const schema = fieldSchema(concept, name);
  const isText = [schema?.type ?? 'string'].flat().includes('string') && !schema?.enum;
  return isText ? items[0]?.text : undefined;
}

function plainOf(node: ConfigNode): unknown {
  if (node.type === 'scalar') return node.value;
  if (node.type === 'array') return node.items.map(plainOf);
  // What is stored elsewhere is a text there.
  if (storedElsewhere(node)) return 'stored elsewhere';
  return Object.fromEntries(node.properties.map(({ key, value }) => [key, plainOf(value)]));
}
