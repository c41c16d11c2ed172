import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentOf } from '../support/check';
import { completionsAt, labelsAt, testCompletions, testSilence } from '../support/completion';
import { lines } from '../support/marks';
import { ORG } from '../support/samples';

const others = {
  'other.ims.yaml': lines`
    environments:
      production:
        version: 7.4.1
      staging:
        version: 7.4.1
    integrations:
      - title: Users
        orgId: ${ORG}
  `,
};

describe('completion in YAML', () => {
  testCompletions(
    'a.external-account.yaml',
    [
      ['a key in an empty file', '‸', 'orgId', `orgId: ‸${ORG}‸`],
      [
        'a key that begins',
        'name: x\nor‸\nlabel: y\n',
        'orgId',
        `name: x\norgId: ‸${ORG}‸\nlabel: y\n`,
      ],
      [
        'a key on an empty line',
        'name: x\n‸\nlabel: y\n',
        'tenant',
        'name: x\ntenant: ‸\nlabel: y\n',
      ],
      ['a key in quotes', 'name: x\n"ten‸"\n', 'tenant', 'name: x\n"tenant": ‸\n'],
      ['a key whose quote is open', 'name: x\n"ten‸\n', 'tenant', 'name: x\n"tenant": ‸\n'],
      ['only the key where it has a value', 'name: x\norg‸Ig: y\n', 'orgId', 'name: x\norgId: y\n'],
      ['a key with a list', 'name: x\n‸', 'imsScope', 'name: x\nimsScope: [‸]'],
      ['a value with a switch', 'name: x\n‸', 'enabled', 'name: x\nenabled: ‸true,false‸'],
      ['a value behind a colon', 'orgId:‸', ORG, `orgId: ${ORG}`],
      ['a value behind a blank', 'orgId: ‸\nname: x', ORG, `orgId: ${ORG}\nname: x`],
      ['a value in an open quote', 'orgId: "‸\nname: x', ORG, `orgId: "${ORG}"\nname: x`],
      ['a value in quotes', "orgId: '3F‸'\nname: x", ORG, `orgId: '${ORG}'\nname: x`],
      ['a value before a comment', 'orgId: ‸# whose\n', ORG, `orgId: ${ORG} # whose\n`],
      [
        'a value around the cursor',
        'imsServer: https://ims‸-na # where\n',
        'https://ims-na1.adobelogin.com',
        'imsServer: https://ims-na1.adobelogin.com # where\n',
      ],
      ['a switch', 'enabled: ‸', 'false', 'enabled: false'],
      ['the name of an environment', 'environment: ‸', 'staging', 'environment: staging'],
      ['a scope as a list', 'imsScope: ‸', 'openid', 'imsScope: [openid]'],
      [
        'all usual scopes',
        'imsScope: ‸',
        'openid,AdobeID,session,read_organizations,additional_info.projectedProductContext',
        'imsScope: [openid, AdobeID, session, read_organizations, additional_info.projectedProductContext]',
      ],
      [
        'a scope in brackets',
        'imsScope: [openid, ‸]\nname: x',
        'AdobeID',
        'imsScope: [openid, AdobeID]\nname: x',
      ],
      [
        'a scope on a line of its own in brackets',
        'imsScope: [openid,\n  ‸\n  campaign_sdk]',
        'AdobeID',
        'imsScope: [openid,\n  AdobeID,\n  campaign_sdk]',
      ],
      [
        'a scope right behind a dash',
        'imsScope:\n  - openid\n  -‸\nname: x',
        'AdobeID',
        'imsScope:\n  - openid\n  - AdobeID\nname: x',
      ],
      [
        'a scope without its comma',
        'imsScope: [openid ‸]',
        'AdobeID',
        'imsScope: [openid, AdobeID]',
      ],
      ['a scope before others', 'imsScope: [‸ openid]', 'AdobeID', 'imsScope: [AdobeID,  openid]'],
      [
        'a scope in open brackets',
        'imsScope: [openid, Ado‸\nname: x',
        'AdobeID',
        'imsScope: [openid, AdobeID\nname: x',
      ],
      [
        'a scope in quotes in brackets',
        'imsScope: ["openid", "‸"]',
        'AdobeID',
        'imsScope: ["openid", "AdobeID"]',
      ],
      [
        'a scope in an open quote in brackets',
        'imsScope: ["openid", "‸]',
        'AdobeID',
        'imsScope: ["openid", "AdobeID"]',
      ],
      [
        'a scope over several lines',
        'imsScope: [\n  openid,\n  ‸\n]',
        'AdobeID',
        'imsScope: [\n  openid,\n  AdobeID\n]',
      ],
      [
        'a scope behind a dash',
        'imsScope:\n  - openid\n  - ‸\n',
        'AdobeID',
        'imsScope:\n  - openid\n  - AdobeID\n',
      ],
      [
        'a scope without its dash',
        'imsScope:\n  - openid\n  ‸\n',
        'AdobeID',
        'imsScope:\n  - openid\n  - AdobeID\n',
      ],
      [
        'the first scope of a list',
        'imsScope:\n  ‸\nname: x',
        'openid',
        'imsScope:\n  - openid\nname: x',
      ],
      [
        'a scope between commas',
        'imsScope: openid, Ad‸o, session',
        'AdobeID',
        'imsScope: openid, AdobeID, session',
      ],
      [
        'a scope right behind another one',
        'imsScope: ["openid"‸]',
        'AdobeID',
        'imsScope: ["openid", AdobeID]',
      ],
      ['another key in braces', '{ na‸me: x, tenant: y }', 'label', '{ label: x, tenant: y }'],
      [
        'a value right behind its colon',
        '{ name: x, enabled:‸ }',
        'true',
        '{ name: x, enabled: true }',
      ],
      ['a scope behind a comma', 'imsScope: "openid,‸"', 'AdobeID', 'imsScope: "openid,AdobeID"'],
      [
        'a mask',
        'tenant: acme\nassociationMask: ‸',
        'Campaign - acme - (.*)',
        'tenant: acme\nassociationMask: Campaign - acme - (.*)',
      ],
      [
        'a mask with a quote in it',
        "associationMask: 'Camp‸aign - it''s - (.*)' # mask\n",
        'Campaign - <tenant> - (.*)',
        "associationMask: 'Campaign - ‸<tenant>‸ - (.*)' # mask\n",
      ],
      [
        'a key behind a text with a quote in it',
        "{ label: 'it''s', ‸ }",
        'enabled',
        "{ label: 'it''s', enabled: ‸true,false‸ }",
      ],
    ],
    others,
  );

  testCompletions('a.ims.yaml', [
    [
      'the beginning of a section',
      'integrations: ‸\n',
      'Integrations',
      'integrations: \n  - title: ‸<title>‸\n    authType: oauth-server-to-server\n',
    ],
    [
      'all of a group',
      'environments:\n  a:\n    clientConsole: ‸\n',
      'Client console',
      'environments:\n  a:\n    clientConsole: \n      version: ‸\n      browserEngine: ‸webview2,internet-explorer-11‸\n',
    ],
    [
      'a section',
      '‸',
      'integrations',
      'integrations:\n  - title: ‸<title>‸\n    authType: oauth-server-to-server',
    ],
    [
      'a key of a list item',
      'integrations:\n  - title: x\n    ‸\n  - title: y\n',
      'authType',
      'integrations:\n  - title: x\n    authType: ‸oauth-server-to-server‸\n  - title: y\n',
    ],
    [
      'the first key of a list item',
      'integrations:\n  - ti‸\n',
      'title',
      'integrations:\n  - title: ‸\n',
    ],
    [
      'a further item without its dash',
      'integrations:\n  - title: x\n  ‸\n',
      'title',
      'integrations:\n  - title: x\n  - title: ‸\n',
    ],
    [
      'a key of a map entry',
      'environments:\n  a:\n    ‸\n',
      'hosting',
      'environments:\n  a:\n    hosting: ‸on-premise,hybrid,hosted‸\n',
    ],
    [
      'a group of keys',
      'environments:\n  a:\n    ‸\n',
      'clientConsole',
      'environments:\n  a:\n    clientConsole:\n      version: ‸\n      browserEngine: ‸webview2,internet-explorer-11‸\n',
    ],
    [
      'a key of a group',
      'environments:\n  a:\n    clientConsole:\n      ‸\n',
      'version',
      'environments:\n  a:\n    clientConsole:\n      version: ‸\n',
    ],
    [
      'a key in braces',
      'environments:\n  a: { hosting: hosted, ‸ }\n',
      'stage',
      'environments:\n  a: { hosting: hosted, stage: ‸production,development,staging‸ }\n',
    ],
    [
      'a value in braces',
      'environments:\n  a: { hosting: ‸ }\n',
      'hosted',
      'environments:\n  a: { hosting: hosted }\n',
    ],
    [
      'a version',
      'environments:\n  a:\n    product: campaign-classic\n    version: ‸\n',
      '7.4.1',
      'environments:\n  a:\n    product: campaign-classic\n    version: 7.4.1\n',
    ],
    [
      'a version that reads as a number',
      'environments:\n  a:\n    product: campaign-v8\n    version: ‸\n',
      '8.6',
      'environments:\n  a:\n    product: campaign-v8\n    version: "8.6"\n',
    ],
    [
      'with the line breaks of the text',
      'environments:\r\n  a:\r\n    ‸\r\n',
      'clientConsole',
      'environments:\r\n  a:\r\n    clientConsole:\r\n      version: ‸\r\n      browserEngine: ‸webview2,internet-explorer-11‸\r\n',
    ],
  ]);

  testCompletions('connector-umapi.yml', [
    [
      'the flow as the tool calls it',
      'authentication_method: ‸\nenterprise:\n  org_id: x\n  client_id: y\n',
      'oauth',
      'authentication_method: oauth\nenterprise:\n  org_id: x\n  client_id: y\n',
    ],
    [
      'a key in a section',
      'enterprise:\n  org_id: x\n  client_id: y\n  ‸\n',
      'client_secret',
      'enterprise:\n  org_id: x\n  client_id: y\n  client_secret: ‸\n',
    ],
  ]);

  testCompletions('.github/workflows/deploy.yml', [
    [
      'an input of an action',
      'jobs:\n  a:\n    steps:\n      - uses: adobe/aio-apps-action@3.3.0\n        with:\n          command: oauth_sts\n          CLIENTID: x\n          ‸\n',
      'CLIENTSECRET',
      'jobs:\n  a:\n    steps:\n      - uses: adobe/aio-apps-action@3.3.0\n        with:\n          command: oauth_sts\n          CLIENTID: x\n          CLIENTSECRET: ‸${{ secrets.CLIENTSECRET }}‸\n',
    ],
  ]);

  testSilence('a.external-account.yaml', [
    ['in a comment', 'name: x # na‸\n'],
    ['in a comment on its own line', '# ‸\nname: x\n'],
    ['behind a closed quote', 'orgId: "x"‸\n'],
    ['before a list that is the value', 'imsScope: ‸[openid, AdobeID]\n'],
    ['before a list with a blank between', 'imsScope:‸ [openid, AdobeID]\n'],
    ['before a quote with a blank between', 'imsServer:‸ "x"\n'],
    ['between a colon and the blank behind it', 'imsScope:‸ openid,AdobeID\n'],
    ['in a text of several lines', 'label: |\n  a\n  ‸b\n'],
    ['before the lines of a value', 'imsScope: ‸\n  - openid\n'],
    ['where a list cannot begin', 'name: x\n  - ‸\n'],
  ]);

  it('offers an entry once where it may be in a map or in a list', () => {
    const all = completionsAt('a.ims.yaml', 'environments:\n  ‸\n');
    assert.equal(all.length, new Set(all.map(({ label }) => label)).size);
  });

  it('offers no scopes to a credential of JWT', () => {
    const code = (flow: string) => `title: x\nauthType: ${flow}\n‸\n`;
    assert.ok(!labelsAt('a.ims-integration.yaml', code('jwt')).includes('scopes'));
    assert.ok(
      labelsAt('a.ims-integration.yaml', code('oauth-server-to-server')).includes('scopes'),
    );
    const download = `{"ORG_ID": "${ORG}", "API_KEY": "x", "TECHNICAL_ACCOUNT_ID": "y", ‸}`;
    const jwt = download.replace('‸', '"CLIENT_SECRET": "z", "PUBLIC_KEYS_WITH_EXPIRY": {}, ‸');
    assert.ok(!labelsAt('download.json', jwt).includes('SCOPES'));
  });

  it('never offers what is there, nor what only JWT has', () => {
    const labels = labelsAt('a.ims-integration.yaml', 'title: x\nscopes: [openid]\n‸\n');
    for (const gone of [
      'title',
      'scopes',
      'metascopes',
      'privateKey',
      'certificateAlias',
      'payload',
    ]) {
      assert.ok(!labels.includes(gone), gone);
    }
    assert.deepEqual(labelsAt('a.ims-integration.yaml', 'authType: ‸'), ['oauth-server-to-server']);
    assert.ok(!labelsAt('a.ims-integration.yaml', 'scopes: [openid, ‸]').includes('openid'));
  });

  const manifest = (line: string) =>
    `application:\n  actions:\n    shop:\n      function: shop.js\n      inputs:\n        IMS_OAUTH_S2S_CLIENT_ID: $ID\n        IMS_OAUTH_S2S_CLIENT_SECRET: $SECRET\n        ${line}\n`;
  testCompletions('app.config.yaml', [
    [
      'an input of an action, from its variable',
      manifest('‸'),
      'IMS_OAUTH_S2S_ORG_ID',
      manifest('IMS_OAUTH_S2S_ORG_ID: ‸$IMS_OAUTH_S2S_ORG_ID‸'),
    ],
  ]);
  it('offers no inputs in capital letters where others are written otherwise', () => {
    const inputs = manifest('‸')
      .replace('IMS_OAUTH_S2S_CLIENT_ID', 'docCloudClientId')
      .replace('IMS_OAUTH_S2S_CLIENT_SECRET', 'docCloudClientSecret');
    assert.equal(documentOf('app.config.yaml', inputs.replace('‸', '')).entities.length, 1);
    assert.deepEqual(labelsAt('app.config.yaml', inputs), []);
  });

  const orphans = (line: string) =>
    `environments:\n  - name: prod\n    stage: production\n${line}\n      version: 7.4.1\n`;
  testCompletions('a.ims.yaml', [
    [
      'a key whose value stands below',
      orphans('    ‸'),
      'clientConsole',
      orphans('    clientConsole:'),
    ],
  ]);
  it('offers only what can hold the lines below, and nothing where they belong to what is above', () => {
    assert.deepEqual(labelsAt('a.ims.yaml', orphans('    ‸')), ['clientConsole']);
    assert.deepEqual(labelsAt('a.ims.yaml', orphans('‸')), []);
    const list = 'integrations:\n  ‸\n  - title: Shop\n';
    for (const { kind, newText } of completionsAt('a.ims.yaml', list)) {
      assert.ok(kind !== 'block' || newText.startsWith('- '), newText);
    }
  });

  it('offers credentials only hosts that give tokens', () => {
    const labels = labelsAt(
      'connector-umapi.yml',
      'server:\n  ims_host: ‸\nenterprise:\n  org_id: x\n',
    );
    assert.deepEqual(labels, ['ims-na1.adobelogin.com', 'ims-na1-stg1.adobelogin.com']);
  });

  it('begins with whole blocks, and then with what is required', () => {
    const labels = labelsAt('a.ims-integration.yaml', '‸');
    const firstKey = labels.findIndex((label) => !/^OAuth integration with /.test(label));
    assert.equal(firstKey, 8);
    assert.deepEqual(labels.slice(firstKey, firstKey + 5), [
      'authType',
      'orgId',
      'clientId',
      'clientSecret',
      'scopes',
    ]);
  });

  it('is silent in files of others', () => {
    assert.deepEqual(labelsAt('values.yaml', 'orgId: ‸'), []);
    assert.deepEqual(labelsAt('values.yaml', '‸'), []);
  });
});
