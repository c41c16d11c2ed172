import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deprecated } from '../../server/src/features/deprecated';
import { hover } from '../../server/src/features/hover';
import { outline } from '../../server/src/features/outline';
import { readDocument } from '../../server/src/model/document';
import { textOf } from '../../server/src/model/entity';
import { documentOf, findingsOf, shownOf } from '../support/check';
import { hoverAt } from '../support/hover';
import { ACCOUNT_ID, CLIENT, ORG } from '../support/samples';

const IDS = `${ORG}/${CLIENT}/${ACCOUNT_ID}`;
const command = (option: string, account: string) =>
  `nlserver config -instance:prod -${option}:${account}\n`;

function fieldsOf(text: string): Readonly<Record<string, string>> {
  const [entity] = documentOf('a.sh', text).entities;
  assert.ok(entity);
  const texts = [...entity.fields.keys()].map((name) => [name, textOf(entity, name)?.text ?? '']);
  return Object.fromEntries(texts);
}

describe('a script with nlserver commands', () => {
  it('has a credential in the places of its text', () => {
    assert.deepEqual(fieldsOf(command('setimsjwtauth', `${IDS}/$(cat /run/a)/"$KEY"`)), {
      instance: 'prod',
      accountOption: 'setimsjwtauth',
      orgId: ORG,
      clientId: CLIENT,
      technicalAccountId: ACCOUNT_ID,
      clientSecret: '$(cat /run/a)',
      privateKey: '$KEY',
    });
  });

  it('has nothing but its option where a variable holds all, or the grammar is not known', () => {
    const nothing = (option: string) => ({ instance: 'prod', accountOption: option });
    assert.deepEqual(fieldsOf(command('setimsoauth', '$ALL')), nothing('setimsoauth'));
    assert.deepEqual(fieldsOf(command('setimsauth', 'a/b/c/d')), nothing('setimsauth'));
  });

  it('is told by its commands', () => {
    const text = command('setimsoauth', '$A/$B/$C/$D');
    for (const path of [
      'x.sh',
      'x.sh.j2',
      'Dockerfile',
      'x.yml',
      'Jenkinsfile',
      'x.bat',
      'x.ps1',
      'Makefile',
    ]) {
      assert.equal(readDocument(path, text)?.kind.id, 'nlserver-script', path);
    }
    assert.equal(readDocument('run', `#!/bin/sh\n${text}`)?.kind.id, 'nlserver-script');
    for (const path of ['README.md', 'x.txt', 'x.json', 'x.js', 'run']) {
      assert.equal(readDocument(path, text), undefined, path);
    }
    assert.equal(readDocument('x.sh', '# nlserver config -setimsoauth:x\n'), undefined);
    assert.equal(readDocument('x.sh', 'log "nlserver config -setimsoauth"\n'), undefined);
    assert.equal(readDocument('x.sh', 'grep -e -setimsoauth: x\n'), undefined);
  });

  it('is two credentials with two options', () => {
    const { entities } = documentOf('a.sh', command('setimsoauth', '$A -setimsauth:x'));
    assert.deepEqual(
      entities.map(({ flow, label }) => [flow, label]),
      [
        ['oauth-server-to-server', 'prod'],
        ['jwt', 'prod'],
      ],
    );
  });

  it('is explained part by part', () => {
    const titles = {
      'nlserver config -instance:pr‸od -setimsoauth:$A/$B/$C/$D': 'Instance',
      'nlserver config -instance:prod -setims‸oauth:$A/$B/$C/$D': 'Technical account option',
      'nlserver config -instance:prod -setimsoauth:$‸A/$B/$C/$D': 'Organization ID',
      'nlserver config -instance:prod -setimsoauth:$A/$B/$‸C/$D': 'Technical Account ID',
      'nlserver config -instance:prod -setimsoauth:$A/$B/$C/$‸D': 'Client Secret',
      'nlse‸rver config -instance:prod -setimsoauth:$A/$B/$C/$D': 'IMS integration',
    };
    for (const [code, title] of Object.entries(titles)) {
      assert.ok(hoverAt('a.sh', code)?.markdown.startsWith(`**${title}**`), code);
    }
    assert.equal(hoverAt('a.sh', 'nlserver config -instance:a -setimsauth:x/y/z‸z'), undefined);
  });

  it('strikes the key through', () => {
    const text = command('setimsjwtauth', `${IDS}/$S/$(base64 ./k)`);
    const spans = deprecated(documentOf('a.sh', text)).map(({ span }) =>
      text.slice(span.start, span.end),
    );
    assert.deepEqual(spans, ['$(base64 ./k)']);
  });

  const secret = '5d4c3b2a-1f0e-4d3c-8b2a-1f0e5d4c3b2a';
  const leaks = [
    command('setimsoauth', `${IDS}/${secret}`),
    command('setimsoauth', `${IDS}/${secret}/x`),
    command('setimsoauth', `${IDS}/x/${secret}`),
    command('setimsoauth', `${ORG}/${CLIENT}/${secret}`),
    command('setimsoauth', `${ORG}/${CLIENT}/${secret}/${ACCOUNT_ID}`),
    command('setimsoauth', `${secret}/${ORG}/${CLIENT}/${ACCOUNT_ID}`),
    command('setimsoauth', `${ORG}/${secret}/${CLIENT}/x`),
    command('setimsoauth', secret),
    command('setimsjwtauth', `${IDS}/${secret}/${secret}`),
    command('setimsjwtauth', `${ORG}/${secret}`),
    command('setimsjwtauth', `${IDS}/${secret}/x`),
    command('setimsjwtauth', `${IDS}/x/y/${secret}`),
    command('setimsauth', `${IDS}/${secret}`),
    command('setimsauth', secret),
    `nlserver config -setimsoauth ${IDS}/${secret}`,
    `nlserver config -setimsoauth=${IDS}/${secret}`,
  ];
  for (const text of leaks) {
    it(`keeps the secret of ${text.trim().replaceAll(secret, '…')}`, () => {
      const document = documentOf('a.sh', text);
      const said = [
        JSON.stringify(outline(document)),
        shownOf(findingsOf('a.sh', text)),
        ...Array.from(text, (_, offset) => hover(document, offset)?.markdown ?? ''),
      ].join('\n');
      assert.ok(!said.includes(secret), said);
    });
  }
});
