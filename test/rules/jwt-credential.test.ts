import { jwtCredential } from '../../server/src/rules/jwt-credential';
import {
  ACCOUNT_EMAIL,
  ACCOUNT_ID,
  CLIENT,
  command,
  consoleOAuth,
  environment,
  jwt,
  ORG,
  oauth,
  serverConf,
} from '../support/samples';
import { testRule } from '../support/testRule';

const server = 'conf/config-acme.xml';
const ims = (attributes: string) => serverConf(`<shared><ims ${attributes}/></shared>`);
const KEY = 'authIMSTAPrivateKey="@b3RoZXJTZWNyZXRUZXh0cw=="';

const file = 'a.ims-integration.yaml';

testRule(jwtCredential, {
  valid: [
    { name: 'an OAuth integration', file, code: oauth() },
    { name: 'the command for OAuth', file: 'a.sh', code: command('setimsoauth', '"$SECRET"') },
    {
      name: 'a technical account of a server without a key',
      file: server,
      code: ims(`authIMSTAClientId="${CLIENT}" authIMSTAId="${ACCOUNT_ID}" authIMSTAPrivateKey=""`),
    },
    {
      name: 'the type of authentication that pipelined has with OAuth, too',
      file: server,
      code: serverConf('<pipelined autoStart="true" authType="imsJwtToken"/>'),
    },
    { name: 'a flow still being typed', file, code: jwt('authType: ') },
    { name: 'a flow that is a reference', file, code: jwt('authType: ${FLOW}') },
    {
      name: 'an integration that Adobe migrates',
      file,
      code: jwt('authType: jwt', 'autoProvisioned: true'),
    },
    { name: 'a download of an OAuth credential', file: 'a.json', code: consoleOAuth() },
    {
      name: 'OAuth scopes that are kept under the name of metascopes',
      file,
      code: jwt('metascopes: [openid, AdobeID]'),
    },
    {
      name: 'a download with an API key, one secret and OAuth scopes',
      file: 'a.json',
      code: JSON.stringify({
        ORG_ID: ORG,
        TECHNICAL_ACCOUNT_ID: ACCOUNT_ID,
        API_KEY: CLIENT,
        CLIENT_SECRET: '${X}',
        SCOPES: ['openid'],
      }),
    },
    {
      name: 'AEM service credentials with OAuth',
      file: 'a.json',
      code: '{"imsEndpoint":"ims-na1.adobelogin.com","scopes":["openid"],"technicalAccount":{"clientId":"a","clientSecret":"${X}"}}',
    },
  ],
  invalid: [
    {
      name: 'a command, and migrates it',
      file: 'a.sh',
      code: command('«setimsjwtauth»', '"$SECRET"', '"$KEY"').replace('-«', '«-'),
      messages: ['which Campaign knows from 7.4.1 on and which takes no key'],
      severity: 'error',
      titles: ['Migrate to OAuth Server-to-Server'],
      fixed: command('setimsoauth', '"$SECRET"'),
    },
    {
      name: 'the oldest command, without a fix',
      file: 'a.sh',
      code: 'nlserver config -instance:acme «-setimsauth»:abc\n',
      messages: ['Adobe does not publish its grammar'],
      severity: 'error',
      fixed: null,
    },
    ...['7.3.4', '7.3.5'].map((version) => ({
      name: `a command for a server with ${version}, without a fix`,
      file: 'a.sh',
      code: command('«setimsjwtauth»', '"$SECRET"', '"$KEY"').replace('-«', '«-'),
      others: { 'acme.ims.yaml': environment(`version: ${version}`) },
      messages: [`this server runs ${version}. Upgrade to 7.4.1 first.`],
      severity: 'error' as const,
      fixed: null,
    })),
    {
      name: 'the oldest command for a server with 7.3.4',
      file: 'a.sh',
      code: 'nlserver config -instance:acme «-setimsauth»:abc\n',
      others: { 'acme.ims.yaml': environment('version: 7.3.4') },
      messages: ['`-setimsauth` gives the server'],
      fixed: null,
    },
    {
      name: 'a command for a server with 7.4.1, and migrates it',
      file: 'a.sh',
      code: command('«setimsjwtauth»', '"$SECRET"', '"$KEY"').replace('-«', '«-'),
      others: { 'acme.ims.yaml': environment('version: 7.4.1') },
      fixed: command('setimsoauth', '"$SECRET"'),
    },
    {
      name: 'the key of a server with 7.3.4, without a fix',
      file: server,
      code: ims(KEY.replace('authIMSTAPrivateKey', '«authIMSTAPrivateKey»')),
      others: { 'acme.ims.yaml': environment('version: 7.3.4') },
      messages: ['this server runs 7.3.4. Upgrade to 7.4.1 first.'],
      severity: 'warning',
      fixed: null,
    },
    {
      name: 'a command for a hosted server, without a fix',
      file: 'a.sh',
      code: command('«setimsjwtauth»', '"$SECRET"', '"$KEY"').replace('-«', '«-'),
      others: { 'acme.ims.yaml': environment('hosting: hosted') },
      messages: ['ask Adobe'],
      fixed: null,
    },
    {
      name: 'the key of a server, and takes it out',
      file: server,
      code: ims(
        `authIMSTAClientId="${CLIENT}" «authIMSTAPrivateKey»="@b3RoZXJTZWNyZXRUZXh0cw==" authIMSTAId="${ACCOUNT_ID}"`,
      ),
      messages: ['is inferred to belong to a Service Account (JWT) credential'],
      severity: 'warning',
      titles: [
        'Remove `authIMSTAPrivateKey`, and run `nlserver config -instance:acme -setimsoauth:…` on every container',
      ],
      fixed: ims(`authIMSTAClientId="${CLIENT}" authIMSTAId="${ACCOUNT_ID}"`),
    },
    {
      name: 'the key of all instances',
      file: 'serverConf.xml',
      code: ims('«authIMSTAPrivateKey»="${KEY}"'),
      messages: ['-instance:<instance> -setimsoauth:'],
      fixed: serverConf('<shared><ims/></shared>'),
    },
    {
      name: 'the key of a hosted server, without a fix',
      file: server,
      code: ims(KEY.replace('authIMSTAPrivateKey', '«authIMSTAPrivateKey»')),
      others: { 'acme.ims.yaml': environment('hosting: hosted') },
      messages: ['ask Adobe'],
      fixed: null,
    },
    {
      name: 'the flow in our notation',
      file,
      code: jwt('authType: «jwt» # since 2021'),
      messages: ['1 March 2026'],
      severity: 'error',
      titles: ['Migrate to OAuth Server-to-Server'],
    },
    { name: 'a key without a flow', file, code: jwt('«privateKey»: key.pem') },
    { name: 'metascopes without a flow', file, code: jwt('«metascopes»: [event_receiver_api]') },
    {
      name: 'each of two integrations of a project',
      file: 'a.ims.json',
      code: '{"integrations": {"a": {"authType": "«jwt»"}, "b": {"authType": "«jwt»"}, "c": {"authType": "oauth-server-to-server"}}}',
    },
    {
      name: 'a download with a table of keys that is empty',
      file: 'a.json',
      code: `{"ORG_ID": "${ORG}", "API_KEY": "${CLIENT}", "TECHNICAL_ACCOUNT_ID": "${ACCOUNT_ID}", «"PUBLIC_KEYS_WITH_EXPIRY"»: {}}`,
    },
    {
      name: 'a download with nothing but the names of JWT',
      file: 'a.json',
      code: `{"ORG_ID": "${ORG}", «"API_KEY"»: "${CLIENT}", "CLIENT_SECRET": "\${X}", "TECHNICAL_ACCOUNT_EMAIL": "${ACCOUNT_EMAIL}"}`,
    },
    {
      name: 'credentials of AEM, which get a template',
      file: 'a.yaml',
      code: 'imsEndpoint: ims-na1.adobelogin.com\n«metascopes»: ent_aem_cloud_api\ntechnicalAccount: {clientId: cm-p1-e2, clientSecret: x}\n',
      severity: 'warning',
      messages: ['names no last day'],
      titles: ['Open an OAuth Server-to-Server template'],
    },
    {
      name: "a credential of Adobe's console in the YAML form of Asset Compute",
      file: 'a.yaml',
      code: `«metascopes»: [event_receiver_api, asset_compute_meta]\ntechnicalAccount:\n  id: ${ACCOUNT_ID}\n  org: ${ORG}\n  clientId: ${CLIENT}\n  clientSecret: x\n  privateKey: k\n`,
      severity: 'error',
      messages: ['In its place put the JSON that the Developer Console offers'],
      titles: ['Open an OAuth Server-to-Server template'],
    },
    {
      name: 'credentials of AEM under the names of an aio context',
      file: 'a.json',
      code: '{"client_id": "cm-p1-e2-integration-0", «"meta_scopes"»: ["ent_aem_cloud_api"], "private_key": "k.pem"}',
      severity: 'warning',
    },
  ],
});
