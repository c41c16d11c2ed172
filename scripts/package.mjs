// Packages the built extension as a .vsix file.
//   node scripts/package.mjs [file]     after a build
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './editor/places.mjs';
import { run, temporaryFolder } from './lifetime.mjs';

const LIMIT = 600 * 1000;

/**
 * What would otherwise differ with the time, the place and the language of a machine. 1980 is where
 * zip begins.
 */
const EVERYWHERE_ALIKE = {
  SOURCE_DATE_EPOCH: String(Date.UTC(1980) / 1000),
  TZ: 'UTC',
  LC_ALL: 'C',
};

/**
 * Packages the extension and returns the file's size: the same files give the same bytes, whenever
 * and wherever that is. Throws where it would be too large.
 */
export async function packageExtension(file) {
  const { folder, remove } = temporaryFolder('ims-config-files-');
  await copyFiles(folder);
  // The README of the project has pictures and links that only a checkout has.
  const readme = ['--readme-path', 'docs/marketplace.md', '--no-rewrite-relative-links'];
  const flags = ['--no-dependencies', '--allow-missing-repository', ...readme];
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const args = [vsce, 'package', ...flags, '--out', path.resolve(file)];
  const env = { ...process.env, ...EVERYWHERE_ALIKE };
  const { code, output } = await run(process.execPath, args, { cwd: folder, env });
  await remove();
  if (code !== 0) throw new Error(`The extension could not be packaged:\n${output}`);
  const { size } = fs.statSync(file);
  if (size >= LIMIT) throw new Error(`${file} has ${size} bytes; ${LIMIT} are too many.`);
  return size;
}

/**
 * Whether a group may write a file is a matter of who has cloned the project, and would be packaged
 * as well.
 */
async function copyFiles(folder) {
  // Loaded here, since the dependencies may just have been installed.
  const { listFiles } = await import('@vscode/vsce');
  for (const name of [...(await listFiles({ cwd: root, dependencies: false })), '.vscodeignore']) {
    const target = path.join(folder, name);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.copyFileSync(path.join(root, name), target);
    fs.chmodSync(target, 0o644);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = path.resolve(process.argv[2] ?? path.join(root, 'ims-config.vsix'));
  console.log(`${file}: ${await packageExtension(file)} bytes`);
}
