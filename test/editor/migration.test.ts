import * as vscode from 'vscode';
import { applyAction, codeAction, finding, noFinding, openFile, revert } from './editor';
import { equal, eventually, matches } from './expect';

describe('a Service Account (JWT) integration', () => {
  it('is migrated in one step that one undo takes back', async () => {
    const document = await openFile('target.ims-integration.yaml');
    const before = document.getText();
    const { range } = await finding(document, 'jwt-credential');
    await applyAction(await codeAction(document, range, 'Migrate to OAuth Server-to-Server'));
    const after = document.getText();
    matches(after, /authType: oauth-server-to-server # since 2021/);
    matches(after, /# The organization of the shop, not that of the agency\./);
    await noFinding(document, 'jwt-credential');

    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await eventually('the undo', () => document.getText() !== after || undefined);
    equal(document.getText(), before);
    await revert(document);
  });
});

describe('AEM service credentials', () => {
  it('stay as they are, and a template opens beside them', async () => {
    const document = await openFile('service-credentials.json');
    const before = document.getText();
    const { range } = await finding(document, 'jwt-credential');
    const title = 'Open an OAuth Server-to-Server template';
    const { command } = await codeAction(document, range, title);
    await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    const template = vscode.window.activeTextEditor?.document;
    equal(template?.isUntitled, true);
    matches(template?.getText() ?? '', /scopes/);
    equal(document.getText(), before);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

describe('files of others', () => {
  it('are checked: a download of the Developer Console', async () => {
    await finding(await openFile('console-download.json'), 'jwt-credential');
  });

  it('are recognized as soon as they are pasted', async () => {
    const text = (await openFile('console-download.json')).getText();
    const document = await vscode.workspace.openTextDocument({ language: 'json', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
    await finding(document, 'jwt-credential');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
