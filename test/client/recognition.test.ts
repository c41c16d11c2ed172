import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import {
  FILES_PATTERN as CLIENT_PATTERN,
  CONTENT_MARKER,
  couldBeOurs,
  LANGUAGES,
  mayBeRead,
} from '../../client/src/recognition';
import { FILE_NAMES, FILES_PATTERN, mayBeOurs } from '../../server/src/lsp/workspace-files';
import { worthReading } from '../../server/src/model/document';
import { kinds } from '../../server/src/model/kinds';
import { root } from '../support/root';

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
    ['/shop/download.json', 'json', '{ "ORG_ID": "x" }', true],
    ['/shop/token.json.sample', 'plaintext', '{ "technicalAccount": {} }', true],
    ['Untitled-1', 'xml', '<entities schema="nms:extAccount">', true],
    ['/shop/config-shop.xml', 'xml', '<serverconf>', true],
    ['/shop/setup.sh', 'shellscript', 'nlserver config -setimsoauth:$A/$B/$C/$D', true],
    ['/shop/Dockerfile', 'dockerfile', 'RUN nlserver config -setimsjwtauth:$A', true],
    ['/shop/build.sh', 'shellscript', 'npm test', false],
    ['/shop/option.json', 'json', '{ "topics": [{ "triggers": [] }] }', true],
    ['/shop/NmsPipeline_Config.json', 'json', '', true],
    ['/shop/package.json', 'json', '{ "name": "technical" }', false],
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

test('every kind that the server knows is recognized', () => {
  for (const { id, recognition, files } of kinds) {
    if ('marker' in recognition) {
      assert.ok(CONTENT_MARKER.source.includes(recognition.marker.source), id);
      continue;
    }
    const name = files[0]!.replace('*', 'a').replace(/\{(\w+)[^}]*\}/, '$1');
    assert.ok(looksAt(`/shop/${name}`, 'yaml', '').ours, id);
  }
});

test('files of the workspace are listed and read by the names that the server looks into', () => {
  for (const name of FILE_NAMES) {
    const path = `/shop/folder/${name.replaceAll('*', 'a')}`;
    assert.ok(worthReading(path), path);
    assert.ok(mayBeRead(path), path);
    assert.ok(mayBeOurs(path), path);
  }
  assert.equal(CLIENT_PATTERN, FILES_PATTERN);
  for (const name of [
    '../a.xml',
    'a/../../b.yaml',
    '..\\a.json',
    './a.xml',
    'id_rsa',
    'notes.md',
    'a.xml.bak',
    'key.pem',
    'LICENSE',
  ]) {
    assert.ok(!mayBeRead(`/shop/${name}`), name);
  }
});

test('the extension is woken by every language of files that can be ours', () => {
  const { activationEvents } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  for (const language of LANGUAGES) {
    assert.ok(activationEvents.includes(`onLanguage:${language}`), language);
  }
});
