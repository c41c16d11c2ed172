import { type Entity, textOf } from '../model/entity';
import type { NewFile } from './rule';

/** The OAuth form with everything that is kept filled in, and blanks for what the new account brings. */
export function scaffold(entity: Entity): NewFile {
  const org = textOf(entity, 'orgId');
  const orgId = org?.kind === 'literal' ? org.text : '<organization-id>';
  return entity.dialect.issuer === 'aem'
    ? { language: 'json', content: aemScaffold(entity, orgId) }
    : { language: 'yaml', content: ownScaffold(orgId) };
}

function aemScaffold(entity: Entity, org: string): string {
  const host = textOf(entity, 'imsServer');
  const integration = {
    imsEndpoint: host?.kind === 'literal' ? host.text : 'ims-na1.adobelogin.com',
    scopes: ['openid', 'AdobeID', '<scopes>'],
    technicalAccount: { clientId: '<client-id>', clientSecret: '<client-secret>' },
    email: '<technical-account-email>',
    id: '<technical-account-id>',
    org,
  };
  return `${JSON.stringify({ integration }, undefined, 2)}\n`;
}

const ownScaffold = (orgId: string): string =>
  [
    '# AEM issues a new technical account for OAuth Server-to-Server.',
    '# Fill in what its download in the Developer Console of AEM says.',
    'authType: oauth-server-to-server',
    `orgId: ${JSON.stringify(orgId)}`,
    'clientId: <client-id>',
    'clientSecret: <client-secret>',
    'technicalAccountId: <technical-account-id>',
    'technicalAccountEmail: <technical-account-email>',
    'scopes:',
    '  - openid',
    '  - AdobeID',
    '  - <scopes>',
    '',
  ].join('\n');
