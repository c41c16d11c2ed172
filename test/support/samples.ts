/** Healthy files of our kinds, to be changed in one place by a test. */

export const ORG = '3F2504E04F8941D39A0C0305@AdobeOrg';
export const CLIENT = '9f1c2ab34d5e6f708192a3b4c5d6e7f8';
export const ACCOUNT_ID = '6A1B2C3D4E5F60718293A4B5@techacct.adobe.com';
export const ACCOUNT_EMAIL = '01234567-89ab-cdef-0123-456789abcdef@techacct.adobe.com';
export const SECRET = 'p8e-AbCdEfGhIjKlMnOpQrStUvWxYz012345';

/** An OAuth integration in our notation with these lines in addition. */
export const oauth = (...lines: readonly string[]): string =>
  [
    'title: Users',
    'authType: oauth-server-to-server',
    `orgId: ${ORG}`,
    `clientId: ${CLIENT}`,
    'clientSecret: ${SECRET}',
    'scopes: [openid, AdobeID, user_management_sdk]',
    ...lines,
    '',
  ].join('\n');

/** A JWT integration in our notation with these lines in addition. */
export const jwt = (...lines: readonly string[]): string =>
  [
    'title: Users',
    `orgId: ${ORG}`,
    `clientId: ${CLIENT}`,
    'clientSecret: ${SECRET}',
    ...lines,
    '',
  ].join('\n');

/** A Developer Console download of an OAuth credential with some entries changed. */
export const consoleOAuth = (change: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify(
    {
      ORG_ID: ORG,
      CLIENT_SECRETS: ['${SECRET}'],
      CLIENT_ID: CLIENT,
      SCOPES: ['openid', 'AdobeID', 'user_management_sdk'],
      TECHNICAL_ACCOUNT_ID: ACCOUNT_ID,
      TECHNICAL_ACCOUNT_EMAIL: ACCOUNT_EMAIL,
      ...change,
    },
    undefined,
    2,
  );

/** A package with one Experience Cloud account that has these attributes. */
export const packageOf = (attributes: string): string =>
  `<package>\n  <entities schema="nms:extAccount">\n    <extAccount name="Adobe_Experience_Cloud" ${attributes}/>\n  </entities>\n</package>\n`;

/** The configuration of a Campaign server with these elements: of one instance, or of all. */
export const serverConf = (...elements: readonly string[]): string =>
  `<serverConf>\n  ${elements.join('\n  ')}\n</serverConf>\n`;

/**
 * A command that gives the instance `acme` its technical account, with this secret and, for JWT, a
 * key.
 */
export const command = (option: string, secret: string, ...key: readonly string[]): string =>
  `nlserver config -instance:acme -${option}:${[ORG, CLIENT, ACCOUNT_ID, secret, ...key].join('/')}\n`;

/** The note on an environment that lets rules know its release. */
export const environment = (...fields: readonly string[]): string =>
  `environments:\n  acme:\n${fields.map((field) => `    ${field}\n`).join('')}`;
