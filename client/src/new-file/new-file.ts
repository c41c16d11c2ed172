import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { freeName, isFree, unsavedAt } from '../free-names';
import { text } from '../texts';
import { type NewFileKind, nameProblem, proposedName } from './names';
import { askInSteps, type NameQuestion } from './steps';

/** What the server writes into a new file. */
interface NewFile {
  readonly text: string;
  readonly snippet?: string;
  readonly languages: readonly string[];
}

/** What is made without asking anybody. */
interface Wanted {
  readonly kind: string;
  readonly solution: string | undefined;
  /** A path from the folder of the workspace. */
  readonly path: string | undefined;
}

/**
 * Opens a whole file of a kind that is not saved yet, with the cursor at what is to be filled in
 * first. Asks for what is not said in `asked`. Returns the address of the document; undefined where
 * none was opened.
 */
export async function newFile(
  client: BaseLanguageClient,
  asked?: unknown,
): Promise<vscode.Uri | undefined> {
  const kinds = await client.sendRequest<readonly NewFileKind[] | null>('imsConfig/newFileKinds');
  if (!kinds) return failed();
  const folder = folderForNew();
  const wanted = wantedIn(asked) ?? (await ask(kinds, folder));
  const kind = kinds.find(({ id }) => id === wanted?.kind);
  if (!wanted || !kind) return undefined;
  const path = wanted.path ?? (await proposal(kind, wanted.solution, folder)).path;
  const target = folder
    ? vscode.Uri.joinPath(folder.uri, path)
    : vscode.Uri.from({ scheme: 'untitled', path });
  const file = await client.sendRequest<NewFile | null>('imsConfig/newFile', {
    kind: kind.id,
    uri: client.code2ProtocolConverter.asUri(target),
    solution: wanted.solution,
  });
  return file ? openNew(file, folder && unsavedAt(target), path) : failed();
}

function failed(): undefined {
  void vscode.window.showErrorMessage(text('newFile.failed'));
}

/**
 * Where new files belong: beside what is edited, or in the first folder of the workspace that can
 * be written to.
 */
function folderForNew(): vscode.WorkspaceFolder | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active && vscode.workspace.getWorkspaceFolder(active);
  const all = [...(own ? [own] : []), ...(vscode.workspace.workspaceFolders ?? [])];
  return all.find(({ uri }) => vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false);
}

function wantedIn(asked: unknown): Wanted | undefined {
  if (typeof asked !== 'object' || asked === null) return undefined;
  const get = (name: string): string | undefined => {
    const value: unknown = Reflect.get(asked, name);
    return typeof value === 'string' ? value : undefined;
  };
  const [kind, solution, path] = ['kind', 'solution', 'path'].map(get);
  return kind === undefined ? undefined : { kind, solution, path };
}

async function ask(
  kinds: readonly NewFileKind[],
  folder: vscode.WorkspaceFolder | undefined,
): Promise<Wanted | undefined> {
  const choice = await askInSteps(kinds, folder && nameQuestion(folder));
  return choice && { kind: choice.kind.id, solution: choice.solution?.id, path: choice.path };
}

const nameQuestion = (folder: vscode.WorkspaceFolder): NameQuestion => ({
  propose: (kind, solution) => proposal(kind, solution, folder),
  async problem(path, kind) {
    const found = nameProblem(path, kind);
    if (found) return problemText(found, kind, folder.name);
    const isTaken = !(await isFree(vscode.Uri.joinPath(folder.uri, path)));
    return isTaken ? text('newFile.taken') : undefined;
  },
});

function problemText(
  problem: NonNullable<ReturnType<typeof nameProblem>>,
  kind: NewFileKind,
  folder: string,
): string {
  switch (problem) {
    case 'elsewhere':
      return text('newFile.elsewhere', folder);
    case 'beginning':
      return text('newFile.beginning', kind.beginning);
    case 'ending':
      return text('newFile.ending', kind.endings.join(', '));
    case 'reading':
      return text(
        'newFile.reading',
        [1, 2].map((turn) => proposedName(kind, '', turn).path).join(', '),
      );
  }
}

/** The first of the names that no file has yet. */
async function proposal(
  kind: NewFileKind,
  solution: string | undefined,
  folder: vscode.WorkspaceFolder | undefined,
) {
  const names = (turn: number) => proposedName(kind, solution ?? kind.solutions[0]?.id, turn);
  return (folder && (await freeName(folder.uri, names, ({ path }) => path))) ?? names(1);
}

async function openNew(
  { text: content, snippet, languages }: NewFile,
  target: vscode.Uri | undefined,
  path: string,
): Promise<vscode.Uri> {
  const known = await vscode.languages.getLanguages();
  const language = languages.find((each) => known.includes(each));
  const opened = target
    ? await vscode.workspace.openTextDocument(target)
    : await vscode.workspace.openTextDocument(language === undefined ? {} : { language });
  const isPlain = opened.languageId === 'plaintext' && language !== undefined;
  const document = isPlain
    ? await vscode.languages.setTextDocumentLanguage(opened, language)
    : opened;
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const start = new vscode.Position(0, 0);
  if (snippet === undefined) await editor.edit((edit) => edit.insert(start, content));
  else await editor.insertSnippet(new vscode.SnippetString(snippet), start);
  if (!target) void offerToSave(path);
  return document.uri;
}

/** Without a place a document has no name, and many files are known by it. */
async function offerToSave(path: string): Promise<void> {
  const save = text('newFile.save');
  const name = path.slice(path.lastIndexOf('/') + 1);
  const chosen = await vscode.window.showInformationMessage(text('newFile.unnamed', name), save);
  if (chosen === save) await vscode.commands.executeCommand('workbench.action.files.saveAs');
}
