import * as vscode from 'vscode';
import {
  addressOf,
  applyAction,
  codeAction,
  finding,
  findings,
  hoverText,
  openFile,
} from './editor';
import { equal, eventually, matches } from './expect';

const FOLDER = 'aem/config';
const NAME = 'com.adobe.granite.auth.oauth.accesstoken.provider';

describe('an OSGi configuration', () => {
  const old = addressOf(`${FOLDER}/${NAME}.1a2b.config`);
  const renamed = addressOf(`${FOLDER}/${NAME}-1a2b.config`);

  it('has a language of its own, is migrated, and gets the name that Adobe asks for', async () => {
    const document = await openFile(`${FOLDER}/${NAME}.1a2b.config`);
    equal(document.languageId, 'osgi-config');
    matches(await hoverText(document, 'auth.token.provider.keypair'), /Certificate/);
    const key = 'auth.token.provider.keypair.alias';
    equal(document.getText((await finding(document, 'jwt-credential')).range), key);

    // What was typed and not saved goes along.
    const typed = new vscode.WorkspaceEdit();
    typed.insert(document.uri, new vscode.Position(0, 0), '# Not saved yet\n');
    await vscode.workspace.applyEdit(typed);
    const before = document.getText();
    // The finding of the text before stands a line too high.
    const range = await eventually('the finding at its new place', () =>
      findings(document, 'jwt-credential')
        .map((each) => each.range)
        .find((each) => document.getText(each) === key),
    );
    const title = `Migrate to OAuth Server-to-Server, and rename this file to “${NAME}-1a2b.config”`;
    await applyAction(await codeAction(document, range, title));

    const after = await eventually('the new name', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === renamed.toString()),
    );
    equal(after.languageId, 'osgi-config');
    const provider = 'auth.token.provider.';
    equal(
      after.getText(),
      before
        .replace(`${provider}title`, `${provider}authorization.grants="client_credentials"\n$&`)
        .replace('/ims/exchange/jwt', '/ims/token/v3')
        .replace(`${provider}keypair.alias="tags"\n`, '')
        .concat(`${provider}scope="openid,AdobeID,<scopes>"\n`),
    );
    // The file of the new name is checked, and nothing is left of the old one.
    await finding(after, 'placeholder-left');
    equal(findings(after, 'jwt-credential'), []);
    await eventually('no file of the old name', async () => {
      const all = vscode.languages.getDiagnostics(old);
      return (all.length === 0 && !(await exists(old))) || undefined;
    });
    await vscode.window.showTextDocument(after);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

async function exists(uri: vscode.Uri): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
}
