import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completedAt, completionsAt, labelsAt } from '../support/completion';
import { ACCOUNT_EMAIL, ACCOUNT_ID, CLIENT, ORG, packageOf } from '../support/samples';

const OTHER = '0A1B2C3D4E5F60718293A4B5@AdobeOrg';

const files = {
  'users.ims-integration.yaml': `authType: oauth-server-to-server\norgId: ${ORG}\nclientId: ${CLIENT}\ntechnicalAccountId: ${ACCOUNT_ID}\ntechnicalAccountEmail: ${ACCOUNT_EMAIL}\n`,
  'package.xml': packageOf(`imsOrgId="${OTHER}" clientId="Campaign-Acme"`),
  'blank.ims-integration.yaml': 'orgId: <your organization>\nclientId: ${CLIENT_ID}\n',
  'acme.ims.yaml': 'environments:\n  production:\n    version: 7.4.1\n  staging: {}\n',
};

describe('completion from the workspace', () => {
  it('offers the organizations of all files, those beside the same ids first', () => {
    assert.deepEqual(labelsAt('a.ims-integration.yaml', 'orgId: ‸', files), [OTHER, ORG]);
    const beside = `clientId: ${CLIENT}\norgId: ‸`;
    assert.deepEqual(labelsAt('a.ims-integration.yaml', beside, files), [ORG, OTHER]);
  });

  it('offers nothing that is found wrong elsewhere, and no blank, reference or test value', () => {
    const wrong = (...lines: readonly string[]) => ({
      ...files,
      'wrong.ims-integration.yaml': `${lines.join('\n')}\n`,
    });
    const rows: readonly (readonly [string, string, readonly string[]])[] = [
      ['orgId', ORG.toLowerCase().replace('adobeorg', 'AdobeOrg'), [OTHER, ORG]],
      ['orgId', ORG.toLowerCase(), [OTHER, ORG]],
      ['orgId', ORG.slice(1), [OTHER, ORG]],
      ['orgId', 'AAAAAAAAAAAAAAAAAAAAAAAA@AdobeOrg', [OTHER, ORG]],
      ['orgId', '$ORG@AdobeOrg', [OTHER, ORG]],
      ['clientId', CLIENT.toUpperCase(), [CLIENT]],
      ['clientId', '00000000000000000000000000000000', [CLIENT]],
      ['technicalAccountId', ACCOUNT_ID.toLowerCase(), [ACCOUNT_ID]],
      ['technicalAccountEmail', ACCOUNT_EMAIL.slice(1), [ACCOUNT_EMAIL]],
    ];
    for (const [key, value, expected] of rows) {
      const offered = labelsAt('a.ims-integration.yaml', `${key}: ‸`, wrong(`${key}: ${value}`));
      assert.deepEqual(offered, expected, `${key}: ${value}`);
    }
  });

  it('offers clients of the same sort only', () => {
    assert.deepEqual(labelsAt('a.ims-integration.yaml', 'clientId: ‸', files), [CLIENT]);
    assert.deepEqual(labelsAt('a.external-account.yaml', 'clientId: ‸', files), ['Campaign-Acme']);
  });

  it('gives an account in a package no client of the Developer Console', () => {
    const entities = '<package>\n  <entities schema="nms:extAccount">‸</entities>\n</package>\n';
    const account = completedAt('a.xml', entities, 'extAccount', files);
    assert.match(account, /clientId="‸&lt;client-id>,Campaign-Acme‸"/);
    assert.ok(!account.includes(CLIENT));
  });

  it('ranks what stands beside the same client before what only has the same organization', () => {
    const partner = [CLIENT, ACCOUNT_ID, ACCOUNT_EMAIL].map((id) => id.replace(/[0-9]/g, '7'));
    const [client = '', account = '', email = ''] = partner;
    const several = {
      'a.ims-integration.yaml': files['users.ims-integration.yaml'],
      'b.ims-integration.yaml': `authType: oauth-server-to-server\norgId: ${ORG}\nclientId: ${client}\ntechnicalAccountId: ${account}\ntechnicalAccountEmail: ${email}\n`,
    };
    const typed = `orgId: ${ORG}\nclientId: ${client}\n`;
    const value = (key: string) => labelsAt('c.ims-integration.yaml', `${typed}${key}: ‸`, several);
    assert.deepEqual(value('technicalAccountId'), [account, ACCOUNT_ID]);
    assert.deepEqual(value('technicalAccountEmail'), [email, ACCOUNT_EMAIL]);
    const key = (before: string) =>
      completedAt('c.ims-integration.yaml', `${before}‸`, 'technicalAccountId', several);
    assert.equal(key(typed), `${typed}technicalAccountId: ‸${account},${ACCOUNT_ID}‸`);
    const unknown = `orgId: ${ORG}\n`;
    assert.equal(
      key(unknown),
      `${unknown}technicalAccountId: ‸<technical-account-id>,${ACCOUNT_ID},${account}‸`,
    );
  });

  it('offers technical accounts and environments', () => {
    const account = (key: string) => labelsAt('a.ims-integration.yaml', `${key}: ‸`, files);
    assert.deepEqual(account('technicalAccountId'), [ACCOUNT_ID]);
    assert.deepEqual(account('technicalAccountEmail'), [ACCOUNT_EMAIL]);
    const environments = labelsAt('a.external-account.yaml', 'environment: ‸', files);
    assert.deepEqual(environments, ['production', 'staging']);
  });

  it('says where a value is used', () => {
    const [found] = completionsAt('a.ims-integration.yaml', 'clientId: ‸', files);
    assert.equal(found?.documentation, 'Used in `users.ims-integration.yaml`.');
    const name =
      'com.adobe.granite.auth.oauth.accesstoken.provider.translation.ims-integration.yaml';
    const long = { [name]: `clientId: ${CLIENT}\n` };
    const [other] = completionsAt('a.ims-integration.yaml', 'clientId: ‸', long);
    assert.equal(other?.documentation, 'Used in `com.adobe.gra…ation.ims-integration.yaml`.');
    const many = ['a', 'b', 'c', 'd', 'e'].map((each) => [
      `${each}.ims-integration.yaml`,
      `clientId: ${CLIENT}\n`,
    ]);
    const [shared] = completionsAt(
      'x.ims-integration.yaml',
      'clientId: ‸',
      Object.fromEntries(many),
    );
    assert.equal(
      shared?.documentation,
      'Used in `a.ims-integration.yaml`, `b.ims-integration.yaml`, `c.ims-integration.yaml` and 2 more.',
    );
  });

  it('explains keys, scopes and choices', () => {
    const keys = completionsAt('a.ims-integration.yaml', 'org‸');
    const key = keys.find(({ label }) => label === 'authType');
    assert.match(key?.documentation ?? '', /Authentication Type/);
    const scopes = completionsAt('a.ims-integration.yaml', 'scopes: [‸]');
    const scope = scopes.find(({ label }) => label === 'target_sdk');
    assert.equal(scope?.documentation, 'Scope of the Adobe Target API.');
    const [flow] = completionsAt('a.ims-integration.yaml', 'authType: ‸');
    assert.equal(flow?.documentation, 'OAuth Server-to-Server');
  });

  const SECRET = 'p8e-Zq3xT1vB7nM5kL9wR2yU4iO6aS8dF0gH';
  const PLAIN = 'geheim-1234';
  const canaries = {
    'one.ims-integration.yaml': `orgId: ${ORG}\nclientId: ${SECRET}\nclientSecret: ${SECRET}\n`,
    'two.external-account.yaml': `name: ${PLAIN}\nclientId: ${PLAIN}\nclientSecret: ${PLAIN}\norgId: ${PLAIN}\n`,
    'three.external-account.yaml': `clientId: ${PLAIN}\nclientSekret: ${SECRET}\n`,
    'four.ims.yaml': `environments:\n  ${SECRET}:\n    version: 7.4.1\n  ${PLAIN}:\n    version: 7.4.1\n`,
    '.env': `AIO_ims_contexts_a_client__id=${SECRET}\nAIO_ims_contexts_a_client__secrets=["${PLAIN}"]\nAIO_ims_contexts_a_technical__account__id=${PLAIN}\n`,
    'five.xml': packageOf(`clientId="${SECRET}" clientSecret="${SECRET}" password="${PLAIN}"`),
  };

  it('never offers a secret, wherever somebody put it', () => {
    const places: readonly (readonly [string, string])[] = [
      ...['name', 'orgId', 'clientId', 'clientSecret', 'environment', 'tenant'].map(
        (key) => ['a.external-account.yaml', `${key}: ‸`] as const,
      ),
      ...['orgId', 'clientId', 'clientSecret', 'technicalAccountId', 'technicalAccountEmail'].map(
        (key) => ['a.ims-integration.yaml', `${key}: ‸`] as const,
      ),
      ['a.external-account.yaml', '‸'],
      ['a.ims-integration.json', '{ ‸ }'],
      ['own.ims-integration.yaml', `clientSecret: ${SECRET}\nclientId: ‸`],
      ['own.ims-integration.yaml', `clientSecret: ${SECRET}‸`],
    ];
    for (const [file, code] of places) {
      const said = JSON.stringify(completionsAt(file, code, canaries));
      assert.ok(!said.includes(SECRET) && !said.includes(PLAIN), `${file}: ${code}`);
    }
  });
});
