import * as vscode from 'vscode';
import { activeExtension, finding, hoversAt, openFile } from './editor';
import { equal } from './expect';

describe('files that are none of ours', () => {
  // These come first: once the server runs, it runs for the window.
  it('do not start the language server', async () => {
    await openFile('foreign.json');
    await openFile('foreign.yaml');
    const api = await activeExtension();
    equal(api.isStarted(), false);
  });

  it('have no findings and no hovers of ours while it runs for another file', async () => {
    const documents = [await openFile('foreign.json'), await openFile('foreign.yaml')];
    await finding(await openFile('shop.external-account.yaml'), 'callback-not-https');
    equal((await activeExtension()).isStarted(), true);
    for (const document of documents) {
      const place = document.positionAt(document.getText().indexOf('callbackServer'));
      equal(vscode.languages.getDiagnostics(document.uri), []);
      equal(await hoversAt(document, place), []);
    }
  });
});
