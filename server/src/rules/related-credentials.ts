import type { ConfigDocument } from '../model/document';
import { type Entity, type Field, fieldOf } from '../model/entity';
import type { Workspace } from '../model/workspace';
import { encloses } from '../text/span';
import { placeName } from './placement';
import { isTemplate } from './template';

/** A credential and the file that it stands in. */
export interface PlacedCredential {
  readonly entity: Entity;
  readonly document: ConfigDocument;
}

/** A credential that must say the same as another one, and how both are known to be one. */
export interface RelatedCredential extends PlacedCredential {
  readonly by: 'block' | 'name' | (typeof IDS)[number];
}

/** What belongs to one credential and to no other. */
export const IDS = ['clientId', 'technicalAccountId', 'technicalAccountEmail'] as const;

/**
 * The credentials that are the same as one: the other block of a credential on its way, those that share an id
 * with it in the files of its project, and those with the name that a download of the workspace gave them.
 * Two environments are two integrations: where a file may be about another one, names prove nothing.
 */
export function relatedCredentials(
  me: PlacedCredential,
  workspace: Workspace,
): readonly RelatedCredential[] {
  return workspace.documents
    .filter((document) => document === me.document || isBeside(document, me.document))
    .flatMap((document) => document.entities.map((entity) => ({ entity, document })))
    .filter(({ entity }) => entity !== me.entity && isComparable(entity))
    .flatMap((other) => {
      const by = relationOf(me, other, workspace);
      return by ? [{ ...other, by }] : [];
    });
}

/** Whether a credential is one that people keep in several files; servers of Campaign have their own. */
export const isComparable = ({ concept, dialect }: Entity): boolean =>
  concept === 'ims-credential' &&
  dialect.reader !== 'campaign-server' &&
  dialect.reader !== 'nlserver';

function relationOf(
  me: PlacedCredential,
  other: PlacedCredential,
  workspace: Workspace,
): RelatedCredential['by'] | undefined {
  const here = me.document === other.document;
  if (other.entity.dialect.unjudged) {
    return here && encloses(me.entity.span, other.entity.span) ? 'block' : undefined;
  }
  const shared = IDS.find((name) => {
    const id = idOf(me.entity, name);
    return id !== undefined && id.text === idOf(other.entity, name)?.text;
  });
  if (shared) return shared;
  return !here && haveOneName(me, other, workspace) ? 'name' : undefined;
}

/** A value that is certainly an id of its form; of others another rule speaks. */
export function idOf(
  entity: Entity,
  name: string,
): { readonly field: Field; readonly text: string } | undefined {
  const field = fieldOf(entity, name);
  const [item] = field?.items ?? [];
  if (!field || item?.kind !== 'literal' || field.items.length > 1) return undefined;
  const text = name === 'clientId' ? item.text : item.text.toLowerCase();
  return FORMS[name]?.test(text) ? { field, text } : undefined;
}

const FORMS: Readonly<Record<string, RegExp>> = {
  clientId: /^([0-9a-f]{32}|cm-p\d+-e\d+[\w-]*)$/,
  orgId: /^[0-9a-f]{24}@adobeorg$/,
  technicalAccountId: /^[0-9a-f]{24}@techacct\.adobe\.com$/,
  technicalAccountEmail: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}@techacct\.adobe\.com$/,
};

/**
 * Whether the import of a workspace named one after the other: a download and the contexts that `aio` made of it,
 * in one folder, by a name that no other workspace gives.
 */
function haveOneName(
  one: PlacedCredential,
  other: PlacedCredential,
  workspace: Workspace,
): boolean {
  const isDownload = ({ document }: PlacedCredential) => document.kind.id === 'console-workspace';
  if (isDownload(one) === isDownload(other)) return false;
  const name = nameOf(one.entity);
  if (name === undefined || name !== nameOf(other.entity) || USUAL.test(name)) return false;
  const folder = folderOf(one.document.path);
  if (folder !== folderOf(other.document.path)) return false;
  const downloads = workspace.documents.filter(
    ({ path, kind }) => kind.id === 'console-workspace' && folderOf(path) === folder,
  );
  const places = [one, other].map(({ document }) => placeName(document, workspace));
  return downloads.length === 1 && (places.includes(undefined) || places[0] === places[1]);
}

/** As `aio` writes it: blanks become underscores, and case does not count. */
const nameOf = ({ label }: Entity) => label?.replace(/\s/g, '_').toLowerCase();

/** The names that the Developer Console gives by itself, the same in each workspace. */
const USUAL = /^(oauth_server-to-server|service_account_\(jwt\)|ims_context|\$?cli|jwt)$/;

/** Whether two files belong to one project: one lies in the folder of the other, or below it. */
function isBeside(one: ConfigDocument, other: ConfigDocument): boolean {
  if (isTemplate(one.path)) return false;
  const [a, b] = [one, other].map(({ path }) => projectOf(path)) as [string, string];
  return a.startsWith(b) || b.startsWith(a);
}

/** Workflows belong to what lies beside their folder. */
const projectOf = (path: string) => folderOf(path).replace(/\.github\/workflows\/$/, '');

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
