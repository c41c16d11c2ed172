import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { root } from '../support/root';
import { program, temporary } from './project';

interface Steps {
  test(root: string): Promise<void>;
  pack(root: string, folder: string, version: string): Promise<void>;
}

interface Request {
  readonly root: string;
  readonly version: string | undefined;
  readonly today: string;
  readonly dryRun: boolean;
  readonly log: (text: string) => void;
  readonly steps: Steps;
}

let release: (request: Request) => Promise<string>;

before(async () => {
  const script = pathToFileURL(path.join(root, 'scripts/release.mjs')).href;
  ({ release } = await import(script));
});

const CHANGELOG =
  '# Changelog\n\n## Unreleased\n\n- One more rule.\n\n## 0.1.0 (2026-01-02)\n\n- All.\n';

const BUILT = ['dist/THIRD-PARTY-NOTICES.txt', 'dist/action.js', 'dist/cli.js'];

interface Project {
  readonly folder: string;
  readonly said: string[];
  /** The steps that ran, with the version that they saw. */
  readonly ran: string[];
  read(name: string): string;
  git(...args: readonly string[]): Promise<string>;
  release(
    version: string | undefined,
    how?: Partial<Steps> & { readonly dryRun?: boolean },
  ): Promise<string>;
}

/** Somebody's clone. Tests and packing take no time in it. */
async function project(changelog = CHANGELOG): Promise<Project> {
  const folder = temporary();
  const write = (name: string, text: string) => fs.writeFileSync(path.join(folder, name), text);
  const read = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8');
  const git = (...args: readonly string[]) => program(folder, 'git', args);
  for (const name of ['package.json', 'package-lock.json', 'LICENSE', '.gitignore']) {
    fs.copyFileSync(path.join(root, name), path.join(folder, name));
  }
  write('CHANGELOG.md', changelog);
  write('README.md', 'Of the project.');
  await git('init', '--quiet', '--initial-branch', 'main');
  await git('config', 'user.name', 'a');
  await git('config', 'user.email', 'a@b.c');
  await git('add', '.');
  await git('commit', '--quiet', '--message', 'All');
  const ran: string[] = [];
  const said: string[] = [];
  const versionThere = () => JSON.parse(read('package.json')).version;
  const steps: Steps = {
    test: async () => {
      ran.push(`test ${versionThere()}`);
    },
    pack: async (_, into, version) => {
      ran.push(`pack ${versionThere()}`);
      fs.mkdirSync(path.join(folder, 'dist'));
      for (const name of BUILT) write(name, 'built');
      for (const ending of ['tgz', 'vsix']) {
        fs.writeFileSync(path.join(into, `ims-config-${version}.${ending}`), ending);
      }
    },
  };
  return {
    ...{ folder, said, ran, read, git },
    release: (version, { dryRun = false, ...others } = {}) =>
      release({
        ...{ root: folder, version, today: '2026-11-21', dryRun, log: (text) => said.push(text) },
        steps: { ...steps, ...others },
      }),
  };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a release', () => {
  it('has its version everywhere, both packages, and what goes with them', async () => {
    const { release: make, read, git, ran, folder } = await project();
    const out = await make('0.2.0');
    assert.equal(out, path.join(folder, 'out/release/0.2.0'));
    assert.deepEqual(ran, ['test 0.2.0', 'pack 0.2.0']);
    assert.equal(JSON.parse(read('package.json')).version, '0.2.0');
    const lock = JSON.parse(read('package-lock.json'));
    assert.deepEqual([lock.version, lock.packages[''].version], ['0.2.0', '0.2.0']);
    assert.match(
      read('CHANGELOG.md'),
      /^## 0\.2\.0 \(2026-11-21\)\n\n- One more rule\.\n\n## 0\.1\.0/m,
    );
    assert.deepEqual(fs.readdirSync(out).sort(), [
      'LICENSE',
      'SHA256SUMS',
      'UPLOAD.md',
      'ims-config-0.2.0.tgz',
      'ims-config-0.2.0.vsix',
    ]);
    assert.equal(
      read('out/release/0.2.0/SHA256SUMS'),
      `${sha256('tgz')}  ims-config-0.2.0.tgz\n${sha256('vsix')}  ims-config-0.2.0.vsix\n`,
    );
    assert.equal(await git('status', '--porcelain'), '');
    assert.equal(await git('log', '--format=%s'), 'Release 0.2.0\nAll\n');
  });

  it('is tagged with what GitHub runs of the action', async () => {
    const { release: make, git } = await project();
    await make('0.2.0');
    assert.equal(
      await git('diff', '--name-only', 'HEAD', 'v0.2.0'),
      `${BUILT.slice(0, 2).join('\n')}\n`,
    );
    assert.equal(await git('log', '--format=%s', 'v0.2.0'), 'Release 0.2.0\nRelease 0.2.0\nAll\n');
    const { runs } = parse(fs.readFileSync(path.join(root, 'action.yml'), 'utf8'));
    assert.equal(await git('show', `v0.2.0:${runs.main}`), 'built');
  });

  it('says what is uploaded by hand', async () => {
    const { release: make, said, read } = await project();
    await make('0.2.0');
    assert.equal(said.at(-1), read('out/release/0.2.0/UPLOAD.md'));
    for (const line of [
      'git push origin HEAD v0.2.0',
      'vsce publish',
      'npm publish ./ims-config-0.2.0.tgz',
    ]) {
      assert.ok(said.at(-1)?.includes(line), line);
    }
  });

  it('leaves the project as it was in a dry run, with packages', async () => {
    const { release: make, git, ran, said } = await project();
    const out = await make('1.0.0', { dryRun: true });
    assert.deepEqual(ran, ['test 1.0.0', 'pack 1.0.0']);
    assert.ok(fs.existsSync(path.join(out, 'ims-config-1.0.0.vsix')));
    assert.equal(await git('status', '--porcelain'), '');
    assert.equal(await git('log', '--format=%s'), 'All\n');
    assert.equal(await git('tag'), '');
    assert.match(said.at(-1) ?? '', /dry run/);
  });

  const versions: readonly (readonly [string | undefined, RegExp])[] = [
    [undefined, /Say which version/],
    ['v1.0.0', /Say which version/],
    ['1.0', /Say which version/],
    ['1.0.0-beta', /Say which version/],
    ['0.0.9', /0\.0\.9 comes before 0\.1\.0/],
  ];
  for (const [version, expected] of versions) {
    it(`is refused as ${version}`, async () => {
      const { release: make, ran } = await project();
      await assert.rejects(make(version), expected);
      assert.deepEqual(ran, []);
    });
  }

  it('is refused with changes that are not committed', async () => {
    const { release: make, folder, ran } = await project();
    fs.writeFileSync(path.join(folder, 'new.ts'), '');
    await assert.rejects(make('0.2.0'), /Commit or undo these changes first:\n\?\? new\.ts/);
    assert.deepEqual(ran, []);
  });

  it('is refused where there is one of that version', async () => {
    const { release: make, git } = await project();
    await git('tag', 'v0.2.0');
    await assert.rejects(make('0.2.0'), /There is a tag v0\.2\.0 already/);
  });

  it('is refused with nothing to say', async () => {
    const { release: make, ran } = await project(CHANGELOG.replace('- One more rule.\n', ''));
    await assert.rejects(make('0.2.0'), /nothing under `## Unreleased`/);
    assert.deepEqual(ran, []);
  });

  const fails = async () => {
    throw new Error('It has failed.');
  };
  const failures: readonly (readonly [string, Partial<Steps>, RegExp])[] = [
    ['tests fail', { test: fails }, /It has failed/],
    ['packing fails', { pack: fails }, /It has failed/],
    [
      'packing fails with the README of the package in place',
      {
        pack: (folder) => {
          fs.writeFileSync(path.join(folder, 'README.md'), 'Of the package.');
          return fails();
        },
      },
      /It has failed/,
    ],
    ['nothing is built', { pack: async () => {} }, /The build has not made dist\/action\.js/],
    [
      'a package is missing',
      {
        pack: async (folder) => {
          fs.mkdirSync(path.join(folder, 'dist'));
          for (const name of BUILT) fs.writeFileSync(path.join(folder, name), 'built');
        },
      },
      /No \.tgz was made/,
    ],
    [
      'tests change files',
      { test: async (folder) => fs.appendFileSync(path.join(folder, 'LICENSE'), 'x') },
      /Testing and packing have changed files:\n M LICENSE/,
    ],
  ];
  for (const [name, steps, expected] of failures) {
    it(`is not made where ${name}`, async () => {
      const { release: make, git } = await project();
      await assert.rejects(make('0.2.0', steps), expected);
      assert.equal((await git('status', '--porcelain')).replace(' M LICENSE\n', ''), '');
      assert.equal(await git('tag'), '');
    });
  }

  it('is not made where it cannot be tagged', async () => {
    const { release: make, git } = await project();
    await git('config', 'tag.gpgSign', 'true');
    await git('config', 'gpg.program', 'false');
    await assert.rejects(make('0.2.0'), /git tag .* failed/);
    assert.equal(await git('status', '--porcelain'), '');
    assert.equal(await git('log', '--format=%s'), 'All\n');
    assert.equal(await git('tag'), '');
  });

  it('is given up when it is interrupted, and leaves the project as it was', async () => {
    const { folder, git } = await project();
    const scripts = pathToFileURL(path.join(root, 'scripts')).href;
    const code = `
      import { endOnSignals } from '${scripts}/lifetime.mjs';
      import { release } from '${scripts}/release.mjs';
      endOnSignals(1);
      const test = () => new Promise(() => setInterval(() => console.log('testing'), 10));
      const request = { version: '0.2.0', today: '2026-11-21', dryRun: false, log() {} };
      await release({ ...request, root: process.argv[1], steps: { test } });`;
    const args = ['--input-type=module', '--eval', code, folder];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    assert.notEqual(await git('status', '--porcelain'), '');
    child.kill('SIGINT');
    await once(child, 'exit');
    assert.equal(await git('status', '--porcelain'), '');
  });
});
