import { type ConfigNode, property, textAt } from '../../syntax/tree';
import { type Dialect, names } from '../dialect';
import type { FileKind } from '../kind';
import { readEntity } from '../read';

/**
 * The service credentials of AEM as a Cloud Service, from AEM's own Developer Console: the JWT form
 * with or without its `integration` wrapper, the OAuth form, and the two forms that other tools
 * made of it.
 */
export const aemServiceCredentials: FileKind = {
  id: 'aem-service-credentials',
  title: 'AEM service credentials',
  files: ['*.json', '*.yaml', '*.yml', '*.sample'],
  syntaxes: ['json', 'yaml'],
  isDownload: true,
  recognition: { marker: /technicalAccount|cm-p\d+-e\d+/, content: isServiceCredentials },
  entities: (root) => {
    const wrapper = property(root, 'integration');
    const node = wrapper?.value.type === 'object' ? wrapper.value : root;
    const dialect = isContext(node) ? contextDialect : serviceDialect;
    return [
      readEntity(node, dialect, { label: 'AEM service credentials', head: wrapper?.keySpan }),
    ];
  },
};

const common = {
  concept: 'ims-credential',
  secrets: 'private-file',
} as const;

const ofAem = { issuer: 'aem', move: { kind: 'new-account' } } as const;

const serviceDialect: Dialect = {
  ...common,
  names: names({
    imsServer: { path: 'imsEndpoint', shape: 'text', scheme: 'added' },
    clientId: 'technicalAccount/clientId',
    clientSecret: 'technicalAccount/clientSecret',
    technicalAccountId: { path: 'id', also: ['technicalAccount/id'], shape: 'text' },
    technicalAccountEmail: { path: 'email', also: ['technicalAccount/email'], shape: 'text' },
    orgId: { path: 'org', also: ['technicalAccount/org'], shape: 'text' },
    scopes: { path: 'scopes', shape: 'list' },
    metascopes: { path: 'metascopes', shape: 'list-or-comma-text' },
    privateKey: { path: 'privateKey', also: ['technicalAccount/privateKey'], shape: 'any' },
    publicKey: { path: 'publicKey', also: ['cert', 'technicalAccount/publicKey'], shape: 'any' },
    certificateExpirationDate: 'certificateExpirationDate',
  }),
  credential: {
    ...ofAem,
    // The library that reads the file asserts these (aemcs-api-client-lib); a copy from "View"
    // lacks the secret.
    required: ['imsServer', 'clientId', 'clientSecret', 'scopes'],
  },
};

/** The same credential under the names of an aio context, as some extensions keep it. */
const contextDialect: Dialect = {
  ...common,
  names: names({
    clientId: 'client_id',
    clientSecret: {
      path: 'client_secrets',
      shape: 'list',
      jwt: { path: 'client_secret', shape: 'text' },
    },
    technicalAccountId: 'technical_account_id',
    technicalAccountEmail: 'technical_account_email',
    orgId: 'ims_org_id',
    scopes: { path: 'scopes', shape: 'list-or-comma-text' },
    metascopes: { path: 'meta_scopes', shape: 'list-or-comma-text' },
    privateKey: { path: 'private_key', shape: 'any' },
    passphrase: 'passphrase',
  }),
  credential: { ...ofAem, required: [] },
};

function isServiceCredentials(root: ConfigNode, path: string): boolean {
  // A file that is named like an OSGi configuration is one, even where it repeats these keys.
  if (/\.cfg\.json$/i.test(path)) return false;
  const wrapped = property(root, 'integration')?.value;
  return [root, wrapped].some((node) => isPlain(node) || isContext(node));
}

function isPlain(node: ConfigNode | undefined): boolean {
  const account = property(node, 'technicalAccount')?.value;
  if (account?.type !== 'object') return false;
  const keys = ['imsEndpoint', 'metascopes', 'privateKey', 'scopes'];
  return keys.some((key) => property(node, key) !== undefined);
}

function isContext(node: ConfigNode | undefined): boolean {
  return (
    property(node, 'technicalAccount') === undefined &&
    /^cm-p\d+-e\d+/.test(textAt(node, 'client_id') ?? '')
  );
}
