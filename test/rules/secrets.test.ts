import { placeholderLeft } from '../../server/src/rules/placeholder-left';
import { privateKeyInFile } from '../../server/src/rules/private-key-in-file';
import { secretInPlainText } from '../../server/src/rules/secret-in-plain-text';
import {
  CLIENT,
  command,
  consoleOAuth,
  environment,
  jwt,
  ORG,
  oauth,
  packageOf,
  SECRET,
  serverConf,
} from '../support/samples';
import { testRule } from '../support/testRule';

const file = 'a.ims-integration.yaml';
const server = 'conf/config-acme.xml';
const ims = (attributes: string) => serverConf(`<shared><ims ${attributes}/></shared>`);
const KEY = '-----BEGIN PRIVATE KEY-----abcdefgh-----END PRIVATE KEY-----';

const withSecret = (secret: string) => oauth().replace('${SECRET}', secret);

testRule(secretInPlainText, {
  valid: [
    ...[
      '$[secret:X]',
      '$[env:X;default=y]',
      '${X}',
      '${{ secrets.X }}',
      '$X',
      '"{{X}}"',
      "'@S/U/D7xOdZfRAwf3+WRM3w=='",
      "'{0123456789abcdef0123456789abcdef}'",
      'ENC[AES256_GCM,data:abc]',
      '"{secure: name}"',
      '{{SECRET}}',
    ].map((reference) => ({
      name: `the reference ${reference}`,
      file,
      code: withSecret(reference),
    })),
    ...['<the secret>', 'XXXXXXXX', 'changeMe', '"..."', 'fake-secret'].map((blank) => ({
      name: `the blank ${blank}`,
      file,
      code: withSecret(blank),
    })),
    {
      name: 'a download that git does not track',
      file: 'a.json',
      code: consoleOAuth({ CLIENT_SECRETS: [SECRET] }),
    },
    { name: 'an empty password in a package', file: 'a.xml', code: packageOf('clientSecret=""') },
    {
      name: 'variables of a command',
      file: 'a.sh',
      code: command('setimsjwtauth', '"$SECRET"', '$(base64 key)'),
    },
    {
      name: 'what a server encrypted, also in a way of its own',
      file: server,
      code: ims('authIMSClientSecret="@S/U/D7xOdZfRAwf3+WRM3w==" authIMSCode="@v2-abc_def"'),
    },
    {
      name: 'what is filled in when a server is installed',
      file: server,
      code: ims('authIMSTAClientSecret="${SECRET}" authIMSTAPrivateKey="" authIMSCode="XXXXXX"'),
    },
    {
      name: 'the password of an account that has nothing to do with IMS',
      file: server,
      code: serverConf(
        '<shared><authentication><xtk internalPassword="hunter22"/></authentication></shared>',
      ),
    },
  ],
  invalid: [
    {
      name: 'a secret within a script, by the words around it',
      file: '.github/workflows/a.yml',
      code: `steps:\n  - run: login --secret=«${SECRET}» && go\n`,
      messages: ['Client Secret stands as plain text within `run`'],
      fixed: `steps:\n  - run: login --secret=\${{ secrets.CLIENTSECRET }} && go\n`,
    },
    ...(
      [
        ['a.sh', '$IMS_CLIENT_SECRET'],
        ['Dockerfile', '$IMS_CLIENT_SECRET'],
        ['a.bat', '%IMS_CLIENT_SECRET%'],
        ['a.cmd', '%IMS_CLIENT_SECRET%'],
        ['a.ps1', '$env:IMS_CLIENT_SECRET'],
      ] as const
    ).map(([script, variable]) => ({
      name: `the secret of a command in ${script}`,
      file: script,
      code: command('setimsoauth', `«${SECRET}»`),
      messages: ['on the command line'],
      severity: 'warning' as const,
      titles: [`Replace by the variable \`${variable}\``],
      fixed: command('setimsoauth', variable),
    })),
    {
      name: 'the key of a command, which its migration takes out',
      file: 'a.sh',
      code: command('setimsjwtauth', '"$SECRET"', '«LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0»'),
      messages: ['needs no key'],
      fixed: null,
    },
    {
      name: 'a secret of our notation',
      file,
      code: withSecret(`«${SECRET}»`),
      severity: 'warning',
      fixed: withSecret('${IMS_CLIENT_SECRET}'),
    },
    {
      name: 'each secret of a server that is not encrypted',
      file: server,
      code: ims(
        `authIMSClientSecret="«hunter22»" authIMSCode="«abc.def»" authIMSTAClientSecret="«${SECRET}»" authIMSTAPrivateKey="«${KEY}»"`,
      ),
      messages: [
        'its function `cryptString`',
        'its function `cryptString`',
        'let `nlserver config -instance:acme -setimsoauth:',
        'needs no key: run `nlserver config -instance:acme',
      ],
      severity: 'error',
      fixed: null,
    },
    {
      name: 'the key of pipelined',
      file: server,
      code: serverConf('<pipelined authPrivateKey="«hunter22»"/>'),
      messages: ['authType="imsJwtToken"'],
      fixed: null,
    },
    {
      name: 'a secret of a hosted server',
      file: server,
      code: ims('authIMSCode="«hunter22»"'),
      others: { 'acme.ims.yaml': environment('hosting: hosted') },
      messages: ['ask Adobe'],
    },
    { name: 'each of two secrets', file, code: withSecret(`[«${SECRET}», "«hunter22»"]`) },
    {
      name: 'a download that git tracks',
      file: 'a.json',
      code: consoleOAuth({ CLIENT_SECRETS: [SECRET] }).replace(SECRET, `«${SECRET}»`),
      context: { tracked: true },
      messages: ['git tracks this file'],
      fixed: null,
    },
    {
      name: 'a secret in a package',
      file: 'a.xml',
      code: packageOf('imsServer="x" clientSecret="«hunter22»"'),
      messages: ['never exports secrets'],
    },
    {
      name: 'every secret that an account of a package can hold',
      file: 'a.xml',
      code: '<package><entities schema="nms:extAccount"><extAccount name="MAC" password="«hunter21»" awsSecret="«hunter22»"><s3Account awsSecret="«hunter23»"/><params><wapPush password="«hunter24»" clientSecret="«hunter25»"/><mms password="«hunter26»"/></params></extAccount></entities></package>',
    },
    {
      name: 'the password of another account in a package',
      file: 'a.xml',
      code: '<package><entities schema="nms:extAccount"><extAccount name="ftp" password="«hunter22»"/></entities></package>',
    },
  ],
});

