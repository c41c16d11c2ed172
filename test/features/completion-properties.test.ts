import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completedAt, labelsAt, testCompletions, testSilence } from '../support/completion';
import { CLIENT, ORG } from '../support/samples';

const others = { 'other.ims-integration.yaml': `orgId: ${ORG}\n` };
const shop = (...lines: readonly string[]) =>
  [
    `AIO_ims_contexts_shop_client__id=${CLIENT}`,
    'AIO_ims_contexts_shop_client__secrets=["x"]',
    ...lines,
  ].join('\n');
const two = `# The shop.\n${shop()}\n\nIMS_OAUTH_S2S_CLIENT_ID=${CLIENT}\nIMS_OAUTH_S2S_CLIENT_SECRET=x\n`;

describe('completion in keys and values', () => {
  testCompletions(
    '.env',
    [
      [
        'a key of a context',
        shop('‸'),
        'AIO_ims_contexts_shop_ims__org__id',
        shop(`AIO_ims_contexts_shop_ims__org__id=‸${ORG}‸`),
      ],
      [
        'a key that begins',
        shop('AIO_ims_contexts_shop_te‸'),
        'AIO_ims_contexts_shop_technical__account__id',
        shop('AIO_ims_contexts_shop_technical__account__id=‸'),
      ],
      [
        'a key of another family',
        `${two}‸`,
        'IMS_OAUTH_S2S_ORG_ID',
        `${two}IMS_OAUTH_S2S_ORG_ID=‸${ORG}‸`,
      ],
      [
        'a key in the middle',
        two.replace('\n\n', '\n‸\n'),
        'AIO_ims_contexts_shop_scopes',
        two.replace('\n\n', '\nAIO_ims_contexts_shop_scopes=["‸"]\n'),
      ],
      [
        'an exported key',
        shop('export AIO_ims_contexts_shop_im‸'),
        'AIO_ims_contexts_shop_ims__org__id',
        shop(`export AIO_ims_contexts_shop_ims__org__id=‸${ORG}‸`),
      ],
      [
        'only the key where it has a value',
        shop('AIO_ims_contexts_shop_ims__org‸=x'),
        'AIO_ims_contexts_shop_ims__org__id',
        shop('AIO_ims_contexts_shop_ims__org__id=x'),
      ],
      [
        'a value',
        shop('AIO_ims_contexts_shop_ims__org__id=‸'),
        ORG,
        shop(`AIO_ims_contexts_shop_ims__org__id=${ORG}`),
      ],
      [
        'a value in an open quote',
        shop('AIO_ims_contexts_shop_ims__org__id="‸', 'A=1'),
        ORG,
        shop(`AIO_ims_contexts_shop_ims__org__id="${ORG}"`, 'A=1'),
      ],
      [
        'a value before a comment',
        shop('AIO_ims_contexts_shop_ims__org__id=‸ # ours'),
        ORG,
        shop(`AIO_ims_contexts_shop_ims__org__id=${ORG} # ours`),
      ],
      [
        'an array of JSON',
        shop('AIO_ims_contexts_shop_scopes=‸'),
        'openid,AdobeID',
        shop('AIO_ims_contexts_shop_scopes=["openid","AdobeID"]'),
      ],
      [
        'a scope in an array of JSON',
        shop('AIO_ims_contexts_shop_scopes=["openid", "‸"]'),
        'AdobeID',
        shop('AIO_ims_contexts_shop_scopes=["openid", "AdobeID"]'),
      ],
      [
        'a scope in an array in quotes',
        shop(`AIO_ims_contexts_shop_scopes='["openid", "A‸"]'`),
        'AdobeID',
        shop(`AIO_ims_contexts_shop_scopes='["openid", "AdobeID"]'`),
      ],
      [
        'a scope without quotes in an array',
        shop('AIO_ims_contexts_shop_scopes=["openid",‸]'),
        'AdobeID',
        shop('AIO_ims_contexts_shop_scopes=["openid","AdobeID"]'),
      ],
      [
        'a scope without its comma in an array',
        shop('AIO_ims_contexts_shop_scopes=["openid" ‸]'),
        'AdobeID',
        shop('AIO_ims_contexts_shop_scopes=["openid", "AdobeID"]'),
      ],
      [
        'a scope before others in an array',
        shop('AIO_ims_contexts_shop_scopes=[‸"openid"]'),
        'AdobeID',
        shop('AIO_ims_contexts_shop_scopes=["AdobeID","openid"]'),
      ],
      [
        'a scope in an empty array',
        shop('AIO_ims_contexts_shop_scopes=[Ado‸]'),
        'AdobeID',
        shop('AIO_ims_contexts_shop_scopes=["AdobeID"]'),
      ],
      [
        'a scope without quotes in an array in quotes',
        shop(`AIO_ims_contexts_shop_scopes='["openid",‸]' # all`),
        'AdobeID',
        shop(`AIO_ims_contexts_shop_scopes='["openid","AdobeID"]' # all`),
      ],
      [
        'a scope in an array that begins',
        shop('AIO_ims_contexts_shop_scopes=["‸'),
        'openid',
        shop('AIO_ims_contexts_shop_scopes=["openid"]'),
      ],
      [
        'a scope in an array in quotes that begins',
        shop(`AIO_ims_contexts_shop_scopes='["openid",‸`),
        'AdobeID',
        shop(`AIO_ims_contexts_shop_scopes='["openid","AdobeID"]'`),
      ],
      [
        'a scope in an open array',
        shop('AIO_ims_contexts_shop_scopes=["openid", "‸'),
        'AdobeID',
        shop('AIO_ims_contexts_shop_scopes=["openid", "AdobeID"]'),
      ],
    ],
    others,
  );

  const commerce = (scopes: string) =>
    `AIO_COMMERCE_AUTH_IMS_CLIENT_ID=${CLIENT}\nAIO_COMMERCE_AUTH_IMS_SCOPES=${scopes}\n`;
  testCompletions('.env', [
    ['a scope of a store', commerce('["openid",‸]'), 'AdobeID', commerce('["openid","AdobeID"]')],
  ]);

  const workspace = (line: string) => `aio_api_key=${CLIENT}\naio_client_secret=x\n${line}`;
  testCompletions(
    'workspace.secret.properties',
    [
      ['a key', workspace('‸'), 'aio_ims_org_id', workspace(`aio_ims_org_id=‸${ORG}‸`)],
      ['a value', workspace('aio_ims_org_id=‸\n'), ORG, workspace(`aio_ims_org_id=${ORG}\n`)],
      [
        'a scope behind a comma',
        workspace('aio_oauth_scopes=openid,‸'),
        'AdobeID',
        workspace('aio_oauth_scopes=openid,AdobeID'),
      ],
    ],
    others,
  );
  testCompletions(
    'usermanagement.config',
    [
      [
        'a value in a section',
        `[enterprise]\norg_id = ‸\napi_key = ${CLIENT}\nclient_secret = x\ntech_acct = y\n`,
        ORG,
        `[enterprise]\norg_id = ${ORG}\napi_key = ${CLIENT}\nclient_secret = x\ntech_acct = y\n`,
      ],
    ],
    others,
  );

  testSilence('.env', [
    ['in a comment', shop('# ‸')],
    ['in a comment behind a value', shop('A=1 # ‸')],
    ['as a value of others', shop('FOO=‸')],
    ['as a secret', shop('AIO_ims_contexts_shop_client__secrets=‸')],
    ['behind a closed quote', shop('AIO_ims_contexts_shop_ims__org__id="x"‸')],
    ['before a list in quotes', shop(`AIO_ims_contexts_shop_scopes=‸'["openid"]'`)],
    ['before a list', shop('AIO_ims_contexts_shop_scopes=‸["openid"]')],
    ['behind an item of a list', shop('AIO_ims_contexts_shop_scopes=["openid"‸,"AdobeID"]')],
    ['between escaped quotes', shop('AIO_ims_contexts_shop_scopes="[\\"openid\\",‸]"')],
  ]);

  it('gives one more context another name', () => {
    const first = 'AIO_ims_contexts_my__context_';
    const code = shop(`${first}client__id=x`, `${first}client__secrets=["x"]`, '‸');
    const after = completedAt('.env', code, 'IMS context for OAuth Server-to-Server');
    const [last] = after.split('\n').slice(-6);
    assert.match(last ?? '', /^AIO_ims_contexts_my__context__2_client__id=/);
  });

  it('offers nothing of JWT', () => {
    const labels = labelsAt('.env', shop('‸'));
    for (const end of ['client__secret', 'meta__scopes', 'private__key', 'passphrase']) {
      assert.ok(!labels.includes(`AIO_ims_contexts_shop_${end}`), end);
    }
  });
});

