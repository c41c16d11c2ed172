import type { Example } from './rule';

const CREDENTIAL = {
  client_id: '0123456789abcdef0123456789abcdef',
  client_secrets: ['${IMS_CLIENT_SECRET}'],
  technical_account_email: '01234567-89ab-cdef-0123-456789abcdef@techacct.adobe.com',
  technical_account_id: '89ABCDEF0123456789ABCDEF@techacct.adobe.com',
  scopes: [
    'openid',
    'AdobeID',
    'read_organizations',
    'additional_info.projectedProductContext',
    'read_pc.dma_aem_ams',
  ],
};

const ORG = '0123456789ABCDEF01234567@AdobeOrg';

type Values = Readonly<Record<string, unknown>>;

const written = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** The configuration of the Cloud Manager plug-in with nothing wrong, but for these values. */
export const contextFileExample = (values: Values): Example => ({
  file: 'config.json',
  text: written({ ...CREDENTIAL, ims_org_id: ORG, ...values }),
});

/** The download of a workspace with one credential, of which these values are changed or added. */
export const workspaceExample = (values: Values = {}, block: Values = {}): Example => ({
  file: 'console.json',
  text: written({
    project: {
      id: '4566206088000000001',
      name: 'shop',
      title: 'Shop',
      org: { id: '123456', name: 'Acme', ims_org_id: ORG },
      workspace: {
        id: '4566206088000000002',
        name: 'Stage',
        details: {
          credentials: [
            {
              id: '123456',
              name: 'Credential in Shop - Stage',
              integration_type: 'oauth_server_to_server',
              ...values,
              oauth_server_to_server: { ...CREDENTIAL, ...block },
            },
          ],
        },
      },
    },
  }),
});

/** The block of the same credential in the form of JWT, with these values changed. */
export const jwtBlock = (values: Values = {}): Values => ({
  client_id: CREDENTIAL.client_id,
  client_secret: '${IMS_CLIENT_SECRET}',
  technical_account_email: CREDENTIAL.technical_account_email,
  technical_account_id: CREDENTIAL.technical_account_id,
  meta_scopes: ['ent_cloudmgr_sdk'],
  ...values,
});
