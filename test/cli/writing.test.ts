import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { root } from '../support/root';
import { ACCOUNT, type Folder, folder, INSECURE } from './terminal';

const NAME = 'a.external-account.yaml';

/** Each way to write a file that is there already. */
const WAYS: readonly (readonly [what: string, file: string, argv: readonly string[]])[] = [
  ['a fix', NAME, ['--fix']],
  ['a report', 'report.txt', ['--output', 'report.txt']],
  ['a baseline', 'known.json', ['--baseline', 'known.json', '--update-baseline']],
];

const BEFORE: Readonly<Record<string, string>> = {
  [NAME]: INSECURE,
  'report.txt': 'before\n',
  'known.json': '{ "version": 1, "findings": [] }\n',
};

const isRoot = process.getuid?.() === 0;

/** Runs the bundle as somebody whom permissions mean, which root is not. */
const runAsNobody = (here: Folder, argv: readonly string[]) =>
  spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'check', ...argv], {
    cwd: here.path,
    encoding: 'utf8',
    ...(isRoot && { uid: 65_534, gid: 65_534 }),
  });

const namesIn = (here: Folder, below = '') => fs.readdirSync(path.join(here.path, below)).sort();

describe('what is written', () => {
  before(() => {
    execFileSync(process.execPath, ['esbuild.mjs', 'dist/cli.js'], { cwd: root });
  });

  for (const [what, file, argv] of WAYS) {
    it(`replaces a file as a whole: ${what}`, async () => {
      const here = folder(BEFORE);
      const target = path.join(here.path, file);
      fs.chmodSync(target, 0o640);
      if (isRoot) fs.chownSync(target, 1234, 2345);
      // It goes on to hold what the file was, since nothing is written into that.
      fs.linkSync(target, path.join(here.path, 'witness'));
      await here.run(['check', ...argv]);
      assert.notEqual(here.read(file), BEFORE[file]);
      assert.equal(here.read('witness'), BEFORE[file]);
      const { mode, uid, gid } = fs.statSync(target);
      assert.equal(mode & 0o7777, 0o640);
      if (isRoot) assert.deepEqual([uid, gid], [1234, 2345]);
      assert.deepEqual(namesIn(here), [...Object.keys(BEFORE), 'witness'].sort());
    });

    it(`goes where links lead: ${what}`, async () => {
      const here = folder({ ...BEFORE, 'real/x': BEFORE[file] ?? '' });
      const link = path.join(here.path, file);
      fs.rmSync(link);
      fs.symlinkSync('real/y', link);
      fs.symlinkSync('x', path.join(here.path, 'real/y'));
      await here.run(['check', ...argv]);
      assert.notEqual(here.read('real/x'), BEFORE[file]);
      assert.equal(fs.readlinkSync(link), 'real/y');
      assert.deepEqual(namesIn(here, 'real'), ['x', 'y']);
    });

    it(`leaves alone what is write-protected, and says so: ${what}`, () => {
      const here = folder(BEFORE);
      fs.chmodSync(here.path, 0o777);
      fs.chmodSync(path.join(here.path, file), 0o444);
      const { status, stderr } = runAsNobody(here, argv);
      assert.equal(status, 2);
      assert.match(stderr, /it is write-protected\./);
      assert.ok(stderr.includes(file));
      assert.equal(here.read(file), BEFORE[file]);
      assert.deepEqual(namesIn(here), Object.keys(BEFORE).sort());
    });

    it(`leaves nothing behind in a folder that takes no files: ${what}`, () => {
      const here = folder(BEFORE);
      fs.chmodSync(path.join(here.path, file), 0o666);
      fs.chmodSync(here.path, 0o555);
      const { status, stderr } = runAsNobody(here, argv);
      fs.chmodSync(here.path, 0o755);
      assert.equal(status, 2);
      assert.match(stderr, /permission denied\./);
      assert.equal(here.read(file), BEFORE[file]);
      assert.deepEqual(namesIn(here), Object.keys(BEFORE).sort());
    });
  }

  it('gets a folder where there is none', async () => {
    const here = folder({ [NAME]: ACCOUNT });
    await here.run(['check', '--output', 'a/b/report.txt']);
    await here.run(['check', '--baseline', 'c/known.json', '--update-baseline']);
    assert.match(here.read('a/b/report.txt'), /No problems/);
    assert.match(here.read('c/known.json'), /"findings": \[\]/);
  });

  it('does not go through a link that leads nowhere', async () => {
    const here = folder({ [NAME]: ACCOUNT });
    fs.symlinkSync('gone/report.txt', path.join(here.path, 'report.txt'));
    const { status, err } = await here.run(['check', '--output', 'report.txt']);
    assert.equal(status, 2);
    assert.match(err, /cannot be written to `report\.txt`: there is no such file or folder\./);
    assert.ok(fs.lstatSync(path.join(here.path, 'report.txt')).isSymbolicLink());
  });
});
