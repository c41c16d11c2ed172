import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { LIKELY_FILES, LIKELY_NAMES } from '../../client/src/likely-files';
import { couldBeOurs, mayBeRead } from '../../client/src/recognition';
import { readDocument, worthReading } from '../../server/src/model/document';
import { FILE_NAMES, hasReadableName, LANGUAGES } from '../../server/src/model/file-names';
import { kinds } from '../../server/src/model/kinds';
import { root } from '../support/root';

const { activationEvents } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

const looksAt = (fileName: string, languageId: string, text: string) => {
  let asked = false;
  const head = () => {
    asked = true;
    return text;
  };
  return { ours: couldBeOurs({ fileName, languageId, head }), asked };
};

test('a name of our own notation is enough', () => {
  for (const name of ['a.external-account.yaml', 'a.ims-integration.yml', 'a.ims.json']) {
    assert.deepEqual(looksAt(`/shop/${name}`, 'yaml', ''), { ours: true, asked: false });
  }
  assert.deepEqual(looksAt('/shop/ims-config.yaml', 'yaml', ''), { ours: true, asked: false });
});

test('other files are ours by what stands in them', () => {
  const cases = [
    ['/shop/download.json', 'json', '{ "TECHNICAL_ACCOUNT_ID": "x" }', true],
    ['/shop/token.json.sample', 'plaintext', '{ "technicalAccount": {} }', true],
    ['Untitled-1', 'xml', '<entities schema="nms:extAccount">', true],
    ['/shop/config-shop.xml', 'xml', '<serverconf>', true],
    ['/shop/setup.sh', 'shellscript', 'nlserver config -setimsoauth:$A/$B/$C/$D', true],
    ['/shop/Dockerfile', 'dockerfile', 'RUN nlserver config -setimsjwtauth:$A', true],
    ['/shop/deploy.yml', 'github-actions-workflow', 'uses: adobe/aio-apps-action@3.3.0', true],
    ['/shop/test.yml', 'github-actions-workflow', 'uses: actions/checkout@v4', false],
    ['/sync/2 connector-umapi.yml', 'yaml', '', true],
    ['/sync/connector-ldap.yml', 'yaml', 'username: a', false],
    ['/sync/dashboard.yml', 'yaml', 'enterprise:\n  tech_acct: x', true],
    ['/shop/pdf.json', 'json', '{ "service_account_credentials": {} }', true],
    ['/shop/aep.json', 'json', '{ "tech_id": "x" }', true],
    ['/shop/ext.config.yaml', 'yaml', 'docCloudOrgId: $ORG', true],
    ['/shop/build.sh', 'shellscript', 'npm test', false],
    ['/shop/option.json', 'json', '{ "topics": [{ "name": "triggers" }] }', true],
    ['/shop/NmsPipeline_Config.json', 'json', '', true],
    ['/shop/workspace.properties', 'properties', 'aio_api_key=x', true],
    ['/shop/config/com.shop.Ims.config', 'osgi-config', 'imsOrgId="x"', true],
    ['/shop/web.config', 'xml', '<configuration/>', false],
    ['/shop/com.adobe.granite.auth.x.config', 'plaintext', 'auth.token.provider.x="y"', true],
    ['/shop/package.json', 'json', '{ "name": "technical" }', false],
    ['/shop/.env', 'plaintext', 'AIO_ims_contexts_shop_client__id=x', true],
    ['/shop/.env.local', 'dotenv', 'OAUTH_TECHNICAL_ACCOUNT_ID=x', true],
    ['C:\\shop\\env.dist', 'plaintext', 'IMS_OAUTH_S2S_CLIENT_ID=', true],
    ['/shop/.env', 'properties', 'DATABASE_URL=x', false],
    ['/shop/.aio', 'plaintext', '{ ims: { contexts: { a: { ims_org_id: x } } } }', true],
    ['/shop/.aio_staging', 'plaintext', 'credentials:\n  - integration_type: service', true],
    ['/shop/.aio', 'plaintext', '{ app: {} }', false],
    ['/shop/config.ini', 'ini', 'technicalAccountId = x', true],
    ['/shop/usermanagement.config', 'plaintext', 'tech_acct = x', true],
    ['/shop/shop-usermanagement.config', 'plaintext', 'tech_acct = x', true],
    ['/shop/shop_env.dist', 'plaintext', 'AIO_COMMERCE_AUTH_IMS_ORG_ID=', true],
    ['/shop/php.ini', 'ini', 'memory_limit = 128M', false],
    ['/shop/a.postman_environment.json', 'json', '{ "values": [{ "key": "IMS_ORG" }] }', true],
    [
      '/shop/a.postman_collection.json',
      'json',
      'https://schema.getpostman.com/json/collection',
      true,
    ],
    ['/shop/docker-compose.yml', 'dockercompose', 'cmd: nlserver config -setimsjwtauth:$A', true],
    ['C:\\shop\\Dockerfile', 'somebodys-own', 'RUN nlserver config -setimsjwtauth:$A', true],
    ['/shop/notes.txt', 'plaintext', 'the technicalAccount', false],
  ] as const;
  for (const [name, language, text, ours] of cases) {
    assert.equal(looksAt(name, language, text).ours, ours, name);
  }
});

test('files in other languages are not even read', () => {
  assert.deepEqual(looksAt('/shop/a.ts', 'typescript', '"ORG_ID"'), { ours: false, asked: false });
});

test('whatever the server knows is recognized', () => {
  const seen = new Set<string>();
  for (const folder of ['examples', 'test/golden']) {
    for (const name of readdirSync(path.join(root, folder), { recursive: true })) {
      const file = path.join(root, folder, String(name));
      if (!statSync(file).isFile()) continue;
      const text = readFileSync(file, 'utf8');
      const document = readDocument(file, text);
      if (!document) continue;
      seen.add(document.kind.id);
      assert.ok(looksAt(file, 'plaintext', text).ours, file);
      assert.ok(looksAt(file.replaceAll('/', '\\'), 'plaintext', text).ours, file);
    }
  }
  // Groups stand in packages with accounts as well.
  const unseen = kinds.map(({ id }) => id).filter((id) => !seen.has(id));
  assert.deepEqual(unseen, ['campaign-groups']);
});

test('files of the workspace are listed and read by the names that the server looks into', () => {
  for (const name of FILE_NAMES) {
    const path = `/shop/folder/${name.replaceAll('*', 'a')}`;
    assert.ok(worthReading(path), path);
    assert.ok(mayBeRead(path), path);
    assert.ok(hasReadableName(path), path);
  }
  for (const name of [
    '../a.xml',
    'a/../../b.yaml',
    '..\\a.json',
    './a.xml',
    'id_rsa',
    '.envrc',
    'environment',
    'notes.md',
    'a.xml.bak',
    'key.pem',
    'LICENSE',
  ]) {
    assert.ok(!mayBeRead(`/shop/${name}`), name);
  }
});

test('the extension is woken by names of files that are likely to be ours', () => {
  assert.ok(activationEvents.includes(`workspaceContains:${LIKELY_FILES}`));
  for (const name of LIKELY_NAMES) {
    // Not every editor takes braces in braces.
    assert.doesNotMatch(name, /[{}]/);
    assert.ok(mayBeRead(`/shop/${name.replace(/\*$/, 'x.config').replaceAll('*', 'a')}`), name);
  }
});

test('the extension is woken by every language of files that can be ours', () => {
  for (const language of LANGUAGES) {
    assert.ok(activationEvents.includes(`onLanguage:${language}`), language);
  }
});
