// Looks for texts that are not handled as promised, and keeps what it finds as test/hostile/regressions/*.json.
//   npm run fuzz -- --seconds 60 [--seed 1]
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { generateValidators } from './generate-validators.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The fuzzer, bundled with everything that it tries. */
async function loadFuzzer() {
  await generateValidators();
  const outfile = path.join(root, 'out', `fuzz-${process.pid}.cjs`);
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['test/hostile/fuzz.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
    define: { __ROOT__: JSON.stringify(root) },
  });
  try {
    return createRequire(import.meta.url)(outfile);
  } finally {
    fs.rmSync(outfile);
  }
}

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' } },
});
const seconds = Number(values.seconds);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 30));
if (!(seconds > 0) || !Number.isInteger(seed)) {
  console.error('--seconds takes a number above 0, and --seed a whole number.');
  process.exit(2);
}

const { fuzz, nameOf } = await loadFuzzer();
const folder = path.join(root, 'test/hostile/regressions');
let findings = 0;
const texts = fuzz({
  seconds,
  seed,
  found(finding) {
    findings++;
    const name = nameOf(finding);
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, name), `${JSON.stringify(finding, undefined, 2)}\n`);
    console.log(`${finding.file}: ${finding.why}\n  ${name}`);
  },
});
console.log(`${texts} texts in ${seconds} s with --seed ${seed}: ${findings} findings`);
process.exitCode = findings > 0 ? 1 : 0;
