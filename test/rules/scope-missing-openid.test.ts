import { scopeMissingOpenid } from '../../server/src/rules/scope-missing-openid';
import { lines } from '../support/marks';
import { jwt } from '../support/samples';
import { testRule } from '../support/testRule';

const file = 'users.ims-integration.yaml';
const oauth = 'authType: oauth-server-to-server\n';

const accepted: Readonly<Record<string, string>> = {
  'both in a list': '[adobeio_api, AdobeID, openid]',
  'both in a text': 'openid,AdobeID',
  'both parted by blanks': 'openid AdobeID adobeio_api',
  'a reference': '${SCOPES}',
  'a reference in a list': "[adobeio_api, '${MORE}']",
  'a blank in a list': '[adobeio_api, <scopes>]',
  'an empty list': '[]',
  'scopes still to be written': '',
  'a metascope, which is another mistake': '[ent_user_sdk]',
};

testRule(scopeMissingOpenid, {
  valid: [
    ...Object.entries(accepted).map(([name, value]) => ({
      name,
      file,
      code: `${oauth}scopes: ${value}\n`,
    })),
    { name: 'a JWT credential', file, code: jwt('authType: jwt', 'scopes: [event_receiver_api]') },
    {
      name: 'a text where a list is expected, which is another mistake',
      file: 'a.json',
      code: '{"ORG_ID":"x","TECHNICAL_ACCOUNT_ID":"y","CLIENT_ID":"z","SCOPES":"openid,AdobeID"}',
    },
    { name: 'an account without scopes', file: 'a.external-account.yaml', code: 'name: MAC\n' },
  ],

  invalid: [
    {
      name: 'a scope that is missing in an array of JSON in a text',
      file: '.env',
      code: 'IMS_OAUTH_S2S_CLIENT_ID=a\nIMS_OAUTH_S2S_CLIENT_SECRET=${B}\n«IMS_OAUTH_S2S_SCOPES»=["openid", "adobeio_api"]\n',
      fixed:
        'IMS_OAUTH_S2S_CLIENT_ID=a\nIMS_OAUTH_S2S_CLIENT_SECRET=${B}\nIMS_OAUTH_S2S_SCOPES=["openid", "adobeio_api", "AdobeID"]\n',
    },
    {
      name: 'a scope that is missing between commas',
      file: '.env',
      code: 'IMS_OAUTH_S2S_CLIENT_ID=a\nIMS_OAUTH_S2S_CLIENT_SECRET=${B}\n«IMS_OAUTH_S2S_SCOPES»="openid, adobeio_api" # all\n',
      fixed:
        'IMS_OAUTH_S2S_CLIENT_ID=a\nIMS_OAUTH_S2S_CLIENT_SECRET=${B}\nIMS_OAUTH_S2S_SCOPES="openid, adobeio_api, AdobeID" # all\n',
    },
    {
      name: 'a list without both',
      file,
      code: lines`
        authType: oauth-server-to-server
        «scopes»:
          - adobeio_api # management
        title: Users
      `,
      severity: 'info',
      messages: ['does not hold `openid` and `AdobeID`'],
      titles: ['Add `openid` and `AdobeID`'],
      fixed: lines`
        authType: oauth-server-to-server
        scopes:
          - adobeio_api # management
          - openid
          - AdobeID
        title: Users
      `,
    },
    {
      name: 'a text without one of them, and keeps its commas',
      file,
      code: `${oauth}«scopes»: openid, adobeio_api # all\n`,
      messages: ['does not hold `AdobeID`'],
      fixed: `${oauth}scopes: openid, adobeio_api, AdobeID # all\n`,
    },
    {
      name: 'a text that ends with a comma',
      file,
      code: `${oauth}«scopes»: openid,\n`,
      fixed: `${oauth}scopes: openid,AdobeID,\n`,
    },
    {
      name: 'one that is written in another case',
      file,
      code: `${oauth}scopes: [openid, «adobeID»]\n`,
      messages: ['other capital letters'],
      fixed: `${oauth}scopes: [openid, AdobeID]\n`,
    },
    {
      name: 'the scopes of a Campaign account',
      file: 'a.external-account.json',
      code: '{ «"imsScope"»: "openid,session" }',
      fixed: '{ "imsScope": "openid,session,AdobeID" }',
    },
    {
      name: 'the scopes of a package',
      file: 'package.xml',
      code: '<package><entities schema="nms:extAccount"><extAccount name="MAC" «userScope»="openid"/></entities></package>',
      fixed:
        '<package><entities schema="nms:extAccount"><extAccount name="MAC" userScope="openid,AdobeID"/></entities></package>',
    },
    {
      name: 'the scopes of AEM service credentials',
      file: 'a.json',
      code: '{"imsEndpoint":"x","technicalAccount":{},«"scopes"»:["aem.folders"]}',
    },
  ],
});
