import { type TokenPath, tokenPath } from '../facts/ims-hosts';
import { passesForScope } from '../facts/scopes';
import { fieldSchema } from '../schema/catalog';
import { later } from '../text/later';
import type { Dialect, Flow } from './dialect';
import { type Field, isEmpty, type TextValue } from './entity';

/** What in a credential speaks for one flow or the other. */
export interface Evidence {
  readonly jwt: readonly Field[];
  readonly oauth: readonly Field[];
}

type Fields = ReadonlyMap<string, readonly Field[]>;

/**
 * JWT or OAuth? First what makes its reader sign in with OAuth whatever else is there; then the tag
 * and the keys that one flow alone has; then what flags and names make likely. Only what stands in
 * this credential counts, never a word of the whole file.
 */
export function flowOf(fields: Fields, dialect: Dialect): Flow | undefined {
  if (!dialect.credential) return undefined;
  const speaks = later(() => evidence(fields, dialect));
  return (
    certainFlow(fields, dialect, speaks) ??
    evidentFlow(fields, dialect, speaks()) ??
    likelyFlow(fields, dialect)
  );
}

/**
 * OAuth, where the reader does not care for what is left of JWT; JWT, where it is told nothing else
 * and asks for scopes in both flows.
 */
function certainFlow(fields: Fields, dialect: Dialect, speaks: () => Evidence): Flow | undefined {
  const { oauthWins = [], tag } = dialect.credential ?? {};
  const isCertain =
    oauthWins === 'always' ||
    oauthWins.some((name) => decides(name, fields, dialect)) ||
    (speaks().oauth.length > 0 && isDeadJwt(fields, dialect));
  if (isCertain) return 'oauth-server-to-server';
  const goesByTag = tag !== undefined && oauthWins.includes(tag.field);
  const isUntold = goesByTag && present(fields, tag.field).length === 0;
  return isUntold && speaks().jwt.length > 0 ? 'jwt' : undefined;
}

/** What the tag and the keys say; `mixed` where they say both. */
function evidentFlow(fields: Fields, dialect: Dialect, { jwt, oauth }: Evidence): Flow | undefined {
  const tagged = tagOf(fields, dialect);
  const saysJwt = tagged === 'jwt' || jwt.length > 0;
  const saysOAuth = tagged === 'oauth-server-to-server' || oauth.length > 0;
  if (saysJwt && saysOAuth) return 'mixed';
  if (saysJwt) return 'jwt';
  return saysOAuth ? 'oauth-server-to-server' : undefined;
}

/**
 * What is likely where nothing proves it: `scopes` holds metascopes in some JWT files, `API_KEY` an
 * OAuth client id.
 */
function likelyFlow(fields: Fields, dialect: Dialect): Flow | undefined {
  const flagged = flagOf(fields, dialect);
  if (flagged) return flagged;
  if (present(fields, 'scopes').length > 0) return 'oauth-server-to-server';
  const isUnderJwtName = (name: string) => present(fields, name).some(({ jwtForm }) => jwtForm);
  if (isUnderJwtName('clientId') && isUnderJwtName('clientSecret')) return 'jwt';
  if (hasOAuthName(fields, dialect)) return 'oauth-server-to-server';
  return asksWith('jwt', fields) ? 'jwt' : undefined;
}

/** Whether scopes are there, and nothing with which the reader could sign in with JWT. */
function isDeadJwt(fields: Fields, dialect: Dialect): boolean {
  const { jwtNeeds } = dialect.credential ?? {};
  if (!jwtNeeds || present(fields, 'scopes').length === 0) return false;
  return !jwtNeeds.some((name) =>
    present(fields, name).some((field) => field.jwtForm || isJwtOnly(field, dialect)),
  );
}

