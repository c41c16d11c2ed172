// Installs what package-lock.json names, where it is not there yet. Needs nothing but Node itself.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './editor/places.mjs';
import { run } from './lifetime.mjs';

/** Runs `npm ci` where node_modules is missing or older than package-lock.json. */
export async function installDependencies(log) {
  const installed = modified('node_modules/.package-lock.json');
  if (installed >= modified('package-lock.json')) return;
  log('installing dependencies (npm ci) …');
  const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root });
  if (code === 0) return;
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.test(output);
  throw new Error(
    offline
      ? 'The dependencies come from npm, and its registry cannot be reached. Connect to the network, or tell npm of a proxy, and try again.'
      : `The dependencies could not be installed:\n${output}`,
  );
}

function modified(file) {
  const stat = fs.statSync(path.join(root, file), { throwIfNoEntry: false });
  return stat?.mtimeMs ?? 0;
}