const PROVIDER = 'com.adobe.granite.auth.oauth.accesstoken.provider-smart-tags.config';
const provider = (line: string) =>
  `# Smart Tags\nauth.token.provider.title="Smart Tags"\n${line}\nauth.token.provider.client.id="${CLIENT}"\n`;

describe('completion in a .config', () => {
  testCompletions(
    PROVIDER,
    [
      [
        'a key',
        provider('‸'),
        'auth.token.provider.orgId',
        provider(`auth.token.provider.orgId="‸${ORG}‸"`),
      ],
      [
        'a key that begins',
        provider('auth.token.provider.o‸'),
        'auth.token.provider.orgId',
        provider(`auth.token.provider.orgId="‸${ORG}‸"`),
      ],
      [
        'a boolean',
        provider('‸'),
        'auth.token.provider.relaxed.ssl',
        provider('auth.token.provider.relaxed.ssl=B"false"'),
      ],
      [
        'only the key where it has a value',
        provider('auth.token.provider.or‸="x"'),
        'auth.token.provider.orgId',
        provider('auth.token.provider.orgId="x"'),
      ],
      [
        'a value',
        provider('auth.token.provider.orgId=‸'),
        ORG,
        provider(`auth.token.provider.orgId="${ORG}"`),
      ],
      [
        'a value in quotes',
        provider('auth.token.provider.orgId="3‸"'),
        ORG,
        provider(`auth.token.provider.orgId="${ORG}"`),
      ],
      [
        'a value in an open quote',
        provider('auth.token.provider.orgId="‸'),
        ORG,
        provider(`auth.token.provider.orgId="${ORG}"`),
      ],
      [
        'a boolean value',
        provider('auth.token.provider.relaxed.ssl=‸'),
        'false',
        provider('auth.token.provider.relaxed.ssl=B"false"'),
      ],
      [
        'a boolean value behind its type',
        provider('auth.token.provider.relaxed.ssl=B‸'),
        'false',
        provider('auth.token.provider.relaxed.ssl=B"false"'),
      ],
      [
        'a scope behind a comma',
        provider('auth.token.provider.scope="openid,\\ ‸"'),
        'AdobeID',
        provider('auth.token.provider.scope="openid,\\ AdobeID"'),
      ],
      [
        'the flow',
        provider('auth.token.provider.authorization.grants="‸"'),
        'client_credentials',
        provider('auth.token.provider.authorization.grants="client_credentials"'),
      ],
    ],
    others,
  );

  const custom = (scopes: string) =>
    `imsOrg="${ORG}"\nclientId="x"\nclientSecret="$[secret:x]"\nscopes=${scopes}\n`;
  testCompletions('com.example.Client.config', [
    ['an item of a list', custom('["openid", ‸]'), 'AdobeID', custom('["openid", "AdobeID"]')],
    [
      'an item in an open quote',
      custom('["openid", "‸]'),
      'AdobeID',
      custom('["openid", "AdobeID"]'),
    ],
    [
      'an item without its comma',
      custom('["openid" ‸]'),
      'AdobeID',
      custom('["openid", "AdobeID"]'),
    ],
    [
      'an item right behind another one',
      custom('["openid"‸]'),
      'AdobeID',
      custom('["openid", "AdobeID"]'),
    ],
    [
      'an item on a line',
      custom('[ \\\n  "openid", \\\n  ‸\\\n  ]'),
      'AdobeID',
      custom('[ \\\n  "openid", \\\n  "AdobeID"\\\n  ]'),
    ],
  ]);

  testSilence(PROVIDER, [
    ['in a comment', provider('# ‸')],
    ['as a value of others', provider('auth.token.provider.so.timeout=‸')],
    ['behind a closed quote', provider('auth.token.provider.orgId="x"‸')],
  ]);

  const secret = (value: string) => `imsOrg="${ORG}"\nclientId="x"\nclientSecret=${value}\n`;
  testSilence('com.example.Client.config', [['for a secret', secret('"‸"')]]);
  testSilence('com.example.Client.xml', [
    [
      'for a secret',
      `<jcr:root jcr:primaryType="sling:OsgiConfig" imsOrg="${ORG}" clientId="x" clientSecret="‸"/>`,
    ],
  ]);
  testCompletions('com.example.Client.cfg.json', [
    [
      'a variable of Cloud Manager for a secret',
      `{"imsOrg": "${ORG}", "clientId": "x", "clientSecret": "‸"}`,
      '$[secret:IMS_CLIENT_SECRET]',
      `{"imsOrg": "${ORG}", "clientId": "x", "clientSecret": "$[secret:IMS_CLIENT_SECRET]"}`,
    ],
  ]);
});
