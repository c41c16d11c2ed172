import { readers } from '../../facts/readers';
import { type ConfigNode, property, textAt } from '../../syntax/tree';
import { type Dialect, names, withCredential } from '../dialect';
import type { FileKind } from '../kind';
import { readEntity } from '../read';

/**
 * What `aepp` and libraries like it read in Python, and the connector of Query Service with other
 * names.
 */
export const aepPythonConfig: FileKind = {
  id: 'aep-python-config',
  title: 'Experience Platform configuration for Python',
  files: ['*.json'],
  syntaxes: ['json'],
  recognition: {
    marker: /\b(?:tech_id|pathToKey|sandbox-name|IMS_ORG)["']?\s*:|@AdobeOrg|\bAdobeID\b/,
    content: (root, path) =>
      !/\.cfg\.json$/i.test(path) && (isForLibrary(root) || isForConnector(root)),
  },
  entities: (root) => {
    const dialect = dialectOf(root);
    return [readEntity(root, dialect, { label: 'Experience Platform' })];
  },
};

function dialectOf(root: ConfigNode | undefined): Dialect {
  if (!isForLibrary(root)) return connectorDialect;
  // The library's template for OAuth has no technical account.
  return isText(root, 'tech_id')
    ? withCredential(libraryDialect, { usual: 'jwt' })
    : libraryDialect;
}

/** Other vendors have the first three as well, so that something has to be of Adobe's. */
const isForLibrary = (root: ConfigNode | undefined): boolean =>
  isText(root, 'org_id') &&
  (isText(root, 'client_id') || isText(root, 'api_key')) &&
  isText(root, 'secret') &&
  (OWN_KEYS.some((key) => isText(root, key)) || isAdobes(root));

const isText = (root: ConfigNode | undefined, key: string): boolean =>
  textAt(root, key) !== undefined;

const OWN_KEYS = ['tech_id', 'pathToKey', 'sandbox-name'];

const isAdobes = (root: ConfigNode | undefined): boolean =>
  /@AdobeOrg$/.test(textAt(root, 'org_id') ?? '') ||
  /\bAdobeID\b/.test(textAt(root, 'scopes') ?? '');

const isForConnector = (root: ConfigNode | undefined): boolean =>
  isText(root, 'IMS_ORG') &&
  isText(root, 'TECHNICAL_ACCOUNT_ID') &&
  (isText(root, 'API_KEY') || isText(root, 'CLIENT_ID')) &&
  property(root, 'ORG_ID') === undefined;

const common = {
  concept: 'ims-credential',
  secrets: 'private-file',
} as const;

const libraryDialect: Dialect = {
  ...common,
  names: names({
    orgId: 'org_id',
    clientId: { path: 'client_id', also: ['api_key'], shape: 'text' },
    clientSecret: 'secret',
    technicalAccountId: 'tech_id',
    scopes: { path: 'scopes', shape: 'comma-text', trimmed: true },
    privateKey: { path: 'pathToKey', also: ['private_key'], shape: 'any' },
  }),
  credential: {
    issuer: 'developer-console',
    oauthWins: ['scopes'],
    required: ['orgId', 'clientId', 'clientSecret'],
    move: { kind: 'by-hand', reader: readers.aepp },
  },
};

const connectorDialect: Dialect = {
  ...common,
  names: names({
    orgId: 'IMS_ORG',
    clientId: { path: 'API_KEY', also: ['CLIENT_ID'], shape: 'text' },
    clientSecret: 'CLIENT_SECRET',
    technicalAccountId: 'TECHNICAL_ACCOUNT_ID',
    scopes: { path: 'SCOPES', shape: 'comma-text', trimmed: true },
    metascopes: { path: 'META_SCOPE', also: ['METASCOPES'], shape: 'comma-text' },
    privateKey: { path: 'PRIVATE_KEY', also: ['PRIVATE_KEY_PATH'], shape: 'any' },
  }),
  credential: {
    issuer: 'developer-console',
    required: [],
    move: { kind: 'by-hand', reader: readers.ownCode },
  },
};
