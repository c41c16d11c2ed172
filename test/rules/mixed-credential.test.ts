import { mixedCredential } from '../../server/src/rules/mixed-credential';
import { jwtBlock, oauthBlock, written } from '../support/console';
import { CLIENT, consoleOAuth, jwt, ORG, oauth } from '../support/samples';
import { testRule } from '../support/testRule';

const file = 'a.ims-integration.yaml';

const context = (change: object) =>
  written({ ims: { contexts: { shop: { ...oauthBlock(), ims_org_id: ORG, ...change } } } });

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
    {
      name: 'metascopes in a context without a key of JWT, which are dead',
      file: '.aio',
      code: context({ meta_scopes: ['ent_cloudmgr_sdk'] }),
    },
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
    {
      name: 'all keys of JWT, under which the library of aio signs in with it',
      file: '.aio',
      code: context({ ...jwtBlock(), private_key: '${KEY}' }).replace(
        '"client_secret"',
        '«"client_secret"»',
      ),
      messages: ['`aio` signs in with it'],
      related: ['"meta_scopes"', '"private_key"'],
    },
    {
      name: 'a download with both forms',
      file: 'a.json',
      messages: ['What reads it may still sign in with JWT'],
      code: consoleOAuth({ API_KEY: CLIENT, PUBLIC_KEYS_WITH_EXPIRY: {} }).replace(
        '"API_KEY"',
        '«"API_KEY"»',
      ),
    },
  ],
});
