import type { ConfigDocument } from '../model/document';
import { type Entity, fieldOf, isOn, says, type TextValue, textOf } from '../model/entity';
import { grouped } from '../model/grouped';
import { baseName, folderOf } from '../model/path';
import { placeIn, type Workspace } from '../model/workspace';
import { addressOf } from './address';
import { known } from './environment';
import { isSameName, placeName, placeWord } from './placement';
import { isTemplate } from './template';
import { isUpdate } from './update';

/**
 * An account through which people sign in, with what tells whether two of them are for one
 * instance.
 */
export interface PlacedAccount {
  readonly entity: Entity;
  readonly document: ConfigDocument;
  readonly workspace: Workspace;
  /** In the order of the workspace. */
  readonly index: number;
  /** The environment that it names, or, in a package, the one that the file's place speaks of. */
  readonly environment: string | undefined;
  /** What describes that environment, for an account of our own notation. */
  readonly description: Entity | undefined;
  /**
   * The server to which people come back, in lower case; with its port, unless that is the usual
   * one.
   */
  readonly host: string | undefined;
}

/**
 * The accounts of a document. Those of packages and those of our own notation are never compared: a
 * package and what was made of it describe one account, not two.
 */
export function accountsOf(
  document: ConfigDocument,
  workspace: Workspace,
): readonly PlacedAccount[] {
  return workspace.once(placedAccounts).byDocument.get(document) ?? [];
}

/** The other accounts, in the order of the workspace, that lead people back to the same server. */
export function withSameHost(account: PlacedAccount): readonly PlacedAccount[] {
  const { byHost } = account.workspace.once(placedAccounts);
  return (account.host && byHost.get(account.host)?.filter(isLike(account))) || [];
}

/**
 * The first account before this one that surely is for the same instance; one of its own document
 * comes before others.
 */
export function firstDuplicate(account: PlacedAccount): PlacedAccount | undefined {
  const { byDocument, byHost, byEnvironment } = account.workspace.once(placedAccounts);
  const { document, environment, host } = account;
  const inDocument = byDocument.get(document) ?? [];
  const atHost = (host && byHost.get(host)) || [];
  const inEnvironment = (environment && byEnvironment.get(environment)) || [];
  // Those of our own notation are the same only by their environment.
  const groups = isOwn(account.entity)
    ? [inEnvironment.filter((each) => each.document === document), inEnvironment]
    : [inDocument, atHost, inEnvironment];
  const isFirst = (each: PlacedAccount) =>
    each.index < account.index && isLike(account)(each) && areDuplicates(each, account);
  for (const group of groups) {
    const found = group.find(isFirst);
    if (found) return found;
  }
  return undefined;
}

const isLike = (account: PlacedAccount) => (other: PlacedAccount) =>
  other !== account && isOwn(other.entity) === isOwn(account.entity);

/** The accounts of a workspace, by what they are looked for. */
interface PlacedAccounts {
  readonly byDocument: ReadonlyMap<ConfigDocument, readonly PlacedAccount[]>;
  readonly byHost: ReadonlyMap<string, readonly PlacedAccount[]>;
  readonly byEnvironment: ReadonlyMap<string, readonly PlacedAccount[]>;
}

function placedAccounts(workspace: Workspace): PlacedAccounts {
  const described = workspace.once(describedEnvironments);
  const all: PlacedAccount[] = [];
  for (const document of workspace.documents) {
    for (const entity of document.entities.filter(isAccount)) {
      all.push(placed(entity, document, workspace, all.length, described));
    }
  }
  return {
    byDocument: grouped(all, ({ document }) => document),
    byHost: grouped(all, ({ host }) => host),
    byEnvironment: grouped(all, ({ environment }) => environment),
  };
}

/** Whether two accounts surely are for one instance, which may have only one. */
function areDuplicates(one: PlacedAccount, other: PlacedAccount): boolean {
  // The number of the right type is not public, but there is only one.
  if (haveDifferent('typeNumber', one, other)) return false;
  if (one.document === other.document) return !isOwn(one.entity) || isOneEnvironment(one, other);
  const areOne = isOwn(one.entity) ? isOneEnvironment(one, other) : isOneInstance(one, other);
  if (!areOne || isOff(one) || isOff(other) || isUpdate(one.entity) || isUpdate(other.entity))
    return false;
  // Without an address it may be a package that brings a part of the account up to date.
  const isPart = isCopy(one, other) && !(one.host && other.host);
  return !isPart && areOfOneTime(one, other);
}

