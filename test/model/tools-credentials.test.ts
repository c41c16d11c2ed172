import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hover } from '../../server/src/features/hover';
import { readDocument } from '../../server/src/model/document';
import { applyFix, findingsOf, shownOf } from '../support/check';
import { lines } from '../support/marks';
import { ACCOUNT_ID, CLIENT, ORG, SECRET } from '../support/samples';

/** Kind, and of each credential its name, its flow and how it is migrated. */
function read(path: string, text: string) {
  const document = readDocument(path, text);
  return document?.entities.map(({ label, flow, dialect }) => [
    document.kind.id,
    label,
    flow,
    dialect.credential?.move.kind,
  ]);
}

/** Rule and text of each finding. */
const found = (path: string, text: string) =>
  findingsOf(path, text).map(({ rule, span }) => [rule, text.slice(span.start, span.end)]);

const json = (value: object): string => JSON.stringify(value, undefined, 1);

describe('a connector of the User Sync Tool', () => {
  const section = lines`
    enterprise:
      org_id: ${ORG}
      client_id: ${CLIENT}
      client_secret: {secure: umapi_secret}
  `;
  const account = `  tech_acct_id: ${ACCOUNT_ID}\n`;
  const umapi = (flow: string) => [
    ['user-sync-connector', 'User Management API', flow, 'in-place'],
  ];

  it('is known by its name or by what only the tool has', () => {
    const oauth = `authentication_method: oauth\n${section}`;
    assert.deepEqual(read('/a/connector-umapi.yml', oauth), umapi('oauth-server-to-server'));
    assert.deepEqual(read('/a/2 connector-umapi.yml', section + account), umapi('jwt'));
    assert.deepEqual(read('/a/dashboard.yml', section + account), umapi('jwt'));
    assert.deepEqual(read('/a/other.yml', oauth), umapi('oauth-server-to-server'));
    const console = oauth.replace('enterprise', 'integration');
    assert.deepEqual(read('/a/connector-adobe-console.yml', console), [
      ['user-sync-connector', 'Admin Console connector', 'oauth-server-to-server', 'in-place'],
    ]);
  });

  it('leaves the connectors of other systems and other enterprises alone', () => {
    assert.equal(read('/a/connector-ldap.yml', 'username: a\npassword: b\nhost: c\n'), undefined);
    const box = 'enterprise:\n  org_id: 1\n  client_id: a\n  client_secret: b\n';
    assert.equal(read('/a/box.yml', `${box}authentication_method: key\n`), undefined);
    assert.equal(read('/a/connector-sign.yml', 'enterprise:\n  integration_key: a\n'), undefined);
  });

  it('signs in with what the method says, and with a JWT where there is none', () => {
    const flow = (text: string) => read('connector-umapi.yml', text)?.[0]?.[2];
    assert.equal(flow(section), 'jwt');
    assert.equal(flow(`authentication_method: jwt\n${section}`), 'jwt');
    assert.equal(flow(`authentication_method: oauth\n${section}${account}`), 'mixed');
  });

  it('has nothing wrong where its values lie in the key ring', () => {
    const text = lines`
      authentication_method: oauth
      server:
        host: usermanagement-stage.adobe.io
        auth_host: ims-na1-stg1.adobelogin.com
        auth_endpoint: /ims/token/v2
      enterprise:
        org_id: ${ORG}
        secure_client_id_key: umapi_client_id
        secure_client_secret_key: umapi_client_secret
    `;
    assert.deepEqual(found('connector-umapi.yml', text), []);
    const old = text.replace('secure_client_id_key: umapi_client_id', `api_key: ${CLIENT}`);
    assert.deepEqual(found('connector-umapi.yml', old), []);
    const tracked = findingsOf('connector-umapi.yml', old, { tracked: true });
    assert.deepEqual(tracked, []);
  });

  it('shows secrets in plain text only where git tracks them', () => {
    const text = `authentication_method: oauth\n${section.replace('{secure: umapi_secret}', SECRET)}`;
    assert.deepEqual(found('connector-umapi.yml', text), []);
    const tracked = findingsOf('connector-umapi.yml', text, { tracked: true });
    assert.deepEqual(
      tracked.map(({ rule }) => rule),
      ['secret-in-plain-text'],
    );
    assert.ok(!shownOf(tracked).includes(SECRET));
  });

  it('names the methods as the tool does', () => {
    const [finding] = findingsOf('connector-umapi.yml', `authentication_method: OAuth\n${section}`);
    assert.equal(finding?.rule, 'unexpected-value');
    assert.match(finding?.message ?? '', /Use `oauth`\./);
  });

  it('explains the methods by their names there', () => {
    const document = readDocument(
      'connector-umapi.yml',
      `authentication_method: oauth\n${section}`,
    );
    const markdown = document && hover(document, 3)?.markdown;
    assert.match(markdown ?? '', /- `oauth`: OAuth Server-to-Server/);
    assert.match(markdown ?? '', /becomes oauth\./);
  });

  it('says once what is wrong with a line, and still reads the rest', () => {
    const windows = `${section}${account}  priv_key_path: "C:\\Users\\sync\\private.key"\n`;
    assert.deepEqual(found('connector-umapi.yml', windows), [
      ['jwt-credential', 'tech_acct_id'],
      ['syntax-error', '\\U'],
    ]);
    const tabs = `${section}${account}`.replaceAll('  ', '\t');
    assert.deepEqual(found('connector-umapi.yml', tabs), [
      ['syntax-error', '\t'],
      ['jwt-credential', 'tech_acct_id'],
    ]);
    const mixed = section.replace('  client_id', '\tclient_id');
    assert.deepEqual(found('connector-umapi.yml', `authentication_method: oauth\n${mixed}`), [
      ['syntax-error', '\t'],
    ]);
    const indented = `${section} ${account}  priv_key_path: private.key\n`;
    assert.deepEqual(
      found('connector-umapi.yml', indented)
        .map(([rule]) => rule)
        .sort(),
      ['jwt-credential', 'syntax-error'],
    );
  });

  it('takes words in brackets for places to be filled in', () => {
    const client = 'enterprise:\n  org_id: [ ORG ID ]\n  api_key: [API KEY]\n  tech_acct: [a b]\n';
    assert.deepEqual(found('dashboard-config.yml', client), [
      ['placeholder-left', '[ ORG ID ]'],
      ['jwt-credential', 'tech_acct'],
    ]);
    const words =
      'enterprise:\n  org_id: [placeholder]\n  client_id: [ClientID]\n  priv_key_path: [path]\n';
    assert.deepEqual(found('connector-umapi.yml', words), [
      ['placeholder-left', '[placeholder]'],
      ['jwt-credential', 'priv_key_path'],
    ]);
  });

  it('is told once that it is a sample, and at each place that is left where it is none', () => {
    const sample = lines`
      authentication_method: oauth
      enterprise:
        org_id: "Org ID goes here"
        client_id: "Client ID goes here"
        client_secret: "Client secret goes here"
    `;
    const [finding, ...more] = findingsOf('connector-umapi.yml', sample);
    assert.deepEqual(more, []);
    assert.match(finding?.message ?? '', /Fill in `org_id`, `client_id` and `client_secret`/);
    const begun = sample.replace('Org ID goes here', ORG);
    assert.deepEqual(found('connector-umapi.yml', begun), [
      ['placeholder-left', 'Client ID goes here'],
      ['placeholder-left', 'Client secret goes here'],
    ]);
  });

  it('is told that a method is missing, where nothing else is of JWT', () => {
    const [finding, ...more] = findingsOf('connector-umapi.yml', section);
    assert.deepEqual(more, []);
    assert.match(
      finding?.message ?? '',
      /Nothing here says .* Write `authentication_method: oauth`/,
    );
    assert.equal(finding?.fixes.length, 1);
  });
});

