import type { Entity, Field } from '../model/entity';
import { type FieldSchema, fieldSchema } from '../schema/catalog';

/** What a person calls a field: the label in Adobe's UI, then the key as written. */
export function fieldName(
  { name, key }: Field,
  entity: Entity,
): { readonly label: string; readonly key: string } {
  return { label: explainingSchema(name, entity)?.title ?? name, key: shownKey(key) };
}

/** What explains a field to people where it stands. */
export function explainingSchema(
  name: string,
  { concept, dialect }: Entity,
): FieldSchema | undefined {
  const { explained } = dialect.names[name] ?? {};
  return explained ? fieldSchema(explained.concept, explained.name) : fieldSchema(concept, name);
}

/** The key under which an entity's dialect writes a field, whether it is there or not. */
export function keyOf(name: string, { dialect }: Entity): string {
  const path = dialect.names[name]?.path ?? name;
  return shownKey(path.slice(path.lastIndexOf('/') + 1));
}

/** A key as people say it: an attribute of XML without the mark that it has in the tree. */
export const shownKey = (key: string): string => key.replace(/^@/, '');
