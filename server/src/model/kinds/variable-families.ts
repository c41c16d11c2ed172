import { readers } from '../../facts/readers';
import type { CredentialDialect } from '../dialect';
import type { Shape } from '../shape';
import { LIST_SHAPES } from './spellings';

/** What is known of who reads variables of some beginnings. */
export interface Family {
  readonly name: RegExp;
  readonly shapes?: Readonly<Record<string, Shape>>;
  readonly credential?: Partial<CredentialDialect>;
}

const COMMERCE = { clientSecret: 'text-or-json-text', scopes: 'text-or-json-text' } as const;

/** The beginnings of variables whose reader is known; code of people's own reads all others. */
export const FAMILIES: readonly Family[] = [
  {
    // Written by `aio app use`, four of them.
    name: /^IMS_OAUTH_S2S_$/,
    shapes: { clientSecret: 'text', scopes: 'json-text' },
    credential: {
      usual: 'oauth-server-to-server',
      move: { kind: 'nothing' },
      required: ['clientId', 'clientSecret', 'orgId', 'scopes'],
    },
  },
  {
    // aio-commerce-lib-auth checks all of them, and takes an array of JSON or one text.
    name: /^AIO_COMMERCE_AUTH_IMS_$/,
    shapes: COMMERCE,
    credential: {
      usual: 'oauth-server-to-server',
      move: { kind: 'nothing' },
      required: [
        'clientId',
        'clientSecret',
        'technicalAccountId',
        'technicalAccountEmail',
        'orgId',
        'scopes',
      ],
    },
  },
  {
    name: /^AIO_COMMERCE_IMS_$/,
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
