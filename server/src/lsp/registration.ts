import type { Disposable } from 'vscode-languageserver';
import { FILES_PATTERN } from '../model/file-names';
import { SOURCE } from './diagnostics';
import {
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  WatchKind,
} from './protocol';
import type { Session } from './session';
import type { DiagnosedFiles } from './workspace-settings';

/** What is promised to a client that asks for diagnostics. */
export const diagnosticOptions = (workspaceDiagnostics: boolean) => ({
  identifier: SOURCE,
  interFileDependencies: true,
  workspaceDiagnostics,
});

/**
 * Tells the client to ask for diagnostics, of the workspace only while the setting wants those: a
 * client asks for them again and again. Gives the way to look at the setting anew.
 */
export function registerDiagnostics(session: Session): () => void {
  const { connection, client, settings } = session;
  let registered: { readonly files: DiagnosedFiles; readonly registration: Disposable } | undefined;

  async function update(): Promise<void> {
    const files = await settings.diagnosed();
    if (registered?.files === files) return;
    registered?.registration.dispose();
    registered = undefined;
    const options = { documentSelector: null, ...diagnosticOptions(files === 'all') };
    const registration = await connection.client.register(DocumentDiagnosticRequest.type, options);
    registered = { files, registration };
  }

  let turn = Promise.resolve();
  return () => {
    if (!client.capabilities.textDocument?.diagnostic?.dynamicRegistration) return;
    turn = turn.then(update).catch(() => undefined);
  };
}

/**
 * Has the client tell about files that come, change and go. A folder is told of instead of its
 * files.
 */
export function watchFiles({ connection, client }: Session): void {
  if (!client.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  connection.client
    .register(DidChangeWatchedFilesNotification.type, {
      // No two watchers for the same: each of them would tell.
      watchers: [
        { globPattern: FILES_PATTERN, kind: WatchKind.Change },
        { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
      ],
    })
    .catch(() => undefined);
}
