import type { ConfigDocument } from '../model/document';
import { type Entity, type Field, fieldOf } from '../model/entity';
import { grouped } from '../model/grouped';
import { type IdForm, idForm } from '../model/id-form';
import { folderOf } from '../model/path';
import { byPath, type Workspace } from '../model/workspace';
import { encloses } from '../text/span';
import { campaignPlace } from './credential';
import { placeName } from './placement';
import { isTemplate } from './template';

/** A credential and the file that it stands in. */
export interface PlacedCredential {
  readonly entity: Entity;
  readonly document: ConfigDocument;
}

/** A credential that must say the same as another one, and how both are known to be one. */
export interface RelatedCredential extends PlacedCredential {
  readonly by: 'block' | 'name' | Id;
}

/** What belongs to one credential and to no other. */
const IDS = ['clientId', 'technicalAccountId', 'technicalAccountEmail'] as const;

type Id = (typeof IDS)[number];

const NAMES = [...IDS, 'orgId'];

/**
 * The first credential that is the same as one and does not say the same: the other block of a
 * credential on its way; one that shares an id with it in the files of its project; or one of the
 * name that a download of the workspace gave it. Two environments are two integrations: where a
 * file may be about another one, names prove nothing. Of two, the one that is less often right
 * knows the other: never the download knows the file that was made of it, and the later file the
 * earlier one.
 */
export function differingCredential(
  { entity, document }: PlacedCredential,
  workspace: Workspace,
): RelatedCredential | undefined {
  const { known, leftovers, byId, byName } = workspace.once(indexOf);
  if (leftovers.size + byId.size + byName.size === 0) return undefined;
  const leftover = leftovers.get(entity);
  if (leftover && differences(entity, leftover).length > 0) {
    return { entity: leftover, document, by: 'block' };
  }
  const me = known.get(entity);
  return me && (withSharedId(me, workspace) ?? withSameName(me, workspace));
}

/** Which ids two credentials both say, and not alike. */
export const differences = (one: Entity, other: Entity): readonly string[] =>
  NAMES.filter((name) => {
    const [mine, its] = [idOf(one, name), idOf(other, name)];
    return mine && its && mine.text !== its.text;
  });

/** A value that is certainly an id of its form; of others another rule speaks. */
export function idOf(
  entity: Entity,
  name: string,
): { readonly field: Field; readonly text: string } | undefined {
  const field = fieldOf(entity, name);
  const [item] = field?.items ?? [];
  if (!field || item?.kind !== 'literal' || field.items.length > 1) return undefined;
  const text = name === 'clientId' ? item.text : item.text.toLowerCase();
  const form = idForm(text);
  return form && FORMS[name]?.includes(form) ? { field, text } : undefined;
}

const FORMS: Readonly<Record<string, readonly IdForm[]>> = {
  clientId: ['console-client-id', 'aem-client-id'],
  orgId: ['org-id'],
  technicalAccountId: ['technical-account-id'],
  technicalAccountEmail: ['technical-account-email'],
};

/** A credential in the order in which one is taken for right. */
interface Ranked extends PlacedCredential {
  readonly rank: number;
  /** The folder of its project. */
  readonly folder: string;
  readonly ids: Ids;
}

/** The ids of a credential, as they are compared. */
interface Ids {
  readonly all: string;
  /** Those that belong to one credential, each with its name. */
  readonly keys: readonly { readonly by: Id; readonly key: string }[];
}

function idsIn(entity: Entity): Ids {
  const keys = IDS.flatMap((by) => {
    const id = idOf(entity, by);
    return id ? [{ by, key: `${by} ${id.text}` }] : [];
  });
  return { all: NAMES.map((name) => idOf(entity, name)?.text ?? '').join(' '), keys };
}

interface Index {
  readonly known: ReadonlyMap<Entity, Ranked>;
  /** The block on its way out, by the credential that it was. */
  readonly leftovers: ReadonlyMap<Entity, Entity>;
  /** In their order; of those that agree, the first of each folder, and none where all agree. */
  readonly byId: ReadonlyMap<string, readonly Ranked[]>;
  /** Those of downloads, by folder and name. */
  readonly byName: ReadonlyMap<string, readonly Ranked[]>;
}

