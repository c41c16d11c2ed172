import * as vscode from 'vscode';
import { addressOf, finding, openFile } from './editor';
import { equal, eventually, matches } from './expect';

/** What the view shows; see the client. */
interface Group {
  readonly id: string;
  readonly items: readonly { readonly label: string; readonly uri: string }[];
}

const TARGET = 'target.ims-integration.yaml';
const OLD = 'aem/config/com.adobe.granite.auth.oauth.accesstoken.provider.1a2b.config';
const NEW = OLD.replace('provider.1a2b', 'provider-1a2b');

const seen = (): Thenable<readonly Group[]> =>
  vscode.commands.executeCommand('imsConfig.workspace.seen');

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

describe('the view of the workspace', () => {
  it('shows files that are not open, in groups', async () => {
    await openFile(TARGET);
    await migratable(TARGET, OLD, 'console-download.json');
    const byHand = (await seen()).find(({ id }) => id === 'by-hand');
    equal(
      byHand?.items.some(({ uri }) => uri.endsWith('/service-credentials.json')),
      true,
    );
    await vscode.commands.executeCommand('imsConfig.workspace.focus');
  });

  it('migrates several files in one step that one undo takes back', async () => {
    const document = await openFile(TARGET);
    const before = document.getText();
    await finding(document, 'jwt-credential');
    const uris = await migratable(TARGET, OLD);
    const outcome = await vscode.commands.executeCommand('imsConfig.migrateWorkspace', { uris });
    equal(outcome, { isApplied: true, uris });

    const list = vscode.window.activeTextEditor?.document;
    equal([list?.isUntitled, list?.languageId], [true, 'markdown']);
    matches(list?.getText() ?? '', /^# What remains to be done by hand/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    matches(document.getText(), /authType: oauth-server-to-server/);
    const provider = await vscode.workspace.openTextDocument(addressOf(NEW));
    matches(provider.getText(), /client_credentials/);
    equal(await isThere(OLD), false);

    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await eventually('the undo', async () => (await isThere(OLD)) || undefined);
    await eventually('the text', () => document.getText() === before || undefined);
    equal(await isThere(NEW), false);
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
