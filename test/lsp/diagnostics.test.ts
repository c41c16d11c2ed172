import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node';
import { type ClientOptions, TestClient } from '../support/server';
import { ACCOUNT, account, INTEGRATION, jwt } from './samples';

let client: TestClient;
const start = async (options?: ClientOptions) => {
  client = await TestClient.start(options);
  return client;
};
afterEach(() => client.end());

describe('diagnostics', () => {
  it('are pulled, on the very value and with a link', async () => {
    await start();
    await client.open(ACCOUNT, account);
    const [diagnostic, ...more] = await client.diagnostics(ACCOUNT);
    assert.deepEqual(more, []);
    assert.deepEqual(diagnostic?.range, {
      start: client.rangeOf(ACCOUNT, 'http:').start,
      end: client.rangeOf(ACCOUNT, '://campaign').start,
    });
    assert.equal(diagnostic?.severity, DiagnosticSeverity.Error);
    assert.equal(diagnostic?.source, 'ims-config');
    assert.equal(diagnostic?.code, 'callback-not-https');
    assert.match(diagnostic?.codeDescription?.href ?? '', /docs\/rules\/callback-not-https\.md$/);
    assert.ok(!String(diagnostic?.message).includes('**'));
  });

  it('are not sent twice', async () => {
    await start();
    await client.open(ACCOUNT, account);
    const first = await client.report(ACCOUNT);
    assert.equal(first.kind, 'full');
    assert.deepEqual(await client.report(ACCOUNT, first.resultId), {
      kind: 'unchanged',
      resultId: first.resultId,
    });
    await client.type(ACCOUNT, 'http://campaign', 'https://campaign');
    const second = await client.report(ACCOUNT, first.resultId);
    assert.deepEqual(second.kind === 'full' && second.items, []);
  });

  it('mark what only JWT has as deprecated, behind the findings', async () => {
    await start();
    await client.open(INTEGRATION, jwt);
    const all = await client.diagnostics(INTEGRATION);
    const tagged = all.filter(({ tags }) => tags?.includes(DiagnosticTag.Deprecated));
    assert.deepEqual(
      tagged.map(({ range }) => range),
      [client.rangeOf(INTEGRATION, 'metascopes'), client.rangeOf(INTEGRATION, 'privateKey')],
    );
    assert.ok(tagged.every(({ code, severity }) => code === 'jwt-credential' && severity === 4));
    assert.equal(all[0]?.code, 'jwt-credential');
    assert.equal(all[0]?.tags, undefined);
  });

  it('are pushed to clients that cannot pull, and taken back', async () => {
    await start({ capabilities: {} });
    const { capabilities } = await client.initialized;
    assert.equal(capabilities.diagnosticProvider, undefined);
    await client.open(ACCOUNT, account);
    await client.until(() => client.published.length === 1);
    assert.deepEqual(
      client.published[0]?.diagnostics.map(({ code }) => code),
      ['callback-not-https'],
    );
    await client.type(ACCOUNT, 'http://campaign', 'https://campaign');
    await client.until(() => client.published.length === 2);
    assert.deepEqual(client.published[1], { uri: ACCOUNT, version: 2, diagnostics: [] });
    await client.close(ACCOUNT);
    await client.until(() => client.published.length === 3);
  });

  it('leave files alone that are none of ours', async () => {
    await start();
    const uri = 'file:///shop/compose.yaml';
    await client.open(uri, 'callbackServer: http://localhost\nauthType: jwt\n');
    assert.deepEqual(await client.diagnostics(uri), []);
    assert.equal(await client.hover(uri, 'callbackServer'), null);
    assert.deepEqual(await client.symbols(uri), []);
    assert.deepEqual(await client.actions(uri), []);
    assert.deepEqual(await client.actions(uri, '', ['source.fixAll']), []);
    assert.equal(await client.connection.sendRequest('imsConfig/describe', { uri }), null);
  });

  it('are given for a document that is not saved yet', async () => {
    await start();
    const uri = 'untitled:Untitled-1';
    await client.open(
      uri,
      '{ "ORG_ID": "", "TECHNICAL_ACCOUNT_ID": "", "PUBLIC_KEYS_WITH_EXPIRY": {} }',
      'json',
    );
    assert.ok((await client.codes(uri)).includes('jwt-credential'));
  });

  it('leave broken JSON to the editor, and broken YAML where another extension reports it', async () => {
    await start({ initializationOptions: { yamlSyntaxErrors: true } });
    const json = 'file:///shop/a.external-account.json';
    const xml = 'file:///shop/a.xml';
    await client.open(json, '{ "name": ');
    await client.open(
      xml,
      '<package><entities schema="nms:extAccount"><extAccount name="a></package>',
    );
    await client.open(ACCOUNT, 'name: a\nname: b\n');
    assert.ok(!(await client.codes(json)).includes('syntax-error'));
    assert.ok((await client.codes(xml)).includes('syntax-error'));
    assert.ok((await client.codes(ACCOUNT)).includes('duplicate-key'));
    await client.connection.sendNotification('imsConfig/yamlSyntaxErrors', {
      yamlSyntaxErrors: false,
    });
    await client.until(() => client.refreshes === 1);
    assert.ok(!(await client.codes(ACCOUNT)).includes('duplicate-key'));
    assert.ok((await client.codes(xml)).includes('syntax-error'));
  });
});
