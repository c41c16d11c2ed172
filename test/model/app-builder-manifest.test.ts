import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outline } from '../../server/src/features/outline';
import { readDocument } from '../../server/src/model/document';
import { documentOf, findingsOf } from '../support/check';
import { hoverAt } from '../support/hover';

const SECRET = 'p8e-0123456789abcdefghijklmnopqrstuv';

/** An action with these inputs. */
const action = (...inputs: readonly string[]): string =>
  [
    'runtimeManifest:',
    '  packages:',
    '    shop:',
    '      actions:',
    '        prices:',
    '          function: actions/prices/index.js',
    '          inputs:',
    '            LOG_LEVEL: debug',
    ...inputs.map((line) => `            ${line}`),
    '          annotations:',
    '            require-adobe-auth: true',
    '',
  ].join('\n');

const variables = (...names: readonly string[]): string =>
  action(...names.map((name) => `${name}: $${name}`));

const FILE = 'src/shop/ext.config.yaml';

const flowsIn = (text: string) => readDocument(FILE, text)?.entities.map(({ flow }) => flow);
const found = (text: string) =>
  findingsOf(FILE, text).map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`);

describe('a manifest of App Builder', () => {
  it('has a credential for each set of inputs that belong together', () => {
    const cases: readonly (readonly [text: string, flow: string])[] = [
      [variables('JWT_CLIENT_ID', 'JWT_IMS_ORG', 'JWT_METASCOPES', 'JWT_PRIVATE_KEY'), 'jwt'],
      [
        variables('IMS_OAUTH_S2S_CLIENT_ID', 'IMS_OAUTH_S2S_CLIENT_SECRET'),
        'oauth-server-to-server',
      ],
      [
        variables('AIO_COMMERCE_AUTH_IMS_CLIENT_ID', 'AIO_COMMERCE_AUTH_IMS_CLIENT_SECRETS'),
        'oauth-server-to-server',
      ],
      [
        variables('OAUTH_CLIENT_ID', 'OAUTH_CLIENT_SECRETS', 'OAUTH_TECHNICAL_ACCOUNT_ID'),
        'oauth-server-to-server',
      ],
      [action('docCloudClientId: ${A}', 'docCloudOrgId: ${B}', 'docCloudPrivateKey: ${C}'), 'jwt'],
      [
        action(
          'client_id : $AIO_ims_contexts_Shop__-__Stage_client__id',
          'client_secret : $AIO_ims_contexts_Shop__-__Stage_client__secret',
          'ims_org_id : $ORG',
          'meta_scopes : $SCOPES',
          'private_key : $KEY',
        ),
        'jwt',
      ],
    ];
    for (const [text, flow] of cases) {
      assert.deepEqual(flowsIn(text), [flow], text);
      const rules = findingsOf(FILE, text).map(({ rule }) => rule);
      assert.deepEqual(rules, flow === 'jwt' ? ['jwt-credential'] : [], text);
    }
  });

  it('keeps two credentials of one action apart', () => {
    const text = variables(
      ...['JWT_CLIENT_ID', 'JWT_IMS_ORG', 'JWT_PRIVATE_KEY'],
      ...['OAUTH_CLIENT_ID', 'OAUTH_CLIENT_SECRET', 'OAUTH_SCOPES', 'OAUTH_IMS_ORG_ID'],
    );
    assert.deepEqual(flowsIn(text), ['jwt', 'oauth-server-to-server']);
    assert.deepEqual(
      outline(documentOf(FILE, text)).map(({ name }) => name),
      ['prices JWT', 'prices OAUTH'],
    );
  });

  it('says what to change instead, and edits nothing', () => {
    const text = variables('JWT_CLIENT_ID', 'JWT_IMS_ORG', 'JWT_METASCOPES', 'JWT_PRIVATE_KEY');
    const [finding] = findingsOf(FILE, text);
    assert.match(finding?.message ?? '', /your own code.*\/ims\/token\/v3.*`JWT_PRIVATE_KEY`/);
    assert.deepEqual(finding?.fixes, []);
  });

  it('tells credentials that AEM made', () => {
    const text = variables(
      ...['IMS_ENDPOINT', 'METASCOPES', 'TECHNICAL_ACCOUNT_CLIENT_ID', 'ORGANIZATION_ID'],
      ...['TECHNICAL_ACCOUNT_CLIENT_SECRET', 'TECHNICAL_ACCOUNT_ID', 'PRIVATE_KEY'],
    );
    const [finding] = findingsOf(FILE, text);
    assert.equal(finding?.severity, 'warning');
    assert.match(finding?.message ?? '', /AEM's own Developer Console/);
  });

  it('holds no secrets', () => {
    const text = action(
      'ADOBE_CLIENT_ID: $ADOBE_CLIENT_ID',
      `ADOBE_CLIENT_SECRET: ${SECRET}`,
      `token: '${SECRET}'`,
    );
    assert.deepEqual(found(text), [
      `secret-in-plain-text: ${SECRET}`,
      `secret-in-plain-text: ${SECRET}`,
    ]);
    const [finding] = findingsOf(FILE, text);
    assert.deepEqual(
      finding?.fixes[0]?.edits().map(({ newText }) => newText),
      ['$ADOBE_CLIENT_SECRET'],
    );
  });

  it('explains inputs', () => {
    const code = action('docCloudClientId: $A', '«docCloud‸OrgId»: $B', 'docCloudPrivateKey: $C');
    assert.match(hoverAt(FILE, code)?.markdown ?? '', /^\*\*Organization ID\*\* `docCloudOrgId`/);
  });

  it('is none of ours without a credential among its inputs', () => {
    for (const text of [
      variables('COMMERCE_CONSUMER_KEY', 'COMMERCE_CONSUMER_SECRET'),
      variables('MARKETO_CLIENT_ID', 'MARKETO_CLIENT_SECRET', 'META_SCOPE_NOTE'),
      action('aemServiceCredentials : $AEM_SERVICE_CREDENTIALS', 'apiKey: $SERVICE_API_KEY'),
      'inputs:\n  JWT_CLIENT_ID:\n    description: x\n  JWT_IMS_ORG:\n    description: technicalAccount\n',
      'services:\n  shop:\n    environment:\n      IMS_ORG_ID: $A\n      CLIENT_ID: $B\n      CLIENT_SECRET: $C\n',
    ]) {
      assert.equal(readDocument(FILE, text), undefined, text);
    }
  });
});
