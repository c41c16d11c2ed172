import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
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

  it('tells how large a file is', async () => {
    write('size.xml');
    const host = nodeHost();
    assert.equal(await host.sizeOf!(uriOf('size.xml')), 'size.xml'.length);
    assert.equal(await host.sizeOf!(uriOf('none.xml')), undefined);
    assert.equal(await host.sizeOf!('untitled:size.xml'), undefined);
  });

  it('reads files, and is calm where there are none', async () => {
    write('settings.yaml');
    const host = nodeHost();
    assert.equal(await host.readFile(uriOf('settings.yaml')), 'settings.yaml');
    assert.equal(await host.readFile(uriOf('none.yaml')), undefined);
    assert.equal(await host.readFile('vscode-vfs://github/a/settings.yaml'), undefined);
  });

  it('has the day of the user', () => {
    assert.equal(dayOf(new Date(2026, 0, 5, 23, 59)), '2026-01-05');
  });
});
