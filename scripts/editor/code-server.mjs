// Starts a real VS Code that is used through a browser. All it writes lies in one temporary folder.
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { pause, run, startProcess, temporaryFolder } from '../lifetime.mjs';
import { codeServerEntry, codeServerFolder, nodeFor } from './places.mjs';

/**
 * Starts code-server, with the packaged extension `vsix` installed where one is given; resolves, as
 * soon as it answers, to its address, its temporary folder, that of the extension, and how to end
 * it.
 */
export async function startCodeServer({ vsix, port, settings }) {
  const { folder, remove } = temporaryFolder('ims-config-editor-');
  fs.mkdirSync(path.join(folder, 'home'));
  fs.mkdirSync(path.join(folder, 'user/User'), { recursive: true });
  const settingsFile = path.join(folder, 'user/User/settings.json');
  fs.writeFileSync(settingsFile, JSON.stringify({ ...QUIET, ...settings }));

  const extensions = path.join(folder, 'extensions');
  const extension = vsix && (await installExtension(vsix, folder, extensions));

  const authority = `127.0.0.1:${port ?? (await freePort())}`;
  const log = path.join(folder, 'code-server.log');
  const options = ['--auth', 'none', '--bind-addr', authority, '--extensions-dir', extensions];
  const args = [...commonArguments(folder), ...options, ...LOCAL_ONLY];
  const output = fs.openSync(log, 'w');
  const stdio = ['ignore', output, output];
  const server = startProcess(nodeFor(codeServerFolder), args, { env: environment(folder), stdio });
  fs.closeSync(output);

  let exited = false;
  const ended = server.exited.then(() => {
    exited = true;
  });
  const address = `http://${authority}`;
  await waitUntilUp(address, () => {
    if (exited) throw new Error(`code-server did not start:\n${fs.readFileSync(log, 'utf8')}`);
  });
  const close = async () => {
    await server.end();
    await remove();
  };
  return { address, authority, folder, extension, ended, close };
}

/** Installs a packaged extension, as a user would, and returns its folder. */
export async function installExtension(vsix, folder, extensions) {
  const options = ['--extensions-dir', extensions, '--install-extension', path.resolve(vsix)];
  const args = [...commonArguments(folder), ...options];
  const { code, output } = await run(nodeFor(codeServerFolder), args, { env: environment(folder) });
  if (code !== 0) throw new Error(`The extension could not be installed:\n${output}`);
  const installed = fs.readdirSync(extensions).find((name) => name.startsWith('ims-config.'));
  return path.join(extensions, installed);
}

/** Whether a program could listen there. */
export function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
};

const LOCAL_ONLY = [
  '--disable-telemetry',
  '--disable-update-check',
  '--disable-workspace-trust',
  '--disable-getting-started-override',
];

const commonArguments = (folder) => [
  codeServerEntry(codeServerFolder),
  ...['--user-data-dir', path.join(folder, 'user')],
  ...['--config', path.join(folder, 'config.yaml')],
];

/**
 * Neither the user's own settings of code-server are read, nor anything written beside the folder.
 */
const environment = (folder) => ({
  PATH: process.env.PATH,
  LANG: 'C.UTF-8',
  HOME: path.join(folder, 'home'),
  TMPDIR: folder,
  XDG_CONFIG_HOME: path.join(folder, 'xdg/config'),
  XDG_DATA_HOME: path.join(folder, 'xdg/data'),
  XDG_CACHE_HOME: path.join(folder, 'xdg/cache'),
  // No calls to a gallery of extensions.
  EXTENSIONS_GALLERY: '{}',
});

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function waitUntilUp(address, stillRunning) {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(50)) {
    stillRunning();
    const answer = await fetch(`${address}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error('code-server did not answer within a minute.');
}
