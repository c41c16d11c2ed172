import {
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckContext } from '../check';
import { SETTINGS_FILE } from '../rules/settings-file';
import { text } from '../texts';
import { FIX_ALL } from './actions';
import { relativePath } from './addresses';
import { SOURCE } from './diagnostics';
import type { Host } from './host';
import { type OpenFile, OpenFiles } from './open-files';
import { publishDiagnostics } from './publishing';
import { answerRequests } from './requests';
import type { Client, Session } from './session';
import { WorkspaceSettings } from './workspace-settings';

/** What is asked of a running server by tests only. */
export interface RunningServer {
  /** How many documents it remembers. */
  remembered(): number;
}

/** Answers the requests of a client until it disconnects. Does nothing before it is asked. */
export function startServer(connection: Connection, host: Host): RunningServer {
  const client: Client = { capabilities: {}, yamlSyntaxErrors: true, rulePages: host.rulePages };
  const log = (message: string) => connection.console.log(message);
  const readFile = (uri: string) => readThrough(connection, host, uri);
  const texts = new TextDocuments(TextDocument);
  const settings = new WorkspaceSettings(readFile, log);
  const files = new OpenFiles(texts, (uri, file) => contextOf(uri, file, session, host));
  const session: Session = { connection, client, texts, files, settings, readFile, log };

  connection.onInitialize((params) => {
    client.capabilities = params.capabilities;
    client.yamlSyntaxErrors = saysYes(params.initializationOptions);
    client.rulePages = rulePagesOf(params.initializationOptions) ?? host.rulePages;
    settings.setFolders(foldersOf(params));
    return serverCapabilities(client.capabilities);
  });
  texts.onDidClose(({ document }) => files.forget(document.uri));
  const pushAll = publishDiagnostics(session);
  answerRequests(session);
  followSettings(session, () => refresh(session, pushAll));
  texts.listen(connection);
  connection.listen();
  return { remembered: () => files.size + texts.keys().length };
}

/** Takes notice of everything that findings depend on besides the texts. */
function followSettings(session: Session, changed: () => void): void {
  const { connection, client, texts, settings, log } = session;
  const pull = () => {
    if (!client.capabilities.workspace?.configuration) return;
    settings.setClientSettings(connection.workspace.getConfiguration('imsConfig'));
  };
  const settingsFileChanged = () => {
    settings.forgetFiles();
    changed();
  };
  connection.onInitialized(() => {
    pull();
    followFolders(session, changed);
    log(text('log.started'));
  });
  connection.onDidChangeConfiguration((change) => {
    const section = change.settings?.imsConfig;
    if (section === undefined) pull();
    else settings.setClientSettings(section);
    changed();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => isSettingsFile(uri))) settingsFileChanged();
  });
  // For clients that watch no files.
  texts.onDidSave(({ document }) => {
    if (isSettingsFile(document.uri)) settingsFileChanged();
  });
  connection.onNotification('imsConfig/yamlSyntaxErrors', (params: unknown) => {
    client.yamlSyntaxErrors = saysYes(params);
    changed();
  });
}

function followFolders({ connection, client, settings }: Session, changed: () => void): void {
  if (!client.capabilities.workspace?.workspaceFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    settings.changeFolders(
      added.map(({ uri }) => uri),
      removed.map(({ uri }) => uri),
    );
    changed();
  });
}

/** Has all diagnostics asked for, or sends them, anew: no text has changed, but what is found in it. */
function refresh({ connection, client }: Session, pushAll: () => void): void {
  if (client.capabilities.workspace?.diagnostics?.refreshSupport) {
    connection.languages.diagnostics.refresh().catch(() => undefined);
  }
  pushAll();
}

async function contextOf(
  uri: string,
  { document, snapshot }: OpenFile,
  { client, settings }: Session,
  host: Host,
): Promise<CheckContext> {
  // Only files that are made to hold secrets are judged by it, and asking git takes its time.
  const asksGit = document.entities.some(({ dialect }) => dialect.secrets === 'private-file');
  const [found, tracked] = await Promise.all([
    settings.of(uri),
    asksGit ? host.isTracked(uri) : undefined,
  ]);
  const folder = settings.folderOf(uri);
  return {
    settings: found,
    today: host.today(),
    tracked,
    relativePath: folder === undefined ? undefined : relativePath(uri, folder),
    silent: reportedByOthers(snapshot.languageId, client.yamlSyntaxErrors),
  };
}

/** The editor itself reports what is wrong with JSON, and another extension may do so with YAML. */
function reportedByOthers(languageId: string, yamlSyntaxErrors: boolean): readonly string[] {
  const byOthers = languageId.startsWith('json') || (languageId === 'yaml' && !yamlSyntaxErrors);
  return byOthers ? ['syntax-error', 'duplicate-key'] : [];
}

async function readThrough(
  connection: Connection,
  host: Host,
  uri: string,
): Promise<string | undefined> {
  const own = await host.readFile(uri);
  if (own !== undefined) return own;
  // A client that does not know the request refuses it: then there is no such file for us.
  const asked = connection.sendRequest<string | null>('imsConfig/readFile', { uri });
  return (await asked.catch(() => undefined)) ?? undefined;
}

const foldersOf = ({ workspaceFolders, rootUri }: InitializeParams): readonly string[] =>
  workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);

const isSettingsFile = (uri: string) => uri.endsWith(`/${SETTINGS_FILE}`);

function rulePagesOf(options: unknown): string | undefined {
  const isObject = typeof options === 'object' && options !== null;
  const pages = isObject && 'rulePages' in options ? options.rulePages : undefined;
  return typeof pages === 'string' ? pages : undefined;
}

/** Unless the client says otherwise. */
function saysYes(params: unknown): boolean {
  const isObject = typeof params === 'object' && params !== null;
  return (isObject && 'yamlSyntaxErrors' in params ? params.yamlSyntaxErrors : params) !== false;
}

function serverCapabilities(client: ClientCapabilities): InitializeResult {
  return {
    serverInfo: { name: SOURCE },
    capabilities: {
      textDocumentSync: {
        openClose: true,
        change: TextDocumentSyncKind.Incremental,
        save: { includeText: false },
      },
      ...(client.textDocument?.diagnostic && {
        diagnosticProvider: {
          identifier: SOURCE,
          interFileDependencies: false,
          workspaceDiagnostics: false,
        },
      }),
      hoverProvider: true,
      documentSymbolProvider: true,
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
