import type { Dialect } from '../dialect';
import type { Shape } from '../shape';

/** What is known of who reads variables of some beginnings. */
export interface Family {
  readonly name: RegExp;
  readonly shapes?: Readonly<Record<string, Shape>>;
  readonly dialect?: Partial<Dialect>;
}

const COMMERCE = { clientSecret: 'text-or-json-text', scopes: 'text-or-json-text' } as const;

/** The beginnings of variables whose reader is known; code of people's own reads all others. */
export const FAMILIES: readonly Family[] = [
  {
    // Written by `aio app use`, four of them.
    name: /^IMS_OAUTH_S2S_$/,
    shapes: { clientSecret: 'text' },
    dialect: {
      flow: 'oauth-server-to-server',
      reader: undefined,
      required: ['clientId', 'clientSecret', 'orgId', 'scopes'],
    },
  },
  {
    // aio-commerce-lib-auth checks all of them, and takes an array of JSON or one text.
    name: /^AIO_COMMERCE_AUTH_IMS_$/,
    shapes: COMMERCE,
    dialect: {
      flow: 'oauth-server-to-server',
      reader: undefined,
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
    dialect: { flow: 'oauth-server-to-server', reader: undefined },
  },
  // What the tools of 2019 read.
  { name: /^AIO_credentials_jwt_$/i, dialect: { reader: 'jwt-only' } },
];

/** How people's own code takes a list apart is not known. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  clientSecret: 'comma-or-json-text',
  scopes: 'comma-or-json-text',
  metascopes: 'comma-or-json-text',
  privateKey: 'any',
};
