import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { text } from '../texts';
import { newNonce, pageOf } from './html';
import {
  afterEvent,
  type FileMask,
  namesOf,
  needsTrial,
  newPanel,
  numberOf,
  type PanelEvent,
  type PanelRequest,
  type PanelState,
  type Place,
  renamed,
  requestOf,
  type Trial,
} from './state';

/** Where names are remembered for a workspace. */
const NAMES = 'imsConfig.maskNames';

/** What the server answers when a mask is to be written. */
type WriteAnswer =
  | { readonly version: number; readonly edits: Parameters<EditConverter>[0] }
  | { readonly refused: string };

type EditConverter = BaseLanguageClient['protocol2CodeConverter']['asTextEdits'];

/** What is shown, and what the page has made of it. */
export interface PanelSeen {
  readonly state: PanelState;
  readonly shown: unknown;
}

/** The panel that tries an association mask: it asks the server, and shows what it says. */
export class MaskPanel {
  #state: PanelState;
  /** What the page has put on the screen. */
  #shown: unknown;
  /** The number of what the page has asked last. */
  #heard = 0;
  #trials = 0;
  #isDetached = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners: vscode.Disposable[];

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly client: BaseLanguageClient,
    private readonly context: vscode.ExtensionContext,
    state: PanelState,
  ) {
    this.#state = state;
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [this.#folder] };
    this.#listeners = [
      webview.onDidReceiveMessage((message) => {
        this.#heard = numberOf(message) ?? this.#heard;
        void this.perform(message);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === this.#uri.toString()) this.#readSoon();
      }),
      vscode.workspace.onDidRenameFiles(({ files }) => void this.#follow(files)),
      panel.onDidDispose(() => this.detach()),
    ];
    webview.html = pageOf({
      script: webview.asWebviewUri(vscode.Uri.joinPath(this.#folder, 'mask-panel.js')).toString(),
      style: webview.asWebviewUri(vscode.Uri.joinPath(this.#folder, 'mask-panel.css')).toString(),
      source: webview.cspSource,
      nonce: newNonce(),
    });
  }

  get #folder(): vscode.Uri {
    return vscode.Uri.joinPath(this.context.extensionUri, 'dist');
  }

  get #uri(): vscode.Uri {
    return vscode.Uri.parse(this.#state.uri);
  }

  get seen(): PanelSeen {
    return { state: this.#state, shown: this.#shown };
  }

  /** Shows another mask. */
  async show(place: Place): Promise<void> {
    this.#state = newPanel(place, fileName(place.uri), storedNames(this.context));
    this.panel.reveal(undefined, false);
    await this.read();
  }

  /** Asks the server what the file says now. */
  async read(): Promise<void> {
    const { uri } = this.#state;
    const masks = await masksOf(this.client, this.#uri);
    if (uri === this.#state.uri) this.#take({ type: 'file', masks });
  }

  /** Does what the page asks. */
  async perform(message: unknown): Promise<void> {
    const request = requestOf(message);
    if (request) await this.#answer(request);
  }

  /** Follows nothing any more. */
  detach(): void {
    this.#isDetached = true;
    clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener.dispose();
  }

  async #answer(request: PanelRequest): Promise<void> {
    if (request.type === 'shown') this.#shown = request.shown;
    // Nothing is shown before it is known what the file says.
    else if (request.type === 'ready') await this.read();
    else if (request.type === 'write') await this.#write(request.text);
    else {
      const before = this.#state.names;
      this.#take(request);
      const { names } = this.#state;
      if (names !== before) await this.context.workspaceState.update(NAMES, names);
    }
  }

  #take(event: PanelEvent): void {
    // An answer may come when nobody waits for it any more.
    if (this.#isDetached) return;
    const before = this.#state;
    this.#state = afterEvent(before, event);
    this.panel.title = `${text('mask.title')}: ${this.#state.label ?? this.#state.file}`;
    this.#post();
    if (event.type !== 'tried' && needsTrial(before, this.#state)) void this.#try();
  }

  #post(): void {
    void this.panel.webview.postMessage({ type: 'state', state: this.#state, heard: this.#heard });
  }

  async #try(): Promise<void> {
    const turn = ++this.#trials;
    const { uri, draft: mask, names } = this.#state;
    const trial = await ask<Trial>(this.client, 'tryMask', { uri, mask, names });
    // Who types on asks anew.
    if (turn === this.#trials) this.#take({ type: 'tried', trial });
  }

  async #write(draft: string): Promise<void> {
    this.#take({ type: 'draft', text: draft });
    const { uri, index, written } = this.#state;
    if (written === draft) return;
    const refused = await this.#refusal({ uri, index, before: written, text: draft });
    await this.read();
    this.#take({ type: 'notice', text: refused });
  }

  /** Writes a mask as one edit; says why not where it is not written. */
  async #refusal(params: object): Promise<string> {
    const document = await opened(this.#uri);
    if (!document || this.#state.written === undefined) return text('mask.gone');
    const answer = await ask<WriteAnswer>(this.client, 'writeMask', params);
    if (!answer) return text('mask.failed');
    if ('refused' in answer) return answer.refused;
    const edits = await this.client.protocol2CodeConverter.asTextEdits(answer.edits);
    // Nothing is awaited between this and the edit, so that it fits what is there.
    if (document.isClosed || document.version !== answer.version) return text('mask.changed');
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits ?? []);
    return (await vscode.workspace.applyEdit(edit)) ? '' : text('mask.changed');
  }

  /** Goes where the file goes, alone or with its folder. */
  async #follow(files: vscode.FileRenameEvent['files']): Promise<void> {
    for (const { oldUri, newUri } of files) {
      const moved = renamed(this.#uri.toString(), oldUri.toString(), newUri.toString());
      if (moved === undefined) continue;
      const uri = this.client.code2ProtocolConverter.asUri(vscode.Uri.parse(moved));
      this.#take({ type: 'moved', uri, file: fileName(uri) });
      await this.read();
    }
  }

  #readSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.read(), PAUSE);
  }
}

/** Milliseconds after which typing in the file has paused. */
const PAUSE = 150;

export const storedNames = ({ workspaceState }: vscode.ExtensionContext) =>
  namesOf(workspaceState.get(NAMES));

export function fileName(uri: string): string {
  const { path } = vscode.Uri.parse(uri);
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The masks of a file, which is opened for it where it is closed. */
export async function masksOf(
  client: BaseLanguageClient,
  uri: vscode.Uri,
): Promise<readonly FileMask[]> {
  if (!(await opened(uri))) return [];
  const params = { uri: client.code2ProtocolConverter.asUri(uri) };
  return (await ask<readonly FileMask[]>(client, 'masks', params)) ?? [];
}

async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** A server that is just stopping has nothing to say. */
async function ask<T>(
  client: BaseLanguageClient,
  request: string,
  params: object,
): Promise<T | undefined> {
  if (!client.isRunning()) return undefined;
  const answer = client.sendRequest<T | null>(`imsConfig/${request}`, params);
  return (await answer.catch(() => undefined)) ?? undefined;
}
