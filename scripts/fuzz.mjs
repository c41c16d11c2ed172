// Looks for texts that are not handled as promised, and keeps what it finds as
// test/hostile/regressions/*.json. The texts are tried in a process of their own, so that one that
// comes to no end, or fills the memory, is found as well.
//   npm run fuzz -- --seconds 60 [--seed 1]
//   --texts <number>  how many at the most
//   --patience 30     seconds after which a text is given up as endless
//   --memory 1024     MB that a text may fill
//   --into <folder>   where findings are kept
//   --probe <file>    another module with `probe`, as test/hostile/probe.ts
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { generateValidators } from './generate-validators.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 30)) },
    texts: { type: 'string' },
    patience: { type: 'string', default: '30' },
    memory: { type: 'string', default: '1024' },
    into: { type: 'string', default: path.join(root, 'test/hostile/regressions') },
    probe: { type: 'string' },
  },
});
const [seconds, patience, memory] = [values.seconds, values.patience, values.memory].map(Number);
const most = values.texts === undefined ? Infinity : Number(values.texts);
const seed = Number(values.seed);
if (!(seconds > 0 && most > 0 && patience > 0 && memory > 0) || !Number.isInteger(seed)) {
  console.error(
    '--seconds, --texts, --patience and --memory take numbers above 0, --seed a whole one.',
  );
  process.exit(2);
}

/** Bundles the fuzzer with everything that it tries. */
async function build(folder) {
  await generateValidators();
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['test/hostile/fuzz.ts', 'test/hostile/fuzz-child.ts'],
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
    define: { __ROOT__: JSON.stringify(root) },
    ...(values.probe && { plugins: [{ name: 'probe', setup: useOtherProbe }] }),
  });
}

function useOtherProbe({ onResolve }) {
  onResolve({ filter: /^\.\/probe$/ }, () => ({ path: path.resolve(values.probe) }));
}

/** Tries texts until time or number is reached, or one ends the process; gives why that was. */
function tryTexts(folder, left, most, turn) {
  const atHand = path.join(folder, `at-hand-${turn}.json`);
  const done = path.join(folder, `done-${turn}.json`);
  const limits = { seconds: left, ...(most < Infinity && { most }) };
  const task = { ...limits, seed: seed + turn * 1_000_003, folder: values.into, atHand, done };
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${memory}`, path.join(folder, 'fuzz-child.cjs'), JSON.stringify(task)],
    { stdio: ['ignore', 'inherit', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (data) => {
    said = (said + data).slice(-20_000);
  });
  let isEndless = false;
  const watch = setInterval(() => {
    const since = fs.statSync(atHand, { throwIfNoEntry: false })?.mtimeMs;
    if (since === undefined || Date.now() - since < patience * 1000) return;
    isEndless = true;
    child.kill('SIGKILL');
  }, 200);
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearInterval(watch);
      const died = /out of memory/.test(said) ? 'out of memory' : `it died (${signal ?? code})`;
      const why = isEndless ? 'comes to no end' : code === 0 ? undefined : died;
      const read = (file) => fs.existsSync(file) && JSON.parse(fs.readFileSync(file, 'utf8'));
      if (why && !fs.existsSync(atHand)) console.error(said);
      resolve({ why, sample: read(atHand), ...read(done) });
    });
  });
}

fs.mkdirSync(path.join(root, 'out'), { recursive: true });
const folder = fs.mkdtempSync(path.join(root, 'out', 'fuzz-'));
try {
  await build(folder);
  const { keep } = createRequire(import.meta.url)(path.join(folder, 'fuzz.cjs'));
  const end = performance.now() + seconds * 1000;
  let [texts, findings, lost] = [0, 0, 0];
  for (let turn = 0, left = seconds; left > 0 && lost < most; turn++) {
    const tried = await tryTexts(folder, left, most - lost, turn);
    texts += tried.texts ?? 0;
    findings += tried.findings ?? 0;
    if (tried.why) {
      findings++;
      lost++;
      // Without a text it is the fuzzer that is broken.
      if (!tried.sample) break;
      keep({ ...tried.sample, why: tried.why }, values.into);
    }
    left = tried.why ? (end - performance.now()) / 1000 : 0;
  }
  const more = lost > 0 ? ` and those before ${lost} that ended the process` : '';
  console.log(`${texts} texts${more} in ${seconds} s with --seed ${seed}: ${findings} findings`);
  process.exitCode = findings > 0 ? 1 : 0;
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
