// Makes `npm pack` give the package of the command line and the library, while package.json is that of the extension.
//   node scripts/command-line-package.mjs before    builds, and puts manifest and README of the package in their place
//   node scripts/command-line-package.mjs after     puts those of the extension back
// npm packs the entry points of the editor whatever else is asked for, as long as the manifest names them.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './editor/places.mjs';
import { run } from './lifetime.mjs';
import { NOTICES } from './notices.mjs';

const TYPES = 'server/src/main.library.ts';
const README = 'docs/npm.md';

/** What is in the package besides package.json, README.md and LICENSE. */
export const PACKED = [
  'CHANGELOG.md',
  NOTICES,
  'dist/cli.js',
  'dist/library.d.ts',
  'dist/library.js',
  'docs/api.md',
  'docs/command-line.md',
  'docs/continuous-integration.md',
];

/** The manifest of the package, made of that of the extension. */
export function commandLineManifest({ name, version, description, license, engines, ...rest }) {
  const { bin, exports } = rest;
  const { default: main, types } = exports['.'];
  return {
    ...{ name, version, description, license, bin, main, types, exports },
    engines: { node: engines.node },
    files: PACKED,
  };
}

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const write = (file, text) => fs.writeFileSync(path.join(root, file), text);

/** Where it is written down what was put aside, so that a run that was interrupted can be undone. */
const ASIDE = 'out/put-aside.json';

async function before() {
  after();
  await tool('esbuild.mjs');
  await writeTypes();
  const manifest = commandLineManifest(JSON.parse(read('package.json')));
  const texts = {
    'package.json': `${JSON.stringify(manifest, undefined, 2)}\n`,
    'README.md': read(README),
  };
  const aside = Object.entries(texts).map(([file, text]) => ({ file, was: read(file), is: text }));
  write(ASIDE, JSON.stringify(aside));
  for (const [file, text] of Object.entries(texts)) write(file, text);
}

/** What somebody has changed meanwhile stays. */
function after() {
  if (!fs.existsSync(path.join(root, ASIDE))) return;
  for (const { file, was, is } of JSON.parse(read(ASIDE))) if (read(file) === is) write(file, was);
  fs.rmSync(path.join(root, ASIDE));
}

/** The declarations of the library stand in one file, because it declares all that it speaks of. */
async function writeTypes() {
  const out = path.join(root, 'out/types');
  const language = ['--target', 'es2022', '--lib', 'es2023', '--module', 'esnext', '--strict'];
  const imports = ['--moduleResolution', 'bundler', '--resolveJsonModule', '--types', 'node'];
  const output = ['--declaration', '--emitDeclarationOnly', '--rootDir', '.', '--outDir', out];
  const rest = ['--ignoreConfig', '--skipLibCheck', '--noCheck'];
  await tool('node_modules/typescript/bin/tsc', TYPES, ...language, ...imports, ...output, ...rest);
  const types = fs.readFileSync(path.join(out, TYPES.replace(/ts$/, 'd.ts')), 'utf8');
  fs.rmSync(out, { recursive: true });
  if (/\bimport\b/.test(types)) throw new Error(`The types of ${TYPES} import others.`);
  write('dist/library.d.ts', types);
}

async function tool(...args) {
  const { code, output } = await run(process.execPath, args, { cwd: root });
  if (code !== 0) throw new Error(`${args[0]} failed:\n${output}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv[2] === 'before') await before();
  else after();
}
