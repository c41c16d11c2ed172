// Makes a release and does everything but upload it.
//   npm run release -- <version> [--dry-run]
// Version and changelog, all tests, both packages, checksums, commit and tag. With --dry-run the
// packages are made all the same, and the project stays as it was.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root as ownRoot } from './editor/places.mjs';
import { endEverything, endOnSignals, onEnd, run, startProcess } from './lifetime.mjs';
import { NOTICES } from './notices.mjs';

const CHANGED = ['CHANGELOG.md', 'package-lock.json', 'package.json'];

/** What `npm pack` leaves changed where it fails. */
const REPLACED = 'README.md';

/** What is built and yet in the tag: GitHub runs an action as it is in the repository. */
const ACTION = ['dist/action.js', NOTICES];

/** What takes its time. Each rejects where it fails. */
const ownSteps = {
  async test(root) {
    const { exited } = startProcess('npm', ['test'], { cwd: root, stdio: 'inherit' });
    if ((await exited).code !== 0) throw new Error('The tests have failed.');
  },
  /** Puts both packages into a folder. */
  async pack(root, folder, version) {
    // This builds, too.
    await must(root, 'npm', ['pack', '--pack-destination', folder]);
    const { packageExtension } = await import('./package.mjs');
    await packageExtension(path.join(folder, `ims-config-${version}.vsix`));
  },
};

/**
 * Makes a release of the project in a folder, and resolves to the folder with its files. Where
 * something is not as it must be it rejects, with a sentence for people, and the project is as it
 * was; so it is when it is interrupted.
 */
export async function release({ root, version, today, dryRun, log, steps = ownSteps }) {
  await refuseUnlessReady(root, version);
  const before = new Map([...CHANGED, REPLACED].map((file) => [file, read(root, file)]));
  const folder = path.join(root, 'out/release', version);
  fs.rmSync(folder, { recursive: true, force: true });
  let isDone = false;
  const settle = onEnd(() => {
    if (!isDone) for (const [file, text] of before) write(root, file, text);
  });
  try {
    for (const [file, text] of renewed(before, version, today)) write(root, file, text);
    log('testing …');
    await steps.test(root);
    log('packing …');
    fs.mkdirSync(folder, { recursive: true });
    await steps.pack(root, folder, version);
    await refuseOtherChanges(root);
    refuseWithoutAction(root);
    writeSums(root, folder);
    if (!dryRun) await commit(root, version);
    isDone = !dryRun;
  } finally {
    await settle();
  }
  fs.writeFileSync(path.join(folder, 'UPLOAD.md'), summary(folder, version, dryRun));
  log(read(folder, 'UPLOAD.md'));
  return folder;
}

async function refuseUnlessReady(root, version) {
  const current = JSON.parse(read(root, 'package.json')).version;
  if (!/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(version ?? '')) {
    throw new Error('Say which version this is, as three numbers: npm run release -- 1.2.3');
  }
  if (compare(version, current) < 0) {
    throw new Error(`${version} comes before ${current}, which is the version in package.json.`);
  }
  if ((await git(root, 'tag', '--list', `v${version}`)) !== '') {
    throw new Error(`There is a tag v${version} already. Choose the next version.`);
  }
  const changes = await git(root, 'status', '--porcelain');
  if (changes !== '') throw new Error(`Commit or undo these changes first:\n${changes}`);
}

function compare(one, other) {
  const [numbers, others] = [one, other].map((text) => text.split('.').map(Number));
  const index = numbers.findIndex((number, at) => number !== others[at]);
  return index < 0 ? 0 : numbers[index] - others[index];
}

/** The files that speak of the version, as they are with it. */
function renewed(texts, version, today) {
  const manifest = JSON.parse(texts.get('package.json'));
  const lock = JSON.parse(texts.get('package-lock.json'));
  lock.packages[''].version = version;
  return [
    ['CHANGELOG.md', changelogWith(texts.get('CHANGELOG.md'), version, today)],
    ['package.json', json({ ...manifest, version })],
    ['package-lock.json', json({ ...lock, version })],
  ];
}

const json = (value) => `${JSON.stringify(value, undefined, 2)}\n`;

/** What is unreleased gets the version and the day. */
function changelogWith(text, version, today) {
  const [, body = ''] = /^## Unreleased\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(text) ?? [];
  if (!/^- /m.test(body)) {
    throw new Error('CHANGELOG.md has nothing under `## Unreleased`. Say there what is new.');
  }
  return text.replace('## Unreleased\n', `## ${version} (${today})\n`);
}

