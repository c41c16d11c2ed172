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
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const servers = { run: server, debug: server };
  return connect(
    new LanguageClient(CLIENT_ID, text('client.name'), servers, clientOptions(output)),
    context,
  );
}
