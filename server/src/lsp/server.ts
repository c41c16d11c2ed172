import type { ClientCapabilities, Connection, InitializeResult } from 'vscode-languageserver';
import { FIX_ALL } from './actions';
import { foldersOf, hasOption, rulePagesOf, saysYes } from './client-options';
import { TRIGGERS } from './completion';
import { SOURCE } from './diagnostics';
import { followWorkspace } from './following';
import type { Host } from './host';
import { createSession } from './new-session';
import { CodeActionKind, TextDocumentSyncKind } from './protocol';
import { diagnosticOptions } from './registration';
import { answerRequests } from './requests';

/** What is asked of a running server by tests only. */
export interface RunningServer {
  /** How many documents it remembers. */
  remembered(): number;
}

/** Answers the requests of a client until it disconnects. Does nothing before it is asked. */
export function startServer(connection: Connection, host: Host): RunningServer {
  const session = createSession(connection, host);
  const { client, texts, files, index, settings } = session;

  connection.onInitialize((params) => {
    client.capabilities = params.capabilities;
    client.yamlSyntaxErrors = saysYes(params.initializationOptions);
    client.rulePages = rulePagesOf(params.initializationOptions) ?? host.rulePages;
    client.triesMasks = hasOption(params.initializationOptions, 'triesMasks');
    client.showsWorkspace = hasOption(params.initializationOptions, 'showsWorkspace');
    settings.setFolders(foldersOf(params));
    return serverCapabilities(client.capabilities);
  });
  texts.onDidClose(({ document }) => files.forget(document.uri));
  answerRequests(session);
  followWorkspace(session);
  texts.listen(connection);
  connection.listen();
  return { remembered: () => files.size + texts.keys().length + index.size };
}

function serverCapabilities({ textDocument }: ClientCapabilities): InitializeResult {
  const diagnostic = textDocument?.diagnostic;
  return {
    serverInfo: { name: SOURCE },
    capabilities: {
      textDocumentSync: {
        openClose: true,
        change: TextDocumentSyncKind.Incremental,
        save: { includeText: false },
      },
      // Others are told once their settings are known.
      ...(diagnostic &&
        !diagnostic.dynamicRegistration && { diagnosticProvider: diagnosticOptions(true) }),
      hoverProvider: true,
      completionProvider: { triggerCharacters: [...TRIGGERS] },
      documentSymbolProvider: true,
      documentLinkProvider: {},
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      codeLensProvider: {},
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
