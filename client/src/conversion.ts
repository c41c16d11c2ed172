import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isFree, unsavedAt } from './free-names';
import { text } from './texts';

/**
 * What the server makes of a package: new files, and sentences about them or about why there are
 * none.
 */
interface Conversion {
  readonly files: readonly NewFile[];
  readonly notes: readonly string[];
}

interface NewFile {
  readonly name: string;
  readonly content: string;
}

/** Opens what a package becomes in our own notation, beside the package and not saved. */
export async function convertPackage(client: BaseLanguageClient, chosen?: unknown): Promise<void> {
  const uri = chosen instanceof vscode.Uri ? chosen : vscode.window.activeTextEditor?.document.uri;
  if (!uri) {
    void vscode.window.showInformationMessage(text('convert.noFile'));
    return;
  }
  const conversion = await client.sendRequest<Conversion | null>('imsConfig/convert', {
    uri: client.code2ProtocolConverter.asUri(uri),
  });
  const { files, notes } = conversion ?? { files: [], notes: [text('convert.failed')] };
  for (const file of files) await openBeside(uri, file);
  const message = notes.join(' ');
  if (files.length === 0) void vscode.window.showWarningMessage(message);
  else if (message !== '') void vscode.window.showInformationMessage(message);
}

async function openBeside(source: vscode.Uri, { name, content }: NewFile): Promise<void> {
  const target = await freeAddress(source, name);
  if (!target) {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content });
    await vscode.window.showTextDocument(document, { preview: false });
    return;
  }
  const document = await vscode.workspace.openTextDocument(target);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), content);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document, { preview: false });
}

/**
 * A name beside the package that no file and no open document has; undefined where nothing can be
 * saved there.
 */
async function freeAddress(source: vscode.Uri, name: string): Promise<vscode.Uri | undefined> {
  if (!unsavedAt(source)) return undefined;
  const [, base = name, ending = ''] = /^(.*?)(\.external-account\.yaml)$/.exec(name) ?? [];
  for (let count = 1; count < 100; count++) {
    const file = count === 1 ? name : `${base}-${count}${ending}`;
    const target = vscode.Uri.joinPath(source, '..', file);
    if (await isFree(target)) return unsavedAt(target);
  }
  return undefined;
}
