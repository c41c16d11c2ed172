// Bundles the tests that need no editor and runs them with node:test.
//   node scripts/unit.mjs [file…]    without arguments all test/**/*.test.ts but those of test/editor
import fs from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { generateValidators } from './generate-validators.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** All unit tests, as paths relative to the project. */
function allTests() {
  return fs
    .readdirSync(path.join(root, 'test'), { recursive: true })
    .map((name) => path.join('test', String(name)))
    .filter((name) => name.endsWith('.test.ts') && !name.startsWith(path.join('test', 'editor')))
    .sort();
}

/** Bundles and runs; resolves to the numbers of tests that passed and failed. */
export async function runUnitTests(files = allTests()) {
  const out = path.join(root, 'out', `unit-${process.pid}`);
  fs.rmSync(out, { recursive: true, force: true });
  await generateValidators();
  const built = await esbuild.build({
    absWorkingDir: root,
    entryPoints: files,
    outbase: 'test',
    outdir: out,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
    metafile: true,
    define: { __ROOT__: JSON.stringify(root) },
  });
  const outputs = Object.keys(built.metafile.outputs).map((file) => path.join(root, file));
  const counts = { passed: 0, failed: 0 };
  const events = run({ files: outputs, concurrency: 2 });
  // A file counts once for each test in it; suites and files themselves are not tests.
  const isTest = (data) => data.details?.type !== 'suite' && !outputs.includes(data.name);
  events.on('test:pass', (data) => {
    if (isTest(data)) counts.passed++;
  });
  events.on('test:fail', (data) => {
    if (data.details?.type !== 'suite') counts.failed++;
  });
  await new Promise((resolve, reject) => {
    events.compose(new spec()).on('end', resolve).on('error', reject).pipe(process.stdout);
  });
  fs.rmSync(out, { recursive: true, force: true });
  return counts;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const files = process.argv.slice(2);
  const { passed, failed } = await runUnitTests(files.length > 0 ? files : undefined);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}
