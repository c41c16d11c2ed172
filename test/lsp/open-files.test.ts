import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { OpenFiles } from '../../server/src/lsp/open-files';
import { newWorkspace, type Workspace } from '../../server/src/model/workspace';
import { HandClock } from '../support/clock';
import { ACCOUNT, account } from './samples';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Lets what was only just used become garbage. */
const nextTurn = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Not everything is found to be garbage the first time. */
async function isCollected(seen: WeakRef<object>): Promise<boolean> {
  for (let round = 0; round < 10 && seen.deref(); round++) {
    await nextTurn();
    collectGarbage();
  }
  return seen.deref() === undefined;
}

const PROJECT = 'file:///shop/shop.ims.yaml';

/** So many accounts that a check takes several slices. */
const project = `externalAccounts:\n${'  - label: an account\n'.repeat(50)}`;

function openFiles(
  workspaceOf: () => Workspace | undefined,
  versions = { now: 1, text: account, revision: 1 },
  clock?: HandClock,
) {
  const texts = new TextDocuments(TextDocument);
  texts.get = (uri) => TextDocument.create(uri, 'yaml', versions.now, versions.text);
  const settings = { rules: {}, ignore: [], overrides: [] };
  return new OpenFiles(
    texts,
    async () => {
      const context = { settings, today: '2026-01-01', workspace: workspaceOf() };
      return { context, revision: versions.revision } as never;
    },
    { now: () => undefined, settled: async () => undefined },
    clock,
  );
}

describe('the open files', () => {
  it('are checked once for each state of the workspace', async () => {
    const files = openFiles(() => undefined);
    const [one, other] = [await files.check(ACCOUNT), await files.check(ACCOUNT)];
    assert.ok(one);
    assert.equal(one.findings, other?.findings);
  });

  it('do not keep the workspace that they were checked with', async () => {
    let known: Workspace | undefined = newWorkspace([]);
    const seen = new WeakRef(known);
    const files = openFiles(() => known);
    await files.check(ACCOUNT);
    known = undefined;
    assert.ok(await isCollected(seen));
    assert.equal(files.size, 1);
  });

  it('pause before a new text is checked, and never for long', async () => {
    const versions = { now: 1, text: account, revision: 1 };
    const files = openFiles(() => undefined, versions);
    assert.equal(files.pauseBefore(ACCOUNT), 0);
    await files.check(ACCOUNT);
    assert.equal(files.pauseBefore(ACCOUNT), 0, 'nothing has changed');
    versions.now = 2;
    const pause = files.pauseBefore(ACCOUNT);
    assert.ok(pause > 0 && pause <= 50);
    assert.ok(files.read(ACCOUNT));
    assert.equal(files.pauseBefore(ACCOUNT), pause, 'it was only read');
    files.forget(ACCOUNT);
    assert.equal(files.pauseBefore(ACCOUNT), 0);
  });

  it('are read anew where another text has the same version', async () => {
    const versions = { now: 1, text: account, revision: 1 };
    const files = openFiles(() => undefined, versions);
    const before = await files.check(ACCOUNT);
    versions.text = account.replace('http:', 'https:');
    const after = await files.check(ACCOUNT);
    assert.equal(after?.document.text, versions.text);
    assert.equal(after?.findings.length, (before?.findings.length ?? 0) - 1);
  });

  it('are not read for somebody who does not wait', async () => {
    const files = openFiles(() => undefined);
    assert.equal(await files.check(ACCOUNT, { isCancellationRequested: true }), undefined);
    assert.equal(files.size, 0);
  });

  it('are checked with what is around them by now', async () => {
    const versions = { now: 1, text: project, revision: 1 };
    const clock = new HandClock();
    const files = openFiles(() => undefined, versions, clock);
    clock.hold();
    const first = files.check(PROJECT);
    await clock.turns(1);
    versions.revision = 2;
    const second = files.check(PROJECT);
    await nextTurn();
    clock.release();
    assert.ok((await second)?.findings);
    assert.equal((await first)?.findings, (await second)?.findings);
  });

  it('keep nothing of a check that was given up', async () => {
    let known: Workspace | undefined = newWorkspace([]);
    const seen = new WeakRef(known);
    const clock = new HandClock();
    const versions = { now: 1, text: project, revision: 1 };
    const files = openFiles(() => known, versions, clock);
    const asker = { isCancellationRequested: false };
    clock.hold();
    const checked = files.check(PROJECT, asker);
    await clock.turns(1);
    asker.isCancellationRequested = true;
    clock.release();
    assert.equal(await checked, undefined);
    known = undefined;
    assert.ok(await isCollected(seen));
    assert.equal(files.size, 1);
  });
});
