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
