import { withOAuth } from '../../facts/github-actions';
import { readers } from '../../facts/readers';
import { type CredentialDialect, type Dialect, type FieldName, names } from '../dialect';

const shared = {
  concept: 'ims-credential',
  // GitHub reads the names of inputs in any case.
  anyCase: true,
  secrets: 'references',
  reference: (key: string) => `\${{ secrets.${key.toUpperCase()} }}`,
} as const satisfies Partial<Dialect>;

/** What all of these actions call the same. */
const INPUTS: Readonly<Record<string, string | FieldName>> = {
  action: { path: 'uses', shape: 'text', oauth: withOAuth },
  orgId: 'IMSORGID',
  clientId: 'CLIENTID',
  clientSecret: { path: 'CLIENTSECRET', shape: 'comma-list' },
  technicalAccountId: {
    path: 'TECHNICALACCOUNTID',
    shape: 'text',
    namedAfter: 'technicalAccountEmail',
  },
  technicalAccountEmail: {
    path: 'TECHNICALACCOUNTEMAIL',
    shape: 'text',
    namedAfter: 'technicalAccountId',
  },
  privateKey: { path: 'KEY', shape: 'any' },
};

const inPlace = {
  issuer: 'developer-console',
  // What the actions refuse to work without.
  required: ['orgId', 'clientId', 'clientSecret', 'technicalAccountId', 'technicalAccountEmail'],
  move: { kind: 'in-place' },
} as const satisfies CredentialDialect;

const scopes: FieldName = { path: 'SCOPES', shape: 'comma-list', optional: true };

/**
 * What took the email of the technical account as its id with JWT, as Adobe's samples for Cloud
 * Manager gave it.
 */
const withEmailAsId = (dialect: Dialect): Dialect => ({
  ...dialect,
  names: {
    ...dialect.names,
    technicalAccountEmail: {
      path: 'TECHNICALACCOUNTEMAIL',
      shape: 'text',
      namedAfter: 'technicalAccountId',
      jwt: { path: 'TECHNICALACCOUNTID', shape: 'text' },
    },
  },
});

/** `adobe/aio-apps-action` with `command: oauth_sts`. */
export const appsDialect: Dialect = {
  ...shared,
  names: names({ ...INPUTS, command: 'command', scopes }),
  credential: {
    ...inPlace,
    tag: { field: 'command', values: { auth: 'jwt', oauth_sts: 'oauth-server-to-server' } },
  },
};

/**
 * The same with `command: auth` beside inputs that `oauth_sts` alone reads, and without the key of
 * a JWT.
 */
export const appsFlagDialect: Dialect = {
  ...appsDialect,
  names: names({
    ...INPUTS,
    technicalAccountEmail: {
      path: 'TECHNICALACCOUNTEMAIL',
      shape: 'text',
      namedAfter: 'technicalAccountId',
      oauthOnly: true,
    },
    command: 'command',
    scopes,
  }),
};

/** The same with `command: auth`, for which one input holds metascopes, as an array of JSON. */
export const appsJwtDialect: Dialect = {
  ...appsDialect,
  names: names({
    ...INPUTS,
    command: 'command',
    scopes,
    metascopes: { path: 'SCOPES', shape: 'json-text' },
  }),
};

export const appsEmailDialect: Dialect = withEmailAsId(appsJwtDialect);

const ENABLED = { true: 'oauth-server-to-server', false: 'jwt' } as const;

/** `adobe/aio-cloudmanager-create-execution-action` with OAuth Server-to-Server. */
export const executionDialect: Dialect = {
  ...shared,
  names: names({
    ...INPUTS,
    oauthEnabled: 'OAUTHENABLED',
    technicalAccountEmail: {
      path: 'TECHNICALACCOUNTEMAIL',
      shape: 'text',
      namedAfter: 'technicalAccountId',
      oauthOnly: true,
      note: 'Look at what is kept for TECHNICALACCOUNTID, too: with JWT this action took the email there, and with OAuth Server-to-Server it takes the id.',
    },
  }),
  credential: {
    ...inPlace,
    tag: { field: 'oauthEnabled', values: ENABLED },
    // GitHub hands inputs over as texts, and the action compares this one with a text.
    flags: { oauthEnabled: { values: ENABLED, oauth: 'true', absent: 'jwt', otherwise: 'jwt' } },
  },
};

export const executionEmailDialect: Dialect = withEmailAsId(executionDialect);

/** `adobe-basel/aio-cloudmanager-rde-action`. */
export const rdeDialect: Dialect = {
  ...shared,
  names: names(INPUTS),
  credential: {
    issuer: 'developer-console',
    usual: 'jwt',
    move: { kind: 'by-hand', reader: readers.rdeAction },
  },
};

/** What stands in any other place of a workflow and is Adobe's all the same. */
export const stepDialect: Dialect = {
  ...shared,
  names: names({ clientSecret: 'CLIENTSECRET' }),
  credential: {
    issuer: 'developer-console',
    move: { kind: 'by-hand', reader: readers.ownCode },
  },
};
