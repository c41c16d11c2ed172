import assert from 'node:assert/strict';
import { it } from 'node:test';
import { clientIdMalformed } from '../../server/src/rules/client-id-malformed';
import { findingsOf, shownOf } from '../support/check';
import { oauthBlock, written } from '../support/console';
import {
  ACCOUNT_EMAIL,
  ACCOUNT_ID,
  CLIENT,
  command,
  ORG,
  SECRET,
  serverConf,
} from '../support/samples';
import { testRule } from '../support/testRule';

const file = 'users.ims-integration.yaml';
const aem = (clientId: string) =>
  `{"imsEndpoint":"ims-na1.adobelogin.com","technicalAccount":{"clientId":"${clientId}"}}`;
const download = (clientId: string) =>
  `{"ORG_ID":"${ORG}","TECHNICAL_ACCOUNT_ID":"${ACCOUNT_ID}","CLIENT_ID":"${clientId}"}`;

const accepted: Readonly<Record<string, string>> = {
  'a client id of the Developer Console': CLIENT,
  'a client id of AEM': 'cm-p123-e456',
  'a client id of an AEM integration': 'cm-p123-e456-integration',
  'a client id of one of several AEM integrations': 'cm-p123-e456-integration-2',
  'a reference': '${CLIENT_ID}',
  'a blank': '<client id>',
  'a mask': 'XXXXXXXX',
  'a value still to be written': '',
};

const reported = (name: string, value: string, message: string, fixed: string | null = null) => ({
  name,
  file,
  code: `clientId: ${value}\n`,
  severity: 'info' as const,
  messages: [message],
  fixed: fixed && `clientId: ${fixed}\n`,
});

testRule(clientIdMalformed, {
  valid: [
    ...Object.entries(accepted).map(([name, value]) => ({
      name,
      file,
      code: `clientId: ${value}\n`,
    })),
    {
      name: 'the name of a Campaign instance',
      file: 'a.external-account.yaml',
      code: 'clientId: Campaign-Luma\n',
    },
    { name: 'any other id in AEM service credentials', file: 'a.json', code: aem('luma-shop') },
    {
      name: 'a UUID in AEM service credentials',
      file: 'a.json',
      code: aem(ACCOUNT_EMAIL.slice(0, 36)),
    },
    {
      name: 'an id of the Developer Console in OAuth credentials of AEM, whose ids are not known',
      file: 'a.json',
      code: aem(CLIENT).replace('{', '{"scopes":["openid","AdobeID"],'),
    },
    {
      name: "an id of AEM in a JWT credential of AEM's own console",
      file: 'a.json',
      code: aem('cm-p123-e456').replace('{', '{"metascopes":"ent_aem_cloud_api",'),
    },
    { name: 'an id in a console download', file: 'a.json', code: download(CLIENT) },
  ],

  invalid: [
    {
      name: "an id of the Developer Console in a JWT credential of AEM's own console",
      file: 'a.json',
      code: aem(`«${CLIENT}»`).replace('{', '{"metascopes":"ent_aem_cloud_api",'),
      severity: 'info',
      messages: ['is a client id of the Adobe Developer Console'],
      fixed: null,
    },
    reported('a client id in capitals', `«${CLIENT.toUpperCase()}»`, 'capital letters', CLIENT),
    reported('blanks', `"${CLIENT}« »"`, 'blanks around it', `"${CLIENT}"`),
    reported('a part of an id', '«9f1c2ab34d»', 'has 10 hexadecimal digits'),
    reported('another form', '«luma-shop»', 'none of the known forms'),
    {
      name: 'another form in the configuration of a Campaign server',
      file: 'config-acme.xml',
      code: serverConf('<shared><ims authIMSTAClientId="«luma-shop»"/></shared>'),
      messages: ['the known form of a client id: 32 hexadecimal digits in small letters. Compare'],
    },
    {
      name: 'another form in a command for a Campaign server',
      file: 'a.sh',
      code: command('setimsoauth', '"$SECRET"').replace(CLIENT, '«luma-shop»'),
      messages: ['the known form of a client id: 32 hexadecimal digits in small letters. Compare'],
    },
    {
      name: "a client id of AEM's console in the configuration of a Campaign server",
      file: 'config-acme.xml',
      code: serverConf('<shared><ims authIMSTAClientId="«cm-p123-e456-integration-1»"/></shared>'),
      messages: ['Campaign signs in with a technical account of the Adobe Developer Console'],
    },
    reported('an organization', `«${ORG}»`, 'the id of an organization'),
    reported('a technical account', `«${ACCOUNT_ID}»`, 'a technical account'),
    reported('a secret', `«${SECRET}»`, 'the form of a client secret'),
    {
      name: 'a secret in AEM service credentials',
      file: 'a.json',
      code: aem(`«${SECRET}»`),
    },
    {
      name: 'a client id of AEM in a download of the other console',
      file: 'a.json',
      code: download('«cm-p123-e456»'),
      messages: ["AEM's own Developer Console"],
    },
    {
      name: 'a client id of AEM in a context of aio, which is no download',
      file: '.aio',
      code: written({
        ims: {
          contexts: { shop: { ...oauthBlock({ client_id: '«cm-p123-e1234»' }), ims_org_id: ORG } },
        },
      }),
      messages: ['credentials of this form come from the Adobe Developer Console'],
    },
  ],
});

it('never quotes a secret that was pasted as a client id', () => {
  const findings = findingsOf(file, `clientId: ${SECRET}\n`);
  assert.equal(shownOf(findings).includes(SECRET), false);
});
