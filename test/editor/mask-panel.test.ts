import * as vscode from 'vscode';
import { finding, forTests, openFile, revert } from './editor';
import { equal, eventually, matches } from './expect';

/** What the page of the panel has put on the screen. */
interface Shown {
  readonly mask: string;
  readonly group: string;
  readonly state: string;
  readonly notice: string;
  readonly count: string;
  readonly names: readonly {
    readonly name: string;
    readonly outcome: string;
    readonly result: string;
  }[];
}

const seen = async () => (await forTests()).maskPanel();

/** Does what a person does in the page. */
const perform = async (request: object): Promise<void> =>
  (await forTests()).performInMaskPanel(request);

/** Waits until something stands on the screen. */
const screen = (what: string, isThere: (shown: Shown) => boolean): Promise<Shown> =>
  eventually(what, async () => {
    const shown = (await seen())?.shown as Shown | undefined;
    return shown && isThere(shown) ? shown : undefined;
  });

/** How a name fares, once the page tells. */
const fate = async (name: string, outcome: string): Promise<string> => {
  const shown = await screen(`${name}: ${outcome}`, ({ names }) =>
    names.some((each) => each.name === name && each.outcome === outcome),
  );
  return shown.names.find((each) => each.name === name)?.result ?? '';
};

/** Whether that mask is shown, and is the one of the file. */
const isSaved =
  (text: string) =>
  ({ mask, state }: Shown): boolean =>
    mask === text && /mask of the file/.test(state);

const MASK = 'Campaign - shop - (.*)';
const OTHER = 'Campaign - store - (.*)';

describe('the panel that tries an association mask', () => {
  let document: vscode.TextDocument;

  before(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    document = await openFile('shop.external-account.yaml');
    await finding(document, 'callback-not-https');
  });
  after(async () => {
    await revert(document);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('opens from the lens above the mask, with names to try', async () => {
    const lens = await eventually('a lens', async () => {
      const command = 'vscode.executeCodeLensProvider';
      const all: vscode.CodeLens[] = await vscode.commands.executeCommand(command, document.uri);
      return all.find(({ command }) => command?.command === 'imsConfig.tryMask');
    });
    equal(document.getText(lens.range), 'associationMask');
    const { command = '', arguments: values = [] } = lens.command ?? {};
    await vscode.commands.executeCommand(command, ...values);
    const shown = await screen('the mask', ({ mask, group }) => mask === MASK && group !== '');
    equal([shown.group, shown.notice], ['(.*)', '']);
    matches(await fate('Campaign - shop - admin', 'matched'), /Operator group admin/);
  });

  it('tells where a name does not match, and remembers the name', async () => {
    await perform({ type: 'add', name: 'Campaign -shop - Marketing' });
    matches(await fate('Campaign -shop - Marketing', 'unmatched'), /a space/);
    await perform({ type: 'add', name: 'Campaign - shop - Marketing' });
    matches(await fate('Campaign - shop - Marketing', 'matched'), /Operator group Marketing/);
    const names = (await seen())?.state.names ?? [];
    await vscode.commands.executeCommand('imsConfig.tryMask', document.uri, 0);
    equal((await seen())?.state.names, names);
  });

  it('tries another mask before it is written', async () => {
    const before = document.getText();
    await perform({ type: 'draft', text: OTHER });
    matches(await fate('Campaign - shop - Marketing', 'unmatched'), /store/);
    await screen('the draft', ({ mask, state }) => mask === OTHER && /Not written/.test(state));
    equal(document.getText(), before);
    await perform({ type: 'reset' });
    await screen('the mask of the file', isSaved(MASK));
  });

  it('writes the mask into the file, and follows the undo', async () => {
    const before = document.getText();
    await perform({ type: 'write', text: OTHER });
    equal(document.getText(), before.replace(MASK, OTHER));
    await screen('the new mask', isSaved(OTHER));

    // Beside the panel, which stays on the screen.
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('undo');
    await eventually('the undo', () => document.getText() === before || undefined);
    await screen('the mask before', isSaved(MASK));
    await fate('Campaign - shop - Marketing', 'matched');
  });

  it('says so when the mask is gone', async () => {
    const gone = new vscode.WorkspaceEdit();
    const start = document.getText().indexOf('associationMask');
    gone.delete(
      document.uri,
      new vscode.Range(document.positionAt(start), document.positionAt(document.getText().length)),
    );
    await vscode.workspace.applyEdit(gone);
    equal((await screen('its end', ({ state }) => /no longer/.test(state))).mask, MASK);
  });
});
