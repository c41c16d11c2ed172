import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixText } from '../../server/src/features/fix-all';
import { redactor } from '../../server/src/rules/redaction';
import { noSettings } from '../../server/src/rules/settings';
import { code } from '../../server/src/text/message';
import { documentOf, findingsOf, TODAY } from '../support/check';
import { ORG, oauth, packageOf } from '../support/samples';

/** Mistakes that were made once, each in the words of the user who met it. */
const file = 'a.ims-integration.yaml';
const rulesOf = (name: string, text: string) => findingsOf(name, text).map(({ rule }) => rule);
const fixed = (name: string, text: string) =>
  fixText(name, text, { settings: noSettings, today: TODAY }, ['safe', 'unsafe']).text;

describe('references', () => {
  for (const value of ['{{ORG}}', '{{ org }}', '{secure: org}', '"{{ORG}}"', '${ORG}']) {
    it(`are silent in the place of a text: ${value}`, () => {
      assert.deepEqual(rulesOf(file, oauth().replace(ORG, value)), []);
    });
  }

  for (const item of ['{secure: b}', '{{SCOPE}}', '"${SCOPE}"']) {
    it(`are silent in a list: ${item}`, () => {
      assert.deepEqual(rulesOf(file, oauth().replace('user_management_sdk', item)), []);
    });
  }

  it('are silent in the place of a whole group', () => {
    assert.deepEqual(rulesOf('a.ims.yaml', 'environments:\n  - ${PRODUCTION}\n'), []);
    assert.deepEqual(rulesOf('a.external-account.yaml', '${ACCOUNT}\n'), []);
  });
});

describe('a product that two values fit', () => {
  it('is chosen by nobody but a person', () => {
    const text = 'environments:\n  - name: a\n    product: campaign\n    version: 7.4.1\n';
    assert.equal(fixed('a.ims.yaml', text), text);
    const [finding] = findingsOf('a.ims.yaml', text);
    assert.deepEqual(
      finding?.fixes.map(({ title }) => title),
      ['Use `campaign-classic`', 'Use `campaign-v8`'],
    );
  });

  it('is chosen where only one fits', () => {
    assert.equal(
      fixed('a.ims.yaml', 'environments: [{stage: prod}]\n'),
      'environments: [{stage: production}]\n',
    );
  });
});

describe('a misspelled key', () => {
  it('is renamed once, where two mean the same field', () => {
    const text = oauth().replace('orgId', 'org_id') + `orgid: ${ORG}\n`;
    assert.ok(!rulesOf(file, fixed(file, text)).includes('duplicate-key'));
  });

  it('keeps its secret hidden', () => {
    for (const key of ['clientSecrt', 'client_secret', 'passphrse', 'privatekey']) {
      const text = `${oauth()}${key}: hunter2hunter2\n`;
      assert.equal(redactor(documentOf(file, text))('hunter2hunter2'), '•••', key);
    }
  });
});

describe('secrets that overlap in a text', () => {
  it('are hidden together', () => {
    const secrets = ['first-second', 'second-third', 'second'];
    const text = `clientSecret: [${secrets.join(', ')}]\n`;
    const redact = redactor(documentOf(file, text));
    assert.equal(redact('a first-second-third b second c'), 'a ••• b ••• c');
    assert.equal(redact('secon'), 'secon');
  });

  it('are hidden in small letters, too, as a host would be named', () => {
    const redact = redactor(documentOf(file, 'clientSecret: Hunter2Hunter2\n'));
    assert.equal(redact('names `hunter2hunter2`, Hunter2Hunter2'), 'names `•••`, •••');
  });

  it('are hidden as they are written between back-ticks, too', () => {
    const secret = 'hunter`2\nhunter2';
    const redact = redactor(documentOf(file, `clientSecret: ${JSON.stringify(secret)}\n`));
    assert.equal(redact(secret), '•••');
    assert.equal(redact(code(secret)), '`•••`');
  });
});

describe('a number', () => {
  it('is a wrong type, whatever a rule would make of its text', () => {
    assert.deepEqual(rulesOf(file, oauth().replace(/scopes: .*/, 'scopes: 12')), [
      'unexpected-type',
    ]);
    assert.deepEqual(rulesOf(file, oauth().replace(/clientId: .*/, 'clientId: 123')), [
      'unexpected-type',
    ]);
  });
});

describe('child elements that repeat', () => {
  it('are all searched for secrets', () => {
    const text = packageOf('label="x"').replace(
      '/>',
      '><s3Account awsSecret="hunter21"/><s3Account awsSecret="hunter22"/></extAccount>',
    );
    const secrets = rulesOf('a.xml', text).filter((rule) => rule === 'secret-in-plain-text');
    assert.equal(secrets.length, 2);
  });
});

describe('words without commas', () => {
  it('are one mistake, also with a metascope among them', () => {
    const text = oauth().replace(
      '[openid, AdobeID, user_management_sdk]',
      'openid AdobeID ent_user_sdk',
    );
    assert.deepEqual(rulesOf(file, text), ['metascope-in-scopes']);
  });
});

describe('an account that a package only mentions', () => {
  it('is not judged', () => {
    for (const operation of ['none', 'delete']) {
      const text = packageOf(`_operation="${operation}" callbackServer="http://x.example"`);
      assert.deepEqual(rulesOf('a.xml', text), [], operation);
    }
  });

  it('is not asked for more where it is brought up to date', () => {
    assert.deepEqual(rulesOf('a.xml', packageOf('_operation="update" imsRightsMask="a (.*)"')), []);
  });

  it('is one mistake where it is cut off', () => {
    const text = '<package><entities schema="nms:extAccount"><extAccount name="MAC" imsServer="';
    assert.deepEqual([...new Set(rulesOf('a.xml', text))], ['syntax-error']);
  });
});

describe('a blank of a conversion', () => {
  it('is reported in every field', () => {
    const text = ['label: <label>', 'name: a <b>', ''].join('\n');
    const found = rulesOf('a.external-account.yaml', text);
    assert.equal(found.filter((rule) => rule === 'placeholder-left').length, 1);
  });
});
