import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { mayBeRead } from './recognition';

/** Answers what the server asks of the files of the workspace: it may see none, and never knows what users exclude. */
export function answerFileRequests(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest('imsConfig/findFiles', async (wanted: FileSearch) => {
      const { pattern, limit } = wanted;
      const found = await vscode.workspace.findFiles(pattern, excluded(), limit);
      return found.map((uri) => client.code2ProtocolConverter.asUri(uri));
    }),
    client.onRequest<FileAnswer, void>('imsConfig/readFile', readFile),
  );
}

interface FileSearch {
  readonly pattern: string;
  readonly limit: number;
}

interface FileToRead {
  readonly uri: string;
  /** In bytes. */
  readonly largest?: number | undefined;
}

/** What is excluded from searches, besides what is excluded everywhere. */
function excluded(): string {
  const { exclude = {} } = vscode.workspace.getConfiguration('search');
  const globs = Object.entries<unknown>(exclude)
    // Braces cannot stand in braces.
    .filter(([glob, value]) => value === true && !/[{}]/.test(glob))
    .flatMap(([glob]) => [glob, `${glob}/**`]);
  return `{${['**/node_modules/**', '**/.git/**', ...globs].join(',')}}`;
}

/** The text of a file; of one that is too large its size. */
type FileAnswer = string | { readonly size: number } | null;

/** Reads files of this workspace only. */
async function readFile(wanted: FileToRead): Promise<FileAnswer> {
  const { largest = Number.POSITIVE_INFINITY } = wanted;
  try {
    const uri = vscode.Uri.parse(wanted.uri, true);
    if (!mayBeRead(uri.path) || !vscode.workspace.getWorkspaceFolder(uri)) return null;
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largest) return { size };
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