/**
 * Whether two accounts surely are of different environments, and send people back to one server.
 */
export function shareCallback(one: PlacedAccount, other: PlacedAccount): boolean {
  if (!one.host || one.host !== other.host || isOff(one) || isOff(other)) return false;
  if (one.document !== other.document && !areOfOneTime(one, other)) return false;
  if (!one.environment || !other.environment) return false;
  return !isSameName(one.environment, other.environment);
}

/**
 * Whether two accounts are one, written in two places: the internal name is the key of an account,
 * and what both say is the same.
 */
export function isCopy({ entity: one }: PlacedAccount, { entity: other }: PlacedAccount): boolean {
  return ![...one.fields.keys()].some((name) => differ(name, one, other));
}

/** Whether it is the account of a production environment, as far as anybody can tell. */
export function isProduction(account: PlacedAccount): boolean {
  const { description } = account;
  const stage = description && known(description, 'stage')?.text;
  return stage ? stage === 'production' : placeWord(account.environment ?? '') === 'prod';
}

/** How messages name the file of an account. */
export const fileOf = ({ document, workspace }: PlacedAccount): string =>
  placeIn(document, workspace);

function placed(
  entity: Entity,
  document: ConfigDocument,
  workspace: Workspace,
  index: number,
  described: Descriptions,
): PlacedAccount {
  const environment = isOwn(entity)
    ? workspace.about(entity, nameOfEnvironment)
    : (placeName(document, workspace) ?? describedPlace(document, workspace, described));
  const description = isOwn(entity) ? descriptionOf(environment, document, described) : undefined;
  const host = workspace.about(entity, hostOf);
  return { entity, document, workspace, index, environment, description, host };
}

function nameOfEnvironment(entity: Entity): string | undefined {
  const value = textOf(entity, 'environment');
  return value && isSaid(value) ? value.text : undefined;
}

const isOwn = ({ dialect }: Entity) => dialect.style === 'closed';

const isAccount = ({ concept, dialect }: Entity): boolean =>
  concept === 'external-account' && !dialect.unjudged;

const isOff = ({ entity }: PlacedAccount) => isOn(entity, 'enabled') === false;

/** A name with "test" in it is a name like any other. */
const isSaid = ({ kind }: TextValue) => kind === 'literal' || kind === 'test';

/** Everybody's own machine is called `localhost`. */
function hostOf(entity: Entity): string | undefined {
  const address = addressOf(known(entity, 'callbackServer')?.text ?? '');
  if (!address || /(^|\.)localhost$|^127\.|^\[::1\]$/.test(address.host)) return undefined;
  const host = address.host.replace(/\.$/, '');
  const usual = address.port === undefined || address.port === USUAL_PORTS[address.scheme ?? ''];
  return usual ? host : `${host}:${address.port}`;
}

const USUAL_PORTS: Readonly<Record<string, string>> = { '': '443', https: '443', http: '80' };

function isOneInstance(one: PlacedAccount, other: PlacedAccount): boolean {
  if (one.host && other.host) {
    if (one.host !== other.host || one.environment !== other.environment) return false;
    return one.environment !== undefined || !areSideBySide(one, other);
  }
  // Marketing, mid-sourcing and execution instances of one environment have an account each, so
  // that an address that cannot be compared decides nothing.
  return (
    ![one, other].some(({ host, entity }) => !host && says(entity, 'callbackServer')) &&
    folderOf(one.document.path) === folderOf(other.document.path) &&
    !haveDifferent('orgId', one, other) &&
    one.environment !== undefined &&
    one.environment === other.environment
  );
}

/**
 * Folders beside each other with files of one name may be those of environments, whatever these are
 * called.
 */
