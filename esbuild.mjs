// Builds everything that runs: the extension, the language server, the command line, the editor tests.
//   node esbuild.mjs
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

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
const browser = { ...product, platform: 'browser', define: { global: 'globalThis' } };
const test = {
  ...product,
  minify: false,
  sourcemap: 'inline',
  format: 'cjs',
  external: ['vscode'],
};

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
  // The client proper is a bundle of its own, required when a file of ours is seen.
  [
    'client/src/extension.ts',
    'dist/extension.js',
    {
      ...node,
      external: ['vscode', './client.node'],
      supported: { 'dynamic-import': false },
    },
  ],
  ['client/src/client.node.ts', 'dist/client.node.js', { ...node, external: ['vscode'] }],
  ['server/src/main.node.ts', 'dist/server.js', node],
  ['server/src/main.cli.ts', 'dist/cli.js', { ...node, banner: { js: '#!/usr/bin/env node' } }],
  // The browser's extension host loads one file only.
  [
    'client/src/extension.web.ts',
    'dist/web/extension.js',
    { ...browser, format: 'cjs', external: ['vscode'] },
  ],
  ['server/src/main.worker.ts', 'dist/web/server.js', { ...browser, format: 'iife' }],
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

execFileSync(process.execPath, ['scripts/generate-validators.mjs'], { stdio: 'inherit' });
try {
  await Promise.all(
    bundles.map(([entry, outfile, options]) =>
      esbuild.build({ ...options, entryPoints: [entry], outfile: path.join(root, outfile) }),
    ),
  );
} catch {
  // esbuild has said what is wrong.
  process.exitCode = 1;
}
