import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { OpenFiles } from '../../server/src/lsp/open-files';
import { newWorkspace, type Workspace } from '../../server/src/model/workspace';
import { ACCOUNT, account } from './samples';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Lets what was only just used become garbage. */
const nextTurn = () => new Promise((resolve) => setTimeout(resolve, 0));

function openFiles(workspaceOf: () => Workspace | undefined, versions = { now: 1 }) {
  const texts = new TextDocuments(TextDocument);
  texts.get = () => TextDocument.create(ACCOUNT, 'yaml', versions.now, account);
  const settings = { rules: {}, ignore: [], overrides: [] };
  return new OpenFiles(
    texts,
    async () => {
      const context = { settings, today: '2026-01-01', workspace: workspaceOf() };
      return { context, revision: 1 } as never;
    },
    { now: () => undefined, settled: async () => undefined },
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
    await nextTurn();
    collectGarbage();
    assert.equal(seen.deref(), undefined);
    assert.equal(files.size, 1);
  });

  it('pause before a new text is checked, and never for long', async () => {
    const versions = { now: 1 };
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
});
