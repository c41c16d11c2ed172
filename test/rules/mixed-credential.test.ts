import { mixedCredential } from '../../server/src/rules/mixed-credential';
import { jwt, oauth } from '../support/samples';
import { testRule } from '../support/testRule';

const file = 'a.ims-integration.yaml';

testRule(mixedCredential, {
  valid: [
    { name: 'an OAuth integration', file, code: oauth() },
    { name: 'a JWT integration', file, code: jwt('authType: jwt', 'metascopes: [ent_user_sdk]') },
    {
      name: 'metascopes under the name of scopes',
      file,
      code: jwt('authType: jwt', 'scopes: [ent_user_sdk]'),
    },
    { name: 'an empty leftover', file, code: oauth('privateKey:') },
  ],
  invalid: [
    {
      name: 'credentials of AEM in words of their own',
      file: 'a.json',
      code: '{"imsEndpoint":"ims-na1.adobelogin.com","scopes":["openid","AdobeID"],"«metascopes»":"ent_aem_cloud_api","technicalAccount":{"clientId":"cm-p1-e2","clientSecret":"${S}"}}'.replace(
        '"«metascopes»"',
        '«"metascopes"»',
      ),
      severity: 'error',
      messages: ['Developer Console'],
    },
    {
      name: 'a leftover key, and removes it',
      file,
      code: oauth('«privateKey»: key.pem'),
      messages: ['Remove `privateKey`'],
      fixed: oauth(),
    },
    {
      name: 'OAuth scopes in an integration that says JWT',
      file,
      code: jwt('authType: «jwt»', 'scopes: [openid, AdobeID]'),
      fixed: jwt('authType: oauth-server-to-server', 'scopes: [openid, AdobeID]'),
    },
    {
      name: 'both key sets without a flow',
      file,
      code: jwt('scopes: [openid, AdobeID]', '«metascopes»: [ent_user_sdk]'),
      fixed: `authType: oauth-server-to-server\n${jwt('scopes: [openid, AdobeID]')}`,
    },
  ],
});
