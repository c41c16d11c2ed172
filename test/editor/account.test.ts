import * as vscode from 'vscode';
import {
  addressOf,
  applyAction,
  codeAction,
  codeOf,
  finding,
  hoverText,
  noFinding,
  openFile,
  revert,
} from './editor';
import { equal, eventually, matches } from './expect';

describe('an external account', () => {
  let account: vscode.TextDocument;

  before(async () => {
    account = await openFile('shop.external-account.yaml');
  });
  afterEach(() => revert(account));

  it('has a finding with a link, on the very scheme', async () => {
    const diagnostic = await finding(account, 'callback-not-https');
    equal(account.getText(diagnostic.range), 'http');
    equal(diagnostic.source, 'ims-config');
    equal(codeOf(diagnostic), 'callback-not-https');
    const { code } = diagnostic;
    if (typeof code !== 'object') throw new Error('The code has no link.');
    const page = await vscode.workspace.openTextDocument(code.target);
    matches(page.getText(), /^# .*callback-not-https/);
  });

  it('is mended by the quick fix', async () => {
    const before = account.getText();
    const { range } = await finding(account, 'callback-not-https');
    await applyAction(await codeAction(account, range, 'Use “https”'));
    equal(account.getText(), before.replace('http://campaign', 'https://campaign'));
    await noFinding(account, 'callback-not-https');
  });

  it('explains its fields', async () => {
    matches(await hoverText(account, 'callbackServer'), /Callback server/);
  });

  it('has an outline', async () => {
    const command = 'vscode.executeDocumentSymbolProvider';
    const symbols = await eventually('an outline', async () => {
      const all: vscode.DocumentSymbol[] = await vscode.commands.executeCommand(
        command,
        account.uri,
      );
      return all?.some(({ name }) => name.includes('Adobe Experience Cloud')) ? all : undefined;
    });
    equal(symbols.length, 1);
  });

  it('is silent where the settings say so', async () => {
    const settings = vscode.workspace.getConfiguration('imsConfig');
    await finding(account, 'callback-not-https');
    await settings.update('rules', { 'callback-not-https': 'off' });
    await noFinding(account, 'callback-not-https');
    await settings.update('rules', undefined);
    await finding(account, 'callback-not-https');
  });

  it('is silent where the settings file of the workspace says so', async () => {
    const { range } = await finding(account, 'callback-not-https');
    const title = 'Ignore “callback-not-https” in this workspace';
    await applyAction(await codeAction(account, range, title));
    const settings = vscode.Uri.joinPath(account.uri, '../ims-config.yaml');
    // The editor saves all only of what stands in a tab.
    await (await vscode.workspace.openTextDocument(settings)).save();
    await noFinding(account, 'callback-not-https');
    await vscode.workspace.fs.delete(settings);
    await finding(account, 'callback-not-https');
  });

  it('is one under any name that the settings of the workspace give', async () => {
    const { fs } = vscode.workspace;
    const [settings, copy] = [addressOf('ims-config.yaml'), addressOf('account.vars')];
    await fs.writeFile(copy, await fs.readFile(account.uri));
    const document = await openFile('account.vars');
    equal(document.languageId, 'plaintext');
    const content = "kinds:\n  '*.vars': external-account\n";
    await fs.writeFile(settings, new TextEncoder().encode(content));
    await finding(document, 'callback-not-https');
    await fs.delete(settings);
    await noFinding(document, 'callback-not-https');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await fs.delete(copy);
  });

  it('has its findings again after the server was restarted', async () => {
    await finding(account, 'callback-not-https');
    // The findings of the old server are gone when the command has ended.
    await vscode.commands.executeCommand('imsConfig.restart');
    await finding(account, 'callback-not-https');
  });
});
