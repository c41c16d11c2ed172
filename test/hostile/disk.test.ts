import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it, mock } from 'node:test';
import { pathToFileURL } from 'node:url';
import { nodeHost } from '../../server/src/lsp/node-host';
import { folder, INSECURE } from '../cli/terminal';
import { packageOf } from '../lsp/samples';
import { root } from '../support/root';
import { TestClient } from '../support/server';

const NAME = 'a.external-account.yaml';
const FIXED = INSECURE.replace('http://campaign', 'https://campaign');

/** A file of that size that takes no place on the disk. */
function sparse(file: string, size: number): void {
  fs.writeFileSync(file, '');
  fs.truncateSync(file, size);
}

const HUGE = 100 * 1024 * 1024;

afterEach(() => mock.restoreAll());

describe('a file of 100 MB', () => {
  it('is skipped with a notice, and the others are checked', async () => {
    const here = folder({ [NAME]: INSECURE });
    sparse(path.join(here.path, 'huge.external-account.yaml'), HUGE);
    const { err, json, status } = await here.check();
    assert.match(err, /^huge\.external-account\.yaml: it is larger than 20 MB; skipped\.$/m);
    assert.deepEqual(
      json.files.map((file) => file.path),
      [NAME],
    );
    assert.equal(status, 1);
  });

  it('is not read by the server, which says so', async () => {
    const here = folder({});
    const file = path.join(here.path, 'huge.external-account.yaml');
    sparse(file, HUGE);
    const uri = pathToFileURL(file).href;
    const reads = mock.method(fs, 'readFileSync');
    const client = await TestClient.start({
      folders: [pathToFileURL(here.path).href],
      lists: true,
      files: { [uri]: '' },
      host: nodeHost(),
    });
    after(() => client.end());
    await client.indexed();
    assert.ok(client.logged.some((line) => /^huge\.external-account\.yaml is larger/.test(line)));
    assert.equal(reads.mock.callCount(), 0);
  });
});

describe('an open text that is larger than any configuration', () => {
  it('is left alone by the server', async () => {
    const client = await TestClient.start();
    after(() => client.end());
    const uri = `file:///shop/${NAME}`;
    await client.open(uri, INSECURE + ' '.repeat(20 * 1024 * 1024));
    assert.deepEqual(await client.codes(uri), []);
    assert.equal(await client.hover(uri, 'callbackServer'), null);
    assert.deepEqual(await client.symbols(uri), []);
    await client.close(uri);
    await client.open(uri, INSECURE);
    assert.deepEqual(await client.codes(uri), ['callback-not-https']);
  });
});

describe('links', () => {
  it('in a circle end the search', async () => {
    const here = folder({ [NAME]: INSECURE, 'below/b.external-account.yaml': FIXED });
    const link = (target: string, name: string) =>
      fs.symlinkSync(target, path.join(here.path, name));
    link('..', 'below/up');
    link('.', 'here');
    link('two.external-account.yaml', 'one.external-account.yaml');
    link('one.external-account.yaml', 'two.external-account.yaml');
    const { json } = await here.check();
    assert.deepEqual(
      json.files.map((file) => file.path),
      [NAME, 'below/b.external-account.yaml'],
    );
    const named = await here.run(['check', 'one.external-account.yaml']);
    assert.equal(named.status, 2);
    assert.match(named.err, /its symbolic links lead in a circle/);
  });
});

describe('what may never end', () => {
  before(() => {
    execFileSync(process.execPath, ['esbuild.mjs', 'dist/cli.js'], { cwd: root });
  });

  const endless: readonly (readonly [what: string, make: (file: string) => void])[] = [
    ['a device', (file) => fs.symlinkSync('/dev/zero', file)],
    ['a pipe', (file) => execFileSync('mkfifo', [file])],
    ['a huge file', (file) => sparse(file, HUGE)],
  ];

  /** Runs the bundle, which can be ended where it does not end by itself. */
  function checkIn(folderPath: string, argv: readonly string[]) {
    const argvOfNode = [path.join(root, 'dist/cli.js'), 'check', ...argv];
    const options = { cwd: folderPath, encoding: 'utf8', timeout: 20_000 } as const;
    const { status, stderr } = spawnSync(process.execPath, argvOfNode, options);
    return { status, stderr };
  }

  for (const [what, make] of endless) {
    it(`is not read as settings, a baseline or patterns: ${what}`, () => {
      const cases: readonly (readonly [file: string, argv: readonly string[], says: RegExp])[] = [
        ['ims-config.yaml', [], /settings in `ims-config\.yaml` cannot be read: it is /],
        ['base.yaml', [], /settings cannot be read\.\nims-config\.yaml:1:10 .* cannot be read/],
        ['b.json', ['--baseline', 'b.json'], /baseline `b\.json` cannot be read: it is /],
        ['b.json', ['--baseline', 'b.json', '--update-baseline'], /cannot be read: it is /],
      ];
      for (const [file, argv, says] of cases) {
        const settings = file === 'base.yaml' ? { 'ims-config.yaml': 'extends: base.yaml\n' } : {};
        const here = folder({ [NAME]: INSECURE, ...settings });
        make(path.join(here.path, file));
        const { status, stderr } = checkIn(here.path, argv);
        assert.equal(status, 2, file);
        assert.match(stderr, says);
      }
      const here = folder({ [NAME]: INSECURE });
      make(path.join(here.path, '.gitignore'));
      assert.equal(checkIn(here.path, []).status, 1);
    });
  }
});

