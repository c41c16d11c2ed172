import type { FieldName } from '../model/dialect';
import type { ConfigDocument } from '../model/document';
import type { Entity } from '../model/entity';
import type { Workspace } from '../model/workspace';
import { explainingSchema, shownKey } from '../rules/field-name';
import { fieldSchema, requiredFields } from '../schema/catalog';
import type { Draft, DraftObject } from '../syntax/typing';
import { newValue } from './completion-drafts';
import type { KeyPlace } from './completion-place';

/** A key that can be written, with all that then stands behind it. */
export interface NewKey {
  readonly key: string;
  readonly draft: Draft;
  /** The fields that it brings, the first of which explains it. */
  readonly names: readonly string[];
  readonly required: boolean;
}

/** Where keys are looked for. */
type Place = Pick<KeyPlace, 'entity' | 'inside'> & Partial<Pick<KeyPlace, 'owner' | 'marker'>>;

/** The keys that are allowed in a place and not there, the required ones first. */
export function keysAt(
  { entity, inside, owner, marker }: Place,
  document: ConfigDocument,
  workspace: Workspace,
): readonly NewKey[] {
  const prefix = inside.map((key) => `${key}/`).join('');
  const wanted = new Set(wantedFields(entity));
  const present = new Set(owner?.properties.map(({ key }) => key));
  const isAttribute = marker?.key.startsWith('@');
  const groups = new Map<string, { readonly name: string; readonly rest: string }[]>();
  for (const name of offeredFields(entity)) {
    const path = entity.dialect.names[name]!.path;
    if (!isBelow(path, prefix, entity)) continue;
    const [key = '', ...rest] = path.slice(prefix.length).split('/');
    const isRight = isAttribute === undefined || isAttribute === key.startsWith('@');
    // An object that is there already is completed inside of it.
    if (!isRight || present.has(key)) continue;
    groups.set(key, [...(groups.get(key) ?? []), { name, rest: rest.join('/') }]);
  }
  return [...groups]
    .flatMap(([key, found]) => newKey(key, found, entity, document, workspace, wanted))
    .sort((one, other) => Number(other.required) - Number(one.required));
}

const isBelow = (path: string, prefix: string, { dialect }: Entity): boolean =>
  dialect.anyCase ? path.toUpperCase().startsWith(prefix.toUpperCase()) : path.startsWith(prefix);

/** What a reader rejects when it is missing, or the schema, in what is new and therefore OAuth. */
export function wantedFields({ dialect, concept }: Entity): readonly string[] {
  return dialect.credential?.required ?? requiredFields(concept, 'oauth-server-to-server');
}

/** The fields that a person may add here, in the order of the dialect. */
export function offeredFields(entity: Entity): readonly string[] {
  const { dialect, fields } = entity;
  if (dialect.unjudged) return [];
  return Object.entries(dialect.names)
    .filter(([name, written]) => !fields.has(name) && isOffered(name, written, entity))
    .map(([name]) => name);
}

function isOffered(name: string, written: FieldName, entity: Entity): boolean {
  const { jwtOnly, unoffered, path } = written;
  const schema = fieldSchema(entity.concept, name);
  if (!schema || jwtOnly || unoffered || schema.deprecated || NEVER.has(name)) return false;
  // Both flows together are no state that a credential may be in.
  if (schema.format === 'scopes' && entity.flow === 'jwt') return false;
  const isSecret = schema.writeOnly === true;
  if (isSecret && (schema['x-foreign'] || entity.dialect.secrets === 'left-out')) return false;
  return path !== '';
}

/** What programs write by themselves, what only marks JWT, and the number that nobody knows. */
const NEVER: ReadonlySet<string> = new Set([
  'accessToken',
  'assertion',
  'claims',
  'credentialBlock',
  'accountOption',
  'typeNumber',
]);

function newKey(
  key: string,
  found: readonly { readonly name: string; readonly rest: string }[],
  entity: Entity,
  document: ConfigDocument,
  workspace: Workspace,
  wanted: ReadonlySet<string>,
): readonly NewKey[] {
  const value = (name: string) => newValue(name, entity, document, workspace);
  const required = found.some(({ name }) => wanted.has(name));
  const [only] = found;
  if (found.length === 1 && only?.rest === '') {
    return [{ key, draft: value(only.name), names: [only.name], required }];
  }
  // Of elements in elements only those that say something themselves.
  const own = found.filter(({ rest }) => !rest.includes('/'));
  const inner = document.syntax.id === 'xml' ? own : found;
  if (inner.length === 0) return [];
  const draft: DraftObject = Object.fromEntries(
    inner.map(({ name, rest }) => [rest, value(name)] as const),
  );
  const isFlat = Object.keys(draft).every((each) => !each.includes('/'));
  return isFlat ? [{ key, draft, names: inner.map(({ name }) => name), required }] : [];
}

/** What explains a key to people: the labels of its fields. */
export const labelOfKey = ({ key, names }: NewKey, entity: Entity): string => {
  const group = fieldSchema(entity.concept, shownKey(key));
  if (names.length > 1 && group) return group.title;
  const titles = names.map((name) => explainingSchema(name, entity)?.title ?? name);
  return titles.length > 0 ? titles.join(', ') : key;
};
