// Builds and packages the project in two folders, and says whether that gives the same bytes.
//   node scripts/compare-builds.mjs                     two clones of what is committed, one after the other
//   node scripts/compare-builds.mjs <folder> <folder>   two copies of the project with their dependencies
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './editor/places.mjs';
import { endEverything, endOnSignals, run, temporaryFolder } from './lifetime.mjs';

/** What people's machines differ in: their clocks, zones and languages. */
const MACHINES = [
  { TZ: 'America/Los_Angeles', LC_ALL: 'C', SOURCE_DATE_EPOCH: '1000000000' },
  { TZ: 'Asia/Tokyo', LC_ALL: 'da_DK.UTF-8', SOURCE_DATE_EPOCH: '' },
];

/** Both packages by their names, with their checksums. */
async function packagesOf(folder, machine) {
  const env = { ...process.env, ...machine, npm_config_loglevel: 'error' };
  const vsix = 'ims-config.vsix';
  const packed = await must('npm', ['pack'], { cwd: folder, env });
  await must(process.execPath, ['scripts/package.mjs', vsix], { cwd: folder, env });
  const names = [vsix, packed.trim().split('\n').at(-1)];
  return names.map((name) => [name, checksum(path.join(folder, name))]);
}

const checksum = (file) => createHash('sha256').update(fs.readFileSync(file)).digest('hex');

/** A clone beside others, with the dependencies of this project. */
async function clone(name) {
  const { folder } = temporaryFolder('ims-config-clone-');
  const target = path.join(folder, name);
  await must('git', ['clone', '--quiet', root, target], {});
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(target, 'node_modules'), 'junction');
  return target;
}

async function must(command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${output}`);
  return output;
}

endOnSignals(1);
const named = process.argv.slice(2).map((folder) => path.resolve(folder));
const folders = named.length === 2 ? named : [await clone('one'), await clone('the-other')];
const [ones, others] = [
  await packagesOf(folders[0], MACHINES[0]),
  await packagesOf(folders[1], MACHINES[1]),
];
for (const [index, [name, sum]] of ones.entries()) {
  const [, other] = others[index];
  console.log(`${name}: ${sum === other ? `the same, ${sum}` : `${sum} and ${other}`}`);
  if (sum !== other) process.exitCode = 1;
}
await endEverything();
