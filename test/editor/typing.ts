import * as vscode from 'vscode';
import { addressOf, openFile } from './editor';
import { eventually } from './expect';

/** A document that is open, with the cursor in it. */
export interface Typing {
  readonly document: vscode.TextDocument;
  readonly editor: vscode.TextEditor;
  readonly cursor: vscode.Position;
}

/**
 * Opens a file of the workspace with another text, which is not saved; the cursor stands at its
 * `‸`.
 */
export async function typeIn(name: string, code: string): Promise<Typing> {
  const document = await openFile(name);
  const editor = await vscode.window.showTextDocument(document);
  const offset = code.indexOf('‸');
  const whole = new vscode.Range(
    new vscode.Position(0, 0),
    document.positionAt(document.getText().length),
  );
  await editor.edit((edit) => edit.replace(whole, code.replace('‸', '')));
  const cursor = document.positionAt(offset);
  editor.selection = new vscode.Selection(cursor, cursor);
  return { document, editor, cursor };
}

/** Makes a file, calls back, and deletes the file. */
export async function withFile<T>(name: string, work: () => Promise<T>): Promise<T> {
  const uri = addressOf(name);
  await vscode.workspace.fs.writeFile(uri, new Uint8Array());
  try {
    return await work();
  } finally {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(uri);
  }
}

/** Waits until something of that name is offered at the cursor; resolves to the names of all. */
export async function offered(
  { document, cursor }: Typing,
  label: string,
): Promise<readonly string[]> {
  return eventually(`${label} among what is offered`, async () => {
    const list: vscode.CompletionList = await vscode.commands.executeCommand(
      'vscode.executeCompletionItemProvider',
      document.uri,
      cursor,
    );
    const labels = list.items.map((item) => nameOf(item));
    return labels.includes(label) ? labels : undefined;
  });
}

const nameOf = ({ label }: vscode.CompletionItem): string =>
  typeof label === 'string' ? label : label.label;

/**
 * Accepts what is offered first, as a user does who presses Enter; resolves to the text after it.
 */
export async function acceptFirst({ document }: Typing): Promise<string> {
  const before = document.getText();
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  return eventually('the accepted text', async () => {
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    return document.getText() === before ? undefined : document.getText();
  });
}

/** Types as a user does, where the cursor is. */
export const type = (text: string): Thenable<void> =>
  vscode.commands.executeCommand('type', { text });
