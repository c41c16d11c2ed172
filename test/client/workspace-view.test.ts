import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  choicesOf,
  countText,
  editedIn,
  isOutdated,
  outcomeText,
  wishOf,
} from '../../client/src/workspace-view/choice';
import manifest from '../../package.json';
import texts from '../../package.nls.json';

describe('what is to be migrated', () => {
  const uri = 'file:///a';
  const cases: readonly (readonly [wanted: unknown, expected: readonly string[] | undefined])[] = [
    [undefined, undefined],
    [null, undefined],
    ['file:///a', undefined],
    [{ id: 'migratable', items: [{ uri }, { uri }, {}] }, [uri]],
    [{ uri, label: 'a' }, [uri]],
    [{ uris: [uri, 1, null] }, [uri]],
    [{ uris: [] }, []],
  ];
  for (const [wanted, expected] of cases) {
    it(`is ${JSON.stringify(expected)} for ${JSON.stringify(wanted)}`, () => {
      assert.deepEqual(wishOf(wanted, false).uris, expected);
    });
  }

  it('is looked at first where the command or the caller says so', () => {
    assert.equal(wishOf(undefined, false).preview, false);
    assert.equal(wishOf({ uris: [], preview: true }, false).preview, true);
    assert.equal(wishOf(undefined, true).preview, true);
  });
});

describe('the list of files', () => {
  it('says where they lie, what is in them, and how they will be called', () => {
    const file = { uri: 'file:///s/a/b.yaml', path: 'a/b.yaml', labels: ['x', 'y'], renames: null };
    const renamed = (name: string) => `now ${name}`;
    assert.deepEqual(choicesOf([file], renamed), [
      { uri: file.uri, label: 'b.yaml', description: 'a', detail: 'x, y' },
    ]);
    const [other] = choicesOf([{ ...file, path: 'b.yaml', renames: 'c.yaml' }], renamed);
    assert.deepEqual([other?.description, other?.detail], ['', 'x, y – now c.yaml']);
  });
});

describe('an edit of the workspace', () => {
  const cases: readonly (readonly [now: number | undefined, expected: boolean])[] = [
    [1, false],
    [2, true],
    // It was closed meanwhile, perhaps without being saved.
    [undefined, true],
  ];
  for (const [now, expected] of cases) {
    it(`is ${expected ? '' : 'not '}outdated for version 1 where version ${now} is open`, () => {
      const isAt = (uri: string) => (uri === 'a' ? 1 : now);
      const versions = ['a', 'b'].map((uri) => ({ uri, version: 1 }));
      assert.equal(isOutdated(versions, isAt), expected);
      assert.equal(isOutdated([], isAt), false);
    });
  }
});

describe('what has come of a migration', () => {
  it('are texts of files, by the names that they have now', () => {
    const text = { textDocument: { uri: 'b', version: null }, edits: [] };
    const rename = { kind: 'rename' as const, oldUri: 'a', newUri: 'b' };
    assert.deepEqual(editedIn({ documentChanges: [rename, text] }), ['b']);
    assert.deepEqual(editedIn({ changes: { c: [] } }), ['c']);
    assert.deepEqual(editedIn({}), []);
  });

  const cases: readonly (readonly [
    migrated: string,
    wanted: string,
    chosen: string,
    said: RegExp,
  ])[] = [
    ['a', 'a', 'a', /^The file is migrated\.$/],
    ['a b', 'a b', 'a b', /^2 files are migrated\.$/],
    // One was chosen that needed nothing.
    ['a', 'a', 'a b', /^The file is migrated\.$/],
    ['a b x', 'a b x', 'a b', /^2 files are migrated\. 1 other file .* too\.$/],
    ['a x y', 'a x y', 'a', /^The file is migrated\. 2 other files .* too\.$/],
    ['a', 'a b', 'a b', /^The file is migrated\. 1 file is not, .* waits\.$/],
    ['a', 'a b x', 'a b', /^The file is migrated\. 2 files are not, .* waits\.$/],
    ['', 'a', 'a', /^No file is migrated\. 1 file is not, /],
  ];
  const named = (uris: string) => uris.split(' ').filter(Boolean);
  for (const [migrated, wanted, chosen, said] of cases) {
    it(`is told: ${migrated || 'nothing'} of ${wanted}, where ${chosen} was chosen`, () => {
      assert.match(outcomeText(named(migrated), named(wanted), named(chosen)), said);
    });
  }
});

describe('a group of the view', () => {
  it('counts what stands in it, and says what that is', () => {
    const things = (...all: readonly ('credential' | 'environment' | 'account')[]) =>
      countText(all.map((what) => ({ what })));
    assert.equal(things('credential'), '1 credential');
    assert.equal(
      things('account', 'environment', 'environment', 'account'),
      '2 environments, 2 accounts',
    );
  });
});

describe('the view of the workspace', () => {
  const { commands, menus, views, viewsWelcome } = manifest.contributes;
  it('is there only where the workspace has files of ours', () => {
    assert.deepEqual(
      [...views.imsConfig, ...viewsWelcome].map(({ when }) => when),
      ['imsConfig.hasFiles', 'imsConfig.hasFiles'],
    );
  });

  it('has titles and icons for all that can be done in it', () => {
    for (const { command } of [...menus['view/title'], ...menus['view/item/context']]) {
      const found = commands.find((each) => each.command === command);
      assert.ok(found && 'icon' in found && found.icon?.startsWith('$('), command);
      const id = found.title.replaceAll('%', '');
      assert.ok(Object.hasOwn(texts, id), id);
    }
  });
});
