import { metascopeInScopes } from '../../server/src/rules/metascope-in-scopes';
import { oauthBlock, written } from '../support/console';
import { lines } from '../support/marks';
import { ACCOUNT_ID, jwt, ORG } from '../support/samples';
import { testRule } from '../support/testRule';

const file = 'users.ims-integration.yaml';
/** A context of `aio` with these scopes. */
const context = (...scopes: readonly string[]) =>
  written({ ims: { contexts: { shop: { ...oauthBlock(), ims_org_id: ORG, scopes } } } });

const oauth = 'authType: oauth-server-to-server\n';

testRule(metascopeInScopes, {
  valid: [
    { name: 'scopes', file, code: `${oauth}scopes: [openid, AdobeID, user_management_sdk]\n` },
    {
      name: 'scopes that end like metascopes',
      file,
      code: `${oauth}scopes: campaign_sdk, target_sdk\n`,
    },
    { name: 'a word of both vocabularies', file, code: `${oauth}scopes: [event_receiver_api]\n` },
    { name: 'a blank', file, code: `${oauth}scopes: [openid, <scopes-for-ent_gdpr_sdk>]\n` },
    { name: 'a reference', file, code: `${oauth}scopes: \${SCOPES}\n` },
    { name: 'metascopes in their place', file, code: jwt('metascopes: [ent_user_sdk]') },
    {
      name: 'metascopes that a JWT credential keeps as scopes',
      file,
      code: jwt('authType: jwt', 'scopes: [ent_user_sdk]'),
    },
  ],

  invalid: [
    {
      name: 'a metascope in an array of JSON in a text',
      file: '.env',
      code: 'IMS_OAUTH_S2S_CLIENT_ID=a\nIMS_OAUTH_S2S_CLIENT_SECRET=${B}\nIMS_OAUTH_S2S_SCOPES=["openid","«ent_user_sdk»"]\n',
      fixed:
        'IMS_OAUTH_S2S_CLIENT_ID=a\nIMS_OAUTH_S2S_CLIENT_SECRET=${B}\nIMS_OAUTH_S2S_SCOPES=["openid","AdobeID","user_management_sdk"]\n',
    },
    {
      name: 'a metascope in a list, and keeps comments',
      file,
      code: lines`
        authType: oauth-server-to-server
        scopes:
          - openid # always
          - AdobeID
          # users
          - «ent_user_sdk»
        title: Users
      `,
      severity: 'error',
      messages: ['`ent_user_sdk` is a metascope of JWT'],
      titles: ['Replace `ent_user_sdk` by the scopes of the User Management API'],
      fixed: lines`
        authType: oauth-server-to-server
        scopes:
          - openid # always
          - AdobeID
          # users
          - user_management_sdk
        title: Users
      `,
    },
    {
      name: 'a metascope alone',
      file,
      code: `${oauth}scopes: [«ent_user_sdk»]\n`,
      fixed: `${oauth}scopes: [openid, AdobeID, user_management_sdk]\n`,
    },
    {
      name: 'a metascope before another one, and keeps its scopes together',
      file: '.aio',
      code: context('openid', 'AdobeID', '«/s/ent_cloudmgr_sdk»', '${MORE}'),
      fixed: context(
        'openid',
        'AdobeID',
        'read_organizations',
        'additional_info.projectedProductContext',
        'read_pc.dma_aem_ams',
        '${MORE}',
      ),
    },
    {
      name: 'a metascope in a text with commas',
      file,
      code: `${oauth}scopes: "openid, «ent_user_sdk», AdobeID" # all\n`,
      fixed: `${oauth}scopes: "openid, user_management_sdk, AdobeID" # all\n`,
    },
    {
      name: 'a metascope whose scopes are all there',
      file,
      code: `${oauth}scopes: openid,AdobeID,user_management_sdk,«ent_user_sdk»\n`,
      fixed: `${oauth}scopes: openid,AdobeID,user_management_sdk\n`,
    },
    {
      name: 'a claim',
      file,
      code: `${oauth}scopes: ["«https://ims-na1.adobelogin.com/s/ent_user_sdk»", "«/s/ent_user_sdk»"]\n`,
      messages: ['`ent_user_sdk` is', '`ent_user_sdk` is'],
    },
    {
      name: 'metascopes parted by blanks',
      file,
      code: `${oauth}scopes: openid «ent_user_sdk» AdobeID\n`,
      fixed: null,
    },
    {
      name: 'a metascope of which nothing sure is known',
      file,
      code: `${oauth}scopes: [openid, AdobeID, «ent_marketing_sdk»]\n`,
      messages: ["copy the scopes from the credential's page"],
      fixed: null,
    },
    {
      name: 'a metascope in a console download',
      file: 'a.json',
      code: `{"ORG_ID":"${ORG}","TECHNICAL_ACCOUNT_ID":"${ACCOUNT_ID}","CLIENT_ID":"x","CLIENT_SECRETS":["\${X}"],"SCOPES":["openid","«ent_cloudmgr_sdk»"]}`,
      fixed: `{"ORG_ID":"${ORG}","TECHNICAL_ACCOUNT_ID":"${ACCOUNT_ID}","CLIENT_ID":"x","CLIENT_SECRETS":["\${X}"],"SCOPES":["openid","AdobeID","read_organizations","additional_info.projectedProductContext","read_pc.dma_aem_ams"]}`,
    },
    {
      name: 'a metascope of a Campaign account',
      file: 'a.external-account.yaml',
      code: 'imsScope: openid,AdobeID,«ent_campaign_sdk»\n',
      messages: ['people sign in with'],
      titles: ['Remove `ent_campaign_sdk`'],
      fixed: 'imsScope: openid,AdobeID\n',
    },
    {
      name: 'a metascope in a package',
      file: 'package.xml',
      code: '<package><entities schema="nms:extAccount"><extAccount name="MAC" userScope="«ent_campaign_sdk»,openid"/></entities></package>',
      fixed:
        '<package><entities schema="nms:extAccount"><extAccount name="MAC" userScope="openid"/></entities></package>',
    },
  ],
});
