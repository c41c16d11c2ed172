import * as vscode from 'vscode';
import { addressOf, finding, openFile } from './editor';
import { equal, matches } from './expect';
import { type } from './typing';

const newFile = (asked: object): Thenable<vscode.Uri | undefined> =>
  vscode.commands.executeCommand('imsConfig.newFile', asked);

const close = () => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');

describe('a new file', () => {
  // It is made in the folder of what is open.
  before(() => openFile('shop.external-account.yaml'));

  it('is whole, not saved, and known by its name', async () => {
    const uri = await newFile({ kind: 'external-account' });
    const editor = vscode.window.activeTextEditor;
    if (!uri || !editor) throw new Error('Nothing was opened.');
    const { document } = editor;
    equal(document.uri.toString(), uri.toString());
    equal([document.isUntitled, document.languageId], [true, 'yaml']);
    matches(uri.path, /\/production\.external-account\.yaml$/);
    for (const key of ['name', 'imsServer', 'clientId', 'orgId', 'associationMask']) {
      matches(document.getText(), new RegExp(`^${key}: \\S`, 'm'));
    }
    // What is to be filled in says so.
    await finding(document, 'placeholder-left');

    equal(document.getText(editor.selection), 'Adobe_Experience_Cloud');
    await type('Shop');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await type('The Shop');
    matches(document.getText(), /^name: Shop\nlabel: The Shop\n/);
    await close();
  });

  it('has the scopes of its solution, and a name that is free', async () => {
    const uri = await newFile({ kind: 'ims-integration', solution: 'target' });
    matches(uri?.path ?? '', /\/target-2\.ims-integration\.yaml$/);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    matches(text, /^solution: target\nauthType: oauth-server-to-server$/m);
    matches(text, /^scopes: \[.*target_sdk.*\]$/m);
    await close();
  });
});

describe('the example workspace', () => {
  it('is copied beside what is there', async () => {
    const into = vscode.Uri.joinPath(addressOf('.'), '../elsewhere');
    const open = (): Thenable<vscode.Uri> =>
      vscode.commands.executeCommand('imsConfig.openExamples', { into });
    const [first, second] = [await open(), await open()];
    matches(first.path, /\/elsewhere\/ims-config-examples$/);
    matches(second.path, /\/elsewhere\/ims-config-examples-2$/);
    const { fs } = vscode.workspace;
    const account = vscode.Uri.joinPath(first, 'campaign/production.external-account.yaml');
    matches(new TextDecoder().decode(await fs.readFile(account)), /^associationMask: /m);
    const names = (await fs.readDirectory(second)).map(([name]) => name);
    equal(names.includes('README.md') && names.includes('app-builder'), true);
    await fs.delete(into, { recursive: true });
  });
});
