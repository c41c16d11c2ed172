import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { excludedFiles } from './excluded-files';
import { leadsAway, mayBeRead } from './recognition';

/**
 * Answers what the server asks of the files of the workspace: it may see none, and never knows what
 * users exclude.
 */
export function answerFileRequests(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest('imsConfig/findFiles', async (wanted: FileSearch) => {
      const { pattern, limit, below } = wanted;
      const patterns = below ? await patternsBelow(below, pattern) : [pattern];
      const exclude = excludedFiles();
      const found: vscode.Uri[] = [];
      for (const each of patterns) {
        found.push(...(await vscode.workspace.findFiles(each, exclude, limit - found.length)));
        if (found.length >= limit) break;
      }
      return found.map((uri) => client.code2ProtocolConverter.asUri(uri));
    }),
    client.onRequest<FileAnswer, void>('imsConfig/readFile', readFile),
  );
}

interface FileSearch {
  readonly pattern: string;
  readonly limit: number;
  /** Of the whole workspace, unless folders are named. What is no folder is passed over. */
  readonly below?: readonly string[] | undefined;
}

async function patternsBelow(
  below: readonly string[],
  pattern: string,
): Promise<readonly vscode.RelativePattern[]> {
  const patterns: vscode.RelativePattern[] = [];
  for (const uri of below.map((each) => vscode.Uri.parse(each))) {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (!folder || leadsAway(uri.path) || !(await isFolder(uri))) continue;
    const way = uri.path.slice(folder.uri.path.replace(/\/+$/, '').length + 1);
    // From the folder of the workspace, so that what is excluded there stays so.
    const start = way === '' ? '' : `${way.replace(/[[\]{}*?]/g, '[$&]')}/`;
    patterns.push(new vscode.RelativePattern(folder, start + pattern));
  }
  return patterns;
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

interface FileToRead {
  readonly uri: string;
  /** In bytes. */
  readonly largest?: number | undefined;
}

/** The text of a file; of one that is too large its size. */
type FileAnswer = string | { readonly size: number } | null;

/** Reads files of this workspace only. */
async function readFile(wanted: FileToRead): Promise<FileAnswer> {
  const { largest = Number.POSITIVE_INFINITY } = wanted;
  try {
    const uri = vscode.Uri.parse(wanted.uri, true);
    if (!mayBeRead(uri.path) || !vscode.workspace.getWorkspaceFolder(uri)) return null;
    const { size, type } = await vscode.workspace.fs.stat(uri);
    // Pipes and devices may never end.
    if ((type & vscode.FileType.File) === 0) return null;
    if (size > largest) return { size };
    const bytes = await vscode.workspace.fs.readFile(uri);
    return new TextDecoder(encodingOf(bytes)).decode(bytes);
  } catch {
    return null;
  }
}

/** By the mark at the beginning; without one it is UTF-8. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
