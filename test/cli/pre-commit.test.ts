import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { FILE_NAMES } from '../../server/src/model/file-names';
import { packageOf } from '../lsp/samples';
import { root } from '../support/root';
import { ACCOUNT, type Folder, folder, INSECURE } from './terminal';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args: readonly string[];
  readonly language: string;
  readonly files: string;
  readonly require_serial: boolean;
}

const hooks = parse(fs.readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8')) as Hook[];
const [hook] = hooks as [Hook];

/** Python knows the flag at the beginning of a pattern, JavaScript beside it. */
const FILES = new RegExp(hook.files.replace('(?i)', ''), 'i');

const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;

/**
 * A repository with a hook of git that does what pre-commit does: runs the entry with the staged
 * files it is for.
 */
function repository(args: readonly string[] = hook.args): Folder {
  const here = folder({ 'readme.md': '', 'a/first.xml': packageOf('first') });
  here.git('init', '-q', '-b', 'main');
  here.git('config', 'user.name', 'a');
  here.git('config', 'user.email', 'a@b.c');
  here.git('add', '.');
  here.git('commit', '-q', '-m', 'one');
  const [program, ...words] = hook.entry.split(' ');
  assert.equal(program, 'ims-config');
  const command = [process.execPath, path.join(root, 'dist/cli.js'), ...words, ...args];
  const script = `const { execFileSync, spawnSync } = require('node:child_process');
const staged = execFileSync('git', ['diff', '--cached', '--name-only', '-z', '--diff-filter=ACMRTUXB'], { encoding: 'utf8' });
const files = staged.split('\\0').filter((name) => ${FILES}.test(name));
const [program, ...argv] = ${JSON.stringify(command)};
if (files.length === 0) process.exit(0);
process.exit(spawnSync(program, [...argv, ...files], { stdio: ['ignore', 'inherit', 'inherit'] }).status);
`;
  const file = path.join(here.path, '.git/hooks/pre-commit');
  fs.writeFileSync(`${file}.cjs`, script);
  fs.writeFileSync(file, `#!/bin/sh\nexec ${quoted(process.execPath)} ${quoted(`${file}.cjs`)}\n`);
  fs.chmodSync(file, 0o755);
  return here;
}

/** Commits files; gives the status, and what was said. */
function commit(here: Folder, files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(here.path, name)), { recursive: true });
    fs.writeFileSync(path.join(here.path, name), text);
  }
  here.git('add', '.');
  const options = { cwd: here.path, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync('git', ['commit', '-q', '-m', 'two'], options);
  return { status, said: stdout + stderr };
}

describe('the hook for pre-commit', () => {
  before(() => {
    execFileSync(process.execPath, ['esbuild.mjs', 'dist/cli.js'], { cwd: root });
  });

  it('is one, which the package brings', () => {
    assert.deepEqual(
      hooks.map(({ id, language, require_serial: serial }) => [id, language, serial]),
      [['ims-config', 'node', true]],
    );
    const { bin } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      readonly bin: Readonly<Record<string, string>>;
    };
    assert.equal(bin['ims-config'], 'dist/cli.js');
  });

  it('is for every name that is looked into, and not for others', () => {
    for (const name of FILE_NAMES) {
      for (const folderName of ['', 'deep/er/']) {
        const file = folderName + name.replaceAll('*', 'x');
        assert.match(file, FILES);
        assert.match(file.toUpperCase(), FILES);
      }
    }
    for (const name of ['a.md', 'src/main.ts', 'env', 'Makefiles', 'a.yaml/b', 'xml']) {
      assert.doesNotMatch(name, FILES);
    }
  });

  it('refuses a commit with an error, and lets one without pass', () => {
    const here = repository();
    const wrong = commit(here, { 'b/ä b.external-account.yaml': INSECURE, 'notes.txt': 'x' });
    assert.equal(wrong.status, 1);
    assert.match(wrong.said, /^b\/ä b\.external-account\.yaml:5:17 {2}error/m);
    const right = commit(here, { 'b/ä b.external-account.yaml': ACCOUNT });
    assert.deepEqual([right.status, /error/.test(right.said)], [0, false]);
  });

  it('knows of files that are not committed now, and is silent about them', () => {
    const here = repository();
    assert.equal(commit(here, { 'other.yaml': 'a: 1\n' }).status, 0);
    const { status, said } = commit(here, { 'b/second.xml': packageOf('second') });
    assert.equal(status, 1);
    assert.match(said, /^b\/second\.xml:3:6 {2}error .*experience-cloud-account-duplicate$/m);
    assert.doesNotMatch(said, /^a\/first\.xml/m);
  });

  it('has nothing to do where nothing of ours is committed', () => {
    assert.deepEqual(commit(repository(), { 'more.md': 'x' }), { status: 0, said: '' });
  });

  it('takes no name of a file for an option', () => {
    const here = repository();
    const names = ['--output=.github/ci.yaml', '--baseline=x.yaml', '-x.external-account.yaml'];
    const ci = { '.github/ci.yaml': 'on: push\n' };
    const files = Object.fromEntries(names.map((name) => [name, INSECURE]));
    const { status, said } = commit(here, { ...ci, ...files });
    assert.equal(status, 1);
    assert.match(said, /^-x\.external-account\.yaml:5:17 {2}error/m);
    assert.equal(here.read('.github/ci.yaml'), ci['.github/ci.yaml']);
  });

  it('is documented with arguments that end before the names of files', () => {
    const page = fs.readFileSync(path.join(root, 'docs/continuous-integration.md'), 'utf8');
    const lists = [...page.matchAll(/`args: (\[.*?\])`/g)].map(([, list = '']) => parse(list));
    assert.ok(lists.length > 1);
    for (const list of [hook.args, ...lists]) assert.equal(list.at(-1), '--');
  });

  it('takes options', () => {
    const here = repository(['--fix', '--']);
    const { status, said } = commit(here, { 'b.external-account.yaml': INSECURE });
    assert.equal(status, 0);
    assert.match(said, /1 problem fixed in 1 file\./);
    assert.equal(here.read('b.external-account.yaml'), ACCOUNT);
  });
});
