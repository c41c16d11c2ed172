import { scopesForm } from '../../server/src/rules/scopes-form';
import { authStepExample } from '../../server/src/rules/workflow-examples';
import { testRule } from '../support/testRule';
import { context, s2s } from '../support/variables';

const file = '.env';
const secret = 'client__secrets=["${A}"]';

const commerce = (scopes: string) =>
  `AIO_COMMERCE_AUTH_IMS_CLIENT_ID=a\nAIO_COMMERCE_AUTH_IMS_CLIENT_SECRETS=["\${A}"]\nAIO_COMMERCE_AUTH_IMS_SCOPES=${scopes}\n`;

testRule(scopesForm, {
  valid: [
    { name: 'an array of JSON', file, code: commerce('["AdobeID", "openid"]') },
    { name: 'one scope alone where that is read', file, code: commerce('openid') },
    { name: 'a reference', file, code: commerce('${SCOPES}') },
    { name: 'no scopes', file, code: commerce('') },
    { name: 'a list with no scopes', file, code: commerce('[""]') },
    {
      name: 'an array that goes on in the next line',
      file,
      code: commerce('["AdobeID",\n"openid"]'),
    },
    {
      name: "commas where people's own code reads them",
      file,
      code: 'OAUTH_CLIENT_ID=a\nOAUTH_IMS_ORG_ID=b\nOAUTH_SCOPES=AdobeID, openid\n',
    },
    {
      name: 'what the migration of JWT rewrites',
      file,
      code: context('client__secret=a', 'meta__scopes=ent_user_sdk,ent_places_sdk'),
    },
    ...[`'["ent_adobeio_sdk"]'`, '${{ secrets.SCOPES }}'].map((SCOPES) => ({
      name: `with JWT, ${SCOPES}`,
      file: '.github/workflows/deploy.yml',
      code: authStepExample({ command: 'auth', KEY: '${{ secrets.KEY }}', SCOPES }).text,
    })),
  ],

  invalid: [
    {
      name: 'commas where the action takes an array of JSON with JWT, beside the migration',
      file: '.github/workflows/deploy.yml',
      code: authStepExample({
        command: 'auth',
        KEY: '${{ secrets.KEY }}',
        SCOPES: '«ent_adobeio_sdk,ent_user_sdk»',
      }).text,
      severity: 'warning',
      messages: ['it stops there'],
    },
    {
      name: 'commas in a variable that `aio app use` writes as JSON',
      file,
      code: s2s('${A}').replace('["AdobeID","openid"]', '«AdobeID,openid»'),
      severity: 'error',
      fixed: s2s('${A}'),
    },
    {
      name: 'commas in a variable for Commerce',
      file,
      code: commerce('«AdobeID,openid,commerce.accs»'),
      severity: 'error',
      messages: ['to it this is one scope'],
      fixed: commerce('["AdobeID","openid","commerce.accs"]'),
    },
    {
      name: 'commas and blanks in quotes',
      file,
      code: commerce('«"AdobeID, openid"»'),
      fixed: commerce(`'["AdobeID", "openid"]'`),
    },
    {
      name: 'an array without quotes',
      file,
      code: commerce('«[AdobeID,openid]»'),
      messages: ['texts in double quotes'],
      fixed: commerce('["AdobeID","openid"]'),
    },
    {
      name: 'an array in single quotes',
      file,
      code: commerce(`«['AdobeID', 'openid']»`),
      fixed: commerce('["AdobeID", "openid"]'),
    },
    {
      name: 'an array with a comma at its end',
      file,
      code: commerce('«["AdobeID","openid",]»'),
      messages: ['commas only between them'],
      fixed: commerce('["AdobeID","openid"]'),
    },
    {
      name: 'an array without an end',
      file,
      code: commerce('«["AdobeID","openid"»'),
      messages: ['does not end'],
      fixed: commerce('["AdobeID","openid"]'),
    },
    {
      name: 'an array that ends in a scope',
      file,
      code: commerce('«["AdobeID","open»'),
      fixed: null,
    },
    {
      name: 'an array for aio-lib-java',
      file: 'workspace.properties',
      code: 'aio_api_key=a\naio_client_secret=${A}\naio_oauth_scopes=«["AdobeID","openid"]»\n',
      messages: ['expects the scopes alone'],
      fixed: 'aio_api_key=a\naio_client_secret=${A}\naio_oauth_scopes=AdobeID,openid\n',
    },
    {
      name: 'commas in a context',
      file,
      code: context(secret, 'scopes=«AdobeID,openid»'),
      fixed: context(secret, 'scopes=["AdobeID","openid"]'),
    },
    {
      name: 'one scope alone in a context',
      file,
      code: context(secret, 'scopes=«openid»'),
      messages: ['expects an array of JSON'],
      fixed: context(secret, 'scopes=["openid"]'),
    },
  ],
});
