import { cloudManagerScopes } from '../../facts/scopes';
import { type ConfigNode, type ObjectNode, property, textAt } from '../../syntax/tree';
import { type Dialect, names, withCredential } from '../dialect';
import { valueKind } from '../value';

/**
 * What Adobe's library asks for before it signs in with OAuth Server-to-Server (aio-lib-ims-oauth).
 */
export const REQUIRED = [
  'clientId',
  'clientSecret',
  'technicalAccountEmail',
  'technicalAccountId',
  'scopes',
  'orgId',
];

/**
 * A context of Adobe's IMS library: the names under which `aio` and its plug-ins keep a credential.
 */
export const contextDialect: Dialect = {
  concept: 'ims-credential',
  names: names({
    orgId: 'ims_org_id',
    clientId: 'client_id',
    clientSecret: {
      path: 'client_secrets',
      shape: 'list-or-json-text',
      jwt: { path: 'client_secret', shape: 'text' },
    },
    technicalAccountId: 'technical_account_id',
    technicalAccountEmail: 'technical_account_email',
    scopes: { path: 'scopes', shape: 'list-or-json-text' },
    metascopes: { path: 'meta_scopes', shape: 'list-or-json-text' },
    privateKey: { path: 'private_key', shape: 'lines' },
    passphrase: 'passphrase',
    accessToken: { path: 'access_token', also: ['refresh_token'], shape: 'any' },
  }),
  secrets: 'private-file',
  credential: {
    issuer: 'developer-console',
    // Its plug-in for JWT is asked first, and wants both.
    jwtNeeds: ['privateKey', 'clientSecret'],
    required: REQUIRED,
    move: { kind: 'in-place' },
  },
};

/** The same for the Cloud Manager plug-in, which asks a flag and takes its absence for JWT. */
export const cloudManagerDialect: Dialect = {
  ...withCredential(contextDialect, {
    flags: {
      oauthEnabled: {
        values: { true: 'oauth-server-to-server', false: 'jwt' },
        oauth: true,
        absent: 'jwt',
      },
    },
    requiredScopes: cloudManagerScopes,
  }),
  names: {
    ...contextDialect.names,
    oauthEnabled: { path: 'oauth_enabled', shape: 'any' },
  },
};

/** The context that the Cloud Manager plug-in reads where it is told of no other. */
export const CLOUD_MANAGER_CONTEXT = 'aio-cli-plugin-cloudmanager';

/** A context that signs people in is none of ours, and only a token that is kept in it. */
export const tokenDialect: Dialect = {
  ...withCredential(contextDialect, { required: [], move: { kind: 'nothing' } }),
  names: names({ accessToken: { path: 'access_token', also: ['refresh_token'], shape: 'any' } }),
};

/** Keys that only a context of a technical account has. */
const OF_ACCOUNTS = [
  'client_secrets',
  'technical_account_id',
  'technical_account_email',
  'meta_scopes',
  'private_key',
];

/** Whether an object is the context of a technical account, and not of a person who signs in. */
export const isAccountContext = (node: ConfigNode | undefined): node is ObjectNode =>
  node?.type === 'object' &&
  property(node, 'redirect_uri') === undefined &&
  OF_ACCOUNTS.some((key) => property(node, key) !== undefined);

/** Whether a file holds nothing but such a context: no other vendor calls its organization so. */
export const isFlatContext = (node: ConfigNode | undefined): node is ObjectNode =>
  isAccountContext(node) &&
  property(node, 'ims_org_id') !== undefined &&
  property(node, 'client_id') !== undefined &&
  IDS.some((key) => isValue(textAt(node, key) ?? ''));

const IDS = ['ims_org_id', 'client_id', 'technical_account_id'];

/** Whether a text is an id or stands for one, and is no label and no name of a variable. */
const isValue = (text: string): boolean =>
  /[\d@]/.test(text) || ['empty', 'blank', 'reference'].includes(valueKind(text));

/**
 * Whether a context is the one of Cloud Manager: by its flag, or by the metascope that only it
 * wants.
 */
export function isForCloudManager(node: ObjectNode): boolean {
  const value = property(node, 'meta_scopes')?.value;
  const texts = value?.type === 'array' ? value.items : value ? [value] : [];
  return (
    property(node, 'oauth_enabled') !== undefined ||
    texts.some((each) => each.type === 'scalar' && /\bent_cloudmgr_sdk\b/.test(each.text))
  );
}
