import type { ClientCapabilities, Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { OpenFiles } from './open-files';
import type { WorkspaceSettings } from './workspace-settings';

/** Everything that one connection is about. */
export interface Session {
  readonly connection: Connection;
  readonly texts: TextDocuments<TextDocument>;
  readonly files: OpenFiles;
  readonly settings: WorkspaceSettings;
  readonly capabilities: () => ClientCapabilities;
  readonly readFile: (uri: string) => Promise<string | undefined>;
  readonly log: (message: string) => void;
}
