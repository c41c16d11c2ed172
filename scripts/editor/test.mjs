// Runs the tests of test/editor inside a real VS Code, with the packaged extension installed in it.
//   node scripts/editor/test.mjs [--web] [--verbose]     after a build and `npm run package`
//   --web: in the web worker extension host, as in the browser editor, instead of Node's
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { endOnSignals, onEnd, pause } from '../lifetime.mjs';
import { installExtension, startCodeServer } from './code-server.mjs';
import { openPage } from './page.mjs';
import { root } from './places.mjs';
import { setUpChromium, setUpCodeServer } from './setup.mjs';

const LIMIT = 180_000;
const bundles = path.join(root, 'out/test/editor');
const files = path.join(root, 'test/editor/workspace');

/**
 * Runs the suite in one extension host; resolves to the numbers of tests that passed and failed.
 */
export async function runEditorTests({ host, vsix, verbose = false }) {
  await setUpCodeServer(console.log);
  await setUpChromium(console.log);
  const web = host === 'web';
  // Files stay as they are on the disk until a test saves them.
  const settings = { 'git.enabled': false, 'files.autoSave': 'off' };
  const editor = await startCodeServer({ settings, vsix: web ? undefined : vsix });
  const workspace = path.join(editor.folder, 'workspace');
  // The tests put the others beside them, once they have seen that these start nothing.
  fs.cpSync(path.join(files, 'foreign'), path.join(workspace, 'foreign'), { recursive: true });
  fs.cpSync(files, path.join(editor.folder, 'files'), { recursive: true });
  const { query, developmentOptions, closeFiles } = web
    ? await inWebHost(editor, vsix)
    : inNodeHost(editor);
  const { page, close } = await openPage({ folder: editor.folder, developmentOptions });
  try {
    const result = watchRun(page, verbose);
    await result.listening;
    const address = new URL(editor.address);
    address.search = new URLSearchParams({ folder: workspace, ...query }).toString();
    await page.goto(address.href);
    return await result.counts();
  } finally {
    await close();
    await closeFiles?.();
    await editor.close();
  }
}

/**
 * The installed extension is tested, as one under development: only such a one runs in the mode for
 * tests.
 */
function inNodeHost({ authority, extension }) {
  const remote = (file) => `vscode-remote://${authority}${file}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(path.join(bundles, 'index.js'))],
  ];
  return { query: { payload: JSON.stringify(payload) }, developmentOptions: {} };
}

/**
 * The web worker host takes its files over http only, and from the page's own address only: they
 * pass through the proxy that is part of code-server.
 */
async function inWebHost({ folder, authority }, vsix) {
  const extension = await installExtension(vsix, folder, path.join(folder, 'web-extensions'));
  // The host runs tests only where they lie below an extension of its own.
  const files = await serveFiles({ '/extension/tests/': bundles, '/extension/': extension });
  const at = (file) => ({ scheme: 'http', authority, path: `/proxy/${files.port}${file}` });
  const developmentOptions = {
    extensions: [at('/extension/')],
    extensionTestsPath: at('/extension/tests/index.web.js'),
  };
  return { query: {}, developmentOptions, closeFiles: files.close };
}

async function serveFiles(folders) {
  const types = { '.js': 'text/javascript', '.json': 'application/json' };
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const mount = Object.keys(folders).find((each) => pathname.startsWith(each));
    const file = mount && path.join(folders[mount], pathname.slice(mount.length));
    const there = file && fs.existsSync(file) && fs.statSync(file).isFile();
    const type = types[path.extname(pathname)] ?? 'text/plain';
    response.writeHead(there ? 200 : 404, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(there ? fs.readFileSync(file) : '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = onEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: server.address().port, close };
}

/**
 * Listens to what the tests print and to how they end; VS Code calls these two functions of the
 * page.
 */
function watchRun(page, verbose) {
  const counts = { passed: 0, failed: 0 };
  const log = [];
  let ended = false;
  let finish;
  const exit = new Promise((resolve) => {
    finish = resolve;
  });
  const hear = (_type, values) => {
    const line = format(...values);
    if (!/^Ignoring fetching/.test(line)) log.push(line);
    if (line.startsWith('[test] end')) ended = true;
    if (line.startsWith('[test] passed')) counts.passed++;
    if (line.startsWith('[test] failed')) counts.failed++;
    if (verbose || line.startsWith('[test] ')) console.log(`  ${line.replace('[test] ', '')}`);
  };
  page.on('pageerror', (error) => log.push(error.message));
  return {
    listening: Promise.all([
      page.exposeFunction('codeAutomationLog', hear),
      page.exposeFunction('codeAutomationExit', finish),
    ]),
    async counts() {
      const impatience = setTimeout(finish, LIMIT);
      const code = await exit;
      clearTimeout(impatience);
      // The last lines may come after the exit.
      for (let left = 40; code === 0 && !ended && left > 0; left--) await pause(50);
      if (code === 0 && ended && counts.passed > 0) return counts;
      if (!verbose) console.log(log.slice(-30).join('\n').slice(-6000));
      console.log(
        `  ended with ${code ?? 'no answer'}${ended ? '' : ', before all tests had run'}`,
      );
      return { ...counts, failed: Math.max(1, counts.failed) };
    },
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  endOnSignals(1);
  const options = process.argv.slice(2);
  const { passed, failed } = await runEditorTests({
    host: options.includes('--web') ? 'web' : 'node',
    vsix: path.join(root, 'ims-config.vsix'),
    verbose: options.includes('--verbose'),
  });
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}
