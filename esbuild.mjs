// Builds everything that runs: the extension, the language server, the command line, the editor
// tests.
//   node esbuild.mjs [file…]     without arguments everything, else these bundles, such as dist/cli.js
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { packExamples } from './scripts/examples.mjs';
import { NOTICES, noticesOf } from './scripts/notices.mjs';
import { restoreReadme } from './scripts/readme.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
process.chdir(root);

const product = { bundle: true, minify: true, target: 'es2022', logLevel: 'warning' };
const node = {
  ...product,
  platform: 'node',
  format: 'cjs',
  // The same code as ES modules, of which only what is used gets into the bundle.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
};
/** For what runs in Node and in web workers alike, and loads of each only what is there. */
const everywhere = {
  ...node,
  conditions: ['module', 'node', 'browser'],
  define: { global: 'globalThis' },
};
const test = {
  ...product,
  minify: false,
  sourcemap: 'inline',
  format: 'cjs',
  external: ['vscode'],
};

// One character beyond ASCII makes Node read a bundle in twice the time, and one beyond Latin-1
// makes it hold all of it in twice the memory. esbuild escapes them everywhere but in regular
// expressions.
function expectAscii(outfile) {
  const found = outfile.endsWith('.js') && /[^\0-\x7f]/.exec(fs.readFileSync(outfile, 'utf8'));
  if (!found) return;
  const code = found[0].charCodeAt(0).toString(16).padStart(4, '0');
  throw new Error(`Write \\u${code} for “${found[0]}”, which stands in ${outfile}.`);
}

/** mocha's browser bundle would overwrite the `module.exports` of the bundle it becomes part of. */
const mochaInBrowser = {
  name: 'mocha-in-browser',
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path: file }) => {
      const text = fs.readFileSync(file, 'utf8');
      const contents = `(function (module, exports, define) {${text}\n}).call(globalThis);`;
      return { contents, loader: 'js' };
    });
  },
};

const bundles = [
  // The client proper is the other bundle, required when a file of ours is seen.
  [
    'client/src/extension.ts',
    'dist/extension.js',
    { ...node, external: ['vscode', './extension-web'], supported: { 'dynamic-import': false } },
  ],
  ['client/src/extension-web.ts', 'dist/extension-web.js', { ...everywhere, external: ['vscode'] }],
  [
    'client/src/mask-panel/page/view.ts',
    'dist/mask-panel.js',
    { ...product, platform: 'browser', format: 'iife' },
  ],
  ['client/src/mask-panel/page/view.css', 'dist/mask-panel.css', product],
  ['server/src/main.ts', 'dist/server.js', everywhere],
  ['server/src/main.action.ts', 'dist/action.js', node],
  ['server/src/main.cli.ts', 'dist/cli.js', { ...node, banner: { js: '#!/usr/bin/env node' } }],
  ['server/src/main.library.ts', 'dist/library.js', node],
  [
    'test/editor/index.ts',
    'out/test/editor/index.js',
    { ...test, platform: 'node', external: ['vscode', 'mocha'] },
  ],
  [
    'test/editor/index.web.ts',
    'out/test/editor/index.web.js',
    {
      ...test,
      ...{ platform: 'browser', define: { global: 'globalThis' }, plugins: [mochaInBrowser] },
      logOverride: { 'direct-eval': 'silent' },
    },
  ],
];

restoreReadme();
execFileSync(process.execPath, ['scripts/generate-validators.mjs'], { stdio: 'inherit' });
fs.mkdirSync('dist', { recursive: true });
fs.writeFileSync('dist/examples.json', packExamples('examples'));
const wanted = process.argv.slice(2);
try {
  const built = await Promise.all(
    bundles
      .filter(([, outfile]) => wanted.length === 0 || wanted.includes(outfile))
      .map(([entry, outfile, options]) =>
        esbuild.build({ ...options, metafile: true, entryPoints: [entry], outfile }),
      ),
  );
  const outputs = Object.assign({}, ...built.map(({ metafile }) => metafile.outputs));
  const packaged = Object.entries(outputs).filter(([outfile]) => outfile.startsWith('dist/'));
  for (const [outfile] of packaged) expectAscii(outfile);
  if (wanted.length === 0) fs.writeFileSync(NOTICES, noticesOf(packaged, root));
} catch (error) {
  // Of its own mistakes esbuild has said what is wrong.
  if (!error.errors) console.error(error.message);
  process.exitCode = 1;
}
