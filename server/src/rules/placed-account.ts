import type { ConfigDocument } from '../model/document';
import { type Entity, fieldOf, isOn, says, type TextValue, textOf } from '../model/entity';
import { placeIn, type Workspace } from '../model/workspace';
import { addressOf } from './address';
import { known } from './environment';
import { isSameName, placeName, placeWord } from './placement';
import { isTemplate } from './template';

/** An account through which people sign in, with what tells whether two of them are for one instance. */
export interface PlacedAccount {
  readonly entity: Entity;
  readonly document: ConfigDocument;
  readonly workspace: Workspace;
  /** The environment that it names, or, in a package, the one that the file's place speaks of. */
  readonly environment: string | undefined;
  /** The server to which people come back, in lower case; with its port, unless that is the usual one. */
  readonly host: string | undefined;
}

/** An account, and those before and behind it in the order of the workspace with which it is compared. */
export interface ComparedAccount {
  readonly account: PlacedAccount;
  readonly earlier: readonly PlacedAccount[];
  readonly later: readonly PlacedAccount[];
}

/**
 * The accounts of a document with those of the workspace, of packages or of our own notation, whichever it is
 * in: a package and what was made of it describe one account, not two.
 */
export function comparedAccounts(
  document: ConfigDocument,
  workspace: Workspace,
): readonly ComparedAccount[] {
  const first = document.entities.find(isAccount);
  if (!first) return [];
  const all = workspace.documents.flatMap((each) =>
    each.entities
      .filter((entity) => isAccount(entity) && isOwn(entity) === isOwn(first))
      .map((entity) => placed(entity, each, workspace)),
  );
  return all.flatMap((account, index) =>
    account.document === document
      ? [{ account, earlier: all.slice(0, index), later: all.slice(index + 1) }]
      : [],
  );
}

/** Whether two accounts surely are for one instance, which may have only one. */
export function areDuplicates(one: PlacedAccount, other: PlacedAccount): boolean {
  // The number of the right type is not public, but there is only one.
  if (haveDifferent('typeNumber', one, other)) return false;
  if (one.document === other.document) return !isOwn(one.entity) || isOneEnvironment(one, other);
  const areOne = isOwn(one.entity) ? isOneEnvironment(one, other) : isOneInstance(one, other);
  if (!areOne || isOff(one) || isOff(other)) return false;
  // Without an address it may be a package that brings a part of the account up to date.
  const isPart = isCopy(one, other) && !(one.host && other.host);
  return !isPart && areOfOneTime(one, other);
}

/** Whether two accounts surely are of different environments, and send people back to one server. */
export function shareCallback(one: PlacedAccount, other: PlacedAccount): boolean {
  if (!one.host || one.host !== other.host || isOff(one) || isOff(other)) return false;
  if (one.document !== other.document && !areOfOneTime(one, other)) return false;
  if (!one.environment || !other.environment) return false;
  return !isSameName(one.environment, other.environment);
}

/**
 * Whether two accounts are one, written in two places: the internal name is the key of an account, and what
 * both say is the same.
 */
export function isCopy({ entity: one }: PlacedAccount, { entity: other }: PlacedAccount): boolean {
  return ![...one.fields.keys()].some((name) => differ(name, one, other));
}

/** Whether it is the account of a production environment, as far as anybody can tell. */
export function isProduction(account: PlacedAccount): boolean {
  const environment = describedBy(account);
  const stage = environment && known(environment, 'stage')?.text;
  return stage ? stage === 'production' : placeWord(account.environment ?? '') === 'prod';
}

/** How messages name the file of an account. */
export const fileOf = ({ document, workspace }: PlacedAccount): string =>
  placeIn(document, workspace);

function placed(entity: Entity, document: ConfigDocument, workspace: Workspace): PlacedAccount {
  return {
    entity,
    document,
    workspace,
    host: hostOf(entity),
    // Few accounts are compared any further than by their hosts.
    get environment() {
      return isOwn(entity) ? nameOfEnvironment(entity) : placeName(document, workspace);
    },
  };
}

function nameOfEnvironment(entity: Entity): string | undefined {
  const value = textOf(entity, 'environment');
  return value && isSaid(value) ? value.text : undefined;
}

const isOwn = ({ dialect }: Entity) => dialect.style === 'closed';

/** A link to an account is none itself, and one that a package deletes soon is none any more. */
const isAccount = ({ concept, others }: Entity): boolean =>
  concept === 'external-account' &&
  !others.some(
    ({ property: { key, value } }) =>
      key === '@_operation' &&
      value.type === 'scalar' &&
      /^(none|delete)$/i.test(value.text.trim()),
  );

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
    if (one.host !== other.host) return false;
    const [here, there] = [one.environment, other.environment];
    return !here || !there || here === there;
  }
  // Marketing, mid-sourcing and execution instances of one environment have an account each, so that an
  // address that cannot be compared decides nothing.
  return (
    ![one, other].some(({ host, entity }) => !host && says(entity, 'callbackServer')) &&
    folderOf(one) === folderOf(other) &&
    !haveDifferent('orgId', one, other) &&
    one.environment !== undefined &&
    one.environment === other.environment
  );
}

const folderOf = ({ document: { path } }: PlacedAccount) =>
  path.slice(0, path.lastIndexOf('/') + 1);

function isOneEnvironment(one: PlacedAccount, other: PlacedAccount): boolean {
  if (!one.environment || one.environment !== other.environment) return false;
  if (one.document === other.document) return true;
  const [here, there] = [describedBy(one), describedBy(other)];
  if (here || there) return here === there;
  // Two projects in one workspace may use one word for environments of their own.
  if (haveDifferent('orgId', one, other)) return false;
  const haveOneHost = !one.host || !other.host || one.host === other.host;
  return haveOneHost || folderOf(one) === folderOf(other);
}

/** The environment that an account of our own notation names: one of its file, or the only one of the workspace. */
function describedBy({ entity, document, workspace, environment }: PlacedAccount) {
  if (!isOwn(entity) || !environment) return undefined;
  const named = ({ entities }: ConfigDocument) =>
    entities.filter(
      (each) =>
        each.concept === 'campaign-environment' && textOf(each, 'name')?.text === environment,
    );
  const [own] = named(document);
  if (own) return own;
  const [only, ...more] = workspace.documents.flatMap(named);
  return more.length === 0 ? only : undefined;
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

/** Files of a release, of a year or of an archive are history to the others, and do not add an account. */
function areOfOneTime(one: PlacedAccount, other: PlacedAccount): boolean {
  const paths = [fileOf(one), fileOf(other)].map((path) => path.toLowerCase());
  if (paths.some((path) => isTemplate(path) || KEPT.test(path))) return false;
  const [here, there] = paths.map((path) => (path.match(RELEASES) ?? []).join(' '));
  return here === there;
}

const KEPT =
  /(?<!\p{L})(old|backups?|bak|archived?|archives|history|historic|copy|previous|obsolete|deprecated)(?!\p{L})/u;

/** Years and dates, numbers with dots, and those behind a word for them; also the `(2)` of a second download. */
const RELEASES =
  /(?<!\d)(?:19|20)\d\d(?:[-_.]?\d\d){0,2}(?!\d)|\d{6,}|(?<![\p{L}\d])(?:v|rel|release|sprint|rev|version|patch|build)?[-_ ]?\d+(?:\.\d+)+|(?<![\p{L}\d])(?:v|rel|release|sprint|rev|version|patch|build)[-_ ]?\d+|\(\d+\)/gu;
