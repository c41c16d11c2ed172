import { readers } from '../../facts/readers';
import type { Dialect, FieldName } from '../dialect';
import type { Shape } from '../shape';
import { aioNames, aioWorkspace } from './aio-lib-java';

/** What the OSGi configurations of AEM have in common. */
const osgi = { concept: 'ims-credential', secrets: 'osgi' } as const;

/**
 * AEM's own provider of access tokens, with which it signs in to other products (Smart Tags and
 * others).
 */
export const providerDialect: Dialect = {
  ...osgi,
  names: {
    title: { path: 'auth.token.provider.title', shape: 'text' },
    // Adobe shows one text, and publishes no type.
    grantType: { path: 'auth.token.provider.authorization.grants', shape: 'text-or-list' },
    orgId: { path: 'auth.token.provider.orgId', shape: 'text' },
    claims: { path: 'auth.token.provider.default.claims', shape: 'text-or-list' },
    // Adobe's page writes blanks behind the commas.
    scopes: { path: 'auth.token.provider.scope', shape: 'comma-text', trimmed: true },
    clientId: { path: 'auth.token.provider.client.id', shape: 'text' },
    tokenEndpoint: {
      path: 'auth.access.token.request',
      also: ['auth.token.provider.endpoint'],
      shape: 'text',
      scheme: 'written',
    },
    certificateAlias: { path: 'auth.token.provider.keypair.alias', shape: 'text' },
    customizer: { path: 'token.request.customizer.type', shape: 'text' },
    relaxedSsl: { path: 'auth.token.provider.relaxed.ssl', shape: 'text' },
  },
  credential: {
    issuer: 'developer-console',
    tag: { field: 'grantType', values: { client_credentials: 'oauth-server-to-server' } },
    oauthWins: ['grantType', 'tokenEndpoint'],
    // What Adobe's page on OAuth says to write.
    required: ['orgId', 'scopes', 'clientId'],
    part: 'provider',
    move: { kind: 'in-place' },
  },
};

/**
 * The second half of such a credential: it adds the client secret to the requests of its provider.
 */
export const customizerDialect: Dialect = {
  ...osgi,
  names: {
    clientSecret: { path: 'auth.ims.client.secret', shape: 'text' },
    customizer: { path: 'customizer.type', shape: 'text' },
  },
  credential: {
    issuer: 'developer-console',
    required: [],
    part: 'secret',
    move: { kind: 'nothing' },
  },
};

/**
 * The workspace of aio-lib-java in AEM. Under another PID the same names are read by somebody's own
 * code.
 */
export const aioDialect = (pid: string): Dialect => {
  const isAdobes = /^com\.adobe\.aio\.aem\.workspace\.internal\.WorkspaceSupplierImpl/.test(pid);
  return {
    ...osgi,
    names: aioNames('.'),
    credential: isAdobes
      ? aioWorkspace
      : { ...aioWorkspace, move: { kind: 'by-hand', reader: readers.ownCode } },
  };
};

/**
 * Adobe asks for a hyphen in the place of the dot before the instance when a provider moves to
 * OAuth: `….provider.1a2b.config` becomes `….provider-1a2b.config`, and its customizer likewise.
 */
export function hyphenated(fileName: string): string | undefined {
  const [, name, instance] =
    /^(com\.adobe\.granite\.auth\.(?:oauth\.accesstoken\.provider|ims\.impl\.IMSAccessTokenRequestCustomizerImpl))\.([^.]+\.config)$/.exec(
      fileName,
    ) ?? [];
  return name && instance ? `${name}-${instance}` : undefined;
}

/** The same in the XML of a repository, where every value is the text of an attribute. */
export const inXml = (dialect: Dialect): Dialect => ({
  ...dialect,
  names: Object.fromEntries(
    Object.entries(dialect.names).map(([name, written]) => [name, attribute(written)]),
  ),
});

const attribute = (written: FieldName): FieldName => ({
  ...written,
  path: `@${written.path}`,
  also: written.also?.map((path) => `@${path}`),
  shape: JCR[written.shape] ?? written.shape,
});

const JCR: Partial<Record<Shape, Shape>> = {
  text: 'jcr-text',
  list: 'jcr-list',
  'text-or-list': 'jcr-list',
  'comma-text': 'jcr-list-or-comma-text',
  'comma-list': 'jcr-list-or-comma-text',
};
