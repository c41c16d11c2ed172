import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import {
  CancellationTokenSource,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { type ClientOptions, editor, TestClient } from '../support/server';
import { DUPLICATE, FIRST, FOLDER, packageOf, SECOND } from './samples';

let client: TestClient;
const start = async (options?: ClientOptions) => {
  client = await TestClient.start({
    folders: [FOLDER],
    lists: true,
    files: { [FIRST]: packageOf('first'), [SECOND]: packageOf('second') },
    section: ALL,
    ...options,
  });
  return client;
};
afterEach(() => client.end());

const ALL = { workspace: { diagnostics: 'all' } };

type Reports = readonly WorkspaceDocumentDiagnosticReport[];

const ask = async (previous: Reports = [], token = new CancellationTokenSource().token) => {
  const previousResultIds = previous.flatMap(({ uri, resultId }) =>
    resultId === undefined ? [] : [{ uri, value: resultId }],
  );
  const params = { previousResultIds };
  return (await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, params, token))
    .items;
};

/** Each file with its codes, or that nothing has changed. */
const told = (reports: Reports) =>
  Object.fromEntries(
    reports.map((report) => [
      report.uri,
      report.kind === 'full' ? report.items.map(({ code }) => code) : report.kind,
    ]),
  );

describe('the diagnostics of a workspace', () => {
  it('are those of all files, if the setting says so', async () => {
    await start();
    const reports = await ask();
    assert.deepEqual(told(reports), { [FIRST]: [], [SECOND]: [DUPLICATE] });
    assert.ok(reports.every(({ version }) => version === null));
  });

  it('are told when they change, and for the rest that they have not', async () => {
    await start();
    const first = await ask();
    const asked = ask(first);
    await client.write(FIRST, packageOf('first', 'other.shop.org'));
    assert.deepEqual(told(await asked), { [FIRST]: 'unchanged', [SECOND]: [] });
  });

  it('are empty for a file that has gone', async () => {
    await start();
    const first = await ask();
    const asked = ask(first);
    await client.remove(SECOND);
    const reports = await asked;
    assert.deepEqual(told(reports), { [FIRST]: 'unchanged', [SECOND]: [] });
    const gone = reports.find(({ uri }) => uri === SECOND);
    assert.equal(gone?.resultId, undefined);
  });

  it('keep a request waiting while there is nothing new, until it is cancelled', async () => {
    await start();
    const first = await ask();
    const source = new CancellationTokenSource();
    let isAnswered = false;
    const asked = ask(first, source.token).finally(() => {
      isAnswered = true;
    });
    await client.tell({ uri: FIRST, type: 2 });
    for (let turn = 0; turn < 10; turn++) await client.diagnostics(FIRST);
    assert.equal(isAnswered, false);
    source.cancel();
    assert.deepEqual(await asked, []);
  });

  it('are given in parts to whoever wants that, for as long as it is asked', async () => {
    await start();
    const parts: Reports[] = [];
    let happened: () => void = () => undefined;
    const parted = async (count: number) => {
      while (parts.length < count) {
        await new Promise<void>((resolve) => {
          happened = resolve;
        });
      }
    };
    client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'parts', ({ items }) => {
      parts.push(items);
      happened();
    });
    const source = new CancellationTokenSource();
    const params = { previousResultIds: [], partialResultToken: 'parts' };
    const { type } = WorkspaceDiagnosticRequest;
    const asked = client.connection.sendRequest(type, params, source.token);
    await parted(1);
    assert.deepEqual(told(parts[0] ?? []), { [FIRST]: [], [SECOND]: [DUPLICATE] });
    await client.remove(FIRST);
    await parted(2);
    assert.deepEqual(told(parts[1] ?? []), { [FIRST]: [], [SECOND]: [] });
    source.cancel();
    assert.deepEqual((await asked).items, []);
  });

  it('are those of the text that is open, also when it is closed without being saved', async () => {
    await start();
    const first = await ask();
    await client.open(SECOND, packageOf('second', 'other.shop.org'));
    const second = await ask(first);
    assert.deepEqual(told(second), { [FIRST]: 'unchanged', [SECOND]: [] });
    assert.equal(second.find(({ uri }) => uri === SECOND)?.version, 1);
    const asked = ask(second);
    await client.close(SECOND);
    assert.deepEqual(told(await asked), { [FIRST]: 'unchanged', [SECOND]: [DUPLICATE] });
  });

  it('are those of open files without the setting', async () => {
    await start({ section: {} });
    await client.indexed();
    await client.open(SECOND, packageOf('second'));
    const first = await ask();
    assert.deepEqual(told(first), { [SECOND]: [DUPLICATE] });
    const asked = ask(first);
    await client.close(SECOND);
    assert.deepEqual(told(await asked), { [SECOND]: [] });
  });

  it('follow the setting', async () => {
    await start({ section: {} });
    await client.indexed();
    const waiting = ask();
    await client.configure(ALL);
    const all = await waiting;
    assert.deepEqual(told(all), { [FIRST]: [], [SECOND]: [DUPLICATE] });
    const asked = ask(all);
    await client.configure({ workspace: { diagnostics: 'openFiles' } });
    assert.deepEqual(told(await asked), { [FIRST]: [], [SECOND]: [] });
  });

  it('are asked for by an editor only while the setting says so', async () => {
    const textDocument = { ...editor.textDocument, diagnostic: { dynamicRegistration: true } };
    await start({ section: {}, capabilities: { ...editor, textDocument } });
    const { capabilities } = await client.initialized;
    assert.equal(capabilities.diagnosticProvider, undefined);
    const isRegistered = (workspaceDiagnostics: boolean) =>
      client.until(() => {
        const options = client.registered.get('textDocument/diagnostic');
        return (
          JSON.stringify(options)?.includes(`"workspaceDiagnostics":${workspaceDiagnostics}`) ??
          false
        );
      });
    await isRegistered(false);
    await client.configure(ALL);
    await isRegistered(true);
    await client.configure({});
    await isRegistered(false);
    // So that the server has everything that it asked for.
    await client.diagnostics(FIRST);
  });

  it('are sent to a client that asks for nothing, and taken back', async () => {
    await start({ capabilities: { workspace: { configuration: true } } });
    const last = (uri: string) =>
      client.published.findLast((each) => each.uri === uri)?.diagnostics.map(({ code }) => code);
    await client.until(() => last(SECOND)?.[0] === DUPLICATE);
    await client.configure({});
    await client.until(() => last(SECOND)?.length === 0);
    await client.configure(ALL);
    await client.until(() => last(SECOND)?.length === 1);
    await client.remove(SECOND);
    await client.until(() => last(SECOND)?.length === 0);
  });

  it('are still sent for a file that is opened and closed', async () => {
    await start({ capabilities: { workspace: { configuration: true } } });
    const last = () => client.published.findLast(({ uri }) => uri === SECOND);
    await client.until(() => last()?.diagnostics.length === 1);
    await client.open(SECOND, packageOf('second'));
    await client.until(() => last()?.version === 1);
    await client.close(SECOND);
    await client.until(() => last()?.version === undefined);
    assert.equal(last()?.diagnostics.length, 1);
    assert.ok(!client.published.some(({ uri, diagnostics }) => uri === SECOND && !diagnostics[0]));
  });

  it('are also those of the settings file', async () => {
    const uri = 'file:///shop/ims-config.yaml';
    await start({ files: { [uri]: 'rules: { nonsense: off }\n' } });
    const [report] = await ask();
    assert.ok(report?.uri === uri && report.kind === 'full' && report.items.length === 1);
  });

  it('know whether git tracks a file that is closed', async () => {
    const uri = 'file:///shop/download.json';
    const text =
      '{ "ORG_ID": "", "TECHNICAL_ACCOUNT_ID": "", "CLIENT_SECRETS": ["p8e-Zq3xT1vB7nM5kL9wR2yU4iO6aS8dF0gH"] }';
    await start({ files: { [uri]: text }, host: { isTracked: async () => true } });
    assert.ok(told(await ask())[uri]?.includes('secret-in-plain-text'));
  });

  it('say what is wrong with JSON that no editor looks at', async () => {
    const uri = 'file:///shop/a.external-account.json';
    await start({ files: { [uri]: '{ "name": ' } });
    assert.ok(told(await ask())[uri]?.includes('syntax-error'));
  });
});
