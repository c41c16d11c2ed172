import { property } from '../../syntax/tree';
import type { CredentialDialect, Dialect, FieldName } from '../dialect';
import type { FileKind } from '../kind';
import { readEntity } from '../read';

/** What aio-lib-java reads of a workspace: `workspace.secret.properties` and the like. */
export const aioLibJava: FileKind = {
  id: 'aio-lib-java',
  title: 'aio-lib-java workspace',
  files: ['workspace*.properties'],
  syntaxes: ['properties'],
  recognition: {
    marker: /\baio_(api_key|ims_org_id|client_secret)\b/,
    content: (root) =>
      OWN_KEYS.filter((key) => property(root, key)).length > 1 &&
      property(root, 'aio_api_key') !== undefined,
  },
  entities: (root) => [readEntity(root, propertiesDialect, { label: 'aio-lib-java workspace' })],
};

/** Two of these together are no other tool's. */
const OWN_KEYS = [
  'aio_api_key',
  'aio_client_secret',
  'aio_ims_org_id',
  'aio_oauth_scopes',
  'aio_meta_scopes',
  'aio_encoded_pkcs8',
];

/** The names of aio-lib-java, whose words are joined by `_` in properties and by dots in AEM. */
export const aioNames = (joint: '_' | '.'): Readonly<Record<string, FieldName>> => {
  const path = (words: string) => words.replaceAll(' ', joint);
  return {
    projectId: { path: path('aio project id'), shape: 'text' },
    consumerOrgId: { path: path('aio consumer org id'), shape: 'text' },
    orgId: { path: path('aio ims org id'), shape: 'text' },
    workspaceId: { path: path('aio workspace id'), shape: 'text' },
    credentialId: { path: path('aio credential id'), shape: 'text' },
    clientId: { path: path('aio api key'), shape: 'text' },
    clientSecret: { path: path('aio client secret'), shape: 'text' },
    scopes: { path: path('aio oauth scopes'), shape: 'comma-list', trimmed: true },
    metascopes: { path: path('aio meta scopes'), shape: 'comma-text' },
    technicalAccountId: {
      path: path('aio technical account id'),
      shape: 'text',
      jwtOnly: true,
    },
    privateKey: { path: path('aio encoded pkcs8'), shape: 'text' },
    imsServer: { path: path('aio ims url'), shape: 'text' },
  };
};

/** What the library expects, whichever file it reads. */
export const aioWorkspace = {
  issuer: 'developer-console',
  // The library asks for a token with OAuth as soon as there are scopes, whatever else is there.
  oauthWins: ['scopes'],
  required: ['orgId', 'clientId', 'clientSecret'],
  move: { kind: 'in-place' },
} as const satisfies CredentialDialect;

const propertiesDialect: Dialect = {
  concept: 'ims-credential',
  names: aioNames('_'),
  secrets: 'private-file',
  credential: aioWorkspace,
};
