import { halfMigrated } from '../../server/src/rules/half-migrated';
import { oauthBlock, written } from '../support/console';
import { lines } from '../support/marks';
import { testRule } from '../support/testRule';

const FILE = 'com.adobe.granite.auth.oauth.accesstoken.provider-tags.config';
const ORG = '3F2504E04F8941D39A0C0305@AdobeOrg';

testRule(halfMigrated, {
  valid: [
    {
      name: 'the file of a secret whose provider has its old name',
      file: 'config/com.adobe.granite.auth.ims.impl.IMSAccessTokenRequestCustomizerImpl.9f8e.config',
      code: 'auth.ims.client.secret="{0123456789abcdef}"\ncustomizer.type="tags"\n',
      others: {
        'config/com.adobe.granite.auth.oauth.accesstoken.provider.1a2b.config':
          'auth.token.provider.authorization.grants="client_credentials"\ntoken.request.customizer.type="tags"\n',
        'other/com.adobe.granite.auth.oauth.accesstoken.provider-1a2b.config':
          'auth.token.provider.authorization.grants="client_credentials"\ntoken.request.customizer.type="others"\n',
      },
    },
    {
      name: 'a provider of JWT',
      file: FILE,
      code: lines`
        auth.token.provider.keypair.alias="tags"
        auth.access.token.request="https://ims-na1.adobelogin.com/ims/exchange/jwt"
      `,
    },
    {
      name: 'the endpoint of JWT beside a grant, of which another rule speaks',
      file: FILE,
      code: lines`
        auth.token.provider.authorization.grants="client_credentials"
        auth.token.provider.keypair.alias="tags"
        auth.access.token.request="https://ims-na1.adobelogin.com/ims/exchange/jwt"
      `,
    },
    {
      name: 'an empty alias',
      file: FILE,
      code: lines`
        auth.token.provider.authorization.grants="client_credentials"
        auth.token.provider.keypair.alias=""
      `,
    },
    {
      name: 'a workspace of aio-lib-java with JWT',
      file: 'workspace.properties',
      code: 'aio_api_key=a\naio_client_secret=b\naio_meta_scopes=/s/ent_user_sdk\n',
    },
    {
      name: 'a workspace of aio-lib-java with OAuth and empty keys of JWT',
      file: 'workspace.properties',
      code: 'aio_api_key=a\naio_oauth_scopes=openid\naio_meta_scopes=\naio_encoded_pkcs8=\n',
    },
  ],
  invalid: [
    {
      name: 'the file of a secret whose provider has got its new name',
      file: 'config/com.adobe.granite.auth.ims.impl.IMSAccessTokenRequestCustomizerImpl.9f8e.config',
      code: '«auth.ims.client.secret»="{0123456789abcdef}"\ncustomizer.type="tags"\n',
      others: {
        'config/com.adobe.granite.auth.oauth.accesstoken.provider-1a2b.config':
          'auth.token.provider.authorization.grants="client_credentials"\ntoken.request.customizer.type="tags"\n',
      },
      messages: [
        'call this file `com.adobe.granite.auth.ims.impl.IMSAccessTokenRequestCustomizerImpl-9f8e.config`',
      ],
      severity: 'info',
      titles: [
        'Rename this file to `com.adobe.granite.auth.ims.impl.IMSAccessTokenRequestCustomizerImpl-9f8e.config`',
      ],
    },
    {
      name: 'a provider with OAuth and its old name',
      file: 'config/com.adobe.granite.auth.oauth.accesstoken.provider.1a2b.config',
      code: '«auth.token.provider.authorization.grants»="client_credentials"\n',
      messages: ['Call this file `com.adobe.granite.auth.oauth.accesstoken.provider-1a2b.config`'],
      severity: 'info',
      titles: [
        'Rename this file to `com.adobe.granite.auth.oauth.accesstoken.provider-1a2b.config`',
      ],
    },
    {
      name: 'a provider with OAuth beside the one that has its new name',
      file: 'config/com.adobe.granite.auth.oauth.accesstoken.provider.1a2b.config',
      code: '«auth.token.provider.authorization.grants»="client_credentials"\n',
      others: {
        'config/com.adobe.granite.auth.oauth.accesstoken.provider-1a2b.config':
          'auth.token.provider.authorization.grants="client_credentials"\n',
      },
      messages: ['is there already'],
      fixed: null,
    },
    {
      name: 'a provider without the grant, and finishes its migration',
      file: FILE,
      code: lines`
        auth.token.provider.orgId="${ORG}"
        auth.token.provider.scope="openid,\\ AdobeID,\\ read_pc.dma_smart_content"
        auth.token.provider.client.id="9f1c2ab34d5e6f708192a3b4c5d6e7f8"
        «auth.access.token.request="https://ims-na1.adobelogin.com/ims/token/v3"»
        auth.token.provider.keypair.alias="tags"
      `,
      messages: ['Add `auth.token.provider.authorization.grants`'],
      severity: 'warning',
      related: ['auth.token.provider.keypair.alias'],
      fixed: lines`
        auth.token.provider.authorization.grants="client_credentials"
        auth.token.provider.orgId="${ORG}"
        auth.token.provider.scope="openid,\\ AdobeID,\\ read_pc.dma_smart_content"
        auth.token.provider.client.id="9f1c2ab34d5e6f708192a3b4c5d6e7f8"
        auth.access.token.request="https://ims-na1.adobelogin.com/ims/token/v3"
      `,
    },
    {
      name: 'a provider without the grant that names its server beside the address',
      file: FILE,
      code: lines`
        auth.token.provider.endpoint="https://ims-na1.adobelogin.com"
        auth.token.provider.orgId="${ORG}"
        auth.token.provider.scope="openid,AdobeID"
        «auth.access.token.request="https://ims-na1.adobelogin.com/ims/token/v3"»
      `,
    },
    {
      name: 'another grant beside the address of OAuth',
      file: FILE,
      code: lines`
        auth.token.provider.authorization.grants="«authorization_code»"
        auth.token.provider.orgId="${ORG}"
        auth.token.provider.scope="openid,AdobeID"
        auth.token.provider.client.id="9f1c2ab34d5e6f708192a3b4c5d6e7f8"
        auth.access.token.request="https://ims-na1.adobelogin.com/ims/token/v3"
      `,
      messages: ['AEM asks there with `client_credentials`'],
      severity: 'warning',
      fixed: lines`
        auth.token.provider.authorization.grants="client_credentials"
        auth.token.provider.orgId="${ORG}"
        auth.token.provider.scope="openid,AdobeID"
        auth.token.provider.client.id="9f1c2ab34d5e6f708192a3b4c5d6e7f8"
        auth.access.token.request="https://ims-na1.adobelogin.com/ims/token/v3"
      `,
    },
    {
      name: 'an alias beside the grant',
      file: FILE,
      code: lines`
        auth.token.provider.authorization.grants="client_credentials"
        «auth.token.provider.keypair.alias»="tags"
      `,
      messages: ['`auth.token.provider.keypair.alias` is left of JWT'],
      severity: 'info',
      fixed: 'auth.token.provider.authorization.grants="client_credentials"\n',
    },
    {
      name: 'claims of a JWT beside the grant',
      file: FILE,
      code: lines`
        auth.token.provider.authorization.grants="client_credentials"
        auth.token.provider.default.claims=["\\"iss\\"\\ :\\ \\"${ORG}\\"","«\\"aud\\"\\ :\\ \\"https://ims-na1.adobelogin.com/c/1\\"»"]
      `,
      messages: ['Only the organization'],
      fixed: lines`
        auth.token.provider.authorization.grants="client_credentials"
        auth.token.provider.default.claims=["\\"iss\\"\\ :\\ \\"${ORG}\\""]
      `,
    },
    {
      name: 'what is left of JWT in a workspace of aio-lib-java',
      file: 'workspace.secret.properties',
      code: lines`
        aio_api_key=a
        «aio_meta_scopes»=/s/ent_user_sdk
        # for JWT
        aio_technical_account_id=6A1B2C3D4E5F60718293A4B5@techacct.adobe.com
        aio_oauth_scopes=openid, AdobeID, user_management_sdk
      `,
      messages: ['`aio_meta_scopes` and `aio_technical_account_id` are left of JWT'],
      related: ['aio_technical_account_id'],
      fixed: lines`
        aio_api_key=a
        # for JWT
        aio_oauth_scopes=openid, AdobeID, user_management_sdk
      `,
    },
    {
      name: 'metascopes in a context of aio that nothing signs in with',
      file: '.aio',
      code: written({
        ims: { contexts: { shop: oauthBlock({ ims_org_id: ORG, meta_scopes: ['ent_user_sdk'] }) } },
      }).replace('"meta_scopes"', '«"meta_scopes"»'),
      severity: 'info',
      messages: ['`meta_scopes` is left of JWT'],
      fixed: written({ ims: { contexts: { shop: oauthBlock({ ims_org_id: ORG }) } } }),
    },
  ],
});
