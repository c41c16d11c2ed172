import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import type { Log } from 'sarif';
import { parse } from 'yaml';
import { INPUTS } from '../../server/src/cli/action';
import { root } from '../support/root';
import { ACCOUNT, type Folder, folder, INSECURE } from './terminal';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, object>>;
  readonly runs: { readonly using: string; readonly main: string };
}

const action = parse(fs.readFileSync(path.join(root, 'action.yml'), 'utf8')) as Action;

/** A file of ours that is only worth a warning. */
const WARNING = ACCOUNT.replace('https://ims-na1.adobelogin.com', 'https://ims.luma-shop.com');

/** Runs the bundle as GitHub does, with the defaults of `action.yml` and what a step says. */
function step(here: Folder, said: Readonly<Record<string, string>> = {}) {
  const inputs = Object.entries(action.inputs).map(([name, input]) => [
    `INPUT_${name.toUpperCase()}`,
    said[name] ?? input.default,
  ]);
  const files = ['summary.md', 'output.txt'].map((name) =>
    path.join(here.path, '..', `${path.basename(here.path)}-${name}`),
  );
  for (const file of files) fs.writeFileSync(file, '');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, action.runs.main)],
    {
      cwd: here.path,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        GITHUB_ACTIONS: 'true',
        GITHUB_STEP_SUMMARY: files[0],
        GITHUB_OUTPUT: files[1],
        ...Object.fromEntries(inputs),
      },
    },
  );
  const [summary = '', output = ''] = files.map((file) => fs.readFileSync(file, 'utf8'));
  for (const file of files) fs.rmSync(file);
  const outputs = Object.fromEntries(
    output
      .trimEnd()
      .split('\n')
      .map((line) => line.split('=')),
  );
  return { status, stdout, log: stdout + stderr, summary, outputs };
}

