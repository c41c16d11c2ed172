import { ACCOUNT_EMAIL, ACCOUNT_ID, CLIENT, ORG } from './samples';

/**
 * A context of `aio` in `.env` with its ids and these variables, of which a mark may stand at the
 * key.
 */
export const context = (...variables: readonly string[]): string =>
  [
    `client__id=${CLIENT}`,
    `technical__account__email=${ACCOUNT_EMAIL}`,
    `technical__account__id=${ACCOUNT_ID}`,
    `ims__org__id=${ORG}`,
    ...variables,
  ]
    .map((variable) => {
      const [, mark = '', rest = ''] = /^(«?)(.*)$/s.exec(variable) ?? [];
      return `${mark}AIO_ims_contexts_shop_${rest}\n`;
    })
    .join('');

/** The four variables that `aio app use` writes for code, with this secret. */
export const s2s = (secret: string): string =>
  [
    `IMS_OAUTH_S2S_CLIENT_ID=${CLIENT}`,
    `IMS_OAUTH_S2S_CLIENT_SECRET=${secret}`,
    `IMS_OAUTH_S2S_ORG_ID=${ORG}`,
    'IMS_OAUTH_S2S_SCOPES=["AdobeID","openid"]',
    '',
  ].join('\n');
