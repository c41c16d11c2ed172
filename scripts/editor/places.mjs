// What the editor for tests and for `npm start` consists of, and where it lies.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** code-server 4.N carries VS Code 1.N and runs with exactly the Node major given. */
export const CODE_SERVER = '4.139.1';
export const NODE = '24.21.0';
export const NODE_PACKAGE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** Where everything lies that was fetched for editors. */
export const downloads = path.join(root, '.vscode-test');

/** The folder of code-server; there only when it is complete. */
export const codeServerFolder = path.join(downloads, `code-server-${CODE_SERVER}`);

/** The folder of the Chromium that comes from npm; there only when it is complete. */
export const chromiumFolder = path.join(downloads, 'chromium');

const majorOf = (version) => version.split('.')[0];

/** True where this very process can run code-server. */
export const runsOnOwnNode = majorOf(process.versions.node) === majorOf(NODE);

/** The Node to run the code-server of `folder` with. */
export function nodeFor(folder) {
  if (runsOnOwnNode) return process.execPath;
  const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  return path.join(folder, 'node_modules', NODE_PACKAGE, binary);
}

/** The script of the code-server of `folder`. */
export const codeServerEntry = (folder) =>
  path.join(folder, 'node_modules/code-server/out/node/entry.js');

const BROWSERS = [
  // Debian's binaries come before its wrapper scripts, which add flags of their own.
  '/usr/lib/chromium/chromium',
  '/usr/lib/chromium/chromium-headless-shell',
  '/usr/lib/chromium/headless_shell',
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  path.join(chromiumFolder, 'chromium'),
];

/** A Chromium that tests can drive: the one named by CHROMIUM, else one of this machine. */
export function findChromium() {
  const named = process.env.CHROMIUM;
  return named || BROWSERS.find((file) => fs.existsSync(file));
}
