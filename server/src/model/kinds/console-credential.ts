import type { ConfigNode } from '../../syntax/tree';
import { addedByHand, type Dialect, names } from '../dialect';
import type { FileKind } from '../kind';
import { readEntity } from '../read';

/**
 * What the Developer Console gives as "Download JSON" on a credential's page, for JWT and for
 * OAuth.
 */
export const consoleCredential: FileKind = {
  id: 'console-credential',
  title: 'Adobe Developer Console credential',
  files: ['*.json'],
  syntaxes: ['json'],
  isDownload: true,
  recognition: {
    // An `ORG_ID` may be any organization's.
    marker: /\b(?:TECHNICAL_ACCOUNT_(?:ID|EMAIL)|PUBLIC_KEYS_WITH_EXPIRY|CLIENT_SECRETS)\b/,
    content: isConsoleCredential,
  },
  entities: (root) => [readEntity(root, consoleDialect, { label: 'Developer Console credential' })],
};

const consoleDialect: Dialect = {
  concept: 'ims-credential',
  anyCase: true,
  names: names({
    orgId: 'ORG_ID',
    clientId: { path: 'CLIENT_ID', shape: 'text', jwt: { path: 'API_KEY', shape: 'text' } },
    clientSecret: {
      path: 'CLIENT_SECRETS',
      shape: 'list',
      jwt: { path: 'CLIENT_SECRET', shape: 'text' },
    },
    scopes: { path: 'SCOPES', shape: 'list' },
    technicalAccountId: 'TECHNICAL_ACCOUNT_ID',
    technicalAccountEmail: 'TECHNICAL_ACCOUNT_EMAIL',
    certificateExpiry: { path: 'PUBLIC_KEYS_WITH_EXPIRY', shape: 'any' },
    // The download has neither the key nor the metascopes.
    ...addedByHand({
      metascopes: {
        path: 'META_SCOPES',
        also: ['METASCOPES', 'META_SCOPE', 'METASCOPE'],
        shape: 'list-or-comma-text',
      },
      privateKey: {
        path: 'PRIVATE_KEY',
        also: ['PRIVATE_KEY_PATH', 'PRIVATE_KEY_FILE', 'KEY_PATH'],
        shape: 'any',
      },
      passphrase: { path: 'PASSPHRASE', also: ['PRIVATE_KEY_PASSPHRASE'], shape: 'text' },
      publicKey: { path: 'PUBLIC_KEY', also: ['CERTIFICATE'], shape: 'any' },
      certificateAlias: { path: 'CERTIFICATE_ALIAS', shape: 'text' },
      tokenEndpoint: { path: 'TOKEN_ENDPOINT', also: ['TOKEN_URL', 'IMS_ENDPOINT'], shape: 'text' },
    }),
  }),
  secrets: 'private-file',
  credential: {
    issuer: 'developer-console',
    // What Adobe's own reader of such a file rejects when it is missing (asset-compute-client).
    required: [
      'orgId',
      'clientId',
      'clientSecret',
      'scopes',
      'technicalAccountId',
      'technicalAccountEmail',
    ],
    move: { kind: 'in-place' },
  },
};

/** Console names are upper case and flat; two of them together are no other vendor's. */
function isConsoleCredential(root: ConfigNode, path: string): boolean {
  if (root.type !== 'object' || /\.cfg\.json$/i.test(path)) return false;
  const keys = new Set(root.properties.map(({ key }) => key));
  return (
    keys.has('ORG_ID') &&
    (keys.has('CLIENT_SECRETS') ||
      keys.has('TECHNICAL_ACCOUNT_ID') ||
      keys.has('TECHNICAL_ACCOUNT_EMAIL') ||
      keys.has('PUBLIC_KEYS_WITH_EXPIRY'))
  );
}
