import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outline } from '../../server/src/features/outline';
import { readDocument } from '../../server/src/model/document';
import { documentOf, findingsOf } from '../support/check';
import { hoverAt } from '../support/hover';
import { lines } from '../support/marks';
import { ACCOUNT_ID, CLIENT, ORG, SECRET } from '../support/samples';

const JAVA = 'src/main/resources/config.properties';

const java = (change: Readonly<Record<string, string | undefined>> = {}): string =>
  Object.entries({
    apiKey: CLIENT,
    technicalAccountId: ACCOUNT_ID,
    orgId: ORG,
    secret: '${CLIENT_SECRET}',
    metascopes: 'ent_analytics_bulk_ingest_sdk',
    key_path: 'secret.key',
    imsHost: 'ims-na1.adobelogin.com',
    imsExchange: 'https://ims-na1.adobelogin.com/ims/exchange/jwt',
    discoveryUrl: 'https://analytics.adobe.io/discovery/me',
    ...change,
  })
    .flatMap(([key, value]) => (value === undefined ? [] : `${key}=${value}\n`))
    .join('');

const read = (file: string, text: string) => {
  const document = readDocument(file, text);
  return document?.entities.map(({ label, flow }) => [document.kind.id, label, flow]);
};
const found = (file: string, text: string) =>
  findingsOf(file, text).map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`);

describe('settings of a program', () => {
  it('are a JWT credential that the program has to change', () => {
    assert.deepEqual(read(JAVA, java()), [['ini-properties', undefined, 'jwt']]);
    const [finding, ...more] = findingsOf(JAVA, java());
    assert.deepEqual(more, []);
    assert.equal(finding?.rule, 'jwt-credential');
    assert.match(finding.message, /your own code: .*`metascopes` and `key_path`/);
    assert.deepEqual(finding.fixes, []);
  });

  it('are read whatever their lines end with', () => {
    for (const text of [
      `\uFEFF${java().replaceAll('\n', '\r\n')}`,
      java().replaceAll('=', ' : '),
      `! note\n${java().replace('ent_', '\\\n    ent_')}`,
    ]) {
      assert.deepEqual(read(JAVA, text), [['ini-properties', undefined, 'jwt']]);
      assert.deepEqual(found(JAVA, text), ['jwt-credential: metascopes']);
    }
  });

  it('are read in the notation of Python as well, with and without sections', () => {
    const text = java().replaceAll('=', ' = ').toLowerCase().replace(ORG.toLowerCase(), ORG);
    const bare = text.replace(ACCOUNT_ID.toLowerCase(), ACCOUNT_ID);
    assert.deepEqual(read('config.ini', bare), [['ini-properties', undefined, 'jwt']]);
    assert.deepEqual(read('config.ini', `[analytics]\n${bare}`), [
      ['ini-properties', 'analytics', 'jwt'],
    ]);
    const two = `[dev]\n${bare}\n[prod]\n${bare.replace(/metascopes.*\n|key_path.*\n|imsexchange.*\n/g, '')}scopes = openid,AdobeID\n`;
    assert.deepEqual(read('config.ini', two), [
      ['ini-properties', 'dev', 'jwt'],
      ['ini-properties', 'prod', 'oauth-server-to-server'],
    ]);
  });

  it('are half migrated where the address is that of OAuth', () => {
    const address = 'https://ims-na1.adobelogin.com/ims/token/v3';
    const text = java({ imsExchange: address });
    const [finding, ...more] = findingsOf(JAVA, text);
    assert.deepEqual(more, []);
    assert.equal(finding?.rule, 'half-migrated');
    assert.equal(text.slice(finding.span.start, finding.span.end), `imsExchange=${address}`);
    assert.match(finding.message, /only JWT needs: `metascopes` and `key_path`/);
    assert.deepEqual(finding.fixes, []);
    const done = java({
      imsExchange: address,
      metascopes: undefined,
      key_path: undefined,
      scopes: 'openid,AdobeID,additional_info.projectedProductContext',
    });
    assert.deepEqual(found(JAVA, done), []);
  });

  it('hold both where the keys of both are there', () => {
    const text = java({ imsExchange: undefined, scopes: 'openid,AdobeID' });
    assert.deepEqual(found(JAVA, text), ['mixed-credential: metascopes']);
  });

  it('are checked value by value, and keep their secrets', () => {
    assert.ok(
      found(JAVA, java({ orgId: ORG.toLowerCase() })).includes(
        `org-id-malformed: ${ORG.toLowerCase()}`,
      ),
    );
    const text = java({ secret: SECRET });
    assert.deepEqual(found(JAVA, text), ['jwt-credential: metascopes']);
    const tracked = findingsOf(JAVA, text, { tracked: true });
    assert.deepEqual(
      tracked.map(({ rule }) => rule),
      ['secret-in-plain-text', 'jwt-credential'],
    );
    for (const { message } of tracked) assert.ok(!message.includes(SECRET));
  });

  it('are none of ours where others are meant', () => {
    const others: readonly (readonly [file: string, text: string])[] = [
      [JAVA, 'apiKey=1\nsecret=2\nscopes=read'],
      [JAVA, 'client.id=1\nclient.secret=2\norganization.id=acme'],
      [JAVA, 'imsHost=10.0.0.1\napiKey=1\nsecret=2'],
      [
        JAVA,
        'apiKey=API key\nsecret=Client secret of the project\ntechnicalAccountId=Technical account ID\n',
      ],
      ['src/Messages.properties', java()],
      ['src/messages_de.properties', java()],
      ['src/AdminMessages.properties', java()],
      ['src/i18n/config.properties', java()],
      [JAVA, `orgId=${ORG}\nreportSuite=shop\n`],
      ['config.ini', `[shop]\ntechnical_account_id = ${ACCOUNT_ID}\n`],
    ];
    for (const [file, text] of others) assert.equal(read(file, text), undefined, text);
  });

  it('are templates with sentences in the place of values', () => {
    const text = lines`
      ims_url=https://ims-na1.adobelogin.com
      meta_scopes=/s/event_receiver_api,/s/ent_adobeio_sdk
      ims_organization_id = your organization as shown in the console
      api_key = your API key as shown in the console
      client_secret = your client secret as shown in the console
      pkcs8_file_path = /absolute/path/to/private.pkcs8.key
    `;
    assert.deepEqual(read('ims.properties', text), [['ini-properties', undefined, 'jwt']]);
  });

  it('leave aio-lib-java to its own kind', () => {
    const text = `aio_api_key=${CLIENT}\naio_ims_org_id=${ORG}\naio_client_secret=x\n`;
    assert.equal(documentOf('workspace.properties', text).kind.id, 'aio-lib-java');
  });
});

describe('usermanagement.config', () => {
  const text = lines`
    [server]
    host = usermanagement.adobe.io
    ims_host = ims-na1.adobelogin.com
    ims_endpoint_jwt = /ims/exchange/jwt

    [enterprise]
    org_id = ${ORG}
    api_key = ${CLIENT}
    client_secret = <my client secret>
    tech_acct = ${ACCOUNT_ID}
    priv_key_filename = private.key
  `;

  it('has one credential in two sections', () => {
    const [entity] = documentOf('usermanagement.config', text).entities;
    assert.equal(entity?.label, 'enterprise');
    assert.equal(entity?.flow, 'jwt');
    assert.ok(entity?.fields.has('tokenEndpoint'));
    assert.ok(entity?.fields.has('imsServer'));
    assert.match(text.slice(entity!.head.start, entity!.head.end), /enterprise/);
    assert.deepEqual(found('usermanagement.config', text), [
      'placeholder-left: <my client secret>',
      'jwt-credential: priv_key_filename',
    ]);
  });

  it('explains its keys, and reads well in the outline', () => {
    const hover = hoverAt('usermanagement.config', text.replace('tech_acct', 'tech_‸acct'));
    assert.match(hover?.markdown ?? '', /Technical Account ID/);
    assert.match(JSON.stringify(outline(documentOf('usermanagement.config', text))), /enterprise/);
  });
});