describe('what cannot be read', () => {
  /** Nothing is closed to root, so that the file system has to play it. */
  function refuse(method: 'readFileSync' | 'readdirSync', name: string): void {
    const real = fs[method] as (...args: unknown[]) => unknown;
    mock.method(fs, method, (...args: unknown[]) => {
      if (!String(args[0]).endsWith(name)) return real(...args);
      throw Object.assign(new Error(`EACCES: ${args[0]}`), { code: 'EACCES' });
    });
  }

  it('is said of a file, and the others are checked', async () => {
    const here = folder({ [NAME]: INSECURE, 'b.external-account.yaml': INSECURE });
    refuse('readFileSync', 'b.external-account.yaml');
    const { err, json } = await here.check();
    assert.match(err, /^b\.external-account\.yaml: permission denied; skipped\.$/m);
    assert.deepEqual(
      json.files.map((file) => file.path),
      [NAME],
    );
  });

  it('is said of a folder, and the others are checked', async () => {
    const here = folder({ [NAME]: INSECURE, 'closed/b.external-account.yaml': INSECURE });
    refuse('readdirSync', 'closed');
    const { err, json } = await here.check();
    assert.match(err, /^closed: permission denied; skipped\.$/m);
    assert.equal(json.files.length, 1);
  });

  it('may be a folder with the name of a file', async () => {
    const here = folder({ [NAME]: INSECURE, 'b.external-account.yaml/c.txt': '' });
    const { json, status } = await here.check();
    assert.equal(json.files.length, 1);
    assert.equal(status, 1);
  });
});

describe('a disk that is full', () => {
  for (const argv of [
    ['convert', 'c.xml'],
    ['check', '--fix'],
    ['check', '--output', 'report.txt'],
  ]) {
    it(`gets nothing half written: ${argv.join(' ')}`, async () => {
      const here = folder({ [NAME]: INSECURE, 'c.xml': packageOf('first') });
      const real = fs.writeFileSync;
      mock.method(fs, 'writeFileSync', (file: number, bytes: Uint8Array) => {
        real(file, bytes.slice(0, 10));
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      });
      const { status, err } = await here.run(argv);
      assert.equal(status, 2);
      assert.match(err, /the disk is full\./);
      assert.equal(here.read(NAME), INSECURE);
      assert.deepEqual(fs.readdirSync(here.path).sort(), [NAME, 'c.xml']);
    });
  }
});

describe('a file that somebody writes while it is fixed', () => {
  /** Writes the file right after it was read for the first time. */
  function meanwhile(file: string, text: Uint8Array | undefined): void {
    const real = fs.readFileSync as (...args: unknown[]) => unknown;
    let done = false;
    mock.method(fs, 'readFileSync', (...args: unknown[]) => {
      const read = real(...args);
      if (args[0] === file && !done) {
        done = true;
        if (text === undefined) fs.rmSync(file);
        else fs.writeFileSync(file, text);
      }
      return read;
    });
  }

  for (const [what, text] of [
    ['another text', Buffer.from(`# by somebody else\n${INSECURE}`)],
    ['the same text in another encoding', Buffer.from(`\uFEFF${INSECURE}`, 'utf16le')],
    ['nothing', Buffer.alloc(0)],
  ] as const) {
    it(`keeps ${what}`, async () => {
      const here = folder({ [NAME]: INSECURE });
      meanwhile(path.join(here.path, NAME), text);
      const { err, status } = await here.check(['--fix']);
      assert.deepEqual(here.bytes(NAME), text);
      assert.match(err, /cannot be fixed: it has changed since it was read; run this again\.$/m);
      assert.equal(status, 2);
      assert.deepEqual(fs.readdirSync(here.path), [NAME]);
    });
  }

  it('stays away where it was removed', async () => {
    const here = folder({ [NAME]: INSECURE });
    meanwhile(path.join(here.path, NAME), undefined);
    const { err, status } = await here.check(['--fix']);
    assert.match(err, /cannot be fixed: there is no such file or folder\.$/m);
    assert.equal(status, 2);
    assert.deepEqual(fs.readdirSync(here.path), []);
  });
});
