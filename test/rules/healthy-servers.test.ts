import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { hover } from '../../server/src/features/hover';
import { newWorkspace } from '../../server/src/model/workspace';
import { rules } from '../../server/src/rules';
import { documentOf, findingsOf } from '../support/check';
import { randomEdits } from '../support/random';
import { root } from '../support/root';
import { environment, packageOf } from '../support/samples';

const folder = '/server/conf/';
const texts = Object.fromEntries(
  ['serverConf.xml', 'config-brightwater.xml'].map((name) => [
    folder + name,
    readFileSync(path.join(root, 'test/fixtures/campaign', name), 'utf8'),
  ]),
);

const others = {
  ...texts,
  '/server/brightwater.ims.yaml': environment('version: 7.4.3', 'build: 9396'),
  '/server/accounts.xml': packageOf('').replace(
    'Adobe_Experience_Cloud"',
    'aemInstance" type="12" active="1"',
  ),
};

const workspace = newWorkspace(
  Object.entries(others).map(([name, text]) => documentOf(name, text)),
  ['/server'],
);

/** Every rule, also those that are off by default. */
const settings = {
  rules: Object.fromEntries(rules.map(({ meta }) => [meta.id, meta.severity])),
  ignore: [],
  overrides: [],
};

describe('a healthy server', () => {
  for (const [file, text] of Object.entries(texts)) {
    it(`${file} is right alone, for every rule`, () => {
      assert.deepEqual(findingsOf(file, text, { settings }), []);
      assert.deepEqual(findingsOf(file, text, { tracked: true }), []);
    });

    it(`${file} is right in its workspace, for every rule`, () => {
      assert.deepEqual(findingsOf(file, text, { settings, workspace }), []);
    });

    it(`${file} is read and checked however it is cut off or damaged`, () => {
      const cuts = Array.from({ length: 60 }, (_, each) => Math.floor((text.length * each) / 60));
      for (const each of [...cuts.map((end) => text.slice(0, end)), ...randomEdits(text, 40)]) {
        for (const { span } of findingsOf(file, each, { settings, workspace })) {
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= each.length);
        }
      }
    });
  }
});

describe('the hover of a server configuration', () => {
  const file = `${folder}serverConf.xml`;
  const document = documentOf(file, texts[file] ?? '');
  const explained = [
    ...['authIMSClientId', 'authIMSClientSecret', 'authIMSCode', 'authIMSEndpoint'],
    ...['authIMSTAClientId', 'authIMSTAClientSecret', 'authIMSTAId', 'authIMSTAPrivateKey'],
    ...['nonIMSOperatorMgmtInClientConsoleRestricted', 'disableAPI', 'IMSOrgId', 'webView2Mode'],
    ...['appName', 'authGatewayEndpoint', 'authPrivateKey', 'authType', 'disableAuth'],
    ...['discoverPipelineEndpoint', 'monitorServerPort', 'retryPeriodSec', 'retryValiditySec'],
    ...['processingJSThreads', 'dnsSuffix', 'urlRegEx', 'defaultMode', 'internalSecurityZone'],
    ...['sessionTimeOutSec', 'internalPassword', 'allowUserPassword', 'sessionTokenOnly'],
  ];
  for (const name of explained) {
    it(`explains ${name}`, () => {
      const at = document.text.lastIndexOf(` ${name}="`) + 1;
      assert.ok(at > 0);
      assert.match(hover(document, at)?.markdown ?? '', new RegExp(`\\*\\* \`${name}\``));
    });
  }

  it('explains the technical account as that of a server', () => {
    const at = document.text.lastIndexOf(' authIMSTAClientSecret=') + 1;
    const { markdown = '' } = hover(document, at) ?? {};
    assert.match(markdown, /\*\*Technical Account Secret key\*\*/);
    assert.match(markdown, /begins with `@`/);
    assert.doesNotMatch(markdown, /write a reference/);
  });

  it('explains the action of the permissions and the operators', () => {
    for (const mark of ['action="deny"', 'name="aemserver"', 'allowHTTP="false" allow']) {
      assert.ok(hover(document, document.text.indexOf(mark)), mark);
    }
  });
});
