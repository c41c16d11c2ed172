import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { text } from '../texts';
import { fileName, MaskPanel, masksOf, type PanelSeen, storedNames } from './panel';
import { MASK_PANEL } from './panel-id';
import { type FileMask, newPanel, rememberedPanel } from './state';

/**
 * Tries association masks in a panel beside the editor; there is one, which shows the mask that was
 * asked for last.
 */
export interface MaskPanels extends vscode.Disposable {
  /**
   * Tries that mask of a file; without arguments the one at the cursor, or one of the open files
   * that is chosen.
   */
  tryMask(uri?: unknown, index?: unknown): Promise<void>;
  /** Takes over a panel that the editor has restored. */
  restore(panel: vscode.WebviewPanel, remembered: unknown): Promise<void>;
  close(): void;
  /** What the panel shows; undefined where there is none. */
  seen(): PanelSeen | undefined;
  /** Does what the page of the panel asks. */
  perform(message: unknown): Promise<void>;
}

export function maskPanels(
  client: BaseLanguageClient,
  context: vscode.ExtensionContext,
): MaskPanels {
  let current: { readonly panel: vscode.WebviewPanel; readonly content: MaskPanel } | undefined;

  function take(panel: vscode.WebviewPanel, content: MaskPanel): void {
    current = { panel, content };
    panel.onDidDispose(() => {
      if (current?.panel === panel) current = undefined;
    });
  }

  async function open(uri: vscode.Uri, index: number): Promise<void> {
    const place = { uri: client.code2ProtocolConverter.asUri(uri), index, label: undefined };
    if (current) return current.content.show(place);
    const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false };
    const panel = vscode.window.createWebviewPanel(MASK_PANEL, text('mask.title'), beside);
    const state = newPanel(place, fileName(place.uri), storedNames(context));
    take(panel, new MaskPanel(panel, client, context, state));
  }

  return {
    async tryMask(uri, index) {
      const place = await placeOf(client, uri, index);
      if (place) await open(place.uri, place.index);
    },
    async restore(panel, remembered) {
      const state = rememberedPanel(remembered);
      if (!state || current) return panel.dispose();
      take(panel, new MaskPanel(panel, client, context, state));
    },
    close: () => current?.panel.dispose(),
    seen: () => current?.content.seen,
    perform: async (message) => current?.content.perform(message),
    dispose() {
      // The panel stays, so that the editor restores it when it starts again.
      current?.content.detach();
    },
  };
}

/** The mask that is meant; undefined where there is none, or none is chosen. */
async function placeOf(
  client: BaseLanguageClient,
  uri: unknown,
  index: unknown,
): Promise<FoundMask | undefined> {
  const editor = vscode.window.activeTextEditor;
  const file = addressOf(uri) ?? editor?.document.uri;
  if (file && typeof index === 'number') return { uri: file, index };
  // The page of the walkthrough, from which this is asked, too, is no text.
  const found = await foundIn(client, file ? [file] : openTexts());
  const isHere = file !== undefined && editor?.document.uri.toString() === file.toString();
  const line = isHere ? editor.selection.active.line : -1;
  const atCursor = found.find(({ range }) => range.start.line <= line && line <= range.end.line);
  if (atCursor || found.length === 1) return atCursor ?? found[0];
  if (found.length > 0) return chosen(found, file === undefined);
  void vscode.window.showInformationMessage(text(file ? 'mask.none' : 'mask.noneOpen'));
  return undefined;
}

interface FoundMask {
  readonly uri: vscode.Uri;
  readonly index: number;
}

type ListedMask = FoundMask & FileMask;

async function foundIn(
  client: BaseLanguageClient,
  files: readonly vscode.Uri[],
): Promise<readonly ListedMask[]> {
  const masks = files.map(async (uri) =>
    (await masksOf(client, uri)).map((mask, index) => ({ ...mask, uri, index })),
  );
  return (await Promise.all(masks)).flat();
}

/** The files in the tabs of the editor, each once. */
function openTexts(): readonly vscode.Uri[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const files = tabs.flatMap(({ input }) =>
    input instanceof vscode.TabInputText ? [input.uri] : [],
  );
  return [...new Map(files.map((uri) => [uri.toString(), uri])).values()];
}

async function chosen(
  masks: readonly ListedMask[],
  withFiles: boolean,
): Promise<FoundMask | undefined> {
  const items = masks.map((mask) => ({
    label: mask.label,
    description: mask.text,
    ...(withFiles && { detail: vscode.workspace.asRelativePath(mask.uri) }),
    mask,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder: text('mask.choose') }))?.mask;
}

const addressOf = (uri: unknown): vscode.Uri | undefined => {
  if (uri instanceof vscode.Uri) return uri;
  return typeof uri === 'string' ? vscode.Uri.parse(uri) : undefined;
};
