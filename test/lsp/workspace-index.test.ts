import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { type ClientOptions, editor, TestClient } from '../support/server';
import { DUPLICATE, FIRST, FOLDER, packageOf, SECOND } from './samples';

let client: TestClient;
const start = async (options?: ClientOptions) => {
  client = await TestClient.start({
    folders: [FOLDER],
    lists: true,
    files: { [FIRST]: packageOf('first'), [SECOND]: packageOf('second') },
    ...options,
  });
  return client;
};
afterEach(() => client.end());

/**
 * Waits until an open file has these findings; the client has to be told that it has others now.
 */
async function foundIn(uri: string, codes: readonly string[]): Promise<void> {
  for (;;) {
    const { refreshes } = client;
    const found = await client.codes(uri);
    if (JSON.stringify(found) === JSON.stringify(codes)) return;
    await client.until(() => client.refreshes > refreshes);
  }
}

describe('the workspace', () => {
  it('is known to an open file, with places in files that are not open', async () => {
    await start();
    await client.open(SECOND, packageOf('second'));
    await foundIn(SECOND, [DUPLICATE]);
    const [finding] = await client.diagnostics(SECOND);
    const [related, ...more] = finding?.relatedInformation ?? [];
    assert.deepEqual(more, []);
    assert.equal(related?.location.uri, FIRST);
    assert.deepEqual(related?.location.range.start, { line: 2, character: 5 });
    assert.ok(client.logged.some((line) => /^Looked at 2 files.*Kept.*: 2\./.test(line)));
  });

  it('is kept current by events of files', async () => {
    await start();
    await client.open(SECOND, packageOf('second'));
    await foundIn(SECOND, [DUPLICATE]);
    await client.write(FIRST, packageOf('first', 'other.shop.org'));
    await foundIn(SECOND, []);
    await client.write(FIRST, packageOf('first'));
    await foundIn(SECOND, [DUPLICATE]);
    await client.remove(FIRST);
    await foundIn(SECOND, []);
    await client.write('file:///shop/packages/a.xml', packageOf('a'));
    await foundIn(SECOND, [DUPLICATE]);
  });

  it('forgets what goes with its folder, and what is no longer ours', async () => {
    await start();
    await client.open(SECOND, packageOf('second'));
    await foundIn(SECOND, [DUPLICATE]);
    await client.write(FIRST, '<package/>');
    await foundIn(SECOND, []);
    const old = 'file:///shop/north/packages/a.xml';
    await client.write(old, packageOf('a'));
    await foundIn(SECOND, [DUPLICATE]);
    delete client.files[old];
    await client.tell({ uri: 'file:///shop/north', type: 3 });
    await foundIn(SECOND, []);
    // The open text, what was read of it, and its file.
    assert.equal(client.server.remembered(), 3);
  });

  it('has what is in a folder that is moved or renamed', async () => {
    await start({ files: { [SECOND]: packageOf('second') } });
    await client.open(SECOND, packageOf('second'));
    await client.indexed();
    client.files['file:///shop/north/deep/a.xml'] = packageOf('a');
    client.files['file:///shop/northern/b.txt'] = packageOf('b');
    await client.tell({ uri: 'file:///shop/north', type: 1 });
    await foundIn(SECOND, [DUPLICATE]);
    delete client.files['file:///shop/north/deep/a.xml'];
    await client.tell({ uri: 'file:///shop/north', type: 3 });
    await foundIn(SECOND, []);
    client.files['file:///shop/east/deep/a.xml'] = packageOf('a');
    await client.tell({ uri: 'file:///shop/east', type: 1 });
    await foundIn(SECOND, [DUPLICATE]);
    assert.equal(client.server.remembered(), 4);
  });

  it('has others asked for when something is typed that matters to them', async () => {
    await start({ files: {} });
    await client.indexed();
    await client.open(SECOND, packageOf('second'));
    await client.open(FIRST, packageOf('first'));
    await foundIn(SECOND, [DUPLICATE]);
    assert.deepEqual(await client.codes(FIRST), []);
    const calm = () => new Promise((resolve) => setTimeout(resolve, 600));
    await calm();
    const { refreshes } = client;
    await client.type(FIRST, 'Campaign-Shop', 'Campaign-Other');
    await client.codes(FIRST);
    await calm();
    assert.equal(client.refreshes, refreshes);
    await client.type(FIRST, 'campaign.shop', 'other.shop');
    await client.codes(FIRST);
    await client.until(() => client.refreshes > refreshes);
    assert.deepEqual(await client.codes(SECOND), []);
  });

  it('is not changed by looking at a file that is ignored', async () => {
    const ignored = async (_folder: string, uris: readonly string[]) =>
      new Set(uris.filter((uri) => uri.includes('/first')));
    const third = 'file:///shop/third.xml';
    const files: Record<string, string> = {
      [FIRST]: packageOf('first'),
      [SECOND]: packageOf('second'),
      [third]: packageOf('third'),
      'file:///shop/ims-config.yaml': 'ignore: [third.xml]\n',
    };
    await start({ files, host: { ignored } });
    await client.indexed();
    await client.open(SECOND, packageOf('second'));
    for (const uri of [FIRST, third]) {
      await client.open(uri, files[uri] ?? '');
      assert.deepEqual(await client.codes(SECOND), [], uri);
      await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
      await client.close(uri);
      assert.deepEqual(await client.codes(SECOND), [], uri);
    }
    await client.codes(SECOND);
    assert.equal(client.server.remembered(), 3);
  });

  it('waits for no file that does not come', async () => {
    await start({
      host: { patience: 50 },
      // The settings neither.
      beforeReading: (uri) => (uri === SECOND ? undefined : new Promise(() => undefined)),
    });
    await client.indexed();
    assert.equal(client.server.remembered(), 1);
    await client.open(SECOND, packageOf('second', 'http://x'));
    assert.ok((await client.codes(SECOND)).length > 0);
  });

  it('keeps what changes while its reading is cancelled', async () => {
    const stuck = 'file:///shop/stuck.xml';
    let asked = 0;
    await start({
      files: { [stuck]: '' },
      beforeReading: (uri) => {
        if (uri !== stuck) return undefined;
        asked++;
        return new Promise(() => undefined);
      },
    });
    await client.until(() => client.progress[0]?.[0]?.kind === 'begin');
    await client.write(FIRST, packageOf('first'));
    const [token] = client.progressTokens;
    await client.connection.sendNotification('window/workDoneProgress/cancel', { token });
    await client.indexed();
    assert.ok(client.logged.some((line) => line.includes('was cancelled')));
    await client.open(SECOND, packageOf('second'));
    await foundIn(SECOND, [DUPLICATE]);
    assert.equal(asked, 1);
  });

  it('is known to the hover of an open file', async () => {
    const groups =
      '<package><entities schema="xtk:group"><group name="editors"/></entities></package>';
    await start({ files: { [FIRST]: groups } });
    await client.indexed();
    await client.open(SECOND, packageOf('second'));
    const hover = await client.hover(SECOND, 'Campaign - shop');
    assert.match(JSON.stringify(hover?.contents), /Campaign - shop - editors/);
  });

  it('has texts that are open as they are typed', async () => {
    await start();
    await client.indexed();
    await client.open(SECOND, packageOf('second'));
    await client.open(FIRST, packageOf('first'));
    assert.deepEqual(await client.codes(SECOND), [DUPLICATE]);
    await client.type(FIRST, 'campaign.shop', 'other.shop');
    assert.deepEqual(await client.codes(SECOND), []);
    // Closed without being saved.
    await client.close(FIRST);
    await foundIn(SECOND, [DUPLICATE]);
  });

  it('reads a file again that is saved', async () => {
    await start();
    await client.open(SECOND, packageOf('second'));
    await client.open(FIRST, packageOf('first', 'other.shop.org'));
    await client.indexed();
    client.files[FIRST] = packageOf('first', 'other.shop.org');
    const textDocument = { uri: FIRST };
    await client.connection.sendNotification('textDocument/didSave', { textDocument });
    await client.close(FIRST);
    await foundIn(SECOND, []);
  });

  it('has no files that the settings ignore, no dependencies, and none that are too large', async () => {
    const large = packageOf('a') + ' '.repeat(1024 * 1024);
    await start({
      files: {
        [SECOND]: packageOf('second'),
        'file:///shop/north/first.xml': packageOf('first'),
        'file:///shop/node_modules/a/first.xml': packageOf('first'),
        'file:///shop/.git/first.xml': packageOf('first'),
        'file:///elsewhere/first.xml': packageOf('first'),
        'file:///shop/packages/large.xml': large,
        'file:///shop/package.json': '{ "name": "shop" }',
        'file:///shop/ims-config.yaml': 'ignore: [north]\n',
      },
    });
    await client.open(SECOND, packageOf('second'));
    await client.indexed();
    assert.deepEqual(await client.codes(SECOND), []);
    assert.equal(client.server.remembered(), 3);
    assert.ok(client.logged.some((line) => line.startsWith('packages/large.xml is larger than 1')));
    assert.ok(
      client.logged.some((line) =>
        line.includes('1 that git or ims-config.yaml ignores, 1 that are'),
      ),
    );
    // What is not ignored any more is read.
    await client.write('file:///shop/ims-config.yaml', 'ignore: []\n');
    await foundIn(SECOND, [DUPLICATE]);
  });

  it('has no more files than can be kept, and says so', async () => {
    const uris = Array.from({ length: 10 }, (_, at) => `file:///shop/${at}.external-account.yaml`);
    const text = `name: a\n# ${'-'.repeat(1024 * 1024 - 100)}\n`;
    await start({ files: Object.fromEntries(uris.map((uri) => [uri, text])) });
    await client.indexed();
    assert.equal(client.server.remembered(), 8);
    const full = client.logged.filter((line) => line.includes('there are too many of them'));
    assert.equal(full.length, 2);
    assert.ok(client.logged.some((line) => line.includes('2 for lack of room')));
  });

  it('has no more files than can be looked at, and says so', async () => {
    const uris = Array.from({ length: 10_001 }, (_, at) => `file:///shop/${at}.yaml`);
    await start({
      files: Object.fromEntries(uris.map((uri) => [uri, ''])),
      host: { readFile: async (uri) => ({ text: uri.endsWith('0.yaml') ? 'a: b\n' : '' }) },
    });
    await client.indexed();
    assert.ok(client.logged.some((line) => line.includes('more than 10000 files')));
    assert.ok(client.logged.some((line) => line.startsWith('Looked at 10000 files')));
    assert.equal(client.server.remembered(), 0);
  });

  it('has no files that git ignores', async () => {
    const ignored = async (folder: string, uris: readonly string[]) => {
      assert.equal(folder, FOLDER);
      return new Set(uris.filter((uri) => uri.includes('/first')));
    };
    await start({ host: { ignored } });
    await client.open(SECOND, packageOf('second'));
    await client.indexed();
    assert.deepEqual(await client.codes(SECOND), []);
    assert.equal(client.server.remembered(), 3);
    await client.tell({ uri: FIRST, type: 2 });
    await client.write('file:///shop/packages/a.xml', packageOf('a'));
    await foundIn(SECOND, [DUPLICATE]);
    assert.equal(client.server.remembered(), 4);
  });

  it('is read with a progress if that takes its time', async () => {
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await start({ beforeReading: (uri) => (uri.endsWith('.xml') ? asked : undefined) });
    await client.until(() => client.progress[0]?.[0]?.kind === 'begin');
    const [begin] = client.progress[0] ?? [];
    assert.ok(begin?.kind === 'begin' && begin.cancellable);
    assert.equal(begin.title, 'Looking for IMS configuration');
    answer();
    await client.until(() => client.progress[0]?.at(-1)?.kind === 'end');
  });

  it('is read without one if it is small, or if the client shows none', async () => {
    await start();
    await client.indexed();
    client.end();
    await start({
      capabilities: { ...editor, window: {} },
      beforeReading: (uri) =>
        uri === FIRST ? new Promise((resolve) => setTimeout(resolve, 400)) : undefined,
    });
    await client.indexed();
    assert.equal(client.progress.length, 0);
  });

  it('is not read to the end when that is cancelled', async () => {
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const files: Record<string, string> = {};
    for (let index = 0; index < 100; index++) {
      files[`file:///shop/packages/${index}.xml`] = packageOf(`a${index}`);
    }
    await start({ files, beforeReading: (uri) => (uri.endsWith('.xml') ? asked : undefined) });
    await client.until(() => client.progress[0]?.[0]?.kind === 'begin');
    const [token] = client.progressTokens;
    await client.connection.sendNotification('window/workDoneProgress/cancel', { token });
    // Its answer shows that the server has read that.
    await client.connection.sendRequest('imsConfig/rulePage', { id: 'none' });
    answer();
    await client.indexed();
    assert.ok(client.logged.some((line) => line.includes('was cancelled')));
    assert.equal(client.server.remembered(), 0);
    assert.equal(client.progress[0]?.at(-1)?.kind, 'end');
  });

  it('lets nobody wait who opens a file', async () => {
    await start({
      // Nothing of the disk is ever read.
      beforeReading: (uri) => (uri.endsWith('.xml') ? new Promise(() => undefined) : undefined),
    });
    await client.until(() => client.progress.length === 1);
    await client.open(SECOND, packageOf('second', 'http://x'));
    assert.ok((await client.codes(SECOND)).length > 0);
    assert.ok(await client.hover(SECOND, 'callbackServer'));
  });

  it('is that of the folders that are open', async () => {
    const workspace = { ...editor.workspace, workspaceFolders: true };
    await start({ folders: [], capabilities: { ...editor, workspace } });
    const change = (added: readonly string[], removed: readonly string[]) =>
      client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: {
          added: added.map((uri) => ({ uri, name: uri })),
          removed: removed.map((uri) => ({ uri, name: uri })),
        },
      });
    await client.open(SECOND, packageOf('second'));
    assert.deepEqual(await client.codes(SECOND), []);
    await change([FOLDER], []);
    await foundIn(SECOND, [DUPLICATE]);
    await change([], [FOLDER]);
    await foundIn(SECOND, []);
    assert.equal(client.server.remembered(), 2);
  });

  it('is not compared with versions in git, and with texts that have no file yet', async () => {
    await start({ files: { [SECOND]: packageOf('second') } });
    await client.indexed();
    await client.open('git:/shop/packages/first.xml?{}', packageOf('first'), 'xml');
    await client.open('untitled:/shop/packages/first.xml', packageOf('first'), 'xml');
    await client.open(SECOND, packageOf('second'));
    assert.deepEqual(await client.codes(SECOND), []);
  });

  it('consists of the open files for a client that lists none', async () => {
    await start({ lists: false, capabilities: { textDocument: { diagnostic: {} } } });
    await client.open(FIRST, packageOf('first'));
    await client.open(SECOND, packageOf('second'));
    assert.deepEqual(await client.codes(SECOND), [DUPLICATE]);
    await client.close(FIRST);
    assert.deepEqual(await client.codes(SECOND), []);
    await client.write(FIRST, packageOf('first'));
    assert.deepEqual(await client.codes(SECOND), []);
    assert.deepEqual([client.progress.length, client.refreshes], [0, 0]);
    assert.ok(!client.logged.some((line) => line.includes('failed')));
  });

  it('is sent anew to a client that asks for nothing', async () => {
    await start({ capabilities: {} });
    const codes = () =>
      client.published.findLast(({ uri }) => uri === SECOND)?.diagnostics.map(({ code }) => code);
    await client.open(SECOND, packageOf('second'));
    await client.until(() => codes()?.[0] === DUPLICATE);
    await client.remove(FIRST);
    await client.until(() => codes()?.length === 0);
    await client.open(FIRST, packageOf('first'));
    await client.until(() => codes()?.[0] === DUPLICATE);
    await client.type(FIRST, 'campaign.shop', 'other.shop');
    await client.until(() => codes()?.length === 0);
  });

  it('is watched by a client that can', async () => {
    const workspace = { ...editor.workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
    await start({ capabilities: { ...editor, workspace } });
    await client.until(() => client.registered.has('workspace/didChangeWatchedFiles'));
    assert.match(
      JSON.stringify(client.registered.get('workspace/didChangeWatchedFiles')),
      /\*\.xml,.*Dockerfile/,
    );
    // What comes and what goes is told once.
    const { watchers } = client.registered.get('workspace/didChangeWatchedFiles') as {
      watchers: readonly { kind: number }[];
    };
    assert.deepEqual(
      watchers.map(({ kind }) => kind),
      [2, 5],
    );
  });
});
