// Packages the built extension as a .vsix file.
//   node scripts/package.mjs [file]     after a build
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './editor/places.mjs';
import { run } from './lifetime.mjs';

const LIMIT = 600 * 1000;

/** Packages the extension and returns the file's size. Throws where it would be too large. */
export async function packageExtension(file) {
  // The README of the project has pictures and links that only a checkout has.
  const readme = ['--readme-path', 'docs/marketplace.md', '--no-rewrite-relative-links'];
  const flags = ['--no-dependencies', '--allow-missing-repository', ...readme];
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const args = [vsce, 'package', ...flags, '--out', file];
  const { code, output } = await run(process.execPath, args, { cwd: root });
  if (code !== 0) throw new Error(`The extension could not be packaged:\n${output}`);
  const { size } = fs.statSync(file);
  if (size >= LIMIT) throw new Error(`${file} has ${size} bytes; ${LIMIT} are too many.`);
  return size;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = path.resolve(process.argv[2] ?? path.join(root, 'ims-config.vsix'));
  console.log(`${file}: ${await packageExtension(file)} bytes`);
}
