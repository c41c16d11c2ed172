import type { ClientCapabilities, Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClosedFiles } from './closed-files';
import type { Links } from './diagnostics';
import type { Situation } from './document-check';
import type { FileText } from './host';
import type { IgnoredTexts } from './ignored-texts';
import type { LiveWorkspace } from './live-workspace';
import type { OpenFile, OpenFiles } from './open-files';
import type { Clock } from './patience';
import type { WorkspaceIndex } from './workspace-index';
import type { WorkspaceSettings } from './workspace-settings';

/** What a client has said of itself. */
export interface Client {
  capabilities: ClientCapabilities;
  /** Whether nobody else reports syntax errors of YAML. */
  yamlSyntaxErrors: boolean;
  /** The address below which it shows the pages of rules. */
  rulePages: string | undefined;
  /** Whether it has the command that tries an association mask. */
  triesMasks: boolean;
  /** Whether it wants to be told that the workspace is another one than before. */
  showsWorkspace: boolean;
}

/** Everything that one connection is about. */
export interface Session {
  readonly connection: Connection;
  readonly client: Client;
  readonly texts: TextDocuments<TextDocument>;
  readonly files: OpenFiles;
  readonly closedFiles: ClosedFiles;
  /** The files of the workspace on the disk. */
  readonly index: WorkspaceIndex;
  /** The workspace with the texts that are open. */
  readonly workspace: LiveWorkspace;
  readonly settings: WorkspaceSettings;
  /**
   * The path of the home folder for a file; undefined where that lies in another place, or there is
   * none.
   */
  readonly homeOf: (uri: string) => string | undefined;
  /** The text of a file of the workspace, if it is not too large. */
  readonly readText: (uri: string) => Promise<FileText>;
  /** Files without those that git ignores. */
  readonly withoutIgnored: (uris: readonly string[]) => Promise<readonly string[]>;
  /** The open texts that are left out of the workspace. */
  readonly ignoredTexts: IgnoredTexts;
  /**
   * What open files were last reported to have to a client that asks, by its fingerprint; also of
   * files whose first report is not there yet.
   */
  readonly told: Map<string, string>;
  /** Whether a file lies in one of the folders of the workspace. */
  readonly isInFolder: (uri: string) => boolean;
  /** What a file is checked with. */
  readonly situationOf: (uri: string, file: OpenFile) => Promise<Situation>;
  readonly clock: Clock;
  readonly log: (message: string) => void;
}

/** Where the diagnostics of a session lead to. */
export const linksOf = ({ client, workspace }: Session): Links => ({
  pages: client.rulePages,
  snapshotOf: (document) => workspace.snapshotOf(document),
});
