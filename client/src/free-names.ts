import * as vscode from 'vscode';
import { isSavedThere } from './new-file/names';

/**
 * The first of a row of names, counted from 1, that is free in a folder; undefined where very many
 * are taken.
 */
export async function freeName<T>(
  folder: vscode.Uri,
  names: (turn: number) => T,
  pathOf: (name: T) => string,
): Promise<T | undefined> {
  for (let turn = 1; turn < 100; turn++) {
    const name = names(turn);
    if (await isFree(vscode.Uri.joinPath(folder, pathOf(name)))) return name;
  }
  return undefined;
}

/** Whether no file has that address, and no document that is to become one. */
export async function isFree(target: vscode.Uri): Promise<boolean> {
  const untitled = target.with({ scheme: 'untitled' }).toString();
  const isOpen = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === untitled);
  return !isOpen && !(await exists(target));
}

/**
 * The address of a document that is to be saved as that file; undefined where the editor would save
 * it elsewhere.
 */
export function unsavedAt(target: vscode.Uri): vscode.Uri | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.scheme;
  return isSavedThere(target.scheme, folder) ? target.with({ scheme: 'untitled' }) : undefined;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
