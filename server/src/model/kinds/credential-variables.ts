import { readers } from '../../facts/readers';
import type { ObjectNode, Property } from '../../syntax/tree';
import { type Dialect, type FieldName, type Flow, names } from '../dialect';
import type { Entity } from '../entity';
import { FAMILIES, type Family, SHAPES } from './variable-families';
import { readNamed, viewOf } from './variables';

/**
 * Credentials among environment variables whose names share a beginning: those that Adobe's tools
 * read (`IMS_OAUTH_S2S_*`, `AIO_COMMERCE_AUTH_IMS_*`), and those that people make up for their own
 * code (`JWT_*`, `OAUTH_*`, `ADOBE_*`), as far as a name or a value proves that they are Adobe's.
 */
export function namedCredentials(root: ObjectNode): readonly Entity[] {
  const properties = root.properties.filter(({ key }) => !/^AIO_ims_contexts_/i.test(key));
  const telling: Telling = {
    signIn: prefixesOf(properties.filter(({ key }) => SIGN_IN.test(key))),
    proven: prefixesOf(properties.filter(proves)),
  };
  const taken = new Set<Property>();
  const found: Group[] = [];
  const rest: Group[] = [];
  for (const variables of byPrefix(properties)) {
    const group = groupOf(variables, taken, telling);
    if (!isCredential(group)) {
      rest.push(group);
      continue;
    }
    if (!isProven(group, telling)) continue;
    for (const property of [...group.fields.values()].flat()) taken.add(property);
    if (!group.signsIn) found.push(group);
  }
  return joined(found, rest, taken).map(entityOf);
}

/** The variables that begin alike, by our names. */
interface Group {
  readonly prefix: string;
  readonly fields: ReadonlyMap<string, readonly Property[]>;
  /** It signs people in, not programs. */
  readonly signsIn: boolean;
}

/** What follows the prefix, the likeliest first. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  clientId: ['CLIENT_ID', 'CLIENTID', 'API_KEY'],
  clientSecret: ['CLIENT_SECRET', 'CLIENT_SECRETS'],
  orgId: ['IMS_ORG_ID', 'IMS_ORG', 'ORGANIZATION_ID', 'ORG_ID'],
  technicalAccountId: [
    'TECHNICAL_ACCOUNT_ID',
    'TECH_ACCOUNT_ID',
    'TECH_ACCT_ID',
    'TECH_ACC_ID',
    'TECHNICAL_ACCOUNT',
    'TECHACCT',
    'ACCOUNT_ID',
  ],
  technicalAccountEmail: ['TECHNICAL_ACCOUNT_EMAIL', 'TECH_ACCOUNT_EMAIL', 'TA_EMAIL'],
  scopes: ['SCOPES', 'SCOPE'],
  metascopes: ['META_SCOPES', 'METASCOPES', 'META_SCOPE', 'METASCOPE'],
  privateKey: [
    'PRIVATE_KEY',
    'PRIVATE_KEY_BASE64',
    'PRIVATE_KEY_B64',
    'PRIVATE_KEY_PATH',
    'PRIVATE_KEY_FILE',
  ],
  passphrase: ['PASSPHRASE'],
  imsServer: ['IMS_HOST', 'LOGIN_HOST'],
  tokenEndpoint: ['IMS_TOKEN_URL', 'TOKEN_URL'],
  accessToken: ['ACCESS_TOKEN'],
  imsEnvironment: ['ENVIRONMENT'],
  imsContext: ['CONTEXT'],
};

const SIGN_IN = /(REDIRECT_UR[IL]|CALLBACK_UR[IL])$/i;

/** The variables that begin alike, by what follows in capital letters. */
interface Variables {
  readonly prefix: string;
  readonly byEnd: Map<string, Property[]>;
}

/** What the beginnings of names that tell something say of the other names that begin so. */
interface Telling {
  readonly signIn: ReadonlySet<string>;
  readonly proven: ReadonlySet<string>;
}

const prefixesOf = (properties: readonly Property[]): ReadonlySet<string> =>
  new Set(properties.flatMap(({ key }) => beginningsOf(key)));

