import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe, it, mock } from 'node:test';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { syntaxes } from '../../server/src/syntax';
import { ACCOUNT, account, INTEGRATION, jwt } from '../lsp/samples';
import { root } from '../support/root';
import { packageOf } from '../support/samples';
import { editor, TestClient } from '../support/server';

/** What an editor asks of a document without any person doing something. */
const REQUESTS: readonly (readonly [method: string, params: (uri: string) => object])[] = [
  ['textDocument/diagnostic', at],
  ['textDocument/hover', at],
  ['textDocument/completion', at],
  ['textDocument/documentSymbol', at],
  ['textDocument/documentLink', at],
  ['textDocument/definition', at],
  ['textDocument/references', (uri) => ({ ...at(uri), context: { includeDeclaration: true } })],
  ['textDocument/documentHighlight', at],
  ['textDocument/codeLens', at],
  [
    'textDocument/codeAction',
    (uri) => ({
      ...at(uri),
      range: { start: POSITION, end: POSITION },
      context: { diagnostics: [] },
    }),
  ],
  ['imsConfig/describe', (uri) => ({ uri })],
  ['imsConfig/masks', (uri) => ({ uri })],
  ['imsConfig/convert', (uri) => ({ uri })],
];

const POSITION = { line: 5, character: 9 };

function at(uri: string): object {
  return { textDocument: { uri }, position: POSITION };
}

describe('a server that was killed', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ims-config-server-'));
  const bundle = path.join(folder, 'server.cjs');
  const running: ChildProcess[] = [];
  after(() => {
    for (const each of running) each.kill('SIGKILL');
    fs.rmSync(folder, { recursive: true, force: true });
  });

  before(() => {
    const input = `import { startServer } from './server/src/lsp/server';
      import { connect, host } from './server/src/main.node';
      startServer(connect(), host());`;
    const options = ['--bundle', '--platform=node', '--format=cjs', `--outfile=${bundle}`];
    execFileSync(
      path.join(root, 'node_modules/.bin/esbuild'),
      [...options, '--log-level=error', '--loader=ts'],
      { cwd: root, input },
    );
  });

  /** A server of its own, with these texts open, as an editor opens them for a new one. */
  async function start(texts: Readonly<Record<string, string>>) {
    const child = spawn(process.execPath, [bundle, '--stdio'], { cwd: folder });
    running.push(child);
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.onRequest('workspace/configuration', () => [null]);
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: editor,
      initializationOptions: { triesMasks: true },
    });
    await connection.sendNotification('initialized', {});
    for (const [uri, text] of Object.entries(texts)) {
      const textDocument = { uri, languageId: 'yaml', version: 1, text };
      await connection.sendNotification('textDocument/didOpen', { textDocument });
    }
    return { child, connection };
  }

  async function answersOf(connection: ProtocolConnection, uris: readonly string[]) {
    const answers: unknown[] = [];
    for (const uri of uris) {
      for (const [method, params] of REQUESTS) {
        answers.push([method, uri, await connection.sendRequest(method, params(uri))]);
      }
    }
    return answers;
  }

  it('is followed by one that answers the same of the same open texts', async () => {
    const unsaved = account.replace('shop - (.*)', 'shop - .*');
    const first = await start({ [ACCOUNT]: account, [INTEGRATION]: jwt });
    await first.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: ACCOUNT, version: 2 },
      contentChanges: [{ text: unsaved }],
    });
    const uris = [ACCOUNT, INTEGRATION];
    const told = await answersOf(first.connection, uris);
    assert.ok(JSON.stringify(told).includes('association-mask-without-group'));
    const gone = new Promise((resolve) => first.child.once('exit', resolve));
    first.child.kill('SIGKILL');
    await gone;
    first.connection.dispose();

    const second = await start({ [ACCOUNT]: unsaved, [INTEGRATION]: jwt });
    assert.deepEqual(await answersOf(second.connection, uris), told);
    second.connection.dispose();
  });
});

describe('what fails in the server', () => {
  let client: TestClient;
  afterEach(() => {
    mock.restoreAll();
    client.end();
  });

  /** From now on no text of YAML can be read, for a reason that quotes it. */
  const breakParser = () =>
    mock.method(syntaxes.yaml, 'parse', (text: string) => {
      throw new RangeError(`canary ${text}\n    at canary (canary:1:1)`);
    });

  for (const [method, params] of REQUESTS) {
    it(`is answered empty: ${method}`, async () => {
      client = await TestClient.start({ initializationOptions: { triesMasks: true } });
      const text = `${account}clientSecret: canary-canary\n`;
      await client.open(ACCOUNT, account);
      const sound = await client.connection.sendRequest(method, params(ACCOUNT));
      const broken = breakParser();
      await client.type(ACCOUNT, account, text);
      const answer = await client.connection.sendRequest(method, params(ACCOUNT));
      assert.ok(isEmpty(answer), JSON.stringify(answer));
      assert.ok(broken.mock.callCount() > 0);
      assert.ok(client.logged.some((line) => line.includes('RangeError')));
      assert.doesNotMatch(client.sent, /canary/);

      mock.restoreAll();
      await client.type(ACCOUNT, text, account);
      assert.deepEqual(await client.connection.sendRequest(method, params(ACCOUNT)), sound);
    });
  }

  it('keeps nobody from the other files of a workspace', async () => {
    const files = {
      'file:///shop/a.external-account.yaml': `${account}clientSecret: canary-canary\n`,
      'file:///shop/b.xml': packageOf('imsOrgId="1"'),
    };
    const broken = breakParser();
    client = await TestClient.start({
      folders: ['file:///shop'],
      lists: true,
      files,
      section: { workspace: { diagnostics: 'all' } },
    });
    await client.indexed();
    assert.ok(broken.mock.callCount() > 0);
    const { items } = await client.connection.sendRequest<{ items: readonly { uri: string }[] }>(
      'workspace/diagnostic',
      { previousResultIds: [] },
    );
    assert.deepEqual(
      items.map(({ uri }) => uri),
      ['file:///shop/b.xml'],
    );
    assert.doesNotMatch(client.sent, /canary/);
  });
});

/** Nothing, no items, or a list without any. */
function isEmpty(answer: unknown): boolean {
  if (answer === null) return true;
  if (Array.isArray(answer)) return answer.length === 0;
  const items: unknown = typeof answer === 'object' ? Reflect.get(answer, 'items') : undefined;
  return Array.isArray(items) && items.length === 0;
}
