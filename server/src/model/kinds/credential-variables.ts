import type { ObjectNode, Property } from '../../syntax/tree';
import { type Dialect, type FieldName, type Flow, names, type Shape } from '../dialect';
import type { Entity } from '../entity';
import { readNamed, viewOf } from './variables';

/**
 * Credentials among environment variables whose names share a beginning: those that Adobe's tools read
 * (`IMS_OAUTH_S2S_*`, `AIO_COMMERCE_AUTH_IMS_*`), and those that people make up for their own code (`JWT_*`,
 * `OAUTH_*`, `ADOBE_*`), as far as a name or a value proves that they are Adobe's.
 */
export function namedCredentials(root: ObjectNode): readonly Entity[] {
  const left = new Set(root.properties.filter(({ key }) => !/^AIO_ims_contexts_/i.test(key)));
  const found: Group[] = [];
  const stray: Group[] = [];
  for (const prefix of prefixesOf(left)) {
    const group = groupOf(prefix, left);
    if (!isCredential(group)) {
      if (group.fields.size > 0) stray.push(group);
      continue;
    }
    if (!isProven(group, root)) continue;
    for (const properties of group.fields.values()) {
      for (const property of properties) left.delete(property);
    }
    if (!group.signsIn) found.push(group);
  }
  return found.map((group) => entityOf(joined(group, found, stray, left)));
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
};

const SIGN_IN = /(REDIRECT_UR[IL]|CALLBACK_UR[IL])$/i;

const END = new RegExp(`(?<=^|_)(${Object.values(ENDS).flat().join('|')})$`, 'i');

/** The beginnings that variables share, those of most variables first; a name can be parted in several ways. */
function prefixesOf(properties: ReadonlySet<Property>): readonly string[] {
  const counts = new Map<string, number>();
  for (const { key } of properties) {
    if (!END.test(key)) continue;
    for (const end of Object.values(ENDS).flat()) {
      const prefix = key.slice(0, -end.length);
      if (!key.toUpperCase().endsWith(end) || !/(^|_)$/.test(prefix)) continue;
      counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
    }
  }
  return [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || a.length - b.length);
}

