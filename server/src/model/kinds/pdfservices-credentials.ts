import { readers } from '../../facts/readers';
import { type ConfigNode, property } from '../../syntax/tree';
import { type Dialect, names } from '../dialect';
import { readKeyField } from '../field';
import type { FileKind } from '../kind';
import { readEntity } from '../read';

/** What the PDF Services API gives with its samples, under the three names that it has had. */
export const pdfServicesCredentials: FileKind = {
  id: 'pdfservices-credentials',
  title: 'PDF Services API credentials',
  files: [
    'pdfservices-api-credentials.json',
    'pdftools-api-credentials.json',
    'dc-services-sdk-credentials.json',
  ],
  syntaxes: ['json'],
  recognition: {
    marker: /\bservice_(?:account|principal)_credentials["']?\s*:\s*\{/,
    content: (root) =>
      property(root, 'client_credentials')?.value.type === 'object' && blocksOf(root).length > 0,
    alsoName: /(^|[^a-z])(pdfservices-api|pdftools-api|dc-services-sdk)-credentials\.json$/,
  },
  entities: (root) =>
    property(root, 'client_credentials') || blocksOf(root).length > 0
      ? [
          readEntity(root, pdfServicesDialect, {
            label: 'PDF Services API',
            extra: blocksOf(root).map((block) => readKeyField('credentialBlock', block)),
          }),
        ]
      : [],
};

/** What says of which kind the credential is. */
const blocksOf = (root: ConfigNode | undefined) =>
  BLOCKS.flatMap((key) => property(root, key) ?? []).filter(({ value }) => value.type === 'object');

const BLOCKS = ['service_account_credentials', 'service_principal_credentials'];

/** The file of the PDF Services API. */
export const pdfServicesDialect: Dialect = {
  concept: 'ims-credential',
  names: names({
    clientId: 'client_credentials/client_id',
    clientSecret: 'client_credentials/client_secret',
    orgId: {
      path: 'service_principal_credentials/organization_id',
      shape: 'text',
      jwt: { path: 'service_account_credentials/organization_id', shape: 'text' },
      oauthOnly: true,
    },
    technicalAccountId: {
      path: 'service_account_credentials/account_id',
      also: ['service_principal_credentials/account_id'],
      shape: 'text',
      jwtOnly: true,
    },
    privateKey: {
      path: 'service_account_credentials/private_key_file',
      also: [
        'service_account_credentials/private_key',
        'service_principal_credentials/private_key_file',
        'service_principal_credentials/private_key',
      ],
      shape: 'any',
    },
  }),
  secrets: 'private-file',
  credential: {
    issuer: 'developer-console',
    tag: {
      field: 'credentialBlock',
      values: {
        service_account_credentials: 'jwt',
        service_principal_credentials: 'oauth-server-to-server',
      },
    },
    required: ['clientId', 'clientSecret'],
    move: { kind: 'by-hand', reader: readers.pdfServices },
  },
};