function areSideBySide(one: PlacedAccount, other: PlacedAccount): boolean {
  const [here, there] = [folderOf(one.document.path), folderOf(other.document.path)];
  const isInside = here.startsWith(there) || there.startsWith(here);
  return !isInside && baseName(one.document.path) === baseName(other.document.path);
}

function isOneEnvironment(one: PlacedAccount, other: PlacedAccount): boolean {
  if (!one.environment || one.environment !== other.environment) return false;
  if (one.document === other.document) return true;
  const [here, there] = [one.description, other.description];
  if (here || there) return here === there;
  // Two projects in one workspace may use one word for environments of their own.
  if (haveDifferent('orgId', one, other)) return false;
  const haveOneHost = !one.host || !other.host || one.host === other.host;
  return haveOneHost || folderOf(one.document.path) === folderOf(other.document.path);
}

type Descriptions = ReadonlyMap<
  string,
  readonly { readonly document: ConfigDocument; readonly entity: Entity }[]
>;

/** The environments of a workspace by their names. */
function describedEnvironments({ documents }: Workspace): Descriptions {
  const found = new Map<string, { document: ConfigDocument; entity: Entity }[]>();
  for (const document of documents) {
    for (const entity of document.entities) {
      const name = entity.concept === 'campaign-environment' && textOf(entity, 'name')?.text;
      if (!name) continue;
      const known = found.get(name);
      if (known) known.push({ document, entity });
      else found.set(name, [{ document, entity }]);
    }
  }
  return found;
}

/** The only described environment whose name stands in the file's name or in that of a folder. */
function describedPlace(
  document: ConfigDocument,
  workspace: Workspace,
  described: Descriptions,
): string | undefined {
  if (described.size === 0) return undefined;
  const words = ` ${wordsOf(placeIn(document, workspace))} `;
  const [only, ...more] = [...described.keys()].filter((name) =>
    words.includes(` ${wordsOf(name)} `),
  );
  return more.length === 0 ? only : undefined;
}

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .join(' ');

/**
 * The environment that an account of our own notation names: one of its file, or the only one of
 * the workspace.
 */
function descriptionOf(
  environment: string | undefined,
  document: ConfigDocument,
  described: Descriptions,
): Entity | undefined {
  const named = (environment && described.get(environment)) || [];
  const own = named.find((each) => each.document === document);
  return own?.entity ?? (named.length === 1 ? named[0]?.entity : undefined);
}

const haveDifferent = (name: string, one: PlacedAccount, other: PlacedAccount): boolean =>
  differ(name, one.entity, other.entity);

/** Whether both say something, and not the same. */
function differ(name: string, one: Entity, other: Entity): boolean {
  const [here, there] = [said(name, one), said(name, other)];
  return here !== undefined && there !== undefined && here !== there;
}

function said(name: string, entity: Entity): string | undefined {
  const items = fieldOf(entity, name)?.items ?? [];
  return items.length > 0 && items.every(isSaid)
    ? items.map(({ text }) => text).join(',')
    : undefined;
}

/**
 * Files of a release, of a year or of an archive are history to the others, and do not add an
 * account.
 */
function areOfOneTime(one: PlacedAccount, other: PlacedAccount): boolean {
  const paths = [fileOf(one), fileOf(other)].map((path) => path.toLowerCase());
  if (paths.some((path) => isTemplate(path) || KEPT.test(path))) return false;
  const [here, there] = paths.map((path) => (path.match(RELEASES) ?? []).join(' '));
  return here === there;
}

const KEPT =
  /(?<!\p{L})(old|backups?|bak|archived?|archives|history|historic|copy|previous|obsolete|deprecated|orig|local|remote|base)(?!\p{L})|~\.\w+$|~$/u;

/**
 * Years and dates, numbers with dots, and those behind a word for them; also the `(2)` of a second
 * download.
 */
const RELEASES =
  /(?<!\d)(?:19|20)\d\d(?:[-_.]?\d\d){0,2}(?!\d)|\d{6,}|(?<![\p{L}\d])(?:v|rel|release|sprint|rev|version|patch|build)?[-_ ]?\d+(?:\.\d+)+|(?<![\p{L}\d])(?:v|rel|release|sprint|rev|version|patch|build)[-_ ]?\d+|\(\d+\)/gu;
