// Opens an editor on examples/ with the extension running. Needs nothing but Node and npm.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installDependencies } from './dependencies.mjs';
import { openBrowser } from './editor/browser.mjs';
import { isFree, startCodeServer } from './editor/code-server.mjs';
import { findDesktop, runDesktop } from './editor/desktop.mjs';
import { root } from './editor/places.mjs';
import { setUpCodeServer } from './editor/setup.mjs';
import { endEverything, endOnSignals, run, temporaryFolder } from './lifetime.mjs';
import { packageExtension } from './package.mjs';

const HELP = `Opens an editor on examples/ with the extension running.

npm start -- [options]

Without options a desktop VS Code is looked for: the one named by VSCODE_PATH, \`code\` on the PATH, or
one that can be downloaded. Where there is none, VS Code opens in the browser.

  --port <n>  VS Code in the browser, at http://127.0.0.1:<n>
  --no-open   VS Code in the browser; only print its address
  --help      this text

Ctrl-C ends the editor and everything that was started for it.`;

const examples = path.join(root, 'examples');
const log = (line) => console.log(line);

/** A mistake in how the program was called. */
class UsageError extends Error {}

async function main() {
  const options = await readOptions();
  if (options.help) return log(HELP);

  await installDependencies(log);
  log('building …');
  const build = await run(process.execPath, [path.join(root, 'esbuild.mjs')]);
  if (build.code !== 0) throw new Error(`The build failed:\n${build.output}`);

  if (options.desktop) {
    const desktop = await findDesktop(log);
    if (desktop && (await runDesktop(desktop, examples, log))) return;
  }
  await openInBrowser(options);
}

async function readOptions() {
  const { port, 'no-open': noOpen, help } = parseOptions();
  if (port !== undefined && !/^[1-9]\d{0,4}$/.test(port)) {
    throw new UsageError(`--port wants a number from 1 to 65535, not "${port}".`);
  }
  if (port !== undefined && !(await isFree(Number(port)))) {
    throw new UsageError(
      `Port ${port} cannot be used here: it is taken or reserved. Choose another one.`,
    );
  }
  return { help, port, open: !noOpen, desktop: port === undefined && !noOpen };
}

function parseOptions() {
  const options = {
    port: { type: 'string' },
    'no-open': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  };
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new UsageError(`${error.message.split('. ')[0]}. See npm start -- --help.`);
  }
}

async function openInBrowser({ port, open }) {
  await setUpCodeServer(log);
  const { folder, remove } = temporaryFolder('ims-config-vsix-');
  const vsix = path.join(folder, 'ims-config.vsix');
  log('packaging the extension …');
  await packageExtension(vsix);
  const editor = await startCodeServer({ vsix, port });
  await remove();
  const address = `${editor.address}/?folder=${encodeURIComponent(examples)}`;
  log(`\nVS Code is running at ${address}\nCtrl-C ends it.`);
  if (open && !openBrowser(address))
    log('No browser was found to open it in: open the address yourself.');
  await editor.ended;
  throw new Error('The editor has ended unexpectedly.');
}

endOnSignals(0);
try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
await endEverything();
