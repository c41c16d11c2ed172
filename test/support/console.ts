/** Healthy files of the Developer Console and of `aio`, to be changed in one place by a test. */

import { ACCOUNT_EMAIL, ACCOUNT_ID, CLIENT, ORG } from './samples';

type Values = Readonly<Record<string, unknown>>;

const SCOPES = [
  'openid',
  'AdobeID',
  'read_organizations',
  'additional_info.projectedProductContext',
  'read_pc.dma_aem_ams',
];

/** What an OAuth credential has in a workspace and in an aio context. */
export const oauthBlock = (change: Values = {}): Values => ({
  client_id: CLIENT,
  client_secrets: ['${SECRET}'],
  technical_account_email: ACCOUNT_EMAIL,
  technical_account_id: ACCOUNT_ID,
  scopes: SCOPES,
  ...change,
});

/** What a JWT credential has there. */
export const jwtBlock = (change: Values = {}): Values => ({
  client_id: CLIENT,
  client_secret: '${SECRET}',
  technical_account_email: ACCOUNT_EMAIL,
  technical_account_id: ACCOUNT_ID,
  meta_scopes: ['ent_cloudmgr_sdk'],
  ...change,
});

/** A workspace with these credentials, of a project with these values. */
export const workspace = (credentials: readonly Values[], project: Values = {}): Values => ({
  project: {
    id: '4566206088000000001',
    name: 'shop',
    title: 'Shop',
    org: { id: '123456', name: 'Acme', ims_org_id: ORG },
    workspace: { id: '4566206088000000002', name: 'Stage', details: { credentials } },
    ...project,
  },
});

/** A credential of a workspace. */
export const credential = (type: string, blocks: Values, name = 'Shop Stage'): Values => ({
  id: '4711',
  name,
  integration_type: type,
  ...blocks,
});

export const written = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
