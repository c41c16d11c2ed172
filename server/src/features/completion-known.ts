import type { ConfigDocument } from '../model/document';
import { type Entity, type TextValue, textOf } from '../model/entity';
import { baseName } from '../model/path';
import type { Workspace } from '../model/workspace';
import { blankOf } from '../rules/blank';
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

/**
 * What a person chooses from in a place for an id, the first of which stands there at first: the
 * one that belongs to what is there already, of organizations the only one, otherwise a blank, for
 * nobody knows which ids belong together.
 */
export const idChoices = (
  name: string,
  sort: ValueSort,
  known: readonly string[],
  isFirstMeant = false,
): readonly string[] =>
  isFirstMeant || sort === 'environment' || (sort === 'org-id' && known.length === 1)
    ? known
    : [blankOf(name), ...known];

const FORMATS: ReadonlySet<string> = new Set([
  'org-id',
  'client-id',
  'technical-account-id',
  'technical-account-email',
]);

type Found = Map<ValueSort, Map<string, { files: Set<string>; beside: Set<string> }>>;

function allKnownValues(workspace: Workspace): ReadonlyMap<ValueSort, readonly KnownValue[]> {
  const told = workspace.documents.map((each) => workspace.about(each, toldBy));
  const secrets = new Set(told.flatMap((each) => each.secrets));
  const found: Found = new Map();
  for (const { file, groups } of told) {
    for (const group of groups) {
      const ids = group.filter(({ text }) => !secrets.has(text));
      for (const id of ids) collect(id, ids, file, found);
    }
  }
  return new Map(
    [...found].map(([sort, texts]) => [
      sort,
      [...texts].map(([text, { files, beside }]) => ({ text, files: [...files], beside })),
    ]),
  );
}

interface Id {
  readonly sort: ValueSort;
  readonly text: string;
}

/** What one file says: its ids, those of an entity together, and its secrets. */
interface Told {
  readonly file: string;
  readonly groups: readonly (readonly Id[])[];
  readonly secrets: readonly string[];
}

function toldBy(document: ConfigDocument, workspace: Workspace): Told {
  const redact = redactor(document, workspace);
  // Many entities say the same.
  const all = new Map(document.entities.map((entity) => workspace.about(entity, groupOf)));
  const isTold = remembered((text: string) => redact(text) === text);
  const groups = [...all.values()].map((ids) => ids.filter(({ text }) => isTold(text)));
  const secrets = workspace.about(document, secretsOf);
  return { file: baseName(document.path), groups, secrets };
}

/** Many entities share ids. */
function remembered(answer: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const found = known.get(text) ?? answer(text);
    known.set(text, found);
    return found;
  };
}

/** The ids of an entity, behind what tells them from others. */
function groupOf(entity: Entity): readonly [key: string, ids: readonly Id[]] {
  const ids = idsOf(entity);
  return [ids.map(({ sort, text }) => `${sort} ${text}`).join('\n'), ids];
}

function idsOf(entity: Entity): readonly Id[] {
  const id = (sort: ValueSort | undefined, value: TextValue | undefined): readonly Id[] =>
    sort && value?.kind === 'literal' && SHAPES[sort].test(value.text)
      ? [{ sort, text: value.text }]
      : [];
  const ids = [...entity.fields.keys()].flatMap((name) => {
    const sort = sortOf(entity.concept, name);
    return sort === 'environment' ? [] : id(sort, textOf(entity, name));
  });
  const isEnvironment = entity.concept === 'campaign-environment';
  return isEnvironment ? [...ids, ...id('environment', textOf(entity, 'name'))] : ids;
}

function collect({ sort, text }: Id, ids: readonly Id[], file: string, found: Found): void {
  const texts = found.get(sort) ?? new Map();
  const known = texts.get(text) ?? { files: new Set(), beside: new Set() };
  known.files.add(file);
  for (const each of ids) if (each.text !== text) known.beside.add(each.text);
  found.set(sort, texts.set(text, known));
}

/**
 * What does not look like one is a mistake or a secret in the wrong place, and nothing to repeat.
 * An id in letters that the rules for its format find is one as well.
 */
const SHAPES: Readonly<Record<ValueSort, RegExp>> = {
  'org-id': /^[0-9A-F]{24}@AdobeOrg$/,
  'client-id': /^([0-9a-f]{32}|cm-p\d+-e\d+-integration-\d+)$/,
  'campaign-client': /^[\w .-]{2,60}$/,
  'technical-account-id': /^[0-9A-F]{24}@techacct\.adobe\.com$/,
  'technical-account-email': /^[0-9a-f-]{36}@techacct\.adobe\.com$/i,
  environment: /^[^\r\n]{1,80}$/,
};
