import { readers } from '../../facts/readers';
import { type ConfigNode, property } from '../../syntax/tree';
import { type Dialect, names } from '../dialect';
import type { FileKind } from '../kind';
import { readEntity } from '../read';
import { cloudManagerDialect, isFlatContext, isForCloudManager } from './aio-context';
import { CONSOLE_MARKER } from './console-project';

/**
 * The file that people hand to `aio config:set` for the Cloud Manager plug-in, or handed to its
 * predecessor.
 */
export const cloudManagerConfig: FileKind = {
  id: 'cloud-manager-config',
  title: 'Cloud Manager plug-in configuration',
  files: ['config.json', '*.json'],
  syntaxes: ['hjson', 'yaml'],
  recognition: {
    marker: CONSOLE_MARKER,
    content: (root) => isCloudManagerContext(root) || isForJwtPlugin(root),
  },
  entities: (root) => {
    const dialect = isForJwtPlugin(root) ? jwtPluginDialect : cloudManagerDialect;
    return [readEntity(root, dialect, { label: 'Cloud Manager credential' })];
  },
};

const isCloudManagerContext = (root: ConfigNode): boolean =>
  isFlatContext(root) && isForCloudManager(root);

/** The names of the plug-in that signed JWTs before the IMS library did. */
const isForJwtPlugin = (root: ConfigNode | undefined): boolean =>
  property(root, 'client_id') !== undefined &&
  property(root, 'jwt_payload')?.value.type === 'object' &&
  property(root, 'jwt_private_key') !== undefined;

const jwtPluginDialect: Dialect = {
  concept: 'ims-credential',
  names: names({
    orgId: 'jwt_payload/iss',
    technicalAccountId: 'jwt_payload/sub',
    clientId: 'client_id',
    clientSecret: 'client_secret',
    privateKey: { path: 'jwt_private_key', shape: 'lines' },
    passphrase: 'jwt_private_key_passphrase',
    tokenEndpoint: 'token_exchange_url',
  }),
  secrets: 'private-file',
  credential: {
    issuer: 'developer-console',
    usual: 'jwt',
    move: { kind: 'by-hand', reader: readers.jwtPlugin },
  },
};