describe('credentials of the PDF Services API', () => {
  const client = { client_id: CLIENT, client_secret: SECRET };
  const jwt = { organization_id: ORG, account_id: ACCOUNT_ID, private_key_file: 'private.key' };
  const oauth = { organization_id: ORG };
  const NAME = '/a/pdfservices-api-credentials.json';
  const of = (flow: string | undefined) => [
    ['pdfservices-credentials', 'PDF Services API', flow, 'by-hand'],
  ];

  it('sign in with what the name of their block says', () => {
    const account = json({ client_credentials: client, service_account_credentials: jwt });
    assert.deepEqual(read(NAME, account), of('jwt'));
    assert.deepEqual(read('/a/pdftools-api-credentials.json', account), of('jwt'));
    assert.deepEqual(read('/a/adobe.json', account), of('jwt'));
    const empty = { client_credentials: { client_id: '' }, service_account_credentials: {} };
    assert.deepEqual(read('/a/adobe.json', json(empty)), of('jwt'));
    const principal = json({ client_credentials: client, service_principal_credentials: oauth });
    assert.deepEqual(read(NAME, principal), of('oauth-server-to-server'));
    const renamed = json({ client_credentials: client, service_principal_credentials: jwt });
    assert.deepEqual(read(NAME, renamed), of('mixed'));
    assert.deepEqual(found(NAME, renamed), [['mixed-credential', '"account_id"']]);
    const both = {
      client_credentials: client,
      service_principal_credentials: oauth,
      service_account_credentials: jwt,
    };
    assert.deepEqual(read(NAME, json(both)), of('mixed'));
    const [finding, ...more] = findingsOf(NAME, json(both));
    assert.equal(finding?.rule, 'mixed-credential');
    assert.match(finding?.message ?? '', /the code that reads these names/);
    assert.deepEqual(more, []);
  });

  it('are told what to change, without a fix', () => {
    const text = json({ client_credentials: client, service_account_credentials: jwt });
    const [finding, ...more] = findingsOf(NAME, text);
    assert.equal(more.length, 0);
    assert.equal(finding?.rule, 'jwt-credential');
    assert.deepEqual(finding?.fixes, []);
    assert.match(finding?.message ?? '', /client id and client secret only/);
    const minified = JSON.stringify({
      client_credentials: client,
      service_principal_credentials: oauth,
    });
    assert.deepEqual(found(NAME, minified), []);
  });

  it('have one finding where the file holds something else', () => {
    for (const text of [
      '“Replace the contents of this file”',
      'TODO: your file',
      'Error 404\na\nb',
    ]) {
      const [finding, ...more] = findingsOf(NAME, text);
      assert.match(finding?.message ?? '', /There is no JSON in this file/);
      assert.deepEqual(more, []);
    }
  });

  it('are no other client', () => {
    const other = { client_credentials: client, service_account: jwt };
    assert.equal(read('/a/google.json', json(other)), undefined);
    assert.equal(read('/a/x.json', json({ service_account_credentials: jwt })), undefined);
  });
});

