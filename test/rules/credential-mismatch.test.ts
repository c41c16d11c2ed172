import { credentialMismatch } from '../../server/src/rules/credential-mismatch';
import { authStepExample } from '../../server/src/rules/workflow-examples';
import { credential, jwtBlock, oauthBlock, workspace, written } from '../support/console';
import { lines } from '../support/marks';
import { ACCOUNT_ID, CLIENT, ORG } from '../support/samples';
import { testRule } from '../support/testRule';
import { s2s } from '../support/variables';

const OTHER = '0'.repeat(31).replaceAll('0', '1').concat('f');
const OTHER_ACCOUNT = '111111111111111111111111@techacct.adobe.com';
const OTHER_EMAIL = '11111111-89ab-cdef-0123-456789abcdef@techacct.adobe.com';
const OTHER_ORG = '2F2504E04F8941D39A0C0306@AdobeOrg';

const both = (jwt: object, oauth: object = {}) =>
  written(
    workspace([
      credential('oauth_server_to_server_migrate', {
        jwt: jwtBlock({ ...jwt }),
        oauth_server_to_server: oauthBlock({ ...oauth }),
      }),
    ]),
  );

const download = (change: object = {}, name = 'Shop Stage') =>
  written(
    workspace([
      credential(
        'oauth_server_to_server',
        { oauth_server_to_server: oauthBlock({ ...change }) },
        name,
      ),
    ]),
  );

/** What the import of a workspace writes of a credential. */
const env = (values: Readonly<Record<string, string>> = {}, name = 'Shop__Stage') =>
  Object.entries({
    client__id: CLIENT,
    client__secrets: '["${SECRET}"]',
    technical__account__id: ACCOUNT_ID,
    ims__org__id: ORG,
    scopes: '["openid","AdobeID"]',
    ...values,
  })
    .map(([key, value]) => `AIO_ims_contexts_${name}_${key}=${value}\n`)
    .join('');

