import type { Example } from './rule';

type Values = Readonly<Record<string, string>>;

/** An OAuth integration with nothing wrong, but for these values; an empty one is left out. */
export function integrationExample(values: Values = {}): Example {
  const fields: Values = {
    title: 'User Management',
    authType: 'oauth-server-to-server',
    orgId: '0123456789ABCDEF01234567@AdobeOrg',
    clientId: '0123456789abcdef0123456789abcdef',
    clientSecret: '${IMS_CLIENT_SECRET}',
    technicalAccountId: '89ABCDEF0123456789ABCDEF@techacct.adobe.com',
    technicalAccountEmail: '01234567-89ab-cdef-0123-456789abcdef@techacct.adobe.com',
    scopes: '[openid, AdobeID, user_management_sdk]',
    ...values,
  };
  const written = Object.entries(fields).filter(([, value]) => value !== '');
  return {
    file: 'example.ims-integration.yaml',
    text: written.map(([key, value]) => `${key}: ${value}\n`).join(''),
  };
}

/** The download of an OAuth credential with nothing wrong. */
export function oauthDownloadExample(): Example {
  return download({
    ORG_ID: '0123456789ABCDEF01234567@AdobeOrg',
    CLIENT_SECRETS: ['${IMS_CLIENT_SECRET}'],
    CLIENT_ID: '0123456789abcdef0123456789abcdef',
    SCOPES: ['openid', 'AdobeID', 'user_management_sdk'],
    TECHNICAL_ACCOUNT_ID: '89ABCDEF0123456789ABCDEF@techacct.adobe.com',
    TECHNICAL_ACCOUNT_EMAIL: '01234567-89ab-cdef-0123-456789abcdef@techacct.adobe.com',
  });
}

/**
 * The download of a JWT credential whose only certificate expires on a day, written `MM/DD/YYYY`.
 */
export function jwtDownloadExample(expiry: string): Example {
  return download({
    CLIENT_SECRET: '${IMS_CLIENT_SECRET}',
    ORG_ID: '0123456789ABCDEF01234567@AdobeOrg',
    API_KEY: '0123456789abcdef0123456789abcdef',
    TECHNICAL_ACCOUNT_ID: '89ABCDEF0123456789ABCDEF@techacct.adobe.com',
    TECHNICAL_ACCOUNT_EMAIL: '01234567-89ab-cdef-0123-456789abcdef@techacct.adobe.com',
    PUBLIC_KEYS_WITH_EXPIRY: { '0123456789abcdef0123456789abcdef01234567': expiry },
  });
}

const download = (values: Readonly<Record<string, unknown>>): Example => ({
  file: 'credential.json',
  text: `${JSON.stringify(values, undefined, 2)}\n`,
});
