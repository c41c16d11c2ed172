import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSavedThere, nameProblem, proposedName } from '../../client/src/new-file/names';
import { mayBeRead } from '../../client/src/recognition';
import { newFile, newFileKinds } from '../../server/src/features/new-file';

const kindOf = (id: string) => {
  const kind = newFileKinds().find((each) => each.id === id);
  assert.ok(kind);
  return kind;
};

describe('the name of a new file', () => {
  it('is proposed with the part marked that people change', () => {
    const rows = [
      ['external-account', undefined, 1, '«production».external-account.yaml'],
      ['external-account', undefined, 3, '«production-3».external-account.yaml'],
      ['ims-integration', 'target', 1, '«target».ims-integration.yaml'],
      ['ims-project', 'target', 2, '«project-2».ims.yaml'],
      ['github-workflow', undefined, 1, '.github/workflows/«deploy».yml'],
      ['dotenv', 'app-builder', 1, '.env«»'],
      ['dotenv', 'app-builder', 2, '.env«_2»'],
      ['aio-config', 'app-builder', 2, '.aio«_2»'],
      ['user-sync-connector', undefined, 2, 'connector-umapi«-2».yml'],
    ] as const;
    for (const [id, solution, turn, expected] of rows) {
      const { path, from, to } = proposedName(kindOf(id), solution, turn);
      const marked = `${path.slice(0, from)}«${path.slice(from, to)}»${path.slice(to)}`;
      assert.equal(marked, expected);
    }
  });

  it('is one that the server makes and looks for, however often it is taken', () => {
    for (const kind of newFileKinds()) {
      for (const turn of [1, 2, 99]) {
        const { path } = proposedName(kind, kind.solutions[0]?.id, turn);
        assert.equal(nameProblem(path, kind), undefined, path);
        assert.ok(newFile(kind.id, path), path);
        assert.ok(mayBeRead(`/shop/${path}`), path);
      }
    }
  });

  it('can lie in folders, and nowhere else', () => {
    const rows = [
      ['external-account', 'accounts/dev/a.external-account.json', undefined],
      ['external-account', 'accounts\\a.external-account.json', undefined],
      ['external-account', '../a.external-account.json', 'elsewhere'],
      ['external-account', '/a.external-account.json', 'elsewhere'],
      ['external-account', 'c:\\a.external-account.json', 'elsewhere'],
      ['external-account', 'a/./b.external-account.json', 'elsewhere'],
      ['external-account', 'a.yaml', 'ending'],
      ['external-account', '.external-account.yaml', 'ending'],
      ['external-account', '', 'ending'],
      ['external-account', 'a/', 'ending'],
      ['dotenv', 'env', 'beginning'],
      ['dotenv', 'app/.env.local', undefined],
      ['dotenv', '.env_stage', undefined],
      ['dotenv', '.enva', 'reading'],
      ['dotenv', '.env.json', 'reading'],
      ['aio-config', '.aio_stage', undefined],
      ['aio-config', '.aioa', 'reading'],
      ['aio-config', '.aio.json', 'reading'],
      ['osgi-provider', 'a.cfg.json', 'beginning'],
    ] as const;
    for (const [id, path, problem] of rows) {
      assert.equal(nameProblem(path, kindOf(id)), problem, path);
    }
  });
});

describe('an unsaved document', () => {
  for (const [scheme, folder, expected] of [
    ['file', undefined, true],
    ['file', 'file', true],
    // A repository that is looked at in the browser.
    ['vscode-vfs', 'vscode-vfs', true],
    ['vscode-vfs', 'file', false],
    ['vscode-vfs', undefined, false],
    ['vscode-remote', 'vscode-remote', true],
    ['vscode-remote', undefined, true],
    ['git', 'file', false],
  ] as const) {
    it(`is ${expected ? '' : 'not '}saved beside a ${scheme} where the first folder is ${folder}`, () => {
      assert.equal(isSavedThere(scheme, folder), expected);
    });
  }
});
