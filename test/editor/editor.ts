import * as vscode from 'vscode';
import type { Api, ForTests } from '../../client/src/activation';
import { eventually } from './expect';

/** The extension under test, once the editor has activated it by itself. */
export async function activeExtension(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>('ims-config.ims-config');
  if (!extension) throw new Error('The extension is not installed.');
  await eventually('the activation', () => extension.isActive || undefined);
  return extension.activate();
}

/** What the extension shows and lets tests do; it runs in the mode for tests. */
export async function forTests(): Promise<ForTests> {
  const { forTests: found } = await activeExtension();
  if (!found) throw new Error('The extension does not run in the mode for tests.');
  return found;
}

/** The address of a file of the workspace. */
export function addressOf(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the workspace as a user would. */
export async function openFile(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(addressOf(name));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** A diagnostic's code; ours are objects with a link. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** A document, or a file that is not open. */
type File = Pick<vscode.TextDocument, 'uri'>;

/** The diagnostics of that rule in a file. */
export function findings({ uri }: File, rule: string): vscode.Diagnostic[] {
  const all = vscode.languages.getDiagnostics(uri);
  return all.filter((diagnostic) => codeOf(diagnostic) === rule);
}

/** Waits for a diagnostic of that rule. */
export function finding(file: File, rule: string): Promise<vscode.Diagnostic> {
  return eventually(`a finding of ${rule}`, () => findings(file, rule)[0]);
}

/** Waits until there is no diagnostic of that rule. */
export function noFinding(file: File, rule: string): Promise<true> {
  return eventually(`no finding of ${rule}`, () => !findings(file, rule)[0] || undefined);
}

/** Waits for the code action of that title. */
export function codeAction(
  { uri }: vscode.TextDocument,
  range: vscode.Range,
  title: string,
): Promise<vscode.CodeAction> {
  // The editor answers with an empty list while other extensions are still registering actions.
  return eventually(`the action ${title}`, async () => {
    const command = 'vscode.executeCodeActionProvider';
    const quickFix = vscode.CodeActionKind.QuickFix.value;
    const actions: readonly vscode.CodeAction[] = await vscode.commands.executeCommand(
      ...([command, uri, range, quickFix, 100] as const),
    );
    return actions.find((action) => action.title === title);
  });
}

/** Applies what a code action would change. */
export async function applyAction(action: vscode.CodeAction): Promise<void> {
  if (!action.edit) throw new Error(`${action.title} has no edit.`);
  await vscode.workspace.applyEdit(action.edit);
}

/** The text of the hovers at that place, waited for. */
export function hoverText(document: vscode.TextDocument, word: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(word) + 1);
  return eventually(`a hover on ${word}`, async () => {
    const hovers = await hoversAt(document, position);
    return hovers.length > 0 ? hovers.join('\n') : undefined;
  });
}

/** The texts of the hovers at that place, now. */
export async function hoversAt(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly string[]> {
  const hovers: readonly vscode.Hover[] = await vscode.commands.executeCommand(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  return hovers.flatMap(({ contents }) =>
    contents.map((content) => (typeof content === 'string' ? content : content.value)),
  );
}

/** Gives a document the text of its file back. */
export async function revert(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}
