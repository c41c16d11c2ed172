import { duplicateScope } from '../../server/src/rules/duplicate-scope';
import { lines } from '../support/marks';
import { testRule } from '../support/testRule';

const file = 'users.ims-integration.yaml';

testRule(duplicateScope, {
  valid: [
    { name: 'each scope once', file, code: 'scopes: [openid, AdobeID]\n' },
    { name: 'words that differ in case', file, code: 'scopes: [openid, OpenID]\n' },
    { name: 'the same reference twice', file, code: "scopes: ['${A}', '${A}']\n" },
    { name: 'commas without scopes', file, code: 'scopes: openid,,\n' },
    {
      name: 'the same scope of two integrations',
      file: 'a.ims.yaml',
      code: 'integrations:\n  - scopes: openid\n  - scopes: openid\n',
    },
  ],

  invalid: [
    {
      name: 'a scope that comes twice in an array of JSON in a text',
      file: '.env',
      code: 'IMS_OAUTH_S2S_CLIENT_ID=a\nIMS_OAUTH_S2S_CLIENT_SECRET=${B}\nIMS_OAUTH_S2S_SCOPES=["openid","AdobeID","«openid»"]\n',
      fixed:
        'IMS_OAUTH_S2S_CLIENT_ID=a\nIMS_OAUTH_S2S_CLIENT_SECRET=${B}\nIMS_OAUTH_S2S_SCOPES=["openid","AdobeID"]\n',
    },
    {
      name: 'scopes that stand twice in a list, and keeps comments',
      file,
      code: lines`
        scopes:
          - openid # first
          - AdobeID
          - «openid»
          # management
          - adobeio_api
          - «AdobeID»
        title: Users
      `,
      severity: 'warning',
      messages: ['names `openid` twice', 'names `AdobeID` twice'],
      titles: ['Remove the repeated scopes'],
      fixed: lines`
        scopes:
          - openid # first
          - AdobeID
          # management
          - adobeio_api
        title: Users
      `,
    },
    {
      name: 'scopes that stand twice in a text',
      file,
      code: 'scopes: openid, AdobeID, «openid», session, «openid», «AdobeID»\n',
      fixed: 'scopes: openid, AdobeID, session\n',
    },
    {
      name: 'a scope that stands three times in JSON',
      file: 'a.ims-integration.json',
      code: '{ "scopes": ["openid", "«openid»", "«openid»"] }',
      fixed: '{ "scopes": ["openid"] }',
    },
    {
      name: 'a scope of a package',
      file: 'package.xml',
      code: '<package><entities schema="nms:extAccount"><extAccount name="MAC" userScope="openid,AdobeID,«openid»"/></entities></package>',
      fixed:
        '<package><entities schema="nms:extAccount"><extAccount name="MAC" userScope="openid,AdobeID"/></entities></package>',
    },
  ],
});
