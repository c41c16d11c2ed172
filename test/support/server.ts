import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  type FileEvent,
  type Hover,
  HoverRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProgressToken,
  ProposedFeatures,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  UnregistrationRequest,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  WorkDoneProgressCreateRequest,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../../server/src/lsp/host';
import { type RunningServer, startServer } from '../../server/src/lsp/server';
import { TODAY } from './check';

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly folders?: readonly string[];
  readonly host?: Partial<Host>;
  /** What the client has under `imsConfig`. */
  readonly section?: unknown;
  /** The disk: what the client answers to `imsConfig/readFile`. */
  readonly files?: Record<string, string>;
  /** Whether the client lists those files, as `imsConfig/findFiles`. */
  readonly lists?: boolean;
  /** What happens before the client answers that it has read a file. */
  readonly beforeReading?: (uri: string) => Promise<void> | void;
}

type ProgressStep = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

/** What VS Code can. */
export const editor: ClientCapabilities = {
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: {
      documentChanges: true,
      changeAnnotationSupport: { groupsOnLabel: true },
      resourceOperations: ['create', 'rename'],
    },
  },
  textDocument: { diagnostic: {}, publishDiagnostics: { relatedInformation: true } },
  window: { workDoneProgress: true },
};

/** A client and a server in one process that speak JSON-RPC over streams. */
export class TestClient {
  readonly #texts = new Map<string, TextDocument>();
  readonly #ended: (() => void)[] = [];
  /** Every character that the server has sent. */
  sent = '';
  readonly logged: string[] = [];
  readonly published: PublishDiagnosticsParams[] = [];
  /** What each progress has come to, in the order in which they began. */
  readonly progress: ProgressStep[][] = [];
  /** What the server has registered, by method. */
  readonly registered = new Map<string, unknown>();
  /** How each progress is called, in the order in which they began. */
  readonly progressTokens: ProgressToken[] = [];
  refreshes = 0;
  #happened: () => void = () => undefined;

  private constructor(
    readonly connection: ReturnType<typeof createProtocolConnection>,
    readonly server: RunningServer,
    readonly initialized: Promise<InitializeResult>,
    /** The disk. Change it with `write` and `remove`, so that the server is told. */
    readonly files: Record<string, string>,
  ) {}

