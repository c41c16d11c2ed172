import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { DOWNLOAD, type Folder, folder, INSECURE } from './terminal';

const pathsOf = async (here: Folder, argv: readonly string[] = [], below = '') => {
  const { json, err } = await here.check(argv, { in: below });
  return { paths: json.files.map((file) => file.path), err };
};

describe('ignored files', () => {
  it('never looks into node_modules and .git, and counts what .gitignore hides', async () => {
    const here = folder({
      '.git/config': '',
      '.git/x.ims.yaml': '',
      '.git/info/exclude': 'excluded.ims.yaml\n',
      '.gitignore': '# secrets\n/private/\n*.local.json\n!keep.local.json\n',
      'node_modules/a/x.ims.yaml': '',
      'private/deep/credential.json': DOWNLOAD,
      'private/deep/other.json': '{}',
      'private/node_modules/x.ims.yaml': '',
      'x.local.json': DOWNLOAD,
      'keep.local.json': DOWNLOAD,
      'excluded.ims.yaml': '',
      'sub/private/y.ims.yaml': '',
    });
    assert.deepEqual(await pathsOf(here), {
      paths: ['keep.local.json', 'sub/private/y.ims.yaml'],
      err: '3 ignored files look like IMS configuration; --no-gitignore checks them.\n',
    });
    assert.deepEqual(await pathsOf(here, ['--no-gitignore']), {
      paths: [
        'excluded.ims.yaml',
        'keep.local.json',
        'private/deep/credential.json',
        'sub/private/y.ims.yaml',
        'x.local.json',
      ],
      err: '',
    });
  });

  it('obeys nested files and those of the folders above', async () => {
    const here = folder({
      '.git/config': '',
      '.gitignore': 'a.ims.yaml\n',
      'sub/.gitignore': '!a.ims.yaml\n/b.ims.yaml\n',
      'sub/a.ims.yaml': '',
      'sub/b.ims.yaml': '',
      'sub/deep/b.ims.yaml': '',
      'other/a.ims.yaml': '',
    });
    const expected = ['sub/a.ims.yaml', 'sub/deep/b.ims.yaml'];
    assert.deepEqual((await pathsOf(here)).paths, expected);
    assert.deepEqual((await pathsOf(here, ['sub'])).paths, expected);
    assert.deepEqual(await pathsOf(here, [], 'other'), {
      paths: [],
      err: '1 ignored file looks like IMS configuration; --no-gitignore checks it.\n',
    });
  });

  it('checks a file or a folder that is named', async () => {
    const here = folder({
      '.git/config': '',
      '.gitignore': 'private/\n*.local.json\n',
      'private/a.ims.yaml': '',
      'x.local.json': DOWNLOAD,
    });
    assert.deepEqual((await pathsOf(here, ['x.local.json'])).paths, ['x.local.json']);
    assert.deepEqual((await pathsOf(here, ['private'])).paths, ['private/a.ims.yaml']);
    assert.deepEqual((await pathsOf(here, ['.', 'private/a.ims.yaml'])).paths, [
      'private/a.ims.yaml',
    ]);
  });

  it('obeys .gitignore outside of a repository', async () => {
    const here = folder({ '.gitignore': 'a.ims.yaml\n', 'sub/a.ims.yaml': '', 'b.ims.yaml': '' });
    assert.deepEqual((await pathsOf(here)).paths, ['b.ims.yaml']);
    assert.deepEqual((await pathsOf(here, ['sub'])).paths, []);
  });

  it('follows links to files and none to folders', async () => {
    const here = folder({ 'real/a.ims.yaml': '' });
    fs.symlinkSync('real', path.join(here.path, 'folder'));
    fs.symlinkSync('real/a.ims.yaml', path.join(here.path, 'b.ims.yaml'));
    assert.deepEqual((await pathsOf(here)).paths, ['real/a.ims.yaml']);
    assert.deepEqual((await pathsOf(here, ['b.ims.yaml'])).paths, ['b.ims.yaml']);
    assert.deepEqual((await pathsOf(here, ['folder'])).paths, ['folder/a.ims.yaml']);
  });

  it('takes a link for the file where only the link has a name of ours', async () => {
    const here = folder({ 'a.yaml': '' });
    fs.symlinkSync('a.yaml', path.join(here.path, 'a.ims.yaml'));
    fs.symlinkSync('a.ims.yaml', path.join(here.path, 'b.ims.yaml'));
    assert.deepEqual((await pathsOf(here)).paths, ['a.ims.yaml']);
  });
});

describe('git', () => {
  const secretRules = async (here: Folder) => {
    const { json } = await here.check(['.']);
    const findings = json.files.flatMap((file) => file.findings);
    return findings.map(({ rule }) => rule).filter((rule) => rule === 'secret-in-plain-text');
  };

  it('is asked whether it tracks a file with secrets', async () => {
    const here = folder({ 'a.json': DOWNLOAD });
    assert.deepEqual(await secretRules(here), []);
    here.git('init', '-q');
    assert.deepEqual(await secretRules(here), []);
    here.git('add', 'a.json');
    assert.deepEqual(await secretRules(here), ['secret-in-plain-text']);
  });

  it('checks an ignored file that it tracks all the same', async () => {
    const here = folder({ 'a.json': DOWNLOAD, '.gitignore': '*.json\n' });
    here.git('init', '-q');
    assert.deepEqual(await secretRules(here), []);
    here.git('add', '--force', 'a.json');
    assert.deepEqual(await secretRules(here), ['secret-in-plain-text']);
    assert.equal((await here.check()).err, '');
  });

  it('are checked where their folder is named beside another one', async () => {
    const here = folder({ '.gitignore': 'build\n', 'build/a.external-account.yaml': INSECURE });
    here.git('init', '-q');
    for (const argv of [
      ['.', 'build'],
      ['build', '.'],
    ]) {
      const { json } = await here.check(argv);
      assert.equal(json.files.length, 1, argv.join(' '));
    }
  });
});
