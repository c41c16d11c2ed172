// Makes ready what `npm pack` packs: builds, writes the types of the library, puts the README of
// the package in place.
//   node scripts/command-line-package.mjs     which npm runs before, and scripts/readme.mjs after it
import fs from 'node:fs';
import path from 'node:path';
import { root } from './editor/places.mjs';
import { run } from './lifetime.mjs';
import { replaceReadme } from './readme.mjs';

const TYPES = 'server/src/main.library.ts';

/** npm would find out only when the README is another, and would not run what puts it back. */
function refuseMissingDestination() {
  const folder = process.env.npm_config_pack_destination ?? root;
  if (!fs.existsSync(folder)) throw new Error(`There is no folder ${folder} for the package.`);
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
  fs.writeFileSync(path.join(root, 'dist/library.d.ts'), types);
}

async function tool(...args) {
  const { code, output } = await run(process.execPath, args, { cwd: root });
  if (code !== 0) throw new Error(`${args[0]} failed:\n${output}`);
}

try {
  refuseMissingDestination();
  // This puts back also what an interrupted run has left.
  await tool('esbuild.mjs');
  await writeTypes();
  replaceReadme('docs/npm.md');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
