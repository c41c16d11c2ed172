import type { ConfigDocument } from '../model/document';
import { type Entity, type TextValue, textOf } from '../model/entity';
import { baseName } from '../model/path';
import type { Workspace } from '../model/workspace';
import { redactor, secretsOf } from '../rules/redaction';
import { type Concept, fieldSchema } from '../schema/catalog';

/** What the workspace says of values that several files share. Never a secret. */
export interface KnownValue {
  readonly text: string;
  /** The names of the files where it stands. */
  readonly files: readonly string[];
  /** The ids that stand beside it. */
  readonly beside: ReadonlySet<string>;
}

/** The values of a sort that the workspace has, in the order of its files. */
export function knownValues(workspace: Workspace, sort: ValueSort): readonly KnownValue[] {
  return workspace.once(allKnownValues).get(sort) ?? [];
}

/** What is written the same in several files. */
export type ValueSort =
  | 'org-id'
  | 'client-id'
  | 'campaign-client'
  | 'technical-account-id'
  | 'technical-account-email'
  | 'environment';

/** Of which sort the values of a field are. */
export function sortOf(concept: Concept, name: string): ValueSort | undefined {
  const format = fieldSchema(concept, name)?.format;
  if (format && FORMATS.has(format)) return format as ValueSort;
  if (concept === 'external-account' && name === 'clientId') return 'campaign-client';
  if (concept === 'server-configuration' && name === 'imsClientId') return 'campaign-client';
  if (name === 'environment' || name === 'instance') return 'environment';
  return undefined;
}

const FORMATS: ReadonlySet<string> = new Set([
  'org-id',
  'client-id',
  'technical-account-id',
  'technical-account-email',
]);

type Found = Map<ValueSort, Map<string, { files: Set<string>; beside: Set<string> }>>;

function allKnownValues({ documents }: Workspace): ReadonlyMap<ValueSort, readonly KnownValue[]> {
  const secrets = new Set(documents.flatMap(secretsOf));
  const found: Found = new Map();
  for (const document of documents) {
    const redact = redactor(document);
    for (const entity of document.entities) {
      collect(document, entity, found, (text) => !secrets.has(text) && redact(text) === text);
    }
  }
  return new Map(
    [...found].map(([sort, texts]) => [
      sort,
      [...texts].map(([text, { files, beside }]) => ({ text, files: [...files], beside })),
    ]),
  );
}

function collect(
  { path }: ConfigDocument,
  entity: Entity,
  found: Found,
  isPublic: (text: string) => boolean,
): void {
  const ids: { readonly sort: ValueSort; readonly text: string }[] = [];
  const add = (sort: ValueSort | undefined, value: TextValue | undefined) => {
    if (!sort || value?.kind !== 'literal' || !isPublic(value.text)) return;
    const shape = SHAPES[sort];
    if (!shape.test(value.text)) return;
    ids.push({ sort, text: value.text });
  };
  for (const name of entity.fields.keys()) {
    const sort = sortOf(entity.concept, name);
    if (sort !== 'environment') add(sort, textOf(entity, name));
  }
  if (entity.concept === 'campaign-environment') add('environment', textOf(entity, 'name'));
  for (const { sort, text } of ids) {
    const texts = found.get(sort) ?? new Map();
    const known = texts.get(text) ?? { files: new Set(), beside: new Set() };
    known.files.add(baseName(path));
    for (const each of ids) if (each.text !== text) known.beside.add(each.text);
    found.set(sort, texts.set(text, known));
  }
}

/** What does not look like one is a mistake or a secret in the wrong place, and nothing to repeat. */
const SHAPES: Readonly<Record<ValueSort, RegExp>> = {
  'org-id': /^[0-9a-f]{24}@AdobeOrg$/i,
  'client-id': /^([0-9a-f]{32}|cm-p\d+-e\d+-integration-\d+)$/,
  'campaign-client': /^[\w .-]{2,60}$/,
  'technical-account-id': /^[0-9a-f]{24}@techacct\.adobe\.com$/i,
  'technical-account-email': /^[0-9a-f-]{36}@techacct\.adobe\.com$/i,
  environment: /^[^\r\n]{1,80}$/,
};
