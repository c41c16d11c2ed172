import type { Example } from './rule';

/**
 * The context of an OAuth credential as `aio app use` writes it to `.env`, but for these values.
 */
export function contextExample(values: Readonly<Record<string, string>> = {}): Example {
  const fields: Readonly<Record<string, string>> = {
    client__id: '0123456789abcdef0123456789abcdef',
    client__secrets: '["${IMS_CLIENT_SECRET}"]',
    technical__account__email: '01234567-89ab-cdef-0123-456789abcdef@techacct.adobe.com',
    technical__account__id: '89ABCDEF0123456789ABCDEF@techacct.adobe.com',
    scopes: '["openid","AdobeID","read_organizations"]',
    ims__org__id: '0123456789ABCDEF01234567@AdobeOrg',
    ...values,
  };
  const written = Object.entries(fields).filter(([, value]) => value !== '');
  const lines = written.map(([key, value]) => `AIO_ims_contexts_shop_${key}=${value}\n`);
  return { file: 'shop.env', text: lines.join('') };
}

/** The variables that Adobe's library for Commerce reads, but for these values. */
export function commerceExample(values: Readonly<Record<string, string>> = {}): Example {
  const fields: Readonly<Record<string, string>> = {
    CLIENT_ID: '0123456789abcdef0123456789abcdef',
    CLIENT_SECRETS: '["${IMS_CLIENT_SECRET}"]',
    TECHNICAL_ACCOUNT_ID: '89ABCDEF0123456789ABCDEF@techacct.adobe.com',
    TECHNICAL_ACCOUNT_EMAIL: '01234567-89ab-cdef-0123-456789abcdef@techacct.adobe.com',
    ORG_ID: '0123456789ABCDEF01234567@AdobeOrg',
    SCOPES: '["AdobeID", "openid", "commerce.accs"]',
    ...values,
  };
  const lines = Object.entries(fields).map(
    ([key, value]) => `AIO_COMMERCE_AUTH_IMS_${key}=${value}\n`,
  );
  return { file: 'shop.env', text: lines.join('') };
}
