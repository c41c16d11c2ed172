import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { labelsAt, testCompletions, testSilence } from '../support/completion';
import { lines } from '../support/marks';
import { CLIENT, ORG } from '../support/samples';

const others = { 'other.ims-integration.yaml': `orgId: ${ORG}\nclientId: ${CLIENT}\n` };

describe('completion in JSON', () => {
  testCompletions(
    'a.ims-integration.json',
    [
      ['a key in an empty file', '‸', 'orgId', `{\n  "orgId": "‸${ORG}‸"\n}`],
      ['a key in empty braces', '{‸}', 'title', '{"title": "‸"}'],
      ['a key on a line', '{\n  ‸\n}\n', 'title', '{\n  "title": "‸"\n}\n'],
      ['a key in open braces', '{\n  ‸', 'title', '{\n  "title": "‸"'],
      ['a key without quotes', '{\n  ti‸\n}\n', 'title', '{\n  "title": "‸"\n}\n'],
      ['a key in quotes', '{\n  "ti‸"\n}\n', 'title', '{\n  "title": "‸"\n}\n'],
      ['a key in an open quote', '{\n  "ti‸\n}\n', 'title', '{\n  "title": "‸"\n}\n'],
      [
        'a key behind a comma',
        '{ "title": "x", ‸ }',
        'solution',
        '{ "title": "x", "solution": "‸" }',
      ],
      [
        'a key behind a member without its comma',
        '{\n  "title": "x"\n  ‸\n}',
        'scopes',
        '{\n  "title": "x",\n  "scopes": ["‸"]\n}',
      ],
      [
        'a key before a member',
        '{\n  ‸\n  "title": "x"\n}',
        'scopes',
        '{\n  "scopes": ["‸"],\n  "title": "x"\n}',
      ],
      [
        'an open quote before a member',
        '{\n  "sc‸\n  "title": "x"\n}',
        'scopes',
        '{\n  "scopes": ["‸"],\n  "title": "x"\n}',
      ],
      ['a switch', '{\n  ‸\n}', 'autoProvisioned', '{\n  "autoProvisioned": true\n}'],
      ['only the key where it has a value', '{ "org‸Ig": "x" }', 'orgId', '{ "orgId": "x" }'],
      ['a value', '{ "orgId": ‸ }', ORG, `{ "orgId": "${ORG}" }`],
      ['a value behind a colon', '{ "orgId":‸}', ORG, `{ "orgId": "${ORG}"}`],
      ['a value in quotes', '{ "orgId": "3F‸xx" }', ORG, `{ "orgId": "${ORG}" }`],
      ['a value in an open quote', '{\n  "orgId": "‸\n}', ORG, `{\n  "orgId": "${ORG}"\n}`],
      [
        'a value before a member',
        '{\n  "orgId": "‸\n  "title": "x"\n}',
        ORG,
        `{\n  "orgId": "${ORG}",\n  "title": "x"\n}`,
      ],
      ['a boolean', '{ "autoProvisioned": ‸ }', 'false', '{ "autoProvisioned": false }'],
      [
        'a boolean that begins',
        '{ "autoProvisioned": f‸ }',
        'false',
        '{ "autoProvisioned": false }',
      ],
      [
        'the flow',
        '{ "authType": "‸" }',
        'oauth-server-to-server',
        '{ "authType": "oauth-server-to-server" }',
      ],
      ['a list', '{ "scopes": ‸ }', 'openid,AdobeID', '{ "scopes": ["openid", "AdobeID"] }'],
      [
        'a scope in brackets',
        '{ "scopes": ["openid", ‸] }',
        'AdobeID',
        '{ "scopes": ["openid", "AdobeID"] }',
      ],
      [
        'a scope without its comma',
        '{ "scopes": ["openid" ‸] }',
        'AdobeID',
        '{ "scopes": ["openid", "AdobeID"] }',
      ],
      [
        'a scope before others',
        '{ "scopes": [‸ "openid"] }',
        'AdobeID',
        '{ "scopes": ["AdobeID", "openid"] }',
      ],
      [
        'a scope in quotes',
        '{ "scopes": ["openid", "‸"] }',
        'AdobeID',
        '{ "scopes": ["openid", "AdobeID"] }',
      ],
      [
        'a scope in an open quote',
        '{ "scopes": ["openid", "‸] }',
        'AdobeID',
        '{ "scopes": ["openid", "AdobeID"] }',
      ],
      [
        'a scope between commas',
        '{ "scopes": "openid, A‸" }',
        'AdobeID',
        '{ "scopes": "openid, AdobeID" }',
      ],
      [
        'with comments around',
        '{\n  // first\n  "title": "x" // second\n  ‸\n  // third\n}',
        'scopes',
        '{\n  // first\n  "title": "x", // second\n  "scopes": ["‸"]\n  // third\n}',
      ],
    ],
    others,
  );

  testCompletions(
    'shop.json',
    [
      [
        'a key of a download',
        `{\n  "ORG_ID": "${ORG}",\n  "TECHNICAL_ACCOUNT_ID": "x",\n  ‸\n}`,
        'CLIENT_ID',
        `{\n  "ORG_ID": "${ORG}",\n  "TECHNICAL_ACCOUNT_ID": "x",\n  "CLIENT_ID": "‸<client-id>,${CLIENT}‸"\n}`,
      ],
      [
        'the key that shows what the file is',
        '{ "OR‸G_ID": "x", "TECHNICAL_ACCOUNT_ID": "x" }',
        'ORG_ID',
        '{ "ORG_ID": "x", "TECHNICAL_ACCOUNT_ID": "x" }',
      ],
    ],
    others,
  );

  testCompletions('pdfservices-api-credentials.json', [
    [
      'a key in a block',
      '{\n  "client_credentials": { ‸ },\n  "service_principal_credentials": {}\n}',
      'client_id',
      '{\n  "client_credentials": { "client_id": "‸" },\n  "service_principal_credentials": {}\n}',
    ],
    [
      'a block',
      '{\n  "service_principal_credentials": {},\n  ‸\n}',
      'client_credentials',
      '{\n  "service_principal_credentials": {},\n  "client_credentials": {\n    "client_id": "‸",\n    "client_secret": "‸"\n  }\n}',
    ],
  ]);

  testCompletions('NmsPipeline_Config.json', [
    ['a topic', '{ "topics": [{ ‸ }] }', 'name', '{ "topics": [{ "name": "‸triggers‸" }] }'],
    [
      'a trigger',
      '{ "topics": [{ "name": "triggers", "triggers": [{ ‸ }] }] }',
      'jsConnector',
      '{ "topics": [{ "name": "triggers", "triggers": [{ "jsConnector": "‸" }] }] }',
    ],
  ]);

  const context = (typed: string) => lines`
    {
      ims: {
        contexts: {
          shop: {
            client_id: 0123456789abcdef0123456789abcdef
            technical_account_id: x
            ${typed}
          }
        }
      }
    }
  `;
  testCompletions('.aio', [
    ['a key of a context', context('‸'), 'client_secrets', context('client_secrets: ["‸"]')],
    ['a key that begins', context('cl‸'), 'client_secrets', context('client_secrets: ["‸"]')],
    [
      'a scope',
      context('scopes: ["openid", "‸"]'),
      'AdobeID',
      context('scopes: ["openid", "AdobeID"]'),
    ],
    [
      'a scope in a text',
      context(`scopes: '["openid", "‸"]'`),
      'AdobeID',
      context(`scopes: '["openid", "AdobeID"]'`),
    ],
  ]);

  testSilence('a.ims-integration.json', [
    ['before the text', '‸{ "title": "x" }'],
    ['behind the text', '{ "title": "x" }‸'],
    ['right behind a value', '{ "title": "x"‸ }'],
    ['behind a key', '{ "title" ‸ }'],
    ['in a comment', '{ // ‸\n}'],
    ['in an object of no fields', '{ "title": { ‸ } }'],
    ['before a text that is the value', '{ "solution": ‸"target" }'],
    ['before a text with a blank between', '{ "solution":‸ "target" }'],
    ['before a list that is the value', '{ "scopes": ‸["openid"] }'],
    ['before a switch with a blank between', '{ "autoProvisioned":‸ true }'],
  ]);

  it('offers the technical account of a download that has none', () => {
    const text = `{"ORG_ID": "${ORG}", "CLIENT_ID": "x", "CLIENT_SECRETS": ["z"], ‸}`;
    assert.ok(labelsAt('download.json', text).includes('TECHNICAL_ACCOUNT_ID'));
    const scopes = text.replace('‸', '"SCOPES": ["‸"]');
    assert.ok(labelsAt('download.json', scopes).includes('openid'));
  });

  it('offers no list inside of quotes', () => {
    const text = `{"ORG_ID": "${ORG}", "CLIENT_ID": "x", "TECHNICAL_ACCOUNT_ID": "y", "CLIENT_SECRETS": ["z"], "SCOPES": ‸}`;
    const all = 'openid,AdobeID';
    assert.ok(labelsAt('download.json', text).includes(all));
    const quoted = labelsAt('download.json', text.replace('‸', '"‸"'));
    assert.ok(quoted.includes('openid') && !quoted.includes(all));
  });
});
