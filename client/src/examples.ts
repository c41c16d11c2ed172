import * as vscode from 'vscode';
import { describedExamples, examplesIn } from './example-files';
import { freeName } from './free-names';
import { text } from './texts';

/** The folder that the examples are copied to, in the one that a person picks. */
const FOLDER = 'ims-config-examples';

/**
 * Copies the examples into a new folder, in one that is picked or that `asked` names as `into`, and
 * opens it. Where an editor has no files to write, opens one of them as a document that is not
 * saved. No file is ever overwritten. Returns the address of the folder or the document; undefined
 * where nothing was opened.
 */
export async function openExamples(
  context: vscode.ExtensionContext,
  asked?: unknown,
): Promise<vscode.Uri | undefined> {
  const packed = vscode.Uri.joinPath(context.extensionUri, 'dist/examples.json');
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(packed));
  const examples = examplesIn(content);
  const into = folderIn(asked);
  if (into) return copy(examples, into);
  return hasFiles() ? copyAndOpen(examples) : openOne(examples);
}

const folderIn = (asked: unknown): vscode.Uri | undefined => {
  const isObject = typeof asked === 'object' && asked !== null && !(asked instanceof vscode.Uri);
  const into: unknown = isObject ? Reflect.get(asked, 'into') : undefined;
  return into instanceof vscode.Uri ? into : undefined;
};

/**
 * Whether folders can be picked and written to: on a desktop, on a server, or in a workspace of the
 * browser.
 */
function hasFiles(): boolean {
  if (vscode.env.uiKind === vscode.UIKind.Desktop || vscode.env.remoteName !== undefined) {
    return true;
  }
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.some(({ uri }) => vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true);
}

async function copyAndOpen(examples: ReadonlyMap<string, string>) {
  const open = vscode.workspace.workspaceFolders?.[0]?.uri;
  const [picked] =
    (await vscode.window.showOpenDialog({
      ...{ canSelectFiles: false, canSelectFolders: true, canSelectMany: false },
      ...{ title: text('examples.title'), openLabel: text('examples.copy') },
      ...(open && { defaultUri: vscode.Uri.joinPath(open, '..') }),
    })) ?? [];
  const folder = picked && (await copy(examples, picked));
  if (!folder) return undefined;
  const forceNewWindow = open !== undefined;
  await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
  return folder;
}

async function copy(
  examples: ReadonlyMap<string, string>,
  into: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const names = (turn: number) => (turn === 1 ? FOLDER : `${FOLDER}-${turn}`);
  const name = await freeName(into, names, (each) => each);
  try {
    if (name === undefined) throw new Error('No name is left.');
    const folder = vscode.Uri.joinPath(into, name);
    await vscode.workspace.fs.createDirectory(folder);
    for (const [path, content] of examples) {
      const target = vscode.Uri.joinPath(folder, path);
      await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(target, '..'));
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(content));
    }
    return folder;
  } catch {
    void vscode.window.showErrorMessage(text('examples.failed', into.path));
    return undefined;
  }
}

async function openOne(examples: ReadonlyMap<string, string>): Promise<vscode.Uri | undefined> {
  const items = describedExamples(examples).map(({ path, what }) => ({
    label: path,
    detail: what,
  }));
  const placeHolder = text('examples.choose');
  const chosen = await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true });
  if (!chosen) return undefined;
  const uri = vscode.Uri.from({ scheme: 'untitled', path: `/${FOLDER}/${chosen.label}` });
  const wasOpen = vscode.workspace.textDocuments.some(
    (each) => each.uri.toString() === uri.toString(),
  );
  const document = await vscode.workspace.openTextDocument(uri);
  if (!wasOpen) {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), examples.get(chosen.label) ?? '');
    await vscode.workspace.applyEdit(edit);
  }
  await vscode.window.showTextDocument(document, { preview: false });
  return uri;
}