  static async start(options: ClientOptions = {}): Promise<TestClient> {
    const { capabilities = editor, section, files = {}, initializationOptions } = options;
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const host: Host = {
      today: () => TODAY,
      rulePages: 'file:///ims-config/docs/rules',
      isTracked: async () => undefined,
      readFile: async () => undefined,
      ...options.host,
    };
    const serverConnection = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    );
    const server = startServer(serverConnection, host);
    const connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    const settings = { section };
    connection.onRequest('workspace/configuration', () => [settings.section ?? null]);
    connection.onRequest('imsConfig/readFile', async ({ uri }: { uri: string }) => {
      await options.beforeReading?.(uri);
      return files[uri] ?? null;
    });
    if (options.lists) {
      connection.onRequest('imsConfig/findFiles', ({ below = [''] }: { below?: string[] }) =>
        Object.keys(files).filter((uri) => below.some((each) => uri.startsWith(each))),
      );
    }
    connection.listen();
    const initialized = connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities,
      initializationOptions,
      workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: uri })),
    });
    const client = new TestClient(connection, server, initialized, files);
    toClient.on('data', (chunk) => {
      client.sent += String(chunk);
    });
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      client.logged.push(message);
      client.#happened();
    });
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      client.published.push(params);
      client.#happened();
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      client.refreshes++;
      client.#happened();
      return null;
    });
    client.#followProgress();
    client.#followRegistrations();
    client.#ended.push(() => {
      // The server may be writing: it goes on unheard, because a closed connection rejects what is
      // sent.
      connection.dispose();
    });
    await initialized;
    await connection.sendNotification('initialized', {});
    return client;
  }

  #followProgress(): void {
    this.connection.onRequest(
      WorkDoneProgressCreateRequest.type,
      ({ token }: { token: ProgressToken }) => {
        const steps: ProgressStep[] = [];
        this.progress.push(steps);
        this.progressTokens.push(token);
        this.connection.onProgress(WorkDoneProgress.type, token, (step) => {
          steps.push(step);
          this.#happened();
        });
      },
    );
  }

  #followRegistrations(): void {
    this.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const { method, registerOptions } of registrations) {
        this.registered.set(method, registerOptions);
      }
      this.#happened();
    });
    this.connection.onRequest(UnregistrationRequest.type, ({ unregisterations }) => {
      for (const { method } of unregisterations) this.registered.delete(method);
      this.#happened();
    });
  }

  /** Changes a file on the disk, and tells the server. */
  async write(uri: string, text: string): Promise<void> {
    const type = this.files[uri] === undefined ? 1 : 2;
    this.files[uri] = text;
    await this.tell({ uri, type });
  }

  /** Removes a file from the disk, and tells the server. */
  async remove(uri: string): Promise<void> {
    delete this.files[uri];
    await this.tell({ uri, type: 3 });
  }

  async tell(...changes: readonly FileEvent[]): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  /** Changes the settings of the client. */
  async configure(imsConfig: unknown): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { imsConfig },
    });
  }

  /** Waits until the whole workspace is known. */
  indexed(times = 1): Promise<void> {
    return this.until(
      () => this.logged.filter((line) => line.startsWith('Looked at ')).length >= times,
    );
  }

  end(): void {
    for (const end of this.#ended) end();
  }

  /** Waits until something that the server sends by itself makes this true. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        this.#happened = resolve;
      });
    }
  }

  async open(uri: string, text: string, languageId = languageOf(uri)): Promise<void> {
    this.#texts.set(uri, TextDocument.create(uri, languageId, 1, text));
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Replaces a part of a text that occurs once. */
  async type(uri: string, before: string, after: string): Promise<void> {
    const document = this.document(uri);
    const start = document.getText().indexOf(before);
    const range = {
      start: document.positionAt(start),
      end: document.positionAt(start + before.length),
    };
    const version = document.version + 1;
    const contentChanges = [{ range, text: after }];
    TextDocument.update(document, contentChanges, version);
    const textDocument = { uri, version };
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    this.#texts.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  document(uri: string): TextDocument {
    const document = this.#texts.get(uri);
    if (!document) throw new Error(`${uri} is not open.`);
    return document;
  }

  report(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, ...(previousResultId && { previousResultId }) };
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, params);
  }

  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.report(uri);
    return report.kind === 'full' ? report.items : [];
  }

  /** The codes of the diagnostics, without the hints on deprecated fields. */
  async codes(uri: string): Promise<readonly string[]> {
    const all = await this.diagnostics(uri);
    return all.filter(({ tags }) => !tags).map(({ code }) => String(code));
  }

  hover(uri: string, word: string): Promise<Hover | null> {
    const document = this.document(uri);
    const position = document.positionAt(document.getText().indexOf(word) + 1);
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  async symbols(uri: string): Promise<readonly DocumentSymbol[]> {
    const params = { textDocument: { uri } };
    const symbols = await this.connection.sendRequest(DocumentSymbolRequest.type, params);
    return (symbols ?? []) as DocumentSymbol[];
  }

  /** The actions at a word, or for the whole text. */
  async actions(uri: string, word = '', only?: readonly string[]): Promise<readonly CodeAction[]> {
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: this.rangeOf(uri, word),
      context: { diagnostics: [], ...(only && { only: [...only] }) },
    });
    return (actions ?? []) as CodeAction[];
  }

  rangeOf(uri: string, word: string): Range {
    const document = this.document(uri);
    const start = word === '' ? 0 : document.getText().indexOf(word);
    const end = word === '' ? document.getText().length : start + word.length;
    return { start: document.positionAt(start), end: document.positionAt(end) };
  }

  /** The text of an open document after an edit of it. */
  applied(uri: string, edit: WorkspaceEdit | undefined): string {
    return TextDocument.applyEdits(this.document(uri), editsOf(uri, edit));
  }

  /** Sends the edit's result back, as an editor does that applied it. */
  async apply(uri: string, edit: WorkspaceEdit | undefined): Promise<void> {
    await this.type(uri, this.document(uri).getText(), this.applied(uri, edit));
  }
}

/** The edits of one document in a workspace edit, whichever way it is written. */
export function editsOf(uri: string, edit: WorkspaceEdit | undefined): TextEdit[] {
  const changes = (edit?.documentChanges ?? []).flatMap((change) =>
    'edits' in change && change.textDocument.uri === uri ? change.edits : [],
  );
  return [...changes, ...(edit?.changes?.[uri] ?? [])] as TextEdit[];
}

const languageOf = (uri: string) => /\.(json|yaml|xml)$/.exec(uri)?.[1] ?? 'plaintext';
