import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hover } from '../../server/src/features/hover';
import { readDocument } from '../../server/src/model/document';
import { completionsAt, labelsAt } from '../support/completion';
import { marked } from '../support/marks';
import { ACCOUNT_ID, CLIENT, consoleOAuth, ORG, serverConf } from '../support/samples';

const variables = (prefix: string, secret: string) =>
  `${prefix}CLIENT_ID=${CLIENT}\n${prefix}${secret}=x\n${prefix}ORG_ID=${ORG}\n‸\n`;

type Row = readonly [what: string, file: string, code: string, offered: readonly string[]];

/** Another credential can always begin. */
const OTHER = 'IMS context for OAuth Server-to-Server';

const rows: readonly Row[] = [
  [
    'the four variables that aio app use writes',
    '.env',
    variables('IMS_OAUTH_S2S_', 'CLIENT_SECRET'),
    ['IMS_OAUTH_S2S_SCOPES', OTHER],
  ],
  [
    'the eight of the library of Commerce',
    '.env',
    variables('AIO_COMMERCE_AUTH_IMS_', 'CLIENT_SECRETS'),
    [
      'AIO_COMMERCE_AUTH_IMS_TECHNICAL_ACCOUNT_ID',
      'AIO_COMMERCE_AUTH_IMS_TECHNICAL_ACCOUNT_EMAIL',
      'AIO_COMMERCE_AUTH_IMS_SCOPES',
      'AIO_COMMERCE_AUTH_IMS_ENVIRONMENT',
      'AIO_COMMERCE_AUTH_IMS_CONTEXT',
      OTHER,
    ],
  ],
  [
    'of variables of people no host and no address',
    '.env',
    variables('OAUTH_', 'CLIENT_SECRET'),
    ['OAUTH_SCOPES', 'OAUTH_TECHNICAL_ACCOUNT_ID', 'OAUTH_TECHNICAL_ACCOUNT_EMAIL', OTHER],
  ],
  [
    'the values of an environment',
    '.env',
    variables('AIO_COMMERCE_AUTH_IMS_', 'CLIENT_SECRETS').replace(
      '‸',
      'AIO_COMMERCE_AUTH_IMS_ENVIRONMENT=‸',
    ),
    ['prod', 'stage'],
  ],
  [
    'the keys of a download',
    'a.json',
    consoleOAuth({ SCOPES: undefined, TECHNICAL_ACCOUNT_EMAIL: undefined }).replace(
      `"${ACCOUNT_ID}"`,
      `"${ACCOUNT_ID}",\n  ‸`,
    ),
    ['SCOPES', 'TECHNICAL_ACCOUNT_EMAIL'],
  ],
  [
    'of a pipeline nothing that Adobe has ended',
    'serverConf.xml',
    serverConf('<pipelined ‸/>'),
    [
      ...['autoStart', 'authType', 'discoverPipelineEndpoint', 'monitorServerPort'],
      ...['retryPeriodSec', 'retryValiditySec', 'processingJSThreads'],
    ],
  ],
  [
    'the value with which a pipeline signs in',
    'serverConf.xml',
    serverConf('<pipelined authType="‸"/>'),
    ['imsJwtToken'],
  ],
  [
    'the inputs of an action that has nothing else yet',
    'app.config.yaml',
    'application:\n  runtimeManifest:\n    packages:\n      a:\n        actions:\n          b:\n            inputs:\n              AIO_COMMERCE_AUTH_IMS_CLIENT_ID: $A\n              AIO_COMMERCE_AUTH_IMS_ORG_ID: $B\n              AIO_COMMERCE_AUTH_IMS_CLIENT_SECRETS: ‸\n',
    ['$AIO_COMMERCE_AUTH_IMS_CLIENT_SECRETS'],
  ],
  [
    'of releases the patches as well',
    'a.ims.yaml',
    'environments:\n  - name: a\n    product: campaign-classic\n    version: ‸\n',
    [
      ...['7.4.4', '7.4.3', '7.4.2', '7.4.1', '7.3.5', '7.3.4', '7.3.3.IMS', '7.3.3'],
      ...['7.3.2.IMS', '7.3.2', '7.3.1', '7.2.2', '21.1.3'],
    ],
  ],
  [
    'all of a workspace of aio-lib-java',
    'workspace.secret.properties',
    `aio_api_key=${CLIENT}\naio_client_secret=x\naio_ims_org_id=${ORG}\n‸`,
    [
      ...['aio_project_id', 'aio_consumer_org_id', 'aio_workspace_id', 'aio_credential_id'],
      ...['aio_oauth_scopes', 'aio_ims_url'],
    ],
  ],
];

describe('completion offers what the reader of a file knows', () => {
  for (const [what, file, code, offered] of rows) {
    it(what, () => assert.deepEqual(labelsAt(file, code), offered));
  }
});

describe('an element of XML', () => {
  const found = completionsAt('serverConf.xml', serverConf('<shared>‸</shared>'));

  it('is offered in the element that it belongs in, once', () => {
    const offered = (code: string) => labelsAt('serverConf.xml', code);
    assert.deepEqual(
      found.map(({ label }) => label),
      ['ims', 'urlPermission', 'authentication', 'imsConfig'],
    );
    assert.deepEqual(offered(serverConf('‸')), ['web', 'securityZone', 'shared', 'pipelined']);
    assert.ok(!offered(serverConf('<shared/><pipelined/>‸')).includes('shared'));
    assert.ok(!offered(serverConf('<shared><imsConfig/>‸</shared>')).includes('imsConfig'));
  });

  it('is explained by all that is written in it', () => {
    const ims = found.find(({ label }) => label === 'ims');
    assert.equal(ims?.detail, 'IMS server URL, Client ID');
    assert.match(ims?.documentation ?? '', /\*\*IMS server URL\*\*: .*\n\n\*\*Client ID\*\*: /);
  });
});

describe('a hover says that somebody has added a key', () => {
  const said = (file: string, code: string) => {
    const { text, cursor = 0 } = marked(code);
    const document = readDocument(file, text);
    return (document && hover(document, cursor)?.markdown) ?? '';
  };
  const added = /Adobe's own files of this kind have no such key/;

  it('where nothing of Adobe has it', () => {
    const mail = variables('IMS_OAUTH_S2S_', 'CLIENT_SECRET').replace(
      '‸',
      'IMS_OAUTH_S2S_TECHNICAL‸_ACCOUNT_EMAIL=a@techacct.adobe.com',
    );
    assert.match(said('.env', mail), added);
    const address = consoleOAuth({ TOKEN_ENDPOINT: 'https://ims-na1.adobelogin.com/ims/token/v3' });
    assert.match(said('a.json', address.replace('TOKEN_', 'TOKEN_‸')), added);
  });

  it('and nowhere else', () => {
    const org = variables('IMS_OAUTH_S2S_', 'CLIENT_SECRET');
    assert.doesNotMatch(said('.env', org.replace('‸', '').replace('ORG_ID', 'ORG‸_ID')), added);
    assert.doesNotMatch(said('a.json', consoleOAuth().replace('ORG_ID', 'ORG‸_ID')), added);
  });
});
