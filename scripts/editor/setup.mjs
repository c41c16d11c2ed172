// Sets up a real VS Code (code-server) and a Chromium below .vscode-test/, from npm and, for a
// Chromium where root may install it, from apt. Nothing is compiled. What is there already stays.
//   node scripts/editor/setup.mjs
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import zlib from 'node:zlib';
import { endOnSignals, onEnd, run } from '../lifetime.mjs';
import { npm } from '../npm.mjs';
import {
  CODE_SERVER,
  chromiumFolder,
  codeServerEntry,
  codeServerFolder,
  findChromium,
  NODE,
  NODE_PACKAGE,
  nodeFor,
  root,
  runsOnOwnNode,
} from './places.mjs';

const CHROMIUM = '153.0.0';

/** Makes sure that code-server is there. Throws an error fit for a user when it cannot be. */
export async function setUpCodeServer(log) {
  if (fs.existsSync(codeServerFolder)) return;
  log(`setting up VS Code (code-server ${CODE_SERVER} from npm), about half a minute …`);
  await inNewFolder(codeServerFolder, async (folder) => {
    const node = runsOnOwnNode ? [] : [`${NODE_PACKAGE}@${NODE}`];
    await npmInstall(folder, `code-server@${CODE_SERVER}`, ...node);
    // What code-server's own install script does, without compiling.
    const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
    await npmInstall(vscode, '--omit=dev');
    await npmInstall(path.join(vscode, 'extensions'), '--omit=dev');
    removeUnused(path.join(vscode, 'node_modules'));
    replaceNativeModules(path.join(vscode, 'node_modules'));
    const config = path.join(folder, 'config.yaml');
    const args = [codeServerEntry(folder), '--version', '--config', config];
    const { code, output } = await run(nodeFor(folder), args);
    if (code !== 0) throw new Error(`code-server does not run here: ${output}`);
  });
}

/** Makes sure that tests have a Chromium. Throws an error fit for a user when there is none. */
export async function setUpChromium(log) {
  if (findChromium()) return;
  if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    log('no Chromium: installing chromium-headless-shell with apt-get …');
    await apt('update');
    await apt('install', '--no-install-recommends', 'chromium-headless-shell', 'fonts-dejavu-core');
  }
  if (!findChromium() && process.platform === 'linux' && process.arch === 'x64') {
    log(`no Chromium: installing @sparticuz/chromium ${CHROMIUM} from npm …`);
    await inNewFolder(chromiumFolder, unpackChromium);
  }
  if (!findChromium()) {
    throw new Error('No Chromium found: install one, or name its binary in CHROMIUM.');
  }
}

/** Fills a folder aside and moves it into place, so that a broken set-up is never taken for one. */
async function inNewFolder(folder, fill) {
  const aside = `${folder}.${process.pid}`;
  const remove = onEnd(() => fs.rmSync(aside, { recursive: true, force: true }));
  fs.mkdirSync(aside, { recursive: true });
  fs.writeFileSync(path.join(aside, 'package.json'), '{"private":true}');
  try {
    await fill(aside);
    if (!fs.existsSync(folder)) fs.renameSync(aside, folder);
  } finally {
    await remove();
  }
}

function npmInstall(folder, ...args) {
  // Install scripts would compile; the peer and engine checks know nothing of the Node used here.
  const flags = ['--ignore-scripts', '--legacy-peer-deps', '--engine-strict=false'];
  return npm(folder, 'the editor', ['install', ...args, ...flags]);
}

/** 220 MB that nothing here needs. */
function removeUnused(modules) {
  const unused = [
    '@github',
    '@microsoft/mxc-sdk',
    '@devcontainers',
    '@vscode/sqlite3',
    '@vscode/windows-process-tree',
    'cpu-features',
  ];
  for (const name of unused) fs.rmSync(path.join(modules, name), { recursive: true, force: true });
}

/** Modules asked for at start that ship no binary and can be done without. */
function replaceNativeModules(modules) {
  const replace = (name, write) => {
    const folder = path.join(modules, name);
    if (fs.existsSync(folder)) write(path.join(folder, 'index.js'));
  };
  const stub = path.join(root, 'scripts/editor/spdlog-stub.cjs');
  replace('@vscode/spdlog', (file) => fs.copyFileSync(stub, file));
  for (const name of ['@vscode/native-watchdog', 'native-watchdog']) {
    replace(name, (file) => fs.writeFileSync(file, 'exports.start = () => {};\n'));
  }
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return run('apt-get', ['-qq', '-y', ...args], { env });
}

/** The package holds a compressed Chromium, its libraries (lib/) and fonts (fonts/). */
async function unpackChromium(folder) {
  await npmInstall(folder, `@sparticuz/chromium@${CHROMIUM}`);
  const packed = path.join(folder, 'node_modules/@sparticuz/chromium/bin');
  const unpack = (name) => zlib.brotliDecompressSync(fs.readFileSync(path.join(packed, name)));
  for (const name of ['al2023.tar.br', 'fonts.tar.br']) {
    execFileSync('tar', ['xf', '-', '-C', folder], { input: unpack(name) });
  }
  fs.writeFileSync(path.join(folder, 'chromium'), unpack('chromium.br'), { mode: 0o755 });
  fs.rmSync(path.join(folder, 'node_modules'), { recursive: true });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  endOnSignals(1);
  try {
    await setUpCodeServer(console.log);
    await setUpChromium(console.log);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
