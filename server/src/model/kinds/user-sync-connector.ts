import { userSyncOAuth } from '../../facts/readers';
import { type ConfigNode, property, textAt } from '../../syntax/tree';
import { type Dialect, names } from '../dialect';
import type { FileKind } from '../kind';
import { readEntity } from '../read';

/** The names of the tool's own templates, with whatever people put around them. */
const CONNECTOR = /(^|[^a-z])connector-(umapi|adobe-console)[^/]*\.ya?ml$/i;

/**
 * How the User Sync Tool reaches Adobe: the connectors of the User Management API and of the Admin
 * Console.
 */
export const userSyncConnector: FileKind = {
  id: 'user-sync-connector',
  title: 'User Sync Tool connector',
  files: ['connector-umapi*.yml', 'connector-adobe-console*.yml'],
  syntaxes: ['yaml'],
  recognition: {
    marker:
      /\b(?:tech_acct|priv_key_|secure_client_|authentication_method["']?\s*:\s*["']?(?:oauth|jwt)\b)|connector-umapi/,
    content: (root, path) => sectionOf(root, path) !== undefined,
    alsoName: CONNECTOR,
  },
  entities: (root, path) => {
    const section = sectionOf(root, path);
    if (!section) return [];
    const label = section === 'integration' ? 'Admin Console connector' : 'User Management API';
    const head = property(root, section)?.keySpan;
    return [readEntity(root, connectorDialects[section], { label, head })];
  },
};

type Section = 'enterprise' | 'integration';

const SECTIONS: readonly Section[] = ['enterprise', 'integration'];

/** The section that holds the credential. */
const sectionOf = (root: ConfigNode | undefined, path: string): Section | undefined =>
  SECTIONS.find((key) => isCredential(property(root, key)?.value, root, path));

/**
 * Other programs have an enterprise with a client as well, so that something has to be of Adobe's.
 */
function isCredential(
  node: ConfigNode | undefined,
  root: ConfigNode | undefined,
  path: string,
): boolean {
  if (node?.type !== 'object') return false;
  const has = (keys: readonly string[]) => keys.some((key) => property(node, key) !== undefined);
  const isClient = has(['org_id', ...CLIENT_KEYS]);
  if (CONNECTOR.test(path)) return isClient;
  if (!isClient || !has(['org_id'])) return false;
  return has(OWN_KEYS) || /@AdobeOrg\b/.test(textAt(node, 'org_id') ?? '') || isSetUp(root);
}

const CLIENT_KEYS = ['client_id', 'api_key', 'client_secret', 'secure_client_secret_key'];

const OWN_KEYS = ['tech_acct', 'tech_acct_id', 'priv_key_path', 'priv_key_data'];

const isSetUp = (root: ConfigNode | undefined) =>
  /^(oauth|jwt)$/.test(textAt(root, 'authentication_method') ?? '');

const connectorDialect = (section: Section): Dialect => {
  const key = (name: string) => `${section}/${name}`;
  return {
    concept: 'ims-credential',
    names: names({
      authType: {
        path: 'authentication_method',
        shape: 'text',
        note: `The User Sync Tool knows this setting from version ${userSyncOAuth.version} on.`,
      },
      orgId: key('org_id'),
      clientId: {
        path: key('client_id'),
        also: [key('api_key')],
        stored: [key('secure_client_id_key'), key('secure_api_key_key')],
        shape: 'text',
      },
      clientSecret: {
        path: key('client_secret'),
        stored: [key('secure_client_secret_key')],
        shape: 'text',
      },
      // With OAuth the tool refuses to start where it is set.
      technicalAccountId: {
        path: key('tech_acct_id'),
        also: [key('tech_acct')],
        shape: 'text',
        jwtOnly: true,
      },
      privateKey: {
        path: key('priv_key_path'),
        also: [key('priv_key_data')],
        stored: [key('secure_priv_key_data_key')],
        shape: 'any',
      },
      passphrase: {
        path: key('priv_key_pass'),
        stored: [key('secure_priv_key_pass_key')],
        shape: 'text',
      },
      imsServer: { path: 'server/auth_host', also: ['server/ims_host'], shape: 'text' },
      tokenEndpoint: {
        path: 'server/auth_endpoint',
        shape: 'text',
        jwt: { path: 'server/ims_endpoint_jwt', shape: 'text' },
      },
    }),
    secrets: 'private-file',
    credential: {
      issuer: 'developer-console',
      tag: { field: 'authType', values: { oauth: 'oauth-server-to-server', jwt: 'jwt' } },
      // What the tool takes a missing method for (connector_umapi.py).
      usual: 'jwt',
      required: ['orgId', 'clientId', 'clientSecret'],
      move: { kind: 'in-place' },
    },
  };
};

/** The connectors, by the section that holds the credential. */
export const connectorDialects: Readonly<Record<Section, Dialect>> = {
  enterprise: connectorDialect('enterprise'),
  integration: connectorDialect('integration'),
};
