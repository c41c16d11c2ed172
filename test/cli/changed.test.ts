import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { packageOf } from '../lsp/samples';
import { type Folder, folder, type How, INSECURE } from './terminal';

/** An account of its own at each place. */
const account = (name: string) => INSECURE.replace('campaign.luma-shop', `${name}.luma-shop`);

const fileOf = (name: string) => `${name}.external-account.yaml`;

/** Runs git without anything of the person who runs the tests. */
const git = (here: Folder, ...argv: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...argv], {
    cwd: here.path,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

const commit = (here: Folder, message: string) => {
  git(here, 'add', '.');
  git(here, 'commit', '-q', '-m', message);
  return git(here, 'rev-parse', 'HEAD');
};

const write = (here: Folder, name: string, text = account(name)) => {
  fs.mkdirSync(path.dirname(path.join(here.path, fileOf(name))), { recursive: true });
  fs.writeFileSync(path.join(here.path, fileOf(name)), text);
};

/** The files with findings. */
const reported = async (here: Folder, argv: readonly string[] = ['--changed'], how?: How) => {
  const { json, err } = await here.check(argv, how);
  assert.equal(err, '');
  return json.files.filter((file) => file.findings.length > 0).map((file) => file.path);
};

function repository(...names: readonly string[]): Folder {
  const here = folder(Object.fromEntries(names.map((name) => [fileOf(name), account(name)])));
  git(here, 'init', '-q', '-b', 'main');
  return here;
}

describe('--changed', () => {
  it('reports on what differs from the last commit: staged or not, and new files', async () => {
    const here = repository('same', 'staged', 'edited', 'gone', 'ignored', 'sub/ä b');
    commit(here, 'one');
    assert.deepEqual(await reported(here), []);
    assert.equal(
      (await here.run(['check', '--changed'])).out,
      'No IMS configuration in 0 files.\n',
    );
    for (const name of ['staged', 'edited', 'sub/ä b'])
      write(here, name, `# new\n${account(name)}`);
    git(here, 'add', fileOf('staged'));
    write(here, 'untracked');
    write(here, 'new');
    git(here, 'add', fileOf('new'));
    fs.writeFileSync(path.join(here.path, '.gitignore'), 'hidden.*\n');
    write(here, 'hidden');
    fs.rmSync(path.join(here.path, fileOf('gone')));
    const all = ['edited', 'new', 'staged', 'sub/ä b', 'untracked'].map(fileOf);
    assert.deepEqual(await reported(here), all);
    assert.deepEqual(await reported(here, ['sub', '--changed']), [fileOf('sub/ä b')]);
    const below = await reported(here, ['..', '--changed'], { in: 'sub' });
    assert.deepEqual(below.toSorted(), [
      ...['edited', 'new', 'staged'].map((name) => `../${fileOf(name)}`),
      `../${fileOf('untracked')}`,
      fileOf('ä b'),
    ]);
    const { json } = await here.check(['--changed']);
    // Also `.gitignore` is new.
    assert.equal(json.summary.files, 6);
  });

  it('reports on what has changed since the branch left another one', async () => {
    const here = repository('a', 'b', 'c');
    const first = commit(here, 'one');
    git(here, 'checkout', '-q', '-b', 'topic');
    write(here, 'b', `# mine\n${account('b')}`);
    commit(here, 'two');
    git(here, 'checkout', '-q', 'main');
    write(here, 'c', `# theirs\n${account('c')}`);
    commit(here, 'three');
    git(here, 'checkout', '-q', 'topic');
    write(here, 'd');
    const mine = [fileOf('b'), fileOf('d')];
    for (const ref of ['main', first, first.slice(0, 12), 'HEAD~1']) {
      assert.deepEqual(await reported(here, ['--changed', ref]), mine, ref);
    }
    assert.deepEqual(await reported(here, ['--changed=main', '.']), mine);
    assert.deepEqual(await reported(here, ['--changed', 'HEAD']), [fileOf('d')]);
    assert.deepEqual(await reported(here, ['--changed', '--', '.']), [fileOf('d')]);
  });

  it('knows files by where they are, whatever links lead there', async () => {
    const here = repository('real/a', 'real/b');
    fs.symlinkSync('real', path.join(here.path, 'link'));
    commit(here, 'one');
    write(here, 'real/a', `# new\n${account('a')}`);
    assert.deepEqual(await reported(here, ['--changed', '--', 'link']), [fileOf('link/a')]);
    const argv = ['--changed', '--workspace', '.'];
    assert.deepEqual(await reported(here, [...argv, 'link']), [fileOf('link/a')]);
    const outer = folder({});
    fs.symlinkSync(here.path, path.join(outer.path, 'all'));
    assert.deepEqual(await reported(outer, ['--changed'], { in: 'all/real' }), [fileOf('a')]);
  });

  it('refuses a commit that is empty, as of a variable that is not set', async () => {
    const here = repository('a');
    for (const argv of [['--changed', ''], ['--changed='], ['--changed', '', '.']]) {
      const { status, out, err } = await here.run(['check', ...argv]);
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, /`--changed` is empty.*variable/);
    }
  });

  it('takes everything where there is no commit yet', async () => {
    const here = repository('a', 'b');
    git(here, 'add', fileOf('a'));
    assert.deepEqual(await reported(here), [fileOf('a'), fileOf('b')]);
  });

  it('compares what has changed with all other files', async () => {
    const here = folder({ 'a/first.xml': packageOf('first'), 'b/second.xml': packageOf('second') });
    git(here, 'init', '-q');
    commit(here, 'one');
    fs.writeFileSync(path.join(here.path, 'b/second.xml'), `${packageOf('second')}\n`);
    const { json } = await here.check(['--changed']);
    const [file, ...more] = json.files;
    assert.deepEqual([file?.path, more], ['b/second.xml', []]);
    const related = file?.findings.flatMap((finding) => finding.related.map((each) => each.path));
    assert.deepEqual(related, ['a/first.xml']);
  });

  it('fixes nothing else', async () => {
    const here = repository('a', 'b');
    commit(here, 'one');
    write(here, 'b', `# new\n${account('b')}`);
    await here.check(['--changed', '--fix']);
    assert.match(here.read(fileOf('a')), /http:/);
    assert.doesNotMatch(here.read(fileOf('b')), /http:/);
  });

  it('is not led to another repository by the variables of a hook', async () => {
    const here = repository('a');
    commit(here, 'one');
    write(here, 'b');
    const other = repository('c');
    const env = { GIT_DIR: `${other.path}/.git`, GIT_INDEX_FILE: `${other.path}/.git/index` };
    assert.deepEqual(await reported(here, ['--changed'], { env }), [fileOf('b')]);
  });

  it('trusts no repository that is among the files of another', async () => {
    const here = folder({ [fileOf('a')]: account('a') });
    git(here, 'init', '-q', '--bare', '.');
    git(here, '--git-dir', '.', 'config', 'core.bare', 'false');
    git(here, '--git-dir', '.', 'config', 'core.worktree', '.');
    fs.mkdirSync(path.join(here.path, '.git'));
    const { status, err } = await here.run(['check', '--changed']);
    assert.equal(status, 2);
    assert.match(err, /git could not tell which files have changed/);
  });

  it('says why it cannot tell', async () => {
    const here = repository('a');
    commit(here, 'one');
    git(here, 'checkout', '-q', '--orphan', 'other');
    commit(here, 'two');
    const outside = folder({ [fileOf('a')]: account('a') });
    const broken = repository('a');
    fs.writeFileSync(path.join(broken.path, '.git/index'), 'no index');
    const cases: readonly (readonly [Folder, readonly string[], RegExp, How?])[] = [
      [outside, ['--changed'], /this folder is in no git repository\. Run it inside of one/],
      [here, ['--changed', 'nowhere'], /no commit `nowhere` in this repository\. Name a branch/],
      [
        here,
        ['--changed', fileOf('a')],
        /There is no commit `a\.external-account\.yaml`.* paths before it/,
      ],
      [here, ['--changed=--output=x'], /no commit `--output=x` in this repository/],
      [here, ['--changed', 'main'], /`main` and HEAD have no commit in common here/],
      [broken, ['--changed'], /git could not tell which files have changed/],
      [here, ['--changed'], /git could not tell which files have changed/, { env: { PATH: '' } }],
      [here, ['--changed', 'main'], /git could not tell which files/, { env: { PATH: '' } }],
      [here, ['--changed', '^HEAD'], /no commit `\^HEAD` in this repository/],
    ];
    for (const [where, argv, says, how] of cases) {
      const { status, out, err } = await where.run(['check', ...argv], how);
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, says);
    }
  });
});

