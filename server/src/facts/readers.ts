/**
 * A program that reads a credential and whose move to OAuth Server-to-Server does not end with an
 * edit of the file.
 */
export interface Reader {
  readonly sort: ReaderSort;
  /** Who decides with which keys it signs in where those of both flows are there. */
  readonly decides: 'program' | 'code' | 'requests';
  readonly source: string;
}

/** What is told to people, which is the same for all programs that know nothing but JWT. */
export type ReaderSort =
  | 'own-code'
  | 'jwt-only'
  | 'postman'
  | 'pdf-services'
  | 'aepp'
  | 'aio-import';

/** As of 2026-11-21. */
export const readers = {
  /** Code of the user's own, under names that nobody else prescribes. */
  ownCode: { sort: 'own-code', decides: 'code', source: 'names seen in public projects' },
  acsCommons: {
    sort: 'jwt-only',
    decides: 'program',
    source: 'ACS AEM Commons, IntegrationConfiguration.java, June 2026',
  },
  /** The plug-in of `aio` that signed JWTs before its IMS library did. */
  jwtPlugin: {
    sort: 'jwt-only',
    decides: 'program',
    source: 'adobe/aio-cli-plugin-jwt-auth, README.md',
  },
  rdeAction: {
    sort: 'jwt-only',
    decides: 'program',
    source: 'adobe-basel/aio-cloudmanager-rde-action, README.md',
  },
  /** The tools that read `AIO_credentials_jwt_*`. */
  aioOf2019: {
    sort: 'jwt-only',
    decides: 'program',
    source: 'inferred: the variables are named after JWT',
  },
  postman: {
    sort: 'postman',
    decides: 'requests',
    source: 'adobe/experience-platform-postman-samples, environment template',
  },
  /** The code that calls the SDK takes one block or the other. */
  pdfServices: {
    sort: 'pdf-services',
    decides: 'code',
    source:
      'Adobe samples of the SDK: servicePrincipalCredentialsBuilder, withClientId, withClientSecret',
  },
  /** It looks for scopes first, whatever else is there. */
  aepp: {
    sort: 'aepp',
    decides: 'program',
    source: 'adobe/aepp, aepp/configs.py, importConfigFile',
  },
  /** `aio` writes the credential anew at each import of a workspace. */
  aioImport: {
    sort: 'aio-import',
    decides: 'program',
    source: 'adobe/aio-cli-plugin-app, import of a workspace',
  },
} as const satisfies Readonly<Record<string, Reader>>;

/** The first version of the User Sync Tool that knows `authentication_method`. */
export const userSyncOAuth = {
  version: '2.9',
  source: 'adobe-apiplatform/user-sync.py, .changelog/changelog.md, v2.9.0 of 2023-07-26',
} as const;
