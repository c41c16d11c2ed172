import type { ClientCapabilities, Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { OpenFiles } from './open-files';
import type { WorkspaceSettings } from './workspace-settings';

/** What a client has said of itself. */
export interface Client {
  capabilities: ClientCapabilities;
  /** Whether nobody else reports syntax errors of YAML. */
  yamlSyntaxErrors: boolean;
  /** The address below which it shows the pages of rules. */
  rulePages: string | undefined;
}

/** Everything that one connection is about. */
export interface Session {
  readonly connection: Connection;
  readonly client: Client;
  readonly texts: TextDocuments<TextDocument>;
  readonly files: OpenFiles;
  readonly settings: WorkspaceSettings;
  /** The text of a settings file. */
  readonly readFile: (uri: string) => Promise<string | undefined>;
  readonly log: (message: string) => void;
}