describe('--workspace', () => {
  const files = {
    'a/first.xml': packageOf('first'),
    'b/second.xml': packageOf('second'),
    'notes.txt': '',
  };

  it('compares the paths with all files around them, and reports on the paths alone', async () => {
    const here = folder(files);
    const found = async (...argv: readonly string[]) => {
      const { json } = await here.check(argv);
      return json.files.map(({ path: name, findings }) => [name, findings.length]);
    };
    const named = ['b/second.xml', 'notes.txt'];
    assert.deepEqual(await found(...named), [
      ['b/second.xml', 0],
      ['notes.txt', 0],
    ]);
    assert.deepEqual(await found('--workspace', '.', ...named), [['b/second.xml', 1]]);
    assert.deepEqual(await found('--workspace', 'a', 'b'), [['b/second.xml', 1]]);
  });

  it('goes with what has changed', async () => {
    const here = folder(files);
    git(here, 'init', '-q');
    commit(here, 'one');
    fs.writeFileSync(path.join(here.path, 'b/second.xml'), `${packageOf('second')}\n`);
    const argv = ['--changed', '--workspace', '.'];
    assert.deepEqual(await reported(here, [...argv, 'a']), []);
    assert.deepEqual(await reported(here, [...argv, 'b']), ['b/second.xml']);
  });
});
