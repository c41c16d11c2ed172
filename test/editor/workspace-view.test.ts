import * as vscode from 'vscode';
import { addressOf, finding, findings, forTests, noFinding, openFile, revert } from './editor';
import { equal, eventually, matches } from './expect';

const TARGET = 'target.ims-integration.yaml';
const OLD = 'aem/config/com.adobe.granite.auth.oauth.accesstoken.provider.1a2b.config';
const NEW = OLD.replace('provider.1a2b', 'provider-1a2b');
const OTHERS = ['console-download.json', 'sync/connector-umapi.yml', 'app-builder/.env'];

const seen = async () => (await forTests()).workspace();

/** The addresses, as the server writes them, of files that can be migrated. */
function migratable(...names: readonly string[]): Promise<readonly string[]> {
  return eventually(`${names.join(' and ')} in the view`, async () => {
    const group = (await seen()).find(({ id }) => id === 'migratable');
    const uris = names.map(
      (name) => group?.items.find(({ uri }) => decodeURIComponent(uri).endsWith(`/${name}`))?.uri,
    );
    return uris.every((uri) => uri !== undefined) ? uris : undefined;
  });
}

const isThere = async (name: string): Promise<boolean> => {
  try {
    await vscode.workspace.fs.stat(addressOf(name));
    return true;
  } catch {
    return false;
  }
};

const textOnDisk = async (name: string): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(addressOf(name)));

/** What comes of a migration whose preview is answered. */
async function previewed(uris: readonly string[], answer: string): Promise<unknown> {
  let outcome: unknown;
  vscode.commands.executeCommand('imsConfig.previewMigration', { uris }).then((value) => {
    outcome = value;
  });
  // Nobody is told when the preview is there; an answer before that is not heard.
  return eventually('the end of the preview', async () => {
    await vscode.commands.executeCommand(answer);
    return outcome;
  });
}

describe('the view of the workspace', () => {
  before(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    // It asks for nothing before somebody looks at it.
    await vscode.commands.executeCommand('imsConfig.workspace.focus');
  });

  it('shows files that are not open, in groups', async () => {
    await openFile(TARGET);
    await migratable(TARGET, OLD, ...OTHERS);
    const groups = await seen();
    const itemOf = (id: string, name: string) =>
      groups
        .find((group) => group.id === id)
        ?.items.find(({ uri }) => decodeURIComponent(uri).endsWith(`/${name}`));
    const target = itemOf('migratable', TARGET);
    equal([target?.label, target?.description], ['Target', TARGET]);
    matches(target?.tooltip ?? '', /Service Account \(JWT\)[\s\S]*1 March 2026/);
    matches(
      itemOf('by-hand', 'service-credentials.json')?.description ?? '',
      /new technical account/,
    );
  });

  describe('migrates several files in one step that one undo takes back', () => {
    const open = (name: string) => vscode.workspace.openTextDocument(addressOf(name));
    const openAll = (names: readonly string[]) => Promise.all(names.map(open));
    const textsOf = async (names: readonly string[]) =>
      (await openAll(names)).map((each) => each.getText());
    const save = async (names: readonly string[]) => {
      for (const document of await openAll(names)) await document.save();
    };
    const old = [TARGET, ...OTHERS, OLD];
    const now = [TARGET, ...OTHERS, NEW];

    async function migrateAll(): Promise<readonly string[]> {
      const document = await openFile(TARGET);
      await finding(document, 'jwt-credential');
      const before = await textsOf(old);
      const uris = await migratable(...old);
      const outcome = await vscode.commands.executeCommand('imsConfig.migrateWorkspace', { uris });
      equal(outcome, { isApplied: true, uris });
      return before;
    }

    async function undo(before: readonly string[]): Promise<void> {
      await vscode.window.showTextDocument(await open(TARGET));
      await vscode.commands.executeCommand('undo');
      await eventually('the name before', async () => (await isThere(OLD)) || undefined);
      await eventually(
        'the texts before',
        async () => (await textsOf(old)).join() === before.join() || undefined,
      );
      equal(await isThere(NEW), false);
    }

    afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

    it('and opens the list of what remains by hand', async () => {
      const before = await migrateAll();
      const list = vscode.window.activeTextEditor?.document;
      equal([list?.isUntitled, list?.languageId], [true, 'markdown']);
      matches(list?.getText() ?? '', /^# What remains to be done by hand/);
      matches(list?.getText() ?? '', /^- \[ \] .*Developer Console/m);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      const after = await textsOf(now);
      for (const [index, name] of now.entries()) equal(after[index] === before[index], false, name);
      matches(after[0] ?? '', /authType: oauth-server-to-server/);
      matches(after.at(-1) ?? '', /client_credentials/);
      equal(await isThere(OLD), false);
      equal(
        (await openAll(now)).map(({ isDirty }) => isDirty),
        now.map(() => true),
      );
      await undo(before);
    });

    it('although they were saved meanwhile', async () => {
      const before = await migrateAll();
      await save(now);
      await undo(before);
      await save(old);
      equal(await Promise.all(old.map(textOnDisk)), before);
    });

    it('although the editor saves by itself', async () => {
      const settings = vscode.workspace.getConfiguration('files');
      await settings.update('autoSave', 'afterDelay');
      const before = await migrateAll();
      // No save is under way that the undo could meet.
      const after = await textsOf(now);
      equal(
        (await openAll(now)).map(({ isDirty }) => isDirty),
        now.map(() => false),
      );
      equal(await Promise.all(now.map(textOnDisk)), after);
      await undo(before);
      await eventually('the files before', async () => {
        const found = await Promise.all(old.map(textOnDisk));
        return found.join() === before.join() || undefined;
      });
      await settings.update('autoSave', undefined);
    });
  });

  it('shows the changes first where that is asked for', async () => {
    const document = await openFile(TARGET);
    const before = document.getText();
    const uris = await migratable(TARGET);
    equal(await previewed(uris, 'refactorPreview.discard'), { isApplied: false, uris });
    equal(document.getText(), before);
    equal(await previewed(uris, 'refactorPreview.apply'), { isApplied: true, uris });
    matches(document.getText(), /authType: oauth-server-to-server/);
    const list = vscode.window.activeTextEditor?.document.getText() ?? '';
    // All of it, although nobody has ticked anything.
    matches(list, /target\.ims-integration\.yaml\]/);
    equal(/Files that are not migrated yet[^#]*target\.ims/.test(list), false);
    await noFinding(document, 'jwt-credential');
    equal(findings(document, 'half-migrated'), []);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await revert(document);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('makes a report of it', async () => {
    await openFile(TARGET);
    await vscode.commands.executeCommand('imsConfig.createReport');
    const report = vscode.window.activeTextEditor?.document;
    equal([report?.isUntitled, report?.languageId], [true, 'markdown']);
    matches(report?.getText() ?? '', /^# IMS configuration of this workspace/);
    matches(report?.getText() ?? '', /service-credentials\.json/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
