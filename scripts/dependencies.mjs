// Installs what package-lock.json names, where it is not there yet. Needs nothing but Node itself.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './editor/places.mjs';
import { npm } from './npm.mjs';

/** Runs `npm ci` where node_modules is missing or older than package-lock.json. */
export async function installDependencies(log) {
  const installed = modified('node_modules/.package-lock.json');
  if (installed >= modified('package-lock.json')) return;
  log('installing dependencies (npm ci) …');
  await npm(root, 'the dependencies', ['ci']);
}

function modified(file) {
  const stat = fs.statSync(path.join(root, file), { throwIfNoEntry: false });
  return stat?.mtimeMs ?? 0;
}