/** All beginnings that end with an underscore. */
const beginningsOf = (name: string): readonly string[] =>
  [...name.matchAll(/_/g)].map(({ index }) => name.slice(0, index + 1));

/** A name can be parted in several ways: those with most variables come first. */
function byPrefix(properties: readonly Property[]): readonly Variables[] {
  const all = new Map<string, Variables>();
  for (const property of properties) {
    for (const end of endsOf(property.key)) {
      const prefix = property.key.slice(0, -end.length);
      const variables = all.get(prefix) ?? { prefix, byEnd: new Map<string, Property[]>() };
      const same = variables.byEnd.get(end);
      if (same) same.push(property);
      else variables.byEnd.set(end, [property]);
      all.set(prefix, variables);
    }
  }
  return [...all.values()].sort(
    (a, b) => b.byEnd.size - a.byEnd.size || a.prefix.length - b.prefix.length,
  );
}

const ALL_ENDS = Object.entries(ENDS).flatMap(([name, ends]) => ends.map((end) => ({ name, end })));

function endsOf(key: string): readonly string[] {
  const upper = key.toUpperCase();
  return ALL_ENDS.flatMap(({ name, end }) => {
    const isEnd = upper === end || upper.endsWith(`_${end}`);
    const isWord = WORDS.has(name);
    return isEnd && (!isWord || isReadBy(name, key.slice(0, -end.length))) ? [end] : [];
  });
}

function groupOf(
  { prefix, byEnd }: Variables,
  taken: ReadonlySet<Property>,
  { signIn }: Telling,
): Group {
  const fields = new Map<string, readonly Property[]>();
  for (const [name, ends] of Object.entries(ENDS)) {
    const present = ends
      .map((end) => (byEnd.get(end) ?? []).filter((property) => !taken.has(property)))
      .filter((all) => all.length > 0);
    // Of several names for one id only the likeliest is meant; a second secret is a secret.
    const claimed = name === 'clientSecret' ? present.flat() : (present[0] ?? []);
    const kept = claimed.filter((property) => isMeant(name, property, prefix));
    if (kept.length > 0) fields.set(name, kept);
  }
  return { prefix, fields, signsIn: signIn.has(prefix) };
}

/** Names that other things have as well count only with what they hold. */
function isMeant(name: string, { key, value }: Property, prefix: string): boolean {
  const text = value.type === 'scalar' ? value.text : '';
  if (/(^|_)ACCOUNT_ID$/i.test(key) && !/TECHNICAL_/i.test(key)) {
    return /^DOC_CLOUD_/i.test(prefix) || /@techacct\.adobe\.com/i.test(text);
  }
  if (name === 'tokenEndpoint') return /adobelogin\.com/i.test(text);
  return prefix !== '' || !['passphrase', 'imsServer', 'accessToken'].includes(name);
}

/** Fields whose names are words that say nothing of IMS. */
const WORDS: ReadonlySet<string> = new Set(['imsEnvironment', 'imsContext']);

/**
 * Whether the reader of variables that begin so knows a field; other variables have such words for
 * other things.
 */
const isReadBy = (field: string, prefix: string): boolean =>
  FAMILIES.some(({ name, fields }) => name.test(prefix) && fields?.includes(field));

const isCredential = ({ fields }: Group): boolean =>
  (fields.has('clientId') || fields.has('clientSecret')) && fields.size > 1;

/** Names and values that nobody but Adobe has. */
const PROOF_NAME =
  /(?<!CLA)IMS_(ORG|OAUTH_S2S)|AIO_COMMERCE_|TECHNICAL_ACCOUNT|TECHACCT|META_?SCOPE|DOC_CLOUD_|PDFSERVICES/i;
const PROOF_VALUE =
  /@AdobeOrg|@techacct\.adobe|adobelogin\.com|\bAdobeID\b|additional_info\.|\bp8e-[\w-]{32}/i;

/** Words of which every file with such variables has one. */
export const PROOF = new RegExp(
  `AIO_ims_contexts_|${PROOF_NAME.source}|${PROOF_VALUE.source}`,
  'i',
);

