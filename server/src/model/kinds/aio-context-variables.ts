import { cloudManagerScopes } from '../../facts/scopes';
import type { ObjectNode, Property } from '../../syntax/tree';
import type { Dialect, FieldName } from '../dialect';
import type { Entity } from '../entity';
import { CLOUD_MANAGER_CONTEXT, contextDialect, REQUIRED } from './aio-context';
import { readNamed, viewOf } from './variables';

/**
 * The contexts of Adobe's `aio` tools among environment variables:
 * `AIO_ims_contexts_<context>_<field>`. A single underscore parts levels, two are one that belongs
 * to a name, and capital letters do not count.
 */
export function aioContexts(root: ObjectNode): readonly Entity[] {
  const contexts = new Map<string, Context>();
  for (const property of root.properties) {
    const [, prefix, context, field] = CONTEXT_KEY.exec(property.key) ?? [];
    if (prefix === undefined || context === undefined || field === undefined) continue;
    const known = contexts.get(prefix.toLowerCase());
    const found = known ?? { prefix, context, properties: [], fields: new Set() };
    found.properties.push(property);
    found.fields.add(field.toLowerCase().replace(/_+/g, '_'));
    contexts.set(prefix.toLowerCase(), found);
  }
  return [...contexts.values()].flatMap((context) => {
    if (isOfAccount(context)) return contextEntity(context);
    return keepsToken(context) ? tokenEntity(context) : [];
  });
}

interface Context {
  /** With the underscore at its end. */
  readonly prefix: string;
  readonly context: string;
  readonly properties: Property[];
  /** In small letters, with single underscores. */
  readonly fields: Set<string>;
}

/** What follows the name of a context: the same names, in which an underscore is written twice. */
const FIELDS: Dialect['names'] = {
  ...Object.fromEntries(
    Object.entries(contextDialect.names).map(([name, each]) => [name, asVariable(each)]),
  ),
  accessToken: {
    path: 'access__token_token',
    also: [
      ...['access__token', 'access__token_expiry'],
      ...['refresh__token_token', 'refresh__token', 'refresh__token_expiry'],
    ],
    shape: 'text',
  },
};

function asVariable({ path, shape, jwt }: FieldName): FieldName {
  const doubled = (key: string) => key.replaceAll('_', '__');
  return {
    path: doubled(path),
    shape: shape === 'list-or-json-text' ? 'json-text' : shape === 'lines' ? 'any' : shape,
    jwt: jwt && { ...jwt, path: doubled(jwt.path) },
  };
}

const SIGN_IN = 'redirect_+uri|defaultRedirectUri|scope|response_+type';

const CONTEXT_KEY = new RegExp(
  `^(AIO_ims_contexts_(.+?)(?<!_)_(?!_))(${[...pathsOf(), SIGN_IN].join('|')})$`,
  'i',
);

function pathsOf(): readonly string[] {
  return Object.values(FIELDS)
    .flatMap(({ path, also, jwt }) => [path, ...(also ?? []), ...(jwt ? [jwt.path] : [])])
    .map((path) => path.replaceAll('__', '_+'));
}

/**
 * A context with an address to come back to signs people in; one with a client id alone is an API
 * key.
 */
const isOfAccount = ({ fields }: Context): boolean =>
  !['redirect_uri', 'defaultredirecturi', 'scope', 'response_type'].some((name) =>
    fields.has(name),
  ) && [...fields].some((name) => name !== 'client_id' && name !== 'client_secret');

const keepsToken = ({ fields }: Context): boolean =>
  ['access_token', 'access_token_token', 'refresh_token', 'refresh_token_token'].some((name) =>
    fields.has(name),
  );

/** Of a context that signs people in only the token is ours. */
function tokenEntity({ prefix, context, properties }: Context): Entity {
  const { accessToken } = contextVariables(prefix, isCapital(properties));
  const dialect: Dialect = {
    ...COMMON,
    names: accessToken ? { accessToken } : {},
    credential: { ...OF_CONTEXTS, required: [], move: { kind: 'nothing' } },
  };
  return readNamed(viewOf(properties), dialect, labelOf(context), undefined);
}

function contextEntity({ prefix, context, properties, fields }: Context): Entity {
  const isJwt = fields.has('client_secret');
  const whole =
    fields.has('client_id') && (isJwt || (fields.has('client_secrets') && fields.size > 3));
  const dialect: Dialect = {
    ...COMMON,
    names: contextVariables(prefix, isCapital(properties)),
    credential: {
      ...OF_CONTEXTS,
      // The rest of a context may stand in `.aio`, which is read as well.
      required: whole ? REQUIRED : [],
      requiredScopes:
        context.toLowerCase() === CLOUD_MANAGER_CONTEXT ? cloudManagerScopes : undefined,
      move: { kind: 'in-place' },
    },
  };
  const flow = fields.has('client_secrets') ? 'oauth-server-to-server' : 'jwt';
  const tells = ['client_secrets', 'meta_scopes', 'private_key'].some((name) => fields.has(name));
  return readNamed(viewOf(properties), dialect, labelOf(context), tells ? flow : undefined);
}

const COMMON = {
  concept: 'ims-credential',
  anyCase: true,
  secrets: 'private-file',
} as const;

const OF_CONTEXTS = {
  issuer: 'developer-console',
  jwtNeeds: ['privateKey', 'clientSecret'],
} as const;

/** As `aio` calls it. */
const labelOf = (context: string): string =>
  context.replace(/(?<!_)_(?!_)/g, '.').replaceAll('__', '_');

const isCapital = (properties: readonly Property[]): boolean =>
  properties.every(({ key }) => key === key.toUpperCase());

/**
 * How the variables of a context are called whose names begin so, in capital letters or as `aio`
 * writes them.
 */
export function contextVariables(prefix: string, capitals: boolean): Dialect['names'] {
  const written = (path: string) => prefix + (capitals ? path.toUpperCase() : path);
  const unread = (path: string) => misspellings(path).map(written);
  const entries = Object.entries(FIELDS).map(([name, entry]): [string, FieldName] => {
    const { path, also, jwt } = entry;
    return [
      name,
      {
        ...entry,
        path: written(path),
        also: also?.map(written),
        unread: unread(path),
        jwt: jwt && { ...jwt, path: written(jwt.path), unread: unread(jwt.path) },
      },
    ];
  });
  return Object.fromEntries(entries);
}

/** The same with one underscore in the place of two, at one place or at all. */
function misspellings(path: string): readonly string[] {
  const [head = '', ...parts] = path.split('__');
  let all = [head];
  for (const part of parts) all = all.flatMap((each) => [`${each}__${part}`, `${each}_${part}`]);
  return all.filter((each) => each !== path);
}
