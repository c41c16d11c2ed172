import { readers } from '../../facts/readers';
import type { CredentialDialect, Dialect, FieldName, FlowMarks } from '../dialect';
import { type Field, isEmpty } from '../entity';
import { COMMON, type Spelling } from './spellings';

/** The variables of Adobe's templates and of the environments that people made of them. */
export const VARIABLES: readonly Spelling[] = [
  ...COMMON,
  { name: 'clientSecret', keys: ['clientsecrets'] },
  // A collection of Adobe's sends `private_key={{secret}}`.
  { name: 'privateKey', keys: ['secret'] },
  // A host, or a place to fill one in.
  {
    name: 'imsServer',
    keys: ['ims', 'imshost', 'imsurl'],
    when: /adobelogin\.com|^\s*$|^[<{]/i,
  },
  { name: 'accessToken', keys: ['accesstoken'] },
  { name: 'assertion', keys: ['jwttoken', 'jwt'] },
];

/** The parameters of a call for a token. */
export const PARAMETERS: readonly Spelling[] = [
  { name: 'clientId', keys: ['clientid'] },
  { name: 'clientSecret', keys: ['clientsecret'] },
  { name: 'grantType', keys: ['granttype'] },
  { name: 'scopes', keys: ['scope'], shape: 'comma-text' },
  { name: 'assertion', keys: ['jwttoken'] },
  { name: 'privateKey', keys: ['privatekey'] },
];

/** How Postman writes the settings of its own sign-in with OAuth 2.0. */
export const AUTHORIZATION: readonly Spelling[] = [
  ...PARAMETERS,
  { name: 'tokenEndpoint', keys: ['accesstokenurl'], when: /\/ims\/token/i, shape: 'any' },
];

const byCode = {
  issuer: 'developer-console',
  required: [],
  move: { kind: 'by-hand', reader: readers.ownCode },
} as const satisfies CredentialDialect;

/** Environments are exported with their secrets; collections are made to be shared. */
export type Holder = 'environment' | 'collection';

/**
 * A variable of a collection is the place that its requests look at, so that its secret lies in the
 * vault.
 */
const inVault = (key: string): string => `{{vault:${key}}}`;

/** The variable of the template. */
const asVariable = (key: string): string =>
  `{{${key.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()}}}`;

/** The dialect of a list of variables, as they are called there. */
export const variablesDialect = (fields: readonly Field[], holder: Holder): Dialect => ({
  concept: 'ims-credential',
  names: namesOf(fields, TEMPLATE),
  ...(holder === 'environment'
    ? { secrets: 'private-file' }
    : { secrets: 'references', reference: inVault }),
  credential: {
    ...byCode,
    ...flowByName(fields),
    move: { kind: 'by-hand', reader: readers.postman },
  },
});

/** The dialect of a request for a token. */
export const requestDialect = (fields: readonly Field[]): Dialect => ({
  concept: 'ims-credential',
  names: namesOf(fields, CALL),
  secrets: 'references',
  reference: asVariable,
  credential: { ...byCode, oauthWins: ['tokenEndpoint'] },
});

const CALL: Readonly<Record<string, FieldName>> = {
  clientId: { path: 'client_id', shape: 'text' },
  clientSecret: { path: 'client_secret', shape: 'text' },
  scopes: { path: 'scope', shape: 'comma-text' },
  tokenEndpoint: { path: 'url', shape: 'any' },
};

/**
 * The dialect of a script that runs with a request, in which Postman puts nothing in the place of a
 * name.
 */
export const scriptDialect: Dialect = {
  concept: 'ims-credential',
  names: CALL,
  secrets: 'private-file',
  credential: byCode,
};

/** The names of the environment that Adobe offers for OAuth Server-to-Server. */
const TEMPLATE: Readonly<Record<string, FieldName>> = {
  clientId: { path: 'API_KEY', shape: 'text' },
  clientSecret: { path: 'CLIENT_SECRET', shape: 'text' },
  orgId: { path: 'IMS_ORG', shape: 'text' },
  technicalAccountId: { path: 'TECHNICAL_ACCOUNT_ID', shape: 'text' },
  scopes: { path: 'SCOPES', shape: 'comma-or-json-text' },
  imsServer: { path: 'IMS', shape: 'text' },
  accessToken: { path: 'ACCESS_TOKEN', shape: 'text' },
};

function namesOf(
  fields: readonly Field[],
  usual: Readonly<Record<string, FieldName>>,
): Dialect['names'] {
  const named = fields.filter(({ partial }) => !partial);
  const written = named.map(({ name, key, shape }) => [name, { path: key, shape }] as const);
  return { ...usual, ...Object.fromEntries(written.toReversed()) };
}

/**
 * A private key signs in with JWT. Without one the metascopes are left over, unless the scopes that
 * OAuth needs are missing and a JWT is at least prepared.
 */
function flowByName(fields: readonly Field[]): FlowMarks {
  const has = (name: string) => fields.some((field) => field.name === name);
  if (fields.some((field) => field.name === 'privateKey' && !isEmpty(field))) return JWT;
  if (has('scopes')) return OAUTH;
  const isPrepared = has('privateKey') || has('assertion');
  if (isPrepared) return JWT;
  const isTemplate = has('metascopes') || fields.some(({ key }) => /secrets$/i.test(key));
  return isTemplate ? OAUTH : {};
}

const JWT: FlowMarks = { usual: 'jwt' };
const OAUTH: FlowMarks = { oauthWins: 'always' };
