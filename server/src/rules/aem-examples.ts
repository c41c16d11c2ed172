import type { Example } from './rule';

const ORG = '0123456789ABCDEF01234567@AdobeOrg';

const PROVIDER: Readonly<Record<string, string>> = {
  'auth.token.provider.title': '"Smart Tags"',
  'auth.token.provider.authorization.grants': '"client_credentials"',
  'auth.token.provider.orgId': `"${ORG}"`,
  'auth.token.provider.default.claims': `["\\"iss\\"\\ :\\ \\"${ORG}\\""]`,
  'auth.token.provider.scope':
    '"read_pc.dma_smart_content,openid,AdobeID,additional_info.projectedProductContext"',
  'auth.token.provider.client.id': '"0123456789abcdef0123456789abcdef"',
  'auth.access.token.request': '"https://ims-na1.adobelogin.com/ims/token/v3"',
};

/**
 * The example of an access-token provider of AEM, with other values where a rule wants some; an
 * empty one leaves a line out.
 */
export function providerExample(values: Readonly<Record<string, string>> = {}): Example {
  const lines = Object.entries({ ...PROVIDER, ...values })
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}=${value}\n`);
  return {
    file: 'com.adobe.granite.auth.oauth.accesstoken.provider-smarttags.config',
    text: lines.join(''),
  };
}

/** The example of an AEM workspace of aio-lib-java in a project for AEM as a Cloud Service. */
export function workspaceExample(secret: string): Example {
  const values = {
    'aio.ims.org.id': ORG,
    'aio.api.key': '0123456789abcdef0123456789abcdef',
    'aio.client.secret': secret,
    'aio.oauth.scopes': 'openid,AdobeID,adobeio_api',
  };
  return {
    file: 'ui.config/osgiconfig/config/com.adobe.aio.aem.workspace.internal.WorkspaceSupplierImpl.cfg.json',
    text: `${JSON.stringify(values, undefined, 2)}\n`,
  };
}
