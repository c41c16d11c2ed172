import { readers } from '../../facts/readers';
import type { CredentialDialect } from '../dialect';
import type { Shape } from '../shape';
import { LIST_SHAPES } from './spellings';

/** What is known of who reads variables of some beginnings. */
export interface Family {
  readonly name: RegExp;
  /**
   * The fields that its reader knows, where that is known; people add others for code of their own.
   */
  readonly fields?: readonly string[];
  readonly shapes?: Readonly<Record<string, Shape>>;
  readonly credential?: Partial<CredentialDialect>;
}

/** What Adobe's readers of a whole credential ask for. */
const CREDENTIAL: readonly string[] = [
  'clientId',
  'clientSecret',
  'technicalAccountId',
  'technicalAccountEmail',
  'orgId',
  'scopes',
];

const S2S: readonly string[] = ['clientId', 'clientSecret', 'orgId', 'scopes'];

const COMMERCE = { clientSecret: 'text-or-json-text', scopes: 'text-or-json-text' } as const;

/** The beginnings of variables whose reader is known; code of people's own reads all others. */
export const FAMILIES: readonly Family[] = [
  {
    // Written by `aio app use`, four of them.
    name: /^IMS_OAUTH_S2S_$/,
    fields: S2S,
    shapes: { clientSecret: 'text', scopes: 'json-text' },
    credential: {
      usual: 'oauth-server-to-server',
      move: { kind: 'nothing' },
      required: S2S,
    },
  },
  {
    // aio-commerce-lib-auth checks all of them, and takes an array of JSON or one text.
    name: /^AIO_COMMERCE_AUTH_IMS_$/,
    fields: [...CREDENTIAL, 'imsEnvironment', 'imsContext'],
    shapes: COMMERCE,
    credential: {
      usual: 'oauth-server-to-server',
      move: { kind: 'nothing' },
      required: CREDENTIAL,
    },
  },
  {
    name: /^AIO_COMMERCE_IMS_$/,
    fields: CREDENTIAL,
    shapes: COMMERCE,
    credential: { usual: 'oauth-server-to-server', move: { kind: 'nothing' } },
  },
  {
    name: /^AIO_credentials_jwt_$/i,
    credential: { move: { kind: 'by-hand', reader: readers.aioOf2019 } },
  },
];

/** The shapes of variables whose reader is not known. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  ...LIST_SHAPES,
  clientSecret: 'comma-or-json-text',
  privateKey: 'any',
};
