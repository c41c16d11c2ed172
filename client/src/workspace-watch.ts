import * as vscode from 'vscode';
import { excludedFiles } from './excluded-files';
import { LIKELY_FILES } from './likely-files';
import { couldBeOurs, HEAD_LENGTH } from './recognition';

/**
 * Calls back when the workspace has a file that could be ours, open or not. Only files of likely
 * names are looked into: now, and again when one appears.
 */
export function watchWorkspace(found: () => void): vscode.Disposable {
  const looking = new vscode.CancellationTokenSource();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async () => {
    const isFound = await hasOurs(looking.token).catch(() => false);
    if (isFound && !looking.token.isCancellationRequested) found();
  };
  const lookSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, SOON);
  };
  const names = vscode.workspace.createFileSystemWatcher(LIKELY_FILES, false, true, true);
  void look();
  return vscode.Disposable.from(
    names,
    names.onDidCreate(lookSoon),
    vscode.workspace.onDidChangeWorkspaceFolders(lookSoon),
    {
      dispose() {
        clearTimeout(timer);
        looking.cancel();
      },
    },
  );
}

/** Milliseconds; many files may appear at once. */
const SOON = 500;

/** How many files are looked into. */
const MOST = 100;

/** Bytes; the server reads no larger files either. */
const LARGEST = 1024 * 1024;

async function hasOurs(token: vscode.CancellationToken): Promise<boolean> {
  const uris = await vscode.workspace.findFiles(LIKELY_FILES, excludedFiles(), MOST, token);
  for (const uri of uris) {
    if (token.isCancellationRequested) return false;
    const head = await headOf(uri);
    if (couldBeOurs({ fileName: uri.path, languageId: '', head: () => head })) return true;
  }
  return false;
}

/** Empty where it cannot be read. */
async function headOf(uri: vscode.Uri): Promise<string> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST) return '';
    const bytes = await vscode.workspace.fs.readFile(uri);
    return new TextDecoder().decode(bytes.slice(0, HEAD_LENGTH));
  } catch {
    return '';
  }
}
