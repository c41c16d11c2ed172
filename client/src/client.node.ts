import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Connection } from './activation';
import { CLIENT_ID, clientOptions, connect } from './client';
import { text } from './texts';

export { openExamples } from './examples';

/** Starts the language server as a process of its own. */
export function startClient(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): Promise<Connection> {
  const server = {
    module: context.asAbsolutePath('dist/server.js'),
    transport: TransportKind.ipc,
    // With it Node keeps the compiled server for the next start; an older one does not know it.
    options: { env: { NODE_COMPILE_CACHE: context.globalStorageUri.fsPath } },
  };
  const servers = { run: server, debug: server };
  return connect(
    new LanguageClient(CLIENT_ID, text('client.name'), servers, clientOptions(output)),
    context,
  );
}
