import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completeUnknown } from '../../server/src/features/completion-unknown';
import { taken } from '../support/completion';
import { marked } from '../support/marks';

const CUSTOMIZER = 'com.adobe.granite.auth.ims.impl.IMSAccessTokenRequestCustomizerImpl~a';
const CONTEXT = 'AIO_ims_contexts_Foo_';
const jcr = (attributes: string) =>
  `<jcr:root xmlns:jcr="http://www.jcp.org/jcr/1.0" jcr:primaryType="sling:OsgiConfig" ${attributes}/>`;

const found = (file: string, code: string) => {
  const { text, cursor = 0 } = marked(code);
  return completeUnknown(file, text, cursor);
};

/** One key of a thing is there, which does not show yet whose it is. */
const rows: readonly (readonly [file: string, before: string, label: string, after: string])[] = [
  [
    `${CUSTOMIZER}.cfg.json`,
    '{ "customizer.type": "a", ‸ }',
    'auth.ims.client.secret',
    '{ "customizer.type": "a", "auth.ims.client.secret": "‸$[secret:IMS_CLIENT_SECRET]‸" }',
  ],
  [
    `${CUSTOMIZER}.config`,
    'customizer.type="a"\n‸',
    'auth.ims.client.secret',
    'customizer.type="a"\nauth.ims.client.secret="‸"',
  ],
  [
    `${CUSTOMIZER}.xml`,
    jcr('customizer.type="a" ‸'),
    'auth.ims.client.secret',
    jcr('customizer.type="a" auth.ims.client.secret="‸"'),
  ],
  [
    '.env',
    `${CONTEXT}client__id=a\n${CONTEXT}‸`,
    `${CONTEXT}client__secrets`,
    `${CONTEXT}client__id=a\n${CONTEXT}client__secrets=["‸"]`,
  ],
  [
    '.env',
    'IMS_OAUTH_S2S_CLIENT_ID=a\n‸\nFOO=1\n',
    'IMS_OAUTH_S2S_CLIENT_SECRET',
    'IMS_OAUTH_S2S_CLIENT_ID=a\nIMS_OAUTH_S2S_CLIENT_SECRET=‸\nFOO=1\n',
  ],
  [
    'workspace.secret.properties',
    'aio_api_key=a\n‸',
    'aio_client_secret',
    'aio_api_key=a\naio_client_secret=‸',
  ],
  [
    '.aio',
    '{\n  ims: {\n    contexts: {\n      a: {\n        client_id: x\n        ‸\n      }\n    }\n  }\n}',
    'client_secrets',
    '{\n  ims: {\n    contexts: {\n      a: {\n        client_id: x\n        client_secrets: ["‸"]\n      }\n    }\n  }\n}',
  ],
  [
    '.aio',
    'ims:\n  contexts:\n    a:\n      client_id: x\n      ‸',
    'technical_account_id',
    'ims:\n  contexts:\n    a:\n      client_id: x\n      technical_account_id: ‸',
  ],
  ['connector-umapi.yml', 'enterprise:\n  ‸', 'client_id', 'enterprise:\n  client_id: ‸'],
];

describe('completion of what has begun', () => {
  for (const [file, before, label, after] of rows) {
    it(`${file}: ${label}`, () => {
      const all = found(file, before);
      const one = all.find((each) => each.label === label);
      assert.ok(one, all.map((each) => each.label).join(', ') || 'nothing');
      assert.equal(taken(before, one), after);
    });
  }

  const silent: readonly (readonly [what: string, file: string, code: string])[] = [
    ['of others', '.env', 'GOOGLE_CLIENT_ID=a\nGOOGLE_‸'],
    ['in a file of another name', 'a.json', '{ "client_id": "x", ‸ }'],
    ['in another part', 'connector-umapi.yml', 'logging:\n  ‸'],
  ];
  for (const [what, file, code] of silent) {
    it(`says nothing ${what}`, () => assert.deepEqual(found(file, code), []));
  }
});
