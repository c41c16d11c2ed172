import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { text } from '../texts';
import type { MigratableFile, Migration } from './answers';
import {
  choicesOf,
  editedIn,
  type FileChoice,
  isOutdated,
  type MigrationWish,
  outcomeText,
} from './choice';
import { migrated, migration, report } from './requests';

/** What has come of it, for tests. */
export interface MigrationOutcome {
  readonly isApplied: boolean;
  /** The files that are migrated, or were to be where nothing is applied, as they were called. */
  readonly uris: readonly string[];
}

const NOTHING: MigrationOutcome = { isApplied: false, uris: [] };

/**
 * Migrates files of the workspace as one edit, which one undo takes back, and opens the list of
 * what remains by hand. The files are saved only where the editor saves by itself.
 */
export async function migrateWorkspace(
  client: BaseLanguageClient,
  wish: MigrationWish,
): Promise<MigrationOutcome> {
  const chosen = wish.uris
    ? { uris: wish.uris, preview: wish.preview }
    : await choose(client, wish.preview);
  if (!chosen || chosen.uris.length === 0) return NOTHING;
  const readable = await openedFiles(client, chosen.uris);
  const found = await migration(client, { uris: readable, preview: chosen.preview });
  // It was cancelled, and nothing has changed.
  if (!found) return NOTHING;
  const { edit, versions, uris } = found;
  if (!edit) {
    if (found.hasChanged) tellOfChange();
    else void vscode.window.showInformationMessage(text('migrate.nothing'));
    return NOTHING;
  }
  if (!(await apply(client, edit, versions))) return { isApplied: false, uris };
  const documents = await documentsOf(client, edit);
  // Asked before a save, which may change more.
  const done = chosen.preview ? await migrated(client) : found;
  await saved(documents.filter(isSavedByItself));
  if (!done) {
    void vscode.window.showWarningMessage(text('workspace.failed'));
    return { isApplied: true, uris: [] };
  }
  await showMarkdown(done.checklist);
  void tellOf(outcomeText(done.uris, uris, chosen.uris), documents);
  return { isApplied: true, uris: done.uris };
}

/** Opens Markdown as a new document. */
export async function showMarkdown(content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { preview: false });
}

async function choose(client: BaseLanguageClient, preview: boolean) {
  const found = await report(client, false);
  if (!found) return undefined;
  if (found.migratable.length > 0) return pick(found.migratable, preview);
  void vscode.window.showInformationMessage(text('migrate.nothing'));
  return undefined;
}

/** Lets a person choose among the files, all of them at first; a button asks for a preview. */
function pick(files: readonly MigratableFile[], preview: boolean) {
  const input = vscode.window.createQuickPick<FileChoice>();
  const items = choicesOf(files, (name) => text('migrate.renames', name));
  const withPreview = {
    iconPath: new vscode.ThemeIcon('open-preview'),
    tooltip: text('migrate.withPreview'),
  };
  Object.assign(input, {
    title: text(preview ? 'migrate.titlePreview' : 'migrate.title'),
    placeholder: text('migrate.choose'),
    canSelectMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
    items,
    selectedItems: items,
    buttons: preview ? [] : [withPreview],
  });
  return new Promise<{ uris: readonly string[]; preview: boolean } | undefined>((resolve) => {
    const accept = (isPreviewed: boolean) => {
      resolve({ uris: input.selectedItems.map(({ uri }) => uri), preview: isPreviewed });
      input.hide();
    };
    input.onDidAccept(() => accept(preview));
    input.onDidTriggerButton(() => accept(true));
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}

/**
 * Opens the files, so that the server sees them as the editor does, in their versions. Those that
 * the editor reads with the wrong encoding are left alone: it would write them back broken.
 */
async function openedFiles(
  { protocol2CodeConverter }: BaseLanguageClient,
  uris: readonly string[],
): Promise<readonly string[]> {
  const readable: string[] = [];
  for (const uri of uris) {
    try {
      const document = await vscode.workspace.openTextDocument(protocol2CodeConverter.asUri(uri));
      if (!document.getText().includes('\uFFFD')) readable.push(uri);
    } catch {
      // It has gone meanwhile.
    }
  }
  const left = uris.length - readable.length;
  if (left > 0) void vscode.window.showWarningMessage(text('migrate.unreadable', left));
  return readable;
}

async function apply(
  client: BaseLanguageClient,
  edit: NonNullable<Migration['edit']>,
  versions: Migration['versions'],
): Promise<boolean> {
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  // Nothing is awaited between this and the edit, so that it fits what is there.
  if (isOutdated(versions, (uri) => versionOf(client, uri))) return tellOfChange();
  // Where it was shown first, a person may have left it.
  return (await vscode.workspace.applyEdit(converted)) === true;
}

function tellOfChange(): false {
  void vscode.window.showWarningMessage(text('migrate.changed'));
  return false;
}

/** The version of a file that is open. */
const versionOf = ({ protocol2CodeConverter }: BaseLanguageClient, uri: string) => {
  const address = protocol2CodeConverter.asUri(uri).toString();
  return vscode.workspace.textDocuments.find((each) => each.uri.toString() === address)?.version;
};

/**
 * The documents that an edit has changed, or was to change, by their new names where they have got
 * these.
 */
async function documentsOf(
  { protocol2CodeConverter }: BaseLanguageClient,
  edit: NonNullable<Migration['edit']>,
): Promise<readonly vscode.TextDocument[]> {
  const documents: vscode.TextDocument[] = [];
  for (const uri of editedIn(edit)) {
    try {
      documents.push(await vscode.workspace.openTextDocument(protocol2CodeConverter.asUri(uri)));
    } catch {
      // A person has left its new name out.
    }
  }
  return documents;
}

/**
 * Such a document is saved at once: an undo that meets a save under way takes the text for saved,
 * and renames the file without it.
 */
const isSavedByItself = ({ uri, languageId }: vscode.TextDocument): boolean =>
  vscode.workspace.getConfiguration('files', { uri, languageId }).get('autoSave', 'off') !== 'off';

/** Each for itself, because the editor saves all only of what stands in a tab. */
const saved = (documents: readonly vscode.TextDocument[]): Promise<readonly boolean[]> =>
  Promise.all(documents.map((document) => document.save()));

async function tellOf(outcome: string, changed: readonly vscode.TextDocument[]): Promise<void> {
  const unsaved = changed.filter(({ isDirty }) => isDirty);
  const listed = text('migrate.listed');
  if (unsaved.length === 0) {
    void vscode.window.showInformationMessage(`${outcome} ${listed}`);
    return;
  }
  const save = text('migrate.save');
  const message = `${outcome} ${text('migrate.unsaved')} ${listed}`;
  if ((await vscode.window.showInformationMessage(message, save)) === save) await saved(unsaved);
}