/** Whether a field makes the reader sign in with OAuth: by what it says, or by being there. */
function decides(name: string, fields: Fields, dialect: Dialect): boolean {
  if (name === dialect.credential?.tag?.field)
    return tagOf(fields, dialect) === 'oauth-server-to-server';
  if (name === 'tokenEndpoint') return asksWith('client-credentials', fields);
  // In a sample the name alone proves nothing.
  return present(fields, name).some(({ items }) =>
    items.some(({ kind }) => kind !== 'blank' && kind !== 'test'),
  );
}

/** Whether tokens are asked for at an address for that grant. */
const asksWith = (grant: TokenPath['grant'], fields: Fields) =>
  present(fields, 'tokenEndpoint').some(({ items }) =>
    items.some(({ text }) => tokenPath(text)?.grant === grant),
  );

/** The fields that only one of the two flows has. */
export function evidence(fields: Fields, { concept, names }: Dialect): Evidence {
  // An empty table of certificates is still the mark of a JWT credential.
  const all = [...fields.values()]
    .flat()
    .filter((field) => !isEmpty(field) || field.value.type === 'object');
  const jwt = all.filter(
    (field) =>
      isJwtOnly(field, { concept, names }) && !DATES.has(field.name) && !holdsScopes(field),
  );
  const oauth = all.filter((field) => {
    if (field.name === 'scopes') return hasOAuthScope(field);
    if (names[field.name]?.oauthOnly) return !field.jwtForm;
    return field.name === 'clientSecret' && names.clientSecret?.jwt && !field.jwtForm;
  });
  return { jwt, oauth };
}

/** Whether only JWT credentials have the field. */
export const isJwtOnly = (
  { name }: Field,
  { concept, names }: Pick<Dialect, 'concept' | 'names'>,
) => names[name]?.jwtOnly === true || fieldSchema(concept, name)?.deprecated === true;

/** A leftover date says nothing about how the credential signs in. */
const DATES = new Set(['certificateExpirationDate']);

/** What the tag says, or what a credential is that says nothing. */
function tagOf(fields: Fields, dialect: Dialect): Flow | undefined {
  const { tag, usual } = dialect.credential ?? {};
  const item = tag && fields.get(tag.field)?.[0]?.items[0];
  return tag && item ? flowSaid(tag.field, item, dialect) : usual;
}

/** What the value of a tag or of a flag says; undefined where nobody can tell. */
export function flowSaid(
  name: string,
  { node, text, kind }: TextValue,
  { credential, anyCase }: Dialect,
): Flow | undefined {
  const { tag, flags } = credential ?? {};
  const flag = flags?.[name];
  const values = flag?.values ?? (tag?.field === name ? tag.values : {});
  const written = typeof node.value === 'boolean' ? String(node.value) : text;
  const isExact = flag ? flag.otherwise !== undefined : !anyCase;
  const word = isExact ? written : written.toLowerCase();
  if (Object.hasOwn(values, word)) return values[word];
  return kind === 'reference' || kind === 'blank' ? undefined : flag?.otherwise;
}

/** What the flags that are there say, unless they contradict each other. */
function flagOf(fields: Fields, dialect: Dialect): Flow | undefined {
  const said = Object.keys(dialect.credential?.flags ?? {}).flatMap((name) => {
    const item = fields.get(name)?.[0]?.items[0];
    return (item && flowSaid(name, item, dialect)) ?? [];
  });
  return new Set(said).size === 1 ? said[0] : undefined;
}

const present = (fields: Fields, name: string) =>
  (fields.get(name) ?? []).filter((field) => !isEmpty(field));

const hasOAuthScope = ({ items }: Field) =>
  items.some(({ kind, text }) => kind === 'literal' && passesForScope(text));

/** Some files keep OAuth scopes under the name of metascopes. */
const holdsScopes = ({ name, items }: Field) =>
  name === 'metascopes' &&
  items.length > 0 &&
  items.every(({ kind, text }) => kind === 'literal' && passesForScope(text));

/** Whether a field stands under a name that only OAuth credentials have for it. */
const hasOAuthName = (fields: Fields, { names }: Dialect): boolean =>
  [...fields.values()].flat().some((field) => names[field.name]?.jwt && !field.jwtForm);