const repository = (files: Readonly<Record<string, string>>): Folder => {
  const here = folder(files);
  here.git('init', '-q', '-b', 'main');
  here.git('add', '.');
  here.git('-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '-q', '-m', 'one');
  return here;
};

describe('the action for GitHub', () => {
  before(() => {
    execFileSync(process.execPath, ['esbuild.mjs', action.runs.main], { cwd: root });
  });

  it('declares what it reads', () => {
    assert.deepEqual(Object.keys(action.inputs).sort(), [...INPUTS].sort());
    assert.match(action.runs.using, /^node(20|24)$/);
  });

  it('annotates, sums up and fails', () => {
    const here = repository({ 'a.external-account.yaml': INSECURE });
    const { status, stdout, summary, outputs } = step(here);
    assert.equal(status, 1);
    assert.match(
      stdout,
      /^::error file=a\.external-account\.yaml,line=5,.*title=callback-not-https::/,
    );
    assert.match(summary, /^## IMS configuration\n\n1 error in 1 .*`callback-not-https` \|/s);
    assert.deepEqual(outputs, { errors: '1', warnings: '0', infos: '0', hints: '0', sarif: '' });
    assert.deepEqual(Object.keys(outputs).sort(), Object.keys(action.outputs).sort());
  });

  it('is content with what is right', () => {
    const { status, stdout } = step(repository({ 'a.external-account.yaml': ACCOUNT }));
    assert.deepEqual([status, stdout], [0, 'No problems in 1 IMS configuration file of 1 file.\n']);
  });

  it('leaves out annotations and summary where they are not wanted', () => {
    const here = repository({ 'a.external-account.yaml': INSECURE });
    const { stdout, summary } = step(here, { annotations: 'False', summary: 'FALSE' });
    assert.doesNotMatch(stdout, /^::/m);
    assert.match(stdout, /^a\.external-account\.yaml:5:17 {2}error/);
    assert.equal(summary, '');
  });

  it('lets no file command GitHub', () => {
    const name = '::warning::##[x].external-account.yaml';
    const code = `::add-mask::a: 1 ##[b]\n${INSECURE}`;
    const here = repository({
      [name]: code,
      'big.json': `"ORG_ID"${' '.repeat(21 * 1024 * 1024)}`,
    });
    fs.symlinkSync('big.json', path.join(here.path, '::error::.json'));
    for (const annotations of ['true', 'false']) {
      const { log } = step(here, { annotations });
      assert.match(log, /larger than/);
      assert.match(log, /callback-not-https/);
      const commands = log.split('\n').filter((line) => /^\s*::|^(?!::).*##\[/.test(line));
      assert.ok(
        commands.every((line) => /^::(error|warning|notice) file=/.test(line)),
        log,
      );
      assert.equal(commands.length > 0, annotations === 'true');
    }
  });

  it('fails as it is told', () => {
    const error = repository({ 'a.external-account.yaml': INSECURE });
    const warning = repository({ 'a.external-account.yaml': WARNING });
    const statuses = ['error', 'warning', 'never'].map((level) => [
      step(error, { 'fail-on': level }).status,
      step(warning, { 'fail-on': level }).status,
    ]);
    assert.deepEqual(statuses, [
      [1, 0],
      [1, 1],
      [0, 0],
    ]);
  });

  it('writes SARIF and knows a baseline, both from its working directory', async () => {
    const here = repository({ 'sub/a.external-account.yaml': INSECURE });
    const said = { 'working-directory': 'sub', sarif: 'out/ims.sarif', baseline: 'known.json' };
    assert.equal(step(here, said).status, 2);
    await here.run(['check', '--baseline', 'known.json', '--update-baseline'], { in: 'sub' });
    const { status, outputs } = step(here, said);
    assert.deepEqual([status, outputs.sarif], [0, 'sub/out/ims.sarif']);
    const log = JSON.parse(here.read('sub/out/ims.sarif')) as Log;
    assert.deepEqual(log.runs[0]?.results, []);
    const all = step(here, { ...said, baseline: '' });
    assert.equal(all.status, 1);
    const [result] = (JSON.parse(here.read('sub/out/ims.sarif')) as Log).runs[0]?.results ?? [];
    const { uri } = result?.locations?.[0]?.physicalLocation?.artifactLocation ?? {};
    assert.equal(uri, 'sub/a.external-account.yaml');
  });

  it('looks at several paths, and at what has changed', () => {
    const here = repository({
      'a/a.external-account.yaml': INSECURE,
      'b c/b.external-account.yaml': INSECURE.replace('campaign.luma', 'b.luma'),
      'd/d.external-account.yaml': INSECURE.replace('campaign.luma', 'd.luma'),
    });
    assert.equal(step(here).outputs.errors, '3');
    assert.equal(step(here, { paths: 'a\n  b c\n' }).outputs.errors, '2');
    here.git('checkout', '-q', '-b', 'topic');
    fs.appendFileSync(path.join(here.path, 'a/a.external-account.yaml'), '# new\n');
    assert.equal(step(here, { changed: 'main' }).outputs.errors, '1');
  });

  it('says in an annotation why it cannot run', () => {
    const here = repository({ 'ims-config.yaml': 'extends: gone.yaml\n', 'sub/a.txt': '' });
    const cases: readonly (readonly [said: Readonly<Record<string, string>>, says: RegExp])[] = [
      [{}, /^::error title=ims-config::The settings cannot be read\.%0Aims-config\.yaml:1:10 {2}/],
      [
        { 'fail-on': 'info' },
        /The input `fail-on` is `info`\. Use `error`, `warning` or `never`\./,
      ],
      [{ annotations: 'yes' }, /The input `annotations` is `yes`\. Use `true` or `false`\./],
    ];
    for (const [said, says] of cases) {
      const { status, stdout } = step(here, said);
      assert.equal(status, 2);
      assert.match(stdout, says);
    }
    const right = repository({ 'a.txt': '' });
    for (const [said, says] of [
      [{ paths: 'gone' }, /`gone` cannot be checked/],
      [{ changed: 'gone' }, /There is no commit `gone`/],
      [{ 'fail-on': 'never', baseline: 'gone' }, /The baseline `gone` cannot be read/],
      [
        { 'working-directory': 'gone' },
        /The input `working-directory` is `gone`, .* no such folder/,
      ],
      [{ paths: '--fix' }, /`--fix` cannot be checked/],
    ] as const) {
      const { status, stdout } = step(right, said);
      assert.equal(status, 2);
      assert.match(stdout, says);
    }
  });

  it('is shown in the documentation with inputs that it has', () => {
    const page = fs.readFileSync(path.join(root, 'docs/continuous-integration.md'), 'utf8');
    const [, workflow = ''] = /```yaml\n(name: [\s\S]*?)```/.exec(page) ?? [];
    const { jobs } = parse(workflow) as {
      readonly jobs: Readonly<
        Record<string, { readonly steps: readonly { uses?: string; with?: object }[] }>
      >;
    };
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    const own = steps.filter(({ uses }) => /\/ims-config@/.test(uses ?? ''));
    assert.ok(own.length > 0);
    for (const { with: said = {} } of own) {
      for (const name of Object.keys(said)) assert.ok(Object.hasOwn(action.inputs, name), name);
    }
  });
});
