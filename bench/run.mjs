// Drives our server and yaml-language-server over stdio, side by side in one run, with the same documents and the
// same schema, and prints medians.
//   npm run bench [-- rounds]
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { largeProject, peerSchemas, smallAccount } from './documents.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const rounds = Number(process.argv[2] ?? 7);

const servers = {
  'ims-config': [path.join(root, 'dist/server.js')],
  'yaml-language-server': [require.resolve('yaml-language-server/bin/yaml-language-server')],
};

const documents = {
  '1 KB': { uri: 'file:///bench/shop.external-account.yaml', text: smallAccount() },
  '100 KB': { uri: 'file:///bench/shop.ims.yaml', text: largeProject(100_000) },
};

/** What the peer needs to check the same: our schemas, bound to the same names. */
const yamlSettings = {
  validate: true,
  schemaStore: { enable: false },
  schemas: {
    [schemaUri('external-account')]: '*.external-account.yaml',
    [schemaUri('project-for-peer')]: '*.ims.yaml',
  },
};

function schemaUri(name) {
  const file = path.join(root, 'out/bench', `${name}.schema.json`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(peerSchemas()[name]));
  return pathToFileURL(file).href;
}

/** What is typed behind the account in the middle, and one of the words that must be offered then. */
const TYPED = {
  'keystroke to keys': { word: 'en', expected: 'enabled' },
  'keystroke to values': { word: 'enabled: t', expected: 'true' },
};

const results = {};
for (let round = 0; round < rounds; round++) {
  for (const [name, args] of Object.entries(servers)) {
    for (const [size, document] of Object.entries(documents)) {
      const times = await session(args, document);
      for (const [what, ms] of Object.entries(times)) {
        const key = `${what}, ${size}`;
        results[key] ??= {};
        results[key][name] ??= [];
        results[key][name].push(ms);
      }
    }
  }
}

console.log(
  `Node ${process.version}, ${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores; medians of ${rounds} rounds, ms`,
);
console.log('| | ims-config | yaml-language-server | ratio |\n|---|---|---|---|');
for (const [what, byServer] of Object.entries(results)) {
  const ours = median(byServer['ims-config']);
  const theirs = median(byServer['yaml-language-server']);
  console.log(
    `| ${what} | ${ours.toFixed(0)} | ${theirs.toFixed(0)} | ${(ours / theirs).toFixed(2)} |`,
  );
}

/** Starts a server, opens a document, changes and completes it; the times until its answers are there. */
async function session(args, { uri, text }) {
  const begin = performance.now();
  const child = spawn(process.execPath, [...args, '--stdio'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let published = () => {};
  connection.onNotification('textDocument/publishDiagnostics', ({ uri: of }) => {
    if (of === uri) published();
  });
  connection.onRequest('workspace/configuration', ({ items }) =>
    items.map(({ section }) => (section === 'yaml' ? yamlSettings : null)),
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
        completion: { completionItem: { snippetSupport: true } },
      },
      workspace: { configuration: true, didChangeConfiguration: {}, workspaceFolders: true },
    },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { yaml: yamlSettings, imsConfig: {} },
  });
  // Servers that can be asked are asked; the others tell.
  const diagnostics = async (send) => {
    if (capabilities.diagnosticProvider) {
      await send();
      await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
      return;
    }
    const done = new Promise((resolve) => {
      published = resolve;
    });
    await send();
    await done;
  };
  await diagnostics(() =>
    connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    }),
  );
  const opened = performance.now() - begin;

  const changes = [];
  for (let version = 2; version <= 6; version++) {
    const start = performance.now();
    const changed = text.replace(
      'https://campaign',
      version % 2 ? 'https://campaign' : 'http://campaign',
    );
    await diagnostics(() =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text: changed }],
      }),
    );
    changes.push(performance.now() - start);
  }
  const completion = await completions(connection, uri, text);
  connection.dispose();
  child.kill();
  return {
    'start to first diagnostics': opened,
    'change to diagnostics': median(changes),
    ...completion,
  };
}

/** The times from a keystroke to what can be written there. */
async function completions(connection, uri, text) {
  const line = 'tenant: acme\n';
  const place = text.indexOf(line, text.length / 2) < 0 ? 0 : text.length / 2;
  const at = text.indexOf(line, place) + line.length;
  const indent = /[ ]*$/.exec(text.slice(0, at - line.length))[0];
  const number = text.slice(0, at).split('\n').length - 1;
  const times = {};
  let version = 10;
  for (const [what, { word, expected }] of Object.entries(TYPED)) {
    const measured = [];
    for (let round = 0; round < 5; round++) {
      const typed = indent + word;
      const start = performance.now();
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: version++ },
        contentChanges: [{ text: `${text.slice(0, at)}${typed}\n${text.slice(at)}` }],
      });
      const answer = await connection.sendRequest('textDocument/completion', {
        textDocument: { uri },
        position: { line: number, character: typed.length },
      });
      measured.push(performance.now() - start);
      const labels = (answer?.items ?? answer ?? []).map(({ label }) => label);
      if (!labels.includes(expected)) throw new Error(`${expected} is not offered: ${labels}`);
    }
    times[what] = median(measured);
  }
  return times;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