describe('a configuration for Python', () => {
  const common = { org_id: ORG, client_id: CLIENT, secret: SECRET };
  const jwt = { ...common, tech_id: ACCOUNT_ID, pathToKey: './private.key' };
  const scopes = 'openid, AdobeID, session';
  const of = (flow: string | undefined) => [
    ['aep-python-config', 'Experience Platform', flow, 'by-hand'],
  ];

  it('signs in with OAuth where it has scopes, whatever else is there', () => {
    assert.deepEqual(read('config.json', json(jwt)), of('jwt'));
    const { pathToKey, ...byId } = jwt;
    assert.deepEqual(read('config.json', json(byId)), of('jwt'));
    assert.deepEqual(read('config.json', json({ ...byId, scopes: '<scopes>' })), of('jwt'));
    assert.match(findingsOf('config.json', json(byId))[0]?.message ?? '', /^By its technical/);
    assert.deepEqual(read('config.json', json({ ...byId, scopes })), of('oauth-server-to-server'));
    assert.deepEqual(found('config.json', json({ ...byId, scopes })), []);
    const oauth = json({ ...common, scopes, 'sandbox-name': 'prod' });
    assert.deepEqual(read('config.json', oauth), of('oauth-server-to-server'));
    assert.deepEqual(found('config.json', oauth), []);
    const half = json({ ...jwt, scopes });
    assert.deepEqual(read('config.json', half), of('oauth-server-to-server'));
    assert.deepEqual(found('config.json', half), [['half-migrated', '"pathToKey"']]);
  });

  it('is told what to change, without a fix', () => {
    const [finding, ...more] = findingsOf('config.json', json(jwt));
    assert.equal(more.length, 0);
    assert.equal(finding?.rule, 'jwt-credential');
    assert.deepEqual(finding?.fixes, []);
    assert.match(finding?.message ?? '', /remove `pathToKey`/);
  });

  it('has its scopes in one text', () => {
    const list = { ...common, scopes: ['openid', 'AdobeID', 'session'] };
    const text = json(list);
    assert.deepEqual(found('a.json', text), [['unexpected-type', '"scopes"']]);
    const [finding] = findingsOf('a.json', text);
    assert.match(finding?.message ?? '', /Write it as one text with commas\./);
    const fixed = finding?.fixes[0] && applyFix(text, finding.fixes[0]);
    assert.equal(fixed, json({ ...list, scopes: 'openid,AdobeID,session' }));
  });

  it('has other names in the connector of Query Service', () => {
    const text = json({
      CLIENT_SECRET: SECRET,
      API_KEY: CLIENT,
      SCOPES: scopes,
      IMS_ORG: ORG,
      TECHNICAL_ACCOUNT_ID: ACCOUNT_ID,
      CONTAINER_ID: 'tenant',
    });
    assert.deepEqual(read('config.json', text), of('oauth-server-to-server'));
    assert.deepEqual(found('config.json', text), []);
  });

  it('is none of another vendor', () => {
    const vendor = { org_id: '12345', client_id: 'a', secret: 'b', scopes: 'read write' };
    assert.equal(read('config.json', json(vendor)), undefined);
    const schema = { properties: common, org_id: {}, client_id: {}, secret: {} };
    assert.equal(read('config.json', json(schema)), undefined);
    assert.equal(read('config.json', json({ ...common, secret: undefined })), undefined);
    assert.equal(read('config.json', json({ inner: jwt })), undefined);
  });
});