const proves = ({ key, value }: Property): boolean =>
  PROOF_NAME.test(key) || (value.type === 'scalar' && PROOF_VALUE.test(value.text));

const isProven = ({ prefix, fields }: Group, { proven }: Telling): boolean =>
  proven.has(prefix) || [...fields.values()].flat().some(proves);

/**
 * `ADOBE_IMS_ORG_ID` belongs to `ADOBE_PDFSERVICES_CLIENT_ID` where no other credential begins like
 * it.
 */
function joined(
  found: readonly Group[],
  rest: readonly Group[],
  taken: ReadonlySet<Property>,
): readonly Group[] {
  const more = new Map<Group, Map<string, readonly Property[]>>();
  const takers = new Map<string, Group | 'several'>();
  for (const group of found) {
    for (const start of beginningsOf(group.prefix)) {
      takers.set(start, takers.has(start) ? 'several' : group);
    }
  }
  for (const { prefix, fields } of rest) {
    const taker = takers.get(prefix);
    if (!taker || taker === 'several') continue;
    const all = more.get(taker) ?? new Map(taker.fields);
    for (const [name, properties] of fields) {
      const free = properties.filter((each) => !taken.has(each));
      if (!all.has(name) && free.length > 0) all.set(name, free);
    }
    more.set(taker, all);
  }
  return found.map((group) => ({ ...group, fields: more.get(group) ?? group.fields }));
}

function entityOf(group: Group): Entity {
  const { prefix, fields } = group;
  const properties = [...fields.values()].flat().sort((a, b) => a.span.start - b.span.start);
  const family = FAMILIES.find(({ name }) => name.test(prefix));
  const { required } = family?.credential ?? {};
  const dialect: Dialect = {
    concept: 'ims-credential',
    names: namesOf(group, family),
    secrets: 'private-file',
    credential: {
      issuer: 'developer-console',
      move: { kind: 'by-hand', reader: readers.ownCode },
      ...family?.credential,
      // The rest of a few may stand elsewhere.
      required: isNearlyWhole(group, required) ? required : [],
    },
  };
  const label = prefix.replace(/_+$/, '');
  return readNamed(viewOf(properties), dialect, label || 'CLIENT_ID', flowByName(group));
}

const isNearlyWhole = ({ fields }: Group, required: readonly string[] = []): boolean =>
  3 * required.filter((name) => fields.has(name)).length >= 2 * required.length;

/** Fields that people have, each under a name of their own. */
const MADE_UP: ReadonlySet<string> = new Set(['imsServer', 'tokenEndpoint', ...WORDS]);

/** The names as they are written here; what is missing is named as Adobe's tools name it. */
function namesOf({ prefix, fields }: Group, family: Family | undefined): Dialect['names'] {
  const entries = Object.entries(ENDS).map(([name, ends]): [string, FieldName] => {
    const [path, ...also] = new Set(fields.get(name)?.map(({ key }) => key));
    const usual = prefix + usualEnd(name, prefix, ends);
    const shape = family?.shapes?.[name] ?? SHAPES[name] ?? 'text';
    const known = family?.fields?.includes(name) ?? !MADE_UP.has(name);
    const unoffered = known ? undefined : 'by-hand';
    return [name, { path: path ?? usual, also, shape, unoffered }];
  });
  return names(Object.fromEntries(entries));
}

function usualEnd(name: string, prefix: string, ends: readonly string[]): string {
  if (name === 'orgId') return 'ORG_ID';
  if (name === 'clientSecret' && /^AIO_COMMERCE_/.test(prefix)) return 'CLIENT_SECRETS';
  return ends[0] ?? name;
}

/** Of what JWT alone has a name is enough; of OAuth, scopes or secrets without any of that. */
function flowByName({ prefix, fields }: Group): Flow | undefined {
  if (fields.has('privateKey')) return 'jwt';
  const secrets = fields.get('clientSecret')?.some(({ key }) => /SECRETS$/i.test(key));
  if (secrets || fields.has('scopes')) return 'oauth-server-to-server';
  if (fields.has('metascopes')) return 'jwt';
  return /PDFSERVICES/i.test(prefix) ? 'oauth-server-to-server' : undefined;
}
