import * as vscode from 'vscode';
import { addressOf, openFile } from './editor';
import { equal, eventually } from './expect';

const CLIENT = '3f6b21c9a0d84e57b1c2d3e4f5061728';
const CONNECTOR = 'sync/connector-umapi.yml';

/**
 * Asks at the first place of a text in the connector; polled, as the workspace is read in the
 * background.
 */
async function asked<T>(command: string, text: string, count: number): Promise<readonly T[]> {
  const document = await openFile(CONNECTOR);
  const place = document.positionAt(document.getText().indexOf(text) + 1);
  return eventually(`${count} answers of ${command}`, async () => {
    const found: readonly T[] = await vscode.commands.executeCommand(command, document.uri, place);
    return found?.length === count ? found : undefined;
  });
}

const textAt = async (uri: vscode.Uri, range: vscode.Range): Promise<string> =>
  (await vscode.workspace.openTextDocument(uri)).getText(range);

describe('an id that several files share', () => {
  it('leads to the download of the Developer Console, where it comes from', async () => {
    const command = 'vscode.executeDefinitionProvider';
    const [link] = await asked<vscode.LocationLink>(command, CLIENT, 1);
    if (!link?.targetSelectionRange) throw new Error('It is no link.');
    equal(link.targetUri.toString(), addressOf('console-download.json').toString());
    equal(await textAt(link.targetUri, link.targetSelectionRange), CLIENT);
  });

  it('is found in all files, open or not', async () => {
    const found = await asked<vscode.Location>('vscode.executeReferenceProvider', CLIENT, 3);
    const files = ['console-download.json', CONNECTOR, 'target.ims-integration.yaml'];
    equal(
      found.map(({ uri }) => uri.toString()),
      files.map((name) => addressOf(name).toString()),
    );
    for (const { uri, range } of found) equal(await textAt(uri, range), CLIENT);
  });

  it('is highlighted in the file', async () => {
    const command = 'vscode.executeDocumentHighlights';
    const [place] = await asked<vscode.DocumentHighlight>(command, CLIENT, 1);
    const document = await openFile(CONNECTOR);
    equal(place && document.getText(place.range), CLIENT);
  });
});

describe('a link', () => {
  it("leads to the file of a key, and to Adobe's pages", async () => {
    const document = await openFile(CONNECTOR);
    const links = await eventually('links', async () => {
      const command = 'vscode.executeLinkProvider';
      const all: vscode.DocumentLink[] = await vscode.commands.executeCommand(
        command,
        document.uri,
      );
      return all.length > 0 ? all : undefined;
    });
    const targetOf = (text: string) =>
      links.find(({ range }) => document.getText(range) === text)?.target?.toString();
    equal(targetOf('private.key'), addressOf('sync/private.key').toString());
    equal(
      targetOf('authentication_method')?.startsWith('https://developer.adobe.com/'),
      true,
      'the page',
    );
  });
});
