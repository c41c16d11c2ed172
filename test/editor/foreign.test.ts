import * as vscode from 'vscode';
import { activeExtension, finding, hoversAt, openFile } from './editor';
import { equal } from './expect';

/** Look-alikes, and a word in each that also stands in files of ours. */
const FOREIGN = {
  'foreign.json': 'callbackServer',
  'foreign.yaml': 'callbackServer',
  'package.json': 'somebody-elses',
  'application.yml': 'jwt',
  '.env': 'CLIENT_ID',
  'web.config': 'clientId',
  'test.yml': 'CLIENTID',
};

async function openAll(): Promise<readonly vscode.TextDocument[]> {
  const documents: vscode.TextDocument[] = [];
  for (const name of Object.keys(FOREIGN)) documents.push(await openFile(`foreign/${name}`));
  return documents;
}

/** The editor says things of its own about some of them. */
const ownFindings = ({ uri }: vscode.TextDocument) =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'ims-config');

describe('files that are none of ours', () => {
  // These come first: once the server runs, it runs for the window.
  it('do not start the language server', async () => {
    await openAll();
    const api = await activeExtension();
    equal(api.isStarted(), false);
  });

  it('have no findings and no hovers of ours while it runs for another file', async () => {
    const documents = await openAll();
    await finding(await openFile('shop.external-account.yaml'), 'callback-not-https');
    equal((await activeExtension()).isStarted(), true);
    const words = Object.values(FOREIGN);
    for (const [index, document] of documents.entries()) {
      const place = document.positionAt(document.getText().indexOf(words[index] ?? '') + 1);
      equal(ownFindings(document), [], document.fileName);
      equal((await hoversAt(document, place)).join(''), '', document.fileName);
    }
    equal(documents.find(({ fileName }) => fileName.endsWith('web.config'))?.languageId, 'xml');
  });
});
