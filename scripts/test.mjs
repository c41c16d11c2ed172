// Everything that must hold, from the types to a real editor. The last line counts the tests.
import path from 'node:path';
import { installDependencies } from './dependencies.mjs';
import { root } from './editor/places.mjs';
import { setUpChromium, setUpCodeServer } from './editor/setup.mjs';
import { endEverything, endOnSignals, run } from './lifetime.mjs';

const vsix = path.join(root, 'ims-config.vsix');
/** What runs in a web page has types of its own. */
const PAGE = 'client/src/mask-panel/page';
const total = { passed: 0, failed: 0 };

/** Runs one stage; it fails by throwing, or by counting failed tests. */
async function stage(name, work) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  let ok = true;
  try {
    const { passed = 0, failed = 0 } = (await work()) ?? {};
    total.passed += passed;
    total.failed += failed;
    ok = failed === 0;
  } catch (error) {
    console.log(error.message);
    total.failed++;
    ok = false;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`── ${name}: ${ok ? 'ok' : 'FAILED'} (${seconds} s)`);
  return ok;
}

/** A program of node_modules/.bin, or a script of this project run with Node. */
async function runTool(tool, ...args) {
  const isScript = tool.endsWith('.mjs');
  const program = isScript ? process.execPath : path.join(root, 'node_modules/.bin', tool);
  const { code, output } = await run(program, isScript ? [tool, ...args] : args, { cwd: root });
  if (code !== 0) throw new Error(output.trim());
}

async function runStages() {
  if (!(await stage('dependencies', () => installDependencies(console.log)))) return;
  if (!(await stage('build', () => runTool('esbuild.mjs')))) return;
  await stage('types', () => runTool('tsc', '--noEmit'));
  await stage('types of the page', () => runTool('tsc', '--noEmit', '-p', PAGE));
  await stage('lint', () => runTool('biome', 'lint', '--error-on-warnings'));
  await stage('format', () => runTool('biome', 'format'));
  await stage('generated files', () => runTool('scripts/generate.mjs', '--check'));
  // Loaded here, since the dependencies may just have been installed.
  const { runUnitTests } = await import('./unit.mjs');
  await stage('unit tests', () => runUnitTests());

  const { packageExtension } = await import('./package.mjs');
  const packaged = await stage('package', async () => {
    console.log(`${await packageExtension(vsix)} bytes`);
  });
  const ready = await stage('editor', async () => {
    await setUpCodeServer(console.log);
    await setUpChromium(console.log);
  });
  if (!packaged || !ready) return;
  const { runEditorTests } = await import('./editor/test.mjs');
  await stage('in the editor', () => runEditorTests({ host: 'node', vsix }));
  await stage('in the browser editor', () => runEditorTests({ host: 'web', vsix }));
}

endOnSignals(1);
await runStages();
await endEverything();
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