function indexOf(workspace: Workspace): Index {
  const { documents } = workspace;
  const all = documents
    .filter(({ path }) => !isTemplate(path))
    .toSorted((one, other) => placeOf(one) - placeOf(other) || byPath(one, other))
    .flatMap((document) => credentialsIn(document, workspace))
    .map((each, rank): Ranked => ({ ...each, rank }));
  const firsts = [...grouped(all, ({ folder }) => folder).values()]
    .flatMap((beside) => [...grouped(beside, ({ ids }) => ids.all).values()])
    .flatMap(([first]) => first ?? [])
    .sort((one, other) => one.rank - other.rank);
  const ofIds = firsts.flatMap((credential) =>
    credential.ids.keys.map(({ key }) => ({ key, credential })),
  );
  const lists = [...grouped(ofIds, ({ key }) => key)].filter(([, list]) => list.length > 1);
  return {
    known: new Map(all.map((each) => [each.entity, each])),
    leftovers: new Map(documents.flatMap(({ entities }) => leftoversIn(entities))),
    byId: new Map(lists.map(([key, list]) => [key, list.map((each) => each.credential)])),
    byName: grouped(
      all.filter(({ document }) => document.kind.isDownload),
      nameKey,
    ),
  };
}

const credentialsIn = (
  document: ConfigDocument,
  workspace: Workspace,
): readonly Omit<Ranked, 'rank'>[] =>
  document.entities
    .filter((entity) => isComparable(entity) && !entity.dialect.unjudged)
    .toSorted((one, other) => one.head.start - other.head.start)
    .map((entity) => ({
      entity,
      document,
      folder: projectOf(document.path),
      ids: workspace.about(entity, idsIn),
    }));

/** A block on its way out stands in the item of its credential, beside the other block. */
const leftoversIn = (entities: readonly Entity[]): readonly (readonly [Entity, Entity])[] =>
  entities.flatMap((entity, index) => {
    if (!entity.dialect.unjudged) return [];
    const owner = [entities[index - 1], entities[index + 1]].find(
      (each) => each && !each.dialect.unjudged && encloses(each.span, entity.span),
    );
    return owner ? [[owner, entity] as const] : [];
  });

/**
 * Whether a credential is one that people keep in several files; servers of Campaign have their
 * own.
 */
const isComparable = (entity: Entity): boolean =>
  entity.concept === 'ims-credential' && campaignPlace(entity) === undefined;

/** What the Developer Console wrote is right more often than what people made of it. */
const placeOf = ({ kind }: ConfigDocument): number => (kind.isDownload ? 0 : 1);

function withSharedId(me: Ranked, workspace: Workspace): RelatedCredential | undefined {
  const { byId } = workspace.once(indexOf);
  const found = me.ids.keys.flatMap(({ by, key }) => {
    const all = byId.get(key) ?? [];
    const first = all.find((other) => other.rank >= me.rank || isOtherwise(me, other));
    return first && first.rank < me.rank ? [{ ...first, by }] : [];
  });
  return found.sort((one, other) => one.rank - other.rank)[0];
}

/** Whether another credential of the project says something else. */
const isOtherwise = (me: Ranked, other: Ranked): boolean =>
  me.ids.all !== other.ids.all &&
  areBeside(me, other) &&
  differences(me.entity, other.entity).length > 0;

/** Whether two files belong to one project: one lies in the folder of the other, or below it. */
const areBeside = (one: Ranked, other: Ranked): boolean =>
  one.folder.startsWith(other.folder) || other.folder.startsWith(one.folder);

/** What lies in the folder of GitHub belongs to what lies beside that. */
const projectOf = (path: string): string => folderOf(path).replace(/(^|\/)\.github\/.*$/, '$1');

/**
 * What the import of a workspace made of a download in the same folder: it has the name that one
 * credential of one download gives, or the only one for the same environment.
 */
function withSameName(me: Ranked, workspace: Workspace): RelatedCredential | undefined {
  const key = me.document.kind.isDownload ? undefined : nameKey(me);
  const named = key === undefined ? [] : (workspace.once(indexOf).byName.get(key) ?? []);
  if (named.length === 0) return undefined;
  const place = placeName(me.document, workspace);
  const placed = grouped(named, ({ document }) => placeName(document, workspace) ?? '');
  const [only, ...more] = place === undefined ? named : (placed.get(place) ?? placed.get('') ?? []);
  const isSame = only && more.length === 0 && differences(me.entity, only.entity).length > 0;
  return isSame ? { ...only, by: 'name' } : undefined;
}

/** As `aio` writes a name: blanks become underscores, and case does not count. */
function nameKey({ entity, document }: PlacedCredential): string | undefined {
  const name = entity.label?.replace(/\s/g, '_').toLowerCase();
  return name === undefined || USUAL.test(name) ? undefined : `${folderOf(document.path)}/${name}`;
}

/** The names that the Developer Console gives by itself, the same in each workspace. */
const USUAL = /^(oauth_server-to-server|service_account_\(jwt\)|ims_context|\$?cli|jwt)$/;
