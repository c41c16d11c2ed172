import * as vscode from 'vscode';
import { activeExtension, addressOf, finding, forTests, hoversAt, openFile } from './editor';
import { equal, eventually } from './expect';

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
    // Longer than looking for files of likely names takes.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    equal(api.isStarted(), false);
  });

  it('do not keep it from starting as soon as the workspace has others, although none is open', async () => {
    const { fs } = vscode.workspace;
    const files = vscode.Uri.joinPath(addressOf('.'), '../files');
    for (const [name] of await fs.readDirectory(files)) {
      if (name !== 'foreign') await fs.copy(vscode.Uri.joinPath(files, name), addressOf(name));
    }
    const api = await activeExtension();
    await eventually('the language server', () => api.isStarted() || undefined);
    await eventually('something in the view', async () => {
      await vscode.commands.executeCommand('imsConfig.workspace.focus');
      return (await (await forTests()).workspace()).length > 0 || undefined;
    });
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
