import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { before, describe, it, mock } from 'node:test';
import { root } from '../support/root';
import { packageOf } from '../support/samples';
import { type Folder, folder, INSECURE } from './terminal';

const NAMES = ['a', 'b', 'c'].map((name) => `${name}.external-account.yaml`);

/**
 * What is written, by which command, and which files are there when it was stopped while writing
 * the first one.
 */
const WAYS: readonly (readonly [
  what: string,
  argv: readonly string[],
  there: readonly string[],
])[] = [
  ['a fix', ['check', '--fix'], []],
  ['a report', ['check', '--output', 'report.txt'], ['report.txt']],
  [
    'a report on the standard input',
    ['check', '--stdin', '--stdin-path', 'a.external-account.yaml', '--output', 'report.txt'],
    ['report.txt'],
  ],
  ['an overview', ['report', '--output', 'report.md'], ['report.md']],
  ['a baseline', ['check', '--baseline', 'known.json', '--update-baseline'], ['known.json']],
  ['a conversion', ['convert', 'package.xml'], ['package.external-account.yaml']],
];

/** Sends the program a signal when its first file is written, and has not got its name. */
const interrupting = (signal: NodeJS.Signals) => `const fs = require('node:fs');
const { fsyncSync } = fs;
fs.fsyncSync = (descriptor) => {
  fsyncSync(descriptor);
  fs.fsyncSync = fsyncSync;
  process.kill(process.pid, '${signal}');
};
`;

function stopped(here: Folder, argv: readonly string[], signal: NodeJS.Signals) {
  const script = path.join(folder({ 'stop.cjs': interrupting(signal) }).path, 'stop.cjs');
  const argvOfNode = ['--require', script, path.join(root, 'dist/cli.js'), ...argv];
  const options = { cwd: here.path, encoding: 'utf8', input: INSECURE } as const;
  return spawnSync(process.execPath, argvOfNode, options);
}

describe('a program that is stopped while it writes', () => {
  before(() => {
    execFileSync(process.execPath, ['esbuild.mjs', 'dist/cli.js'], { cwd: root });
  });

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    for (const [what, argv, there] of WAYS) {
      it(`ends behind that file, and leaves no other: ${what}, ${signal}`, () => {
        const files = Object.fromEntries(NAMES.map((name) => [name, INSECURE]));
        const here = folder({
          ...files,
          'package.xml': packageOf('imsOrgId="x"'),
        });
        const { status, signal: killer } = stopped(here, argv, signal);
        assert.equal(killer, null);
        assert.equal(status, 128 + constants.signals[signal]);
        assert.deepEqual(
          fs.readdirSync(here.path).sort(),
          [...NAMES, 'package.xml', ...there].sort(),
        );
        const fixed = NAMES.filter((name) => here.read(name) !== INSECURE);
        assert.deepEqual(fixed, what === 'a fix' ? [NAMES[0]] : []);
      });
    }
  }

  it('is heard as before afterwards', async () => {
    const count = () => process.listenerCount('SIGINT') + process.listenerCount('SIGTERM');
    const before = count();
    const here = folder({ [NAMES[0]!]: INSECURE });
    await here.run(['check', '--fix']);
    assert.notEqual(here.read(NAMES[0]!), INSECURE);
    assert.equal(count(), before);
  });
});

describe('a file that is written', () => {
  it('is on the disk before it gets its name', async () => {
    const here = folder({ [NAMES[0]!]: INSECURE });
    const done: string[] = [];
    const { fsyncSync, renameSync } = fs;
    mock.method(fs, 'fsyncSync', (descriptor: number) => {
      fsyncSync(descriptor);
      done.push(`on the disk: ${fs.fstatSync(descriptor).ino}`);
    });
    mock.method(fs, 'renameSync', (from: string, to: string) => {
      done.push(`named: ${fs.statSync(from).ino}`);
      renameSync(from, to);
    });
    await here.run(['check', '--fix']);
    mock.restoreAll();
    const { ino } = fs.statSync(path.join(here.path, NAMES[0]!));
    assert.deepEqual(done, [`on the disk: ${ino}`, `named: ${ino}`]);
  });
});