testRule(privateKeyInFile, {
  valid: [
    {
      name: 'the key of a server, which is reported as one of its secrets',
      file: server,
      code: ims(`authIMSTAPrivateKey="${KEY}"`),
    },
    { name: 'a path', file, code: jwt('authType: jwt', 'privateKey: ./keys/private.key') },
    {
      name: 'a header with nothing behind it',
      file,
      code: jwt('authType: jwt', 'privateKey: "-----BEGIN PRIVATE KEY-----\\n..."'),
    },
    {
      name: 'the beginning of a key in base64',
      file,
      code: jwt('authType: jwt', 'privateKey: LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t...'),
    },
    {
      name: 'a certificate in base64',
      file,
      code: jwt('authType: jwt', 'publicKey: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSQ=='),
    },
    {
      name: 'a key in base64 in a file that git does not track',
      file: 'workspace.properties',
      code: `aio_ims_org_id=${ORG}\naio_api_key=${CLIENT}\naio_encoded_pkcs8=MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj\n`,
    },
  ],
  invalid: [
    {
      name: 'a key in one line',
      file,
      code: jwt(
        'authType: jwt',
        '«privateKey»: "-----BEGIN RSA PRIVATE KEY-----\\nMIIE\\n-----END RSA PRIVATE KEY-----"',
      ),
      severity: 'error',
    },
    {
      name: 'a key as a list of lines',
      file,
      code: jwt(
        'authType: jwt',
        '«privateKey»: ["-----BEGIN PRIVATE KEY-----", "MIIE", "-----END PRIVATE KEY-----"]',
      ),
    },
    {
      name: 'a key in a download that git tracks',
      file: 'a.json',
      code: consoleOAuth({
        PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----',
      }).replace('"PRIVATE_KEY"', '«"PRIVATE_KEY"»'),
      context: { tracked: true },
    },
    ...Object.entries({
      'a PEM in base64':
        'LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCk1JSUV2UUlCQURBTkJna3Foa2lHOXcwQkFRRUZB',
      'a PEM of RSA in base64': 'LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQpNSUlFcFFJQkFBS0NBUUVB',
      'a key in base64': 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ',
      'a key of RSA in base64': 'MIIEpQIBAAKCAQEAozjuI2xaRDQLg',
    }).map(([name, key]) => ({
      name,
      file: 'workspace.properties',
      code: `aio_ims_org_id=${ORG}\naio_api_key=${CLIENT}\n«aio_encoded_pkcs8»=${key}\n`,
      context: { tracked: true },
    })),
  ],
});

testRule(placeholderLeft, {
  valid: [
    { name: 'a reference with a suffix', file, code: oauth().replace(ORG, '${ORG}@AdobeOrg') },
    { name: 'a title that says what it likes', file, code: oauth().replace('Users', '<Users>') },
    {
      name: 'a blank in a template',
      file: '__fixtures__/a.ims-integration.yaml',
      code: oauth().replace(ORG, '<org>'),
    },
    {
      name: 'blanks of fields that a migration drops',
      file,
      code: jwt('authType: jwt', 'metascopes: [<metascopes>]'),
    },
    {
      name: 'the email that Cloud Manager writes for JWT',
      file,
      code: jwt('authType: jwt', 'technicalAccountEmail: unused'),
    },
  ],
  invalid: [
    {
      name: 'a blank',
      file,
      code: oauth().replace(ORG, '«<your org id>@AdobeOrg»'),
      severity: 'info',
    },
    {
      name: 'the email that Cloud Manager wrote for JWT, in an OAuth credential',
      file,
      code: oauth('technicalAccountEmail: «unused»'),
    },
    { name: 'a mask of X', file, code: oauth().replace(CLIENT, '«XXXXXXXXXXXXXXXX»') },
    {
      name: 'test values in one hint',
      file,
      code: oauth().replace(CLIENT, '«XUXUXUXUXU»').replace('${SECRET}', 'fake-secret'),
      severity: 'hint',
    },
    {
      name: 'scopes that a migration asks for, and offers what others use',
      file,
      code: oauth().replace('user_management_sdk', '«<scopes-for-ent_marketing_sdk>»'),
      fixed: oauth().replace(
        'user_management_sdk',
        'read_organizations, additional_info.projectedProductContext, target_sdk, additional_info.roles',
      ),
    },
    {
      name: 'such scopes in a text with commas, and keeps the blanks between them',
      file,
      code: oauth().replace(
        '[openid, AdobeID, user_management_sdk]',
        'openid, «<scopes-for-ent_cloudmgr_sdk>», AdobeID',
      ),
      fixed: oauth().replace(
        '[openid, AdobeID, user_management_sdk]',
        'openid, read_organizations, additional_info.projectedProductContext, read_pc.dma_aem_ams, AdobeID',
      ),
    },
  ],
});
