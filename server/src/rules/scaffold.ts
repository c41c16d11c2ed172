import { type Entity, textOf } from '../model/entity';
import { isFromAem } from './credential';
import type { NewFile } from './rule';

/**
 * The OAuth form with everything that is kept filled in, and blanks for what the new account
 * brings.
 */
export function scaffold(entity: Entity): NewFile {
  const org = textOf(entity, 'orgId');
  const orgId = org?.kind === 'literal' ? org.text : '<organization-id>';
  if (entity.dialect.credential?.issuer !== 'aem')
    return { language: 'yaml', content: ownScaffold(orgId) };
  const content = isFromAem(entity) ? aemScaffold(entity, orgId) : consoleScaffold(entity, orgId);
  return { language: 'json', content: `${JSON.stringify(content, undefined, 2)}\n` };
}

/**
 * What reads the YAML form of a JWT credential reads a download of the Developer Console for OAuth.
 */
function consoleScaffold(entity: Entity, org: string): object {
  const kept = (name: string, blank: string) => {
    const item = textOf(entity, name);
    return item?.kind === 'literal' ? item.text : blank;
  };
  return {
    ORG_ID: org,
    CLIENT_SECRETS: ['<client-secret>'],
    CLIENT_ID: kept('clientId', '<client-id>'),
    SCOPES: ['openid', 'AdobeID', '<scopes>'],
    TECHNICAL_ACCOUNT_ID: kept('technicalAccountId', '<technical-account-id>'),
    TECHNICAL_ACCOUNT_EMAIL: kept('technicalAccountEmail', '<technical-account-email>'),
  };
}

function aemScaffold(entity: Entity, org: string): object {
  const host = textOf(entity, 'imsServer');
  const integration = {
    imsEndpoint: host?.kind === 'literal' ? host.text : 'ims-na1.adobelogin.com',
    scopes: ['openid', 'AdobeID', '<scopes>'],
    technicalAccount: { clientId: '<client-id>', clientSecret: '<client-secret>' },
    email: '<technical-account-email>',
    id: '<technical-account-id>',
    org,
  };
  return { integration };
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
