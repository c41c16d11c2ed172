import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import { type ClientOptions, editor, TestClient } from '../support/server';
import { ACCOUNT, account } from './samples';

let client: TestClient;
const start = async (options?: ClientOptions) => {
  client = await TestClient.start(options);
  return client;
};
afterEach(() => client.end());

describe('settings', () => {
  const SETTINGS = 'file:///shop/ims-config.yaml';

  it('of the client change what is found', async () => {
    await start({
      section: { rules: { 'callback-not-https': 'warning', 'jwt-credential': 'loud' } },
    });
    await client.open(ACCOUNT, account);
    assert.equal((await client.diagnostics(ACCOUNT))[0]?.severity, DiagnosticSeverity.Warning);
    assert.ok(
      client.logged.some((line) => line.includes('jwt-credential') && !line.includes('loud')),
    );
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { imsConfig: { rules: { 'callback-not-https': 'off' } } },
    });
    await client.until(() => client.refreshes === 1);
    assert.deepEqual(await client.codes(ACCOUNT), []);
  });

  it('of the workspace are read through the client, and read again when they change', async () => {
    const files = { [SETTINGS]: 'rules:\n  callback-not-https: info\n  nonsense: off\n' };
    await start({ files, folders: ['file:///shop'] });
    await client.open(ACCOUNT, account);
    assert.equal((await client.diagnostics(ACCOUNT))[0]?.severity, DiagnosticSeverity.Information);
    assert.ok(client.logged.some((line) => line.includes('nonsense')));
    files[SETTINGS] = 'ignore: ["*.external-account.yaml"]\n';
    const changes = [{ uri: SETTINGS, type: 2 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await client.until(() => client.refreshes === 1);
    assert.deepEqual(await client.diagnostics(ACCOUNT), []);
  });

  it('of the client win over those of the workspace', async () => {
    const content = 'overrides:\n  - files: ["*.yaml"]\n    rules: { callback-not-https: off }\n';
    await start({
      files: { [SETTINGS]: content },
      folders: ['file:///shop/'],
      section: { rules: { 'callback-not-https': 'hint' } },
    });
    await client.open(ACCOUNT, account);
    assert.equal((await client.diagnostics(ACCOUNT))[0]?.severity, DiagnosticSeverity.Hint);
  });

  it('are those of the folders that are open', async () => {
    const files = { [SETTINGS]: 'rules: { callback-not-https: off }' };
    const capabilities = { ...editor, workspace: { ...editor.workspace, workspaceFolders: true } };
    await start({ files, capabilities });
    await client.open(ACCOUNT, account);
    assert.deepEqual(await client.codes(ACCOUNT), ['callback-not-https']);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: 'file:///shop', name: 'shop' }], removed: [] },
    });
    await client.until(() => client.refreshes === 1);
    assert.deepEqual(await client.codes(ACCOUNT), []);
  });

  it('are checked themselves', async () => {
    await start({ folders: ['file:///shop'] });
    await client.open(SETTINGS, 'rules:\n  callback-not-http: off\n');
    const [problem] = await client.diagnostics(SETTINGS);
    assert.match(String(problem?.message), /callback-not-https/);
  });

  it('are fixed, also in files that others extend', async () => {
    await start({ folders: ['file:///shop'] });
    for (const uri of [SETTINGS, 'file:///shop/shared/base.ims-config.yaml']) {
      await client.open(uri, 'rules:\n  callback-not-http: off\n');
      const actions = await client.actions(uri, 'callback-not-http');
      const fix = actions.find(({ title }) => title === 'Rename to “callback-not-https”');
      assert.ok(fix, uri);
    }
  });

  it('say at which place they cannot extend others', async () => {
    const files = {
      'file:///shared/loop.yaml': 'extends: [../shop/ims-config.yaml, ../shop/ims-config.yaml]\n',
      'file:///shared/text.yaml': 'rules: [\n  a: "b\n',
    };
    await start({ folders: ['file:///shop'], files });
    const names = ['gone.yaml', '../shared/loop.yaml', '../shared/text.yaml'];
    const content = `extends: [${names.join(', ')}]\n`;
    await client.open(SETTINGS, content);
    const problems = await client.diagnostics(SETTINGS);
    assert.deepEqual(
      problems.map(({ range: { start: from, end }, severity }) => [
        content.slice(from.character, end.character),
        severity,
      ]),
      names.map((name) => [name, DiagnosticSeverity.Error]),
    );
    const says = [
      /^There is no file `gone\.yaml`/,
      /^In `loop\.yaml`, which is extended here: `\.\.\/shop\/ims-config\.yaml` leads back/,
      /^`\.\.\/shared\/text\.yaml` is no YAML/,
    ];
    for (const [index, each] of says.entries()) assert.match(`${problems[index]?.message}`, each);
  });

  it('say one thing of what is no path', async () => {
    await start({ folders: ['file:///shop'] });
    for (const [content, says] of [
      ['extends: 3\n', /is a number/],
      ['extends: ""\n', /is empty, so nothing is extended/],
    ] as const) {
      await client.open(SETTINGS, content);
      const problems = await client.diagnostics(SETTINGS);
      assert.equal(problems.length, 1, content);
      assert.match(`${problems[0]?.message}`, says);
      await client.close(SETTINGS);
    }
  });

  it('extend others, and are read again when those change', async () => {
    const base = 'file:///shared/base.yaml';
    const files: Record<string, string> = {
      [SETTINGS]: 'extends: ../shared/base.yaml\n',
      [base]: 'rules: { callback-not-https: hint }\n',
    };
    await start({ files, folders: ['file:///shop'] });
    await client.open(ACCOUNT, account);
    assert.equal((await client.diagnostics(ACCOUNT))[0]?.severity, DiagnosticSeverity.Hint);
    files[base] = 'rules: { callback-not-https: off }\n';
    await client.tell({ uri: base, type: 2 });
    await client.until(() => client.refreshes === 1);
    assert.deepEqual(await client.diagnostics(ACCOUNT), []);
  });

  it('choose the kinds of files', async () => {
    const files = {
      [SETTINGS]: 'kinds:\n  "*.conf": external-account\n  "*.external-account.yaml": none\n',
    };
    await start({ files, folders: ['file:///shop'] });
    await client.open(ACCOUNT, account);
    assert.deepEqual(await client.diagnostics(ACCOUNT), []);
    await client.open('file:///shop/a.conf', account, 'plaintext');
    assert.deepEqual(await client.codes('file:///shop/a.conf'), ['callback-not-https']);
    files[SETTINGS] = 'kinds: {}\n';
    await client.tell({ uri: SETTINGS, type: 2 });
    await client.until(() => client.refreshes === 1);
    assert.deepEqual(await client.codes(ACCOUNT), ['callback-not-https']);
    assert.deepEqual(await client.codes('file:///shop/a.conf'), []);
  });

  it('alone make a file ours whose name and language tell nothing', async () => {
    await start({ folders: ['file:///shop'] });
    const command = 'nlserver config -instance:shop -setimsjwtauth:a/b/c/d/e/f/g\n';
    await client.open('file:///shop/run.sh', command, 'shellscript');
    assert.notDeepEqual(await client.codes('file:///shop/run.sh'), []);
    for (const name of ['run', 'run.external-account', 'notes.txt']) {
      await client.open(`file:///shop/${name}`, command, 'plaintext');
      assert.deepEqual(await client.codes(`file:///shop/${name}`), [], name);
    }
  });

  it('say which files git tracks, and are not asked for others', async () => {
    const asked: string[] = [];
    const isTracked = async (uri: string) => {
      asked.push(uri);
      return true;
    };
    await start({ host: { isTracked } });
    await client.open(ACCOUNT, account);
    await client.diagnostics(ACCOUNT);
    assert.deepEqual(asked, []);
    const uri = 'file:///shop/download.json';
    await client.open(
      uri,
      '{ "ORG_ID": "", "TECHNICAL_ACCOUNT_ID": "", "CLIENT_SECRETS": ["p8e-Zq3xT1vB7nM5kL9wR2yU4iO6aS8dF0gH"] }',
    );
    const severity = (await client.diagnostics(uri)).find(
      ({ code }) => code === 'secret-in-plain-text',
    )?.severity;
    assert.deepEqual([asked, severity], [[uri], DiagnosticSeverity.Warning]);
  });
});
