import { oauthFlagInconsistent } from '../../server/src/rules/oauth-flag-inconsistent';
import { authStepExample } from '../../server/src/rules/workflow-examples';
import { credential, jwtBlock, oauthBlock, workspace, written } from '../support/console';
import { ORG } from '../support/samples';
import { testRule } from '../support/testRule';

const file = 'config.json';
const context = (change: object) => oauthBlock({ ims_org_id: ORG, ...change });
const cloudManager = (change: object) => ({
  ims: { contexts: { 'aio-cli-plugin-cloudmanager': context(change) } },
});

const workflow = (key: string, flag: string) =>
  `jobs:
  run:
    steps:
      - uses: adobe/aio-cloudmanager-create-execution-action@1.2.0
        ${key}:
          PROGRAMID: 1
          CLIENTID: \${{ secrets.CLIENTID }}
          CLIENTSECRET: \${{ secrets.CLIENTSECRET }}
          IMSORGID: \${{ secrets.ORG }}
          TECHNICALACCOUNTID: \${{ secrets.ACCOUNT_ID }}
          TECHNICALACCOUNTEMAIL: \${{ secrets.ACCOUNT_EMAIL }}
${flag}`;

testRule(oauthFlagInconsistent, {
  valid: [
    ...[{ KEY: '${{ secrets.KEY }}' }, { TECHNICALACCOUNTEMAIL: '', SCOPES: 'ent_user_sdk' }].map(
      (inputs: Readonly<Record<string, string>>) => ({
        name: `a command that says JWT, and ${Object.keys(inputs)}`,
        file: '.github/workflows/deploy.yml',
        code: authStepExample({ command: 'auth', ...inputs }).text,
      }),
    ),
    { name: 'a flag that agrees', file, code: written(context({ oauth_enabled: true })) },
    { name: 'a flag in words', file, code: written(context({ oauth_enabled: 'true' })) },
    {
      name: 'both blocks of a credential that says JWT, of which another rule speaks',
      file: 'console.json',
      code: written(
        workspace([
          credential('service', { jwt: jwtBlock(), oauth_server_to_server: oauthBlock() }),
        ]),
      ),
    },
    {
      name: 'a JWT credential that says so',
      file,
      code: written(jwtBlock({ ims_org_id: ORG, oauth_enabled: false })),
    },
    {
      name: 'a JWT credential that says OAuth, of which another rule speaks',
      file,
      code: written(jwtBlock({ ims_org_id: ORG, oauth_enabled: true })),
    },
    {
      name: 'keys of both, of which another rule speaks',
      file,
      code: written(context({ private_key: 'key.pem', oauth_enabled: false })),
    },
    { name: 'a context that asks no flag', file, code: written(context({})) },
    {
      name: 'a type that agrees',
      file: 'console.json',
      code: written(
        workspace([credential('oauth_server_to_server', { oauth_server_to_server: oauthBlock() })]),
      ),
    },
    {
      name: 'a flag whose value is not known',
      file,
      code: written(context({ oauth_enabled: '${OAUTH}' })),
    },
  ],
  invalid: [
    ...[{}, { TECHNICALACCOUNTEMAIL: '', SCOPES: 'AdobeID,openid' }].map((inputs) => ({
      name: `a command that says JWT with inputs of OAuth, ${JSON.stringify(inputs)}`,
      file: '.github/workflows/deploy.yml',
      code: authStepExample({ command: '«auth»', ...inputs }).text,
      fixed: authStepExample({ command: 'oauth_sts', ...inputs }).text,
    })),
    {
      name: 'a flag that says JWT',
      file,
      code: written(context({ oauth_enabled: false })).replace('false', '«false»'),
      severity: 'error',
      messages: ['(`oauth_enabled`) says'],
      titles: ['Set `oauth_enabled` to `true`'],
      fixed: written(context({ oauth_enabled: true })),
    },
    {
      name: 'a flag that is missing where its reader takes that for JWT',
      file: '.aio',
      code: written(cloudManager({})).replace(
        '"aio-cli-plugin-cloudmanager"',
        '«"aio-cli-plugin-cloudmanager"»',
      ),
      messages: ['is missing'],
      fixed: written(cloudManager({ oauth_enabled: true })),
    },
    {
      name: 'an input of an action that is missing',
      file: '.github/workflows/deploy.yml',
      code: workflow('«with»', ''),
      fixed: workflow('with', '          OAUTHENABLED: "true"\n'),
    },
    {
      name: 'a type that says JWT',
      file: 'console.json',
      code: written(workspace([credential('«service»', { oauth_server_to_server: oauthBlock() })])),
      messages: ['(`integration_type`) says'],
      fixed: written(
        workspace([credential('oauth_server_to_server', { oauth_server_to_server: oauthBlock() })]),
      ),
    },
  ],
});
