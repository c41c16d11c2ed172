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
import { answerRequests } from './requests';
import { OpenFiles, type OpenFile } from './open-files';
import { publishDiagnostics } from './publishing';
import type { Session } from './session';
import { WorkspaceSettings } from './workspace-settings';

/** What is asked of a running server by tests only. */
export interface RunningServer {
  /** How many documents it remembers. */
  remembered(): number;
}

/** Answers the requests of a client until it disconnects. Does nothing before it is asked. */
export function startServer(connection: Connection, host: Host): RunningServer {
  let capabilities: ClientCapabilities = {};
  let yamlSyntaxErrors = true;
  const log = (message: string) => connection.console.log(message);
  const readFile = (uri: string) => readThrough(connection, host, uri);
  const texts = new TextDocuments(TextDocument);
  const settings = new WorkspaceSettings(readFile, log);
  const files = new OpenFiles(texts, contextOf);
  const session: Session = {
    ...{ connection, texts, files, settings, readFile, log },
    capabilities: () => capabilities,
  };

  connection.onInitialize((params) => {
    capabilities = params.capabilities;
    yamlSyntaxErrors = params.initializationOptions?.yamlSyntaxErrors !== false;
    settings.setFolders(foldersOf(params));
    return serverCapabilities(capabilities);
  });
  connection.onInitialized(() => {
    pullSettings();
    if (capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        const folders = await connection.workspace.getWorkspaceFolders().catch(() => null);
        settings.setFolders((folders ?? []).map(({ uri }) => uri));
        refresh();
      });
    }
    log(text('log.started'));
  });
  connection.onDidChangeConfiguration((change) => {
    const section = change.settings?.imsConfig;
    if (section !== undefined) settings.setClientSettings(section);
    else pullSettings();
    refresh();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => isSettingsFile(uri))) settingsFileChanged();
  });
  connection.onNotification('imsConfig/yamlSyntaxErrors', (params: unknown) => {
    yamlSyntaxErrors = saysYes(params);
    refresh();
  });
  // For clients that watch no files.
  texts.onDidSave(({ document }) => {
    if (isSettingsFile(document.uri)) settingsFileChanged();
  });
  texts.onDidClose(({ document }) => files.forget(document.uri));
  const pushAll = publishDiagnostics(session);
  answerRequests(session);
  texts.listen(connection);
  connection.listen();
  return { remembered: () => files.size + texts.keys().length };

  function pullSettings(): void {
    if (!capabilities.workspace?.configuration) return;
    settings.setClientSettings(connection.workspace.getConfiguration('imsConfig'));
  }

  function settingsFileChanged(): void {
    settings.forgetFiles();
    refresh();
  }

  /** Something that findings depend on has changed, and no text with it. */
  function refresh(): void {
    if (capabilities.workspace?.diagnostics?.refreshSupport) {
      connection.languages.diagnostics.refresh().catch(() => undefined);
    }
    pushAll();
  }

  async function contextOf(uri: string, { document }: OpenFile): Promise<CheckContext> {
    // Only files that are made to hold secrets are judged by it, and asking git takes its time.
    const asksGit = document.entities.some(({ dialect }) => dialect.holdsSecrets);
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
      silent: reportedByOthers(texts.get(uri)?.languageId, yamlSyntaxErrors),
    };
  }
}

/** The editor itself reports what is wrong with JSON, and another extension may do so with YAML. */
function reportedByOthers(
  languageId: string | undefined,
  yamlSyntaxErrors: boolean,
): readonly string[] {
  const byOthers = languageId?.startsWith('json') || (languageId === 'yaml' && !yamlSyntaxErrors);
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

function saysYes(params: unknown): boolean {
  const value =
    typeof params === 'object' && params !== null && 'yamlSyntaxErrors' in params
      ? params.yamlSyntaxErrors
      : params;
  return value !== false;
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
