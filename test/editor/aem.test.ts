import * as vscode from 'vscode';
import { addressOf, applyAction, codeAction, finding, hoverText, openFile } from './editor';
import { equal, eventually, matches } from './expect';

const NAME = 'com.adobe.granite.auth.oauth.accesstoken.provider';

describe('an OSGi configuration', () => {
  it('has a language of its own, is migrated, and gets the name that Adobe asks for', async () => {
    const document = await openFile(`aem/config/${NAME}.1a2b.config`);
    equal(document.languageId, 'osgi-config');
    matches(await hoverText(document, 'auth.token.provider.keypair'), /Certificate/);
    const { range } = await finding(document, 'jwt-credential');
    const title = `Migrate to OAuth Server-to-Server, and rename this file to \`${NAME}-1a2b.config\``;
    await applyAction(await codeAction(document, range, title));
    const renamed = addressOf(`aem/config/${NAME}-1a2b.config`);
    const after = await eventually('the new name', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === renamed.toString()),
    );
    matches(after.getText(), /^# Smart Tags of the shop$/m);
    matches(after.getText(), /authorization\.grants="client_credentials"/);
    matches(after.getText(), /\/ims\/token\/v3"/);
    await vscode.window.showTextDocument(after);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
