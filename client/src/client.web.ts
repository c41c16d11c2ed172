/// <reference lib="webworker" />
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { Connection } from './activation';
import { CLIENT_ID, clientOptions, connect } from './client';
import { text } from './texts';

export { openExamples } from './examples';

/** Starts the language server in a web worker. */
export async function startClient(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): Promise<Connection> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server.js');
  // The worker itself, not a function that makes it: the client tests `instanceof Worker`, which is
  // false for the workers of the editor's own extension host.
  const worker = new Worker(script.toString(true));
  const client = new LanguageClient(CLIENT_ID, text('client.name'), worker, clientOptions(output));
  const connection = await connect(client, context);
  return {
    ...connection,
    async dispose() {
      await connection.dispose();
      worker.terminate();
    },
  };
}