testRule(credentialMismatch, {
  valid: [
    { name: 'blocks that agree', file: 'console.json', code: both({}) },
    {
      name: 'blocks with test values',
      file: 'console.json',
      code: both({ client_id: 'XUXUXUXUXU' }),
    },
    {
      name: 'several credentials of one workspace',
      file: 'console.json',
      code: written(
        workspace([
          credential('oauth_server_to_server', { oauth_server_to_server: oauthBlock() }, 'A'),
          credential(
            'oauth_server_to_server',
            {
              oauth_server_to_server: oauthBlock({
                client_id: OTHER,
                technical_account_id: OTHER_ACCOUNT,
                technical_account_email: '11111111-89ab-cdef-0123-456789abcdef@techacct.adobe.com',
              }),
            },
            'B',
          ),
        ]),
      ),
    },
    {
      name: 'a download and what was imported of it',
      file: '.env',
      code: env(),
      others: { 'console.json': download() },
    },
    {
      name: 'another integration beside a download',
      file: '.env',
      code: env({ client__id: OTHER, technical__account__id: OTHER_ACCOUNT }, 'analytics'),
      others: { 'console.json': download() },
    },
    {
      name: 'another environment',
      file: '.env.prod',
      code: env({ client__id: OTHER, technical__account__id: OTHER_ACCOUNT }),
      others: { 'console-stage.json': download() },
    },
    {
      name: 'one of several downloads',
      file: '.env',
      code: env({ client__id: OTHER, technical__account__id: OTHER_ACCOUNT }),
      others: {
        'a.json': download(),
        'b.json': download({ client_id: OTHER, technical_account_id: OTHER_ACCOUNT }),
      },
    },
    {
      name: 'the name that every workspace gives',
      file: '.env',
      code: env(
        { client__id: OTHER, technical__account__id: OTHER_ACCOUNT },
        'OAuth__Server-to-Server',
      ),
      others: { 'console.json': download({}, 'OAuth Server-to-Server') },
    },
    {
      name: 'references',
      file: '.env',
      code: env({ client__id: '${CLIENT}', technical__account__id: '${ACCOUNT}' }),
      others: { 'console.json': download() },
    },
    {
      name: 'a template',
      file: '.env.example',
      code: env({ client__id: OTHER }),
      others: { 'console.json': download() },
    },
    {
      name: 'two environments in one folder, each with its download',
      file: '.env.prod',
      code: env({ client__id: OTHER, technical__account__id: OTHER_ACCOUNT }),
      others: {
        'workspace-prod.json': download({
          client_id: OTHER,
          technical_account_id: OTHER_ACCOUNT,
          technical_account_email: OTHER_EMAIL,
        }),
        'workspace-stage.json': download(),
        '.env.stage': env(),
      },
    },
    {
      name: 'applications of one repository',
      file: 'apps/b/.env',
      code: env({ client__id: OTHER, technical__account__id: OTHER_ACCOUNT }),
      others: {
        'apps/a/console.json': download(),
        'apps/a/.env': env(),
        'apps/b/console.json': download({
          client_id: OTHER,
          technical_account_id: OTHER_ACCOUNT,
          technical_account_email: OTHER_EMAIL,
        }),
      },
    },
    {
      name: 'the download of an import that is not up to date, of which the import tells',
      file: 'console.json',
      code: download(),
      others: { '.env': env({ client__id: OTHER, technical__account__id: OTHER_ACCOUNT }) },
    },
    {
      name: 'a workflow with secrets',
      file: '.github/workflows/deploy.yml',
      code: authStepExample().text,
      others: { 'console.json': download() },
    },
    {
      name: 'another project',
      file: 'a/.env',
      code: env({ client__id: OTHER }),
      others: { 'b/console.json': download() },
    },
  ],
  invalid: [
    {
      name: 'blocks that do not agree, once',
      file: 'console.json',
      code: both(
        { client_id: OTHER, technical_account_id: OTHER_ACCOUNT },
        { client_id: `«${CLIENT}»` },
      ),
      severity: 'warning',
      messages: ['`client_id` and `technical_account_id`'],
      related: [OTHER, OTHER_ACCOUNT],
      fixed: null,
    },
    {
      name: 'blocks without a name and a type',
      file: 'console.json',
      code: written(
        workspace([
          {
            jwt: jwtBlock({ client_id: OTHER }),
            oauth_server_to_server: oauthBlock({ client_id: `«${CLIENT}»` }),
          },
        ]),
      ),
    },
    {
      name: 'a file with the technical account of another client id',
      file: '.env',
      code: env({ client__id: `«${OTHER}»` }, 'users'),
      others: { 'console.json': download() },
      messages: ['`console.json`'],
      related: [`console.json: ${CLIENT}`],
    },
    {
      name: 'a file below with another organization for the same client id',
      file: 'shop/.env',
      code: env({ ims__org__id: `«${OTHER_ORG}»` }),
      others: { 'console.json': download() },
      messages: ['has the same **Client ID** (`client_id`)'.replaceAll('**', '')],
    },
    {
      name: 'a context that was imported of the download, and has other ids',
      file: '.env',
      code: env({ client__id: `«${OTHER}»`, technical__account__id: OTHER_ACCOUNT }),
      others: { 'console.json': download() },
      messages: ['has the same name'],
      related: [`console.json: ${CLIENT}`, `console.json: ${ACCOUNT_ID}`],
    },
    {
      name: 'one of two environments that was renewed',
      file: '.env.stage',
      code: env({ client__id: `«${OTHER}»`, technical__account__id: OTHER_ACCOUNT }),
      others: {
        'workspace-prod.json': download({ client_id: 'b'.repeat(32) }),
        'workspace-stage.json': download(),
      },
      messages: ['`workspace-stage.json`'],
    },
    {
      name: 'variables for code beside those of `aio`, of another organization',
      file: '.env',
      code: `${s2s('${SECRET}')}${env({ ims__org__id: `«${OTHER_ORG}»` })}`,
      messages: ['said of this credential above'],
      related: [ORG],
    },
    {
      name: 'a composite action of the project',
      file: '.github/actions/auth/action.yml',
      code: lines`
        runs:
          using: composite
          steps:
            - uses: adobe/aio-apps-action@4.1.0
              with:
                command: oauth_sts
                CLIENTID: ${CLIENT}
                CLIENTSECRET: \${{ inputs.secret }}
                TECHNICALACCOUNTID: «${OTHER_ACCOUNT}»
                TECHNICALACCOUNTEMAIL: \${{ inputs.email }}
                IMSORGID: ${ORG}
      `,
      others: { 'console.json': download() },
    },
    {
      name: 'the configuration of AEM with another organization',
      file: 'ui.config/osgiconfig/config/com.adobe.granite.auth.oauth.accesstoken.provider-shop.cfg.json',
      code: written({
        'auth.token.provider.title': 'Shop',
        'auth.access.token.request': 'https://ims-na1.adobelogin.com/ims/token/v3',
        'auth.token.provider.authorization.grants': 'client_credentials',
        'auth.token.provider.client.id': CLIENT,
        'auth.token.provider.orgId': `«${OTHER_ORG}»`,
        'auth.token.provider.scope': 'openid,AdobeID',
      }),
      others: { 'console.json': download() },
    },
    {
      name: 'a workflow of the project',
      file: '.github/workflows/deploy.yml',
      code: [
        'jobs:',
        '  deploy:',
        '    steps:',
        '      - uses: adobe/aio-apps-action@4.1.0',
        '        with:',
        '          command: oauth_sts',
        `          CLIENTID: ${CLIENT}`,
        '          CLIENTSECRET: ${{ secrets.CLIENTSECRET }}',
        `          TECHNICALACCOUNTID: «${OTHER_ACCOUNT}»`,
        '          TECHNICALACCOUNTEMAIL: ${{ secrets.EMAIL }}',
        `          IMSORGID: ${ORG}`,
        '',
      ].join('\n'),
      others: { 'console.json': download() },
    },
  ],
});
