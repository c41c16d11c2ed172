import * as vscode from 'vscode';
import type { PanelSeen } from './mask-panel/panel';
import { MASK_PANEL } from './mask-panel/panel-id';
import type { MaskPanels } from './mask-panel/panels';
import { couldBeOurs, HEAD_LENGTH } from './recognition';
import { text } from './texts';
import type { Group } from './workspace-view/answers';
import type { WorkspaceView } from './workspace-view/view';
import { watchWorkspace } from './workspace-watch';

/** A running language client. */
export interface Connection {
  readonly masks: MaskPanels;
  readonly workspace: WorkspaceView;
  /** Opens a new file that is not saved; asks for what is not said. */
  newFile(asked?: unknown): Promise<vscode.Uri | undefined>;
  dispose(): Promise<void>;
}

/** Loads what is needed to start a language client, in the editor at hand. */
export type LoadClient = () => Promise<{
  startClient(
    context: vscode.ExtensionContext,
    output: vscode.LogOutputChannel,
  ): Promise<Connection>;
  /** Needs no language server. */
  openExamples(context: vscode.ExtensionContext, asked?: unknown): Promise<vscode.Uri | undefined>;
}>;

/** What the extension tells other extensions, and tests. */
export interface Api {
  /**
   * Whether a file that could be ours has been seen, open or not, and the language server started
   * for it.
   */
  isStarted(): boolean;
  /** Undefined unless the editor runs tests of this extension. Starts nothing. */
  readonly forTests: ForTests | undefined;
}

/** What people see and do where no test can look. */
export interface ForTests {
  /** What the view of the workspace shows. */
  workspace(): Promise<readonly Group[]>;
  /** What the panel of a mask shows; undefined where there is none. */
  maskPanel(): Promise<PanelSeen | undefined>;
  /** Does what the page of that panel asks. */
  performInMaskPanel(request: unknown): Promise<void>;
}

/**
 * Waits, at next to no cost, for a document or a file that could be ours; starts the language
 * client then.
 */
export function activateWhenNeeded(context: vscode.ExtensionContext, loadClient: LoadClient): Api {
  let connection: Promise<Connection> | undefined;
  let channel: vscode.LogOutputChannel | undefined;

  function output(): vscode.LogOutputChannel {
    if (channel) return channel;
    channel = vscode.window.createOutputChannel(text('client.name'), { log: true });
    context.subscriptions.push(channel);
    return channel;
  }

  function start(): Promise<Connection> {
    watch.dispose();
    connection ??= loadClient().then(({ startClient }) => startClient(context, output()));
    return connection;
  }

  async function stop(): Promise<void> {
    const running = connection;
    connection = undefined;
    await running?.then((each) => each.dispose()).catch((error) => output().error(error));
  }

  async function restart(): Promise<void> {
    const running = await connection?.catch(() => undefined);
    running?.masks.close();
    await stop();
    await start();
  }

  /** Nobody waits for it here, so what goes wrong is told in the output channel. */
  const startUnasked = () => {
    start().catch((error) => output().error(error));
  };

  const watch = vscode.Disposable.from(watchForOurs(startUnasked), watchWorkspace(startUnasked));
  context.subscriptions.push(
    watch,
    vscode.commands.registerCommand('imsConfig.restart', restart),
    vscode.commands.registerCommand('imsConfig.showOutput', () => output().show()),
    vscode.commands.registerCommand('imsConfig.convertPackage', async (uri?: vscode.Uri) => {
      await start();
      await vscode.commands.executeCommand('imsConfig.convert', uri);
    }),
    vscode.commands.registerCommand('imsConfig.tryMask', async (uri?: unknown, index?: unknown) => {
      await (await start()).masks.tryMask(uri, index);
    }),
    vscode.commands.registerCommand('imsConfig.newFile', async (asked?: unknown) =>
      (await start()).newFile(asked),
    ),
    vscode.commands.registerCommand('imsConfig.openExamples', async (asked?: unknown) =>
      (await loadClient()).openExamples(context, asked),
    ),
    vscode.commands.registerCommand('imsConfig.getStarted', () => {
      const walkthrough = `${context.extension.id}#getStarted`;
      return vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
    }),
    ...workspaceCommands(start),
    vscode.window.registerWebviewPanelSerializer(MASK_PANEL, {
      deserializeWebviewPanel: async (panel, remembered) =>
        (await start()).masks.restore(panel, remembered),
    }),
    { dispose: stop },
  );
  // A document may have been open before the extension was activated.
  if (vscode.workspace.textDocuments.some((document) => looksLikeOurs(document))) startUnasked();
  const isTested = context.extensionMode === vscode.ExtensionMode.Test;
  return {
    isStarted: () => connection !== undefined,
    forTests: isTested ? forTests(async () => connection) : undefined,
  };
}

const forTests = (running: () => Promise<Connection | undefined>): ForTests => ({
  workspace: async () => (await running())?.workspace.seen() ?? [],
  maskPanel: async () => (await running())?.masks.seen(),
  performInMaskPanel: async (request) => (await running())?.masks.perform(request),
});

/** What can be done about the whole workspace; each starts the client first. */
function workspaceCommands(start: () => Promise<Connection>): readonly vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  const migrate = (isPreviewed: boolean) => async (wanted?: unknown) =>
    (await start()).workspace.migrate(wanted, isPreviewed);
  return [
    // One for everything, and one at a thing of the view: menus give each a title of its own.
    registerCommand('imsConfig.migrateWorkspace', migrate(false)),
    registerCommand('imsConfig.migrateItem', migrate(false)),
    registerCommand('imsConfig.previewMigration', migrate(true)),
    registerCommand('imsConfig.createReport', async () => (await start()).workspace.createReport()),
    registerCommand('imsConfig.refreshWorkspace', async () => (await start()).workspace.refresh()),
  ];
}

function watchForOurs(found: () => void): vscode.Disposable {
  const lookAt = (document: vscode.TextDocument, part?: string) => {
    if (looksLikeOurs(document, part)) found();
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => lookAt(document)),
    vscode.workspace.onDidSaveTextDocument((document) => lookAt(document)),
    // What is pasted is looked at at once; what is typed, with the next save.
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      for (const change of contentChanges) lookAt(document, change.text);
    }),
  );
}

function looksLikeOurs(document: vscode.TextDocument, part?: string): boolean {
  return couldBeOurs({
    fileName: document.fileName,
    languageId: document.languageId,
    head: () => part?.slice(0, HEAD_LENGTH) ?? headOf(document),
  });
}

function headOf(document: vscode.TextDocument): string {
  const start = new vscode.Position(0, 0);
  return document.getText(new vscode.Range(start, document.positionAt(HEAD_LENGTH)));
}
