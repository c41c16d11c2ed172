import * as vscode from 'vscode';
import { applyAction, codeAction, finding, noFinding, openFile, revert } from './editor';
import { equal, matches } from './expect';

describe('a package of Campaign', () => {
  it('is mended by the quick fix, and nothing else in it changes', async () => {
    const document = await openFile('accounts.xml');
    const before = document.getText();
    const { range } = await finding(document, 'callback-not-https');
    equal(document.getText(range), 'http');
    await applyAction(await codeAction(document, range, 'Use “https”'));
    equal(document.getText(), before.replace('"http://campaign', '"https://campaign'));
    await noFinding(document, 'callback-not-https');
    await revert(document);
  });

  it('becomes a file of our own notation, beside it and not saved', async () => {
    const { uri } = await openFile('accounts.xml');
    await vscode.commands.executeCommand('imsConfig.convertPackage', uri);
    const account = vscode.window.activeTextEditor?.document;
    if (!account) throw new Error('Nothing has been opened.');
    equal(account.isUntitled, true);
    equal(account.languageId, 'yaml');
    matches(account.uri.path, /\.external-account\.yaml$/);
    matches(account.getText(), /^callbackServer: http:\/\/campaign\.shop\.example$/m);
    matches(account.getText(), /^associationMask: Campaign - shop - \(\.\*\)$/m);
    // It is a file of ours, with findings of its own.
    await finding(account, 'callback-not-https');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

describe("an instance's file of a Campaign server", () => {
  it('loses the empty organization that hides the one of the file beside it', async () => {
    const document = await openFile('campaign/server/config-shop.xml');
    const before = document.getText();
    const { range, relatedInformation } = await finding(document, 'org-id-overridden-empty');
    equal(document.getText(range), 'IMSOrgId=""');
    matches(relatedInformation?.[0]?.location.uri.path ?? '', /\/serverConf\.xml$/);
    await applyAction(await codeAction(document, range, 'Remove the empty “IMSOrgId”'));
    equal(document.getText(), before.replace('IMSOrgId="" ', ''));
    await noFinding(document, 'org-id-overridden-empty');
    await revert(document);
  });
});

describe('a script that configures a Campaign server', () => {
  it('is migrated, and keeps everything but the key', async () => {
    const document = await openFile('campaign/scripts/triggers.sh');
    const before = document.getText();
    const { range } = await finding(document, 'jwt-credential');
    await applyAction(await codeAction(document, range, 'Migrate to OAuth Server-to-Server'));
    const migrated = before
      .replace('-setimsjwtauth:', '-setimsoauth:')
      .replace('/$(base64 -w0 shop.key)', '');
    equal(document.getText(), migrated);
    await noFinding(document, 'jwt-credential');
    await revert(document);
  });
});