async function refuseOtherChanges(root) {
  const lines = (await git(root, 'status', '--porcelain')).split('\n').filter(Boolean);
  const others = lines.filter((line) => !CHANGED.some((file) => line.endsWith(` ${file}`)));
  if (others.length === 0) return;
  throw new Error(`Testing and packing have changed files:\n${others.join('\n')}`);
}

function refuseWithoutAction(root) {
  const missing = ACTION.filter((file) => !fs.existsSync(path.join(root, file)));
  if (missing.length > 0) throw new Error(`The build has not made ${missing.join(', ')}.`);
}

/** Whoever has the packages gets the license and what to compare them with. */
function writeSums(root, folder) {
  fs.copyFileSync(path.join(root, 'LICENSE'), path.join(folder, 'LICENSE'));
  const sums = packagesIn(folder).map((name) => {
    const content = fs.readFileSync(path.join(folder, name));
    return `${createHash('sha256').update(content).digest('hex')}  ${name}\n`;
  });
  write(folder, 'SHA256SUMS', sums.join(''));
}

function packagesIn(folder) {
  const names = fs.readdirSync(folder).filter((name) => /\.(vsix|tgz)$/.test(name));
  for (const ending of ['.tgz', '.vsix']) {
    if (!names.some((name) => name.endsWith(ending))) throw new Error(`No ${ending} was made.`);
  }
  return names.sort();
}

/** Both the commit and its tag, or none of them. */
async function commit(root, version) {
  const before = await git(root, 'rev-parse', 'HEAD');
  try {
    await git(root, 'commit', '--quiet', '--message', titleOf(version), '--', ...CHANGED);
    await tag(root, version);
  } catch (error) {
    await git(root, 'reset', '--quiet', before);
    throw error;
  }
}

/**
 * The tag names a commit of its own, beside the branch: it holds also what GitHub runs of the
 * action.
 */
async function tag(root, version) {
  const message = ['-m', titleOf(version)];
  const env = { ...process.env, GIT_INDEX_FILE: path.join(root, 'out/release/index') };
  const inIndex = async (...args) => (await must(root, 'git', args, env)).trimEnd();
  await inIndex('read-tree', 'HEAD');
  await inIndex('add', '--force', ...ACTION);
  const tree = await inIndex('write-tree');
  const tagged = await git(root, 'commit-tree', tree, '-p', 'HEAD', ...message);
  await git(root, 'tag', '--annotate', ...message, `v${version}`, tagged);
}

const titleOf = (version) => `Release ${version}`;

function summary(folder, version, dryRun) {
  const [tgz, vsix] = packagesIn(folder);
  const sizes = [tgz, vsix].map((name) => {
    const size = fs.statSync(path.join(folder, name)).size.toLocaleString('en-US');
    return `- \`${name}\`: ${size} bytes\n`;
  });
  const state = dryRun
    ? 'This was a dry run: nothing is committed, so upload nothing of it.'
    : `Committed and tagged as \`v${version}\`. Nothing is uploaded yet.`;
  return `# Release ${version}

${state}

${sizes.join('')}- \`SHA256SUMS\`, \`LICENSE\`

By hand, in \`${folder}\`:

1. \`sha256sum --check SHA256SUMS\`
2. \`git push origin HEAD v${version}\`
3. The extension: \`npx vsce publish --packagePath ${vsix}\`
4. The command line and the library: \`npm publish ./${tgz}\`
5. A release of the tag with these files, and with the part of CHANGELOG.md that is about it.
`;
}

const read = (folder, name) => fs.readFileSync(path.join(folder, name), 'utf8');
const write = (folder, name, text) => fs.writeFileSync(path.join(folder, name), text);

const git = async (root, ...args) => (await must(root, 'git', args)).trimEnd();

async function must(root, command, args, env = process.env) {
  const { code, output } = await run(command, args, { cwd: root, env });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${output}`);
  return output;
}

async function main() {
  const options = { 'dry-run': { type: 'boolean', default: false } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const today = new Date().toISOString().slice(0, 10);
  const request = { root: ownRoot, version: positionals[0], today, dryRun: values['dry-run'] };
  await release({ ...request, log: (text) => console.log(text) });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  endOnSignals(1);
  try {
    await main();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
  await endEverything();
}
