// Puts the README of the project back, after `npm pack` has put that of the package in its place.
//   node scripts/readme.mjs
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './editor/places.mjs';

const README = path.join(root, 'README.md');
/**
 * That of the project while another is in its place, so that a run that was interrupted can be
 * undone.
 */
const ASIDE = path.join(root, 'out/README.json');

/**
 * Puts a file in the place of README.md, which is the one that npm packs, until `restoreReadme`.
 */
export function replaceReadme(file) {
  const [was, is] = [README, path.join(root, file)].map((name) => fs.readFileSync(name, 'utf8'));
  write(ASIDE, JSON.stringify({ was, is }));
  write(README, is);
}

/** What somebody has written there meanwhile stays. */
export function restoreReadme() {
  if (!fs.existsSync(ASIDE)) return;
  const { was, is } = JSON.parse(fs.readFileSync(ASIDE, 'utf8'));
  if (fs.readFileSync(README, 'utf8') === is) write(README, was);
  fs.rmSync(ASIDE);
}

/** Whole or not at all, whenever this program is killed. */
function write(file, text) {
  const beside = path.join(root, 'out/README.new');
  fs.mkdirSync(path.dirname(beside), { recursive: true });
  fs.writeFileSync(beside, text);
  fs.renameSync(beside, file);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) restoreReadme();
