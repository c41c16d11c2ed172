import { readers } from '../../facts/readers';
import { type ConfigNode, type ObjectNode, property } from '../../syntax/tree';
import { type Dialect, names } from '../dialect';

/**
 * Whether a credential has the names of the plug-in that signed JWTs before the IMS library did.
 */
export const isForJwtPlugin = (root: ConfigNode | undefined): root is ObjectNode =>
  root?.type === 'object' &&
  property(root, 'client_id') !== undefined &&
  property(root, 'jwt_payload')?.value.type === 'object' &&
  property(root, 'jwt_private_key') !== undefined;

/** What that plug-in reads, in a file of its own or under its name in what `aio` keeps. */
export const jwtPluginDialect: Dialect = {
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
