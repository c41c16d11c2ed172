import { technicalAccountIncomplete } from '../../server/src/rules/technical-account-incomplete';
import { ACCOUNT_ID, CLIENT, environment, serverConf } from '../support/samples';
import { testRule } from '../support/testRule';

const file = 'conf/config-acme.xml';
const SECRET = 'authIMSTAClientSecret="@b3RoZXJTZWNyZXRUZXh0cw=="';
const ACCOUNT = `authIMSTAId="${ACCOUNT_ID}"`;
const account = (...attributes: readonly string[]) =>
  serverConf(`<shared><ims ${attributes.join(' ')}/></shared>`);
const client = `authIMSTAClientId="${CLIENT}"`;
const marked = `«authIMSTAClientId»="${CLIENT}"`;

testRule(technicalAccountIncomplete, {
  valid: [
    { name: 'a whole account', file, code: account(client, ACCOUNT, SECRET) },
    { name: 'no account', file, code: account('authIMSTAClientId=""', 'authIMSTAId=""') },
    {
      name: 'an account whose other half the file for all instances has',
      file,
      code: account(client),
      others: { 'conf/serverConf.xml': account(ACCOUNT, SECRET) },
    },
    {
      name: 'an account whose other half an instance has',
      file: 'conf/serverConf.xml',
      code: account(client, SECRET),
      others: { 'conf/config-acme.xml': account(ACCOUNT) },
    },
    {
      name: 'references',
      file,
      code: account(client, 'authIMSTAId="${ID}"', 'authIMSTAClientSecret="${SECRET}"'),
    },
    {
      name: 'the key of a JWT credential in place of a secret',
      file,
      code: account(client, ACCOUNT, 'authIMSTAPrivateKey="@b3RoZXJTZWNyZXRUZXh0cw=="'),
    },
    {
      name: 'credentials of other files',
      file: 'a.ims-integration.yaml',
      code: `authType: oauth-server-to-server\nclientId: ${CLIENT}\n`,
    },
  ],
  invalid: [
    {
      name: 'an account without its id',
      file,
      code: account(marked, SECRET),
      messages: ['stands without `authIMSTAId`,'],
      severity: 'warning',
    },
    {
      name: 'an account without its secret, and names the instance',
      file,
      code: account(marked, ACCOUNT, 'authIMSTAClientSecret=""'),
      messages: ['-instance:acme -setimsoauth:'],
    },
    {
      name: 'a client id alone',
      file,
      code: account(marked),
      messages: ['`authIMSTAId` and `authIMSTAClientSecret`'],
    },
    {
      name: 'an account that no file completes',
      file,
      code: account(marked),
      others: { 'conf/serverConf.xml': account(ACCOUNT) },
      messages: ['stands without `authIMSTAClientSecret`,'],
    },
    {
      name: 'the same on a hosted server',
      file,
      code: account(marked),
      others: { 'acme.ims.yaml': environment('hosting: hosted') },
      messages: ['ask Adobe'],
    },
  ],
});