function groupOf(prefix: string, left: ReadonlySet<Property>): Group {
  const own = [...left].filter(({ key }) => key.startsWith(prefix));
  const byEnd = new Map<string, Property[]>();
  for (const property of own) {
    const end = property.key.slice(prefix.length).toUpperCase();
    byEnd.set(end, [...(byEnd.get(end) ?? []), property]);
  }
  const fields = new Map<string, readonly Property[]>();
  for (const [name, ends] of Object.entries(ENDS)) {
    const present = ends.flatMap((end) => [byEnd.get(end) ?? []]).filter((all) => all.length > 0);
    // Of several names for one id only the likeliest is meant; a second secret is a secret.
    const claimed = name === 'clientSecret' ? present.flat() : (present[0] ?? []);
    const kept = claimed.filter((property) => isMeant(name, property, prefix));
    if (kept.length > 0) fields.set(name, kept);
  }
  const signsIn = prefix !== '' && own.some(({ key }) => SIGN_IN.test(key));
  return { prefix, fields, signsIn };
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

const isCredential = ({ fields }: Group): boolean =>
  (fields.has('clientId') || fields.has('clientSecret')) && fields.size > 1;

/** Names and values that nobody but Adobe has. */
const PROOF_NAME =
  /IMS_(ORG|OAUTH_S2S)|AIO_COMMERCE_|TECHNICAL_ACCOUNT|TECHACCT|META_?SCOPE|DOC_CLOUD_|PDFSERVICES/i;
const PROOF_VALUE =
  /@AdobeOrg|@techacct\.adobe|adobelogin\.com|\bAdobeID\b|additional_info\.|\bp8e-[\w-]{32}/i;

/** Words of which every file with such variables has one. */
export const PROOF = new RegExp(
  `AIO_ims_contexts_|${PROOF_NAME.source}|${PROOF_VALUE.source}`,
  'i',
);

function isProven({ prefix, fields }: Group, { properties }: ObjectNode): boolean {
  const own = [...fields.values()].flat();
  const beside = prefix === '' ? [] : properties.filter(({ key }) => key.startsWith(prefix));
  return [...own, ...beside].some(
    ({ key, value }) =>
      PROOF_NAME.test(key) || (value.type === 'scalar' && PROOF_VALUE.test(value.text)),
  );
}

/** `ADOBE_IMS_ORG_ID` belongs to `ADOBE_PDFSERVICES_CLIENT_ID` where no other credential begins like it. */
function joined(
  group: Group,
  all: readonly Group[],
  stray: readonly Group[],
  left: ReadonlySet<Property>,
): Group {
  const fields = new Map(group.fields);
  for (const other of stray) {
    const takers = all.filter(({ prefix }) => prefix.startsWith(other.prefix));
    if (other.prefix === '' || takers.length !== 1 || takers[0] !== group) continue;
    for (const [name, properties] of other.fields) {
      const free = properties.filter((each) => left.has(each));
      if (!fields.has(name) && free.length > 0) fields.set(name, free);
    }
  }
  return { ...group, fields };
}

function entityOf(group: Group): Entity {
  const { prefix, fields } = group;
  const properties = [...fields.values()].flat().sort((a, b) => a.span.start - b.span.start);
  const family = FAMILIES.find(({ name }) => name.test(prefix));
  const dialect: Dialect = {
    concept: 'ims-credential',
    migration: 'none',
    issuer: 'developer-console',
    secrets: 'private-file',
    reader: 'own-code',
    required: [],
    ...family?.dialect,
    names: namesOf(group, family?.shapes ?? {}),
  };
  const label = prefix.replace(/_+$/, '');
  return readNamed(viewOf(properties), dialect, label || 'CLIENT_ID', flowByName(group));
}

/** What is known of who reads variables of some beginnings. */
interface Family {
  readonly name: RegExp;
  readonly shapes?: Readonly<Record<string, Shape>>;
  readonly dialect?: Partial<Dialect>;
}

const COMMERCE = { clientSecret: 'text-or-json-text', scopes: 'text-or-json-text' } as const;

const FAMILIES: readonly Family[] = [
  {
    // Written by `aio app use`, four of them.
    name: /^IMS_OAUTH_S2S_$/,
    shapes: { clientSecret: 'text' },
    dialect: {
      flow: 'oauth-server-to-server',
      reader: undefined,
      required: ['clientId', 'clientSecret', 'orgId', 'scopes'],
    },
  },
  {
    // aio-commerce-lib-auth checks all of them, and takes an array of JSON or one text.
    name: /^AIO_COMMERCE_AUTH_IMS_$/,
    shapes: COMMERCE,
    dialect: {
      flow: 'oauth-server-to-server',
      reader: undefined,
      required: [
        'clientId',
        'clientSecret',
        'technicalAccountId',
        'technicalAccountEmail',
        'orgId',
        'scopes',
      ],
    },
  },
  {
    name: /^AIO_COMMERCE_IMS_$/,
    shapes: COMMERCE,
    dialect: { flow: 'oauth-server-to-server', reader: undefined },
  },
  // What the tools of 2019 read.
  { name: /^AIO_credentials_jwt_$/i, dialect: { reader: 'jwt-only' } },
];

/** How people's own code takes a list apart is not known. */
const SHAPES: Readonly<Record<string, Shape>> = {
  clientSecret: 'comma-or-json-text',
  scopes: 'comma-or-json-text',
  metascopes: 'comma-or-json-text',
  privateKey: 'any',
};

/** The names as they are written here; what is missing is named as Adobe's tools name it. */
function namesOf(
  { prefix, fields }: Group,
  shapes: Readonly<Record<string, Shape>>,
): Dialect['names'] {
  const entries = Object.entries(ENDS).map(([name, ends]): [string, FieldName] => {
    const [path, ...also] = new Set(fields.get(name)?.map(({ key }) => key));
    const usual = prefix + usualEnd(name, prefix, ends);
    const shape = shapes[name] ?? SHAPES[name] ?? 'text';
    return [name, { path: path ?? usual, also, shape }];
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
