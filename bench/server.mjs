import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const probe = path.join(path.dirname(fileURLToPath(import.meta.url)), 'probe.cjs');

/** A running server and what is asked of it. Times are in milliseconds. */
export async function startServer({ args, settings, node = process.execPath, env = {} }) {
  const child = spawn(node, ['--expose-gc', '--require', probe, ...args, '--stdio'], {
    stdio: ['pipe', 'pipe', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting = new Map();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) =>
    waiting.get(uri)?.(diagnostics),
  );
  connection.onRequest('workspace/configuration', ({ items }) =>
    items.map(({ section }) => settings[section] ?? null),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onRequest('imsConfig/readFile', () => null);
  connection.listen();
  const { capabilities } = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: 'file:///bench',
    workspaceFolders: [{ uri: 'file:///bench', name: 'bench' }],
    capabilities: {
      textDocument: {
        diagnostic: {},
        publishDiagnostics: {},
        hover: { contentFormat: ['markdown'] },
        completion: { completionItem: { snippetSupport: true } },
      },
      workspace: { configuration: true, didChangeConfiguration: {}, workspaceFolders: true },
    },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', { settings });

  const notify = (method, params) => connection.sendNotification(`textDocument/${method}`, params);
  const ask = (method, params) => connection.sendRequest(`textDocument/${method}`, params);

  /**
   * The diagnostics that follow on a message: a server that can be asked is asked, another one
   * tells.
   */
  async function diagnosticsAfter(uri, send) {
    if (capabilities.diagnosticProvider) {
      await send();
      return (await ask('diagnostic', { textDocument: { uri } })).items;
    }
    const told = new Promise((resolve) => waiting.set(uri, resolve));
    await send();
    const diagnostics = await told;
    waiting.delete(uri);
    return diagnostics;
  }

  return {
    isAsked: capabilities.diagnosticProvider !== undefined,
    open: ({ uri, languageId, text }) =>
      diagnosticsAfter(uri, () =>
        notify('didOpen', { textDocument: { uri, languageId, version: 1, text } }),
      ),
    change: (uri, version, range, text) =>
      notify('didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range, text }],
      }),
    diagnosticsAfter,
    hover: (uri, position) => ask('hover', { textDocument: { uri }, position }),
    completion: (uri, position) => ask('completion', { textDocument: { uri }, position }),
    close: (uri) => notify('didClose', { textDocument: { uri } }),
    memory: () => memoryOf(child),
    /** As an editor does, so that the server ends by itself. */
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await new Promise((resolve) => child.once('exit', resolve));
      connection.dispose();
    },
  };
}

/** In bytes: what the process holds, and what its heap holds once its garbage is collected. */
function memoryOf(child) {
  const answer = new Promise((resolve) => {
    child.stdio[3].once('data', (line) => resolve(JSON.parse(line)));
  });
  child.kill('SIGUSR2');
  return answer;
}
