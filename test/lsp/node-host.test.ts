import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { dayOf } from '../../server/src/lsp/host';
import { nodeHost } from '../../server/src/lsp/node-host';

describe('the host of a server process', () => {
  let folder = '';
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const write = (name: string) => fs.writeFileSync(path.join(folder, name), name);

  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ims-config-'));
  });
  after(() => fs.rmSync(folder, { recursive: true }));

  it('knows what git tracks, and what it does not', async () => {
    write('a b*.json');
    write('other.json');
    assert.equal(await nodeHost().isTracked(uriOf('a b*.json')), undefined);
    execFileSync('git', ['init', '-q'], { cwd: folder });
    execFileSync('git', ['--literal-pathspecs', 'add', 'a b*.json'], { cwd: folder });
    const host = nodeHost();
    assert.equal(await host.isTracked(uriOf('a b*.json')), true);
    assert.equal(await host.isTracked(uriOf('other.json')), false);
    assert.equal(await host.isTracked(uriOf('missing/other.json')), undefined);
    assert.equal(await host.isTracked('untitled:Untitled-1'), undefined);
  });

  it('is not led to another repository by the variables of a hook', async () => {
    const other = fs.mkdtempSync(path.join(os.tmpdir(), 'ims-config-'));
    execFileSync('git', ['init', '-q'], { cwd: other });
    process.env.GIT_DIR = path.join(other, '.git');
    try {
      assert.equal(await nodeHost().isTracked(uriOf('a b*.json')), true);
    } finally {
      delete process.env.GIT_DIR;
      fs.rmSync(other, { recursive: true });
    }
  });

  it('knows the home folder', () => {
    assert.equal(fileURLToPath(nodeHost().home ?? ''), os.homedir());
  });

  it('knows what git ignores', async () => {
    const host = nodeHost();
    const names = ['ignored 1.xml', 'a b*.json', 'kept.xml'];
    fs.writeFileSync(path.join(folder, '.gitignore'), 'ignored*\n*.json\n');
    for (const name of names) write(name);
    const uris = names.map(uriOf);
    assert.deepEqual([...(await host.ignored!(uriOf('.'), uris))], [uriOf('ignored 1.xml')]);
    assert.deepEqual([...(await host.ignored!('vscode-vfs://github/a', uris))], []);
    assert.deepEqual([...(await host.ignored!(uriOf('none'), uris))], []);
  });

  it('asks git about other repositories and what lies behind links by themselves', async () => {
    const at = (name: string) => path.join(folder, name);
    for (const name of ['nested/build', 'elsewhere', 'gone/build']) {
      fs.mkdirSync(at(name), { recursive: true });
    }
    fs.writeFileSync(at('.gitignore'), 'ignored*\n!ignored-not.xml\nhidden\n');
    execFileSync('git', ['init', '-q'], { cwd: at('nested') });
    fs.writeFileSync(at('nested/.gitignore'), 'build\n');
    fs.symlinkSync(at('elsewhere'), at('link'));
    fs.symlinkSync(at('elsewhere'), at('hidden'));
    // A submodule of which only the outer repository knows.
    const commit = '160000,0123456789012345678901234567890123456789,gone';
    execFileSync('git', ['update-index', '--add', '--cacheinfo', commit], { cwd: folder });
    const expected: Record<string, boolean> = {
      'gone/build/a.xml': false,
      'ignored 1.xml': true,
      'ignored-not.xml': false,
      'nested/build/a.xml': true,
      'nested/a.xml': false,
      'link/ignored.xml': true,
      'link/a.xml': false,
      'hidden/a.xml': true,
      'z.xml': false,
    };
    for (const name of Object.keys(expected)) write(name);
    const found = await nodeHost().ignored!(uriOf('.'), Object.keys(expected).map(uriOf));
    const names = Object.keys(expected).filter((name) => expected[name]);
    assert.deepEqual([...found].sort(), names.map(uriOf).sort());
  });

  it('reads no more than is asked for, no pipes and no devices', async () => {
    const host = nodeHost();
    write('size.xml');
    assert.deepEqual(await host.readFile(uriOf('size.xml'), 8), { text: 'size.xml' });
    assert.deepEqual(await host.readFile(uriOf('size.xml'), 7), { missing: 'tooLarge' });
    fs.writeFileSync(path.join(folder, 'empty.xml'), '');
    assert.deepEqual(await host.readFile(uriOf('empty.xml'), 7), { text: '' });
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [path.join(folder, 'pipe.xml')]);
    fs.symlinkSync('/dev/zero', path.join(folder, 'zero.xml'));
    for (const name of ['pipe.xml', 'zero.xml']) {
      assert.deepEqual(await host.readFile(uriOf(name), 7), { missing: 'unreadable' });
    }
  });

  it('reads UTF-16 and declared ISO-8859-1', async () => {
    const host = nodeHost();
    const text = '<?xml version="1.0" encoding="ISO-8859-1"?><a>\u00F6</a>';
    fs.writeFileSync(path.join(folder, 'latin.xml'), text, 'latin1');
    assert.deepEqual(await host.readFile(uriOf('latin.xml'), 100), { text });
    fs.writeFileSync(path.join(folder, 'wide.xml'), '\uFEFF<a/>', 'utf16le');
    assert.deepEqual(await host.readFile(uriOf('wide.xml'), 100), { text: '\uFEFF<a/>' });
  });

  it('reads files, and is calm where there are none', async () => {
    write('settings.yaml');
    const host = nodeHost();
    assert.deepEqual(await host.readFile(uriOf('settings.yaml'), 99), { text: 'settings.yaml' });
    assert.deepEqual(await host.readFile(uriOf('none.yaml'), 99), { missing: 'unreadable' });
    assert.equal(await host.readFile('vscode-vfs://github/a/settings.yaml', 99), undefined);
  });

  it('has the day of the user', () => {
    assert.equal(dayOf(new Date(2026, 0, 5, 23, 59)), '2026-01-05');
  });
});
