import type { Range, WorkspaceEdit } from 'vscode-languageclient';

/** What the server answers about the workspace. */
export interface Report {
  readonly groups: readonly Group[];
  readonly migratable: readonly MigratableFile[];
  readonly markdown: string | null;
}

export interface Group {
  readonly id: 'migratable' | 'by-hand' | 'adobe' | 'current' | 'unknown' | 'environments';
  readonly label: string;
  readonly items: readonly Item[];
}

export interface Item {
  readonly label: string;
  readonly description: string;
  /** Markdown. */
  readonly tooltip: string;
  /** All of it, for people who hear it. */
  readonly spoken: string;
  readonly what: 'credential' | 'environment' | 'account';
  readonly level: 'error' | 'warning' | 'info' | 'hint' | null;
  readonly uri: string;
  readonly range: Range;
}

export interface MigratableFile {
  readonly uri: string;
  /** From the folder of the workspace. */
  readonly path: string;
  /** The credentials in it. */
  readonly labels: readonly string[];
  /** The name that it gets. */
  readonly renames: string | null;
}

export interface Migration {
  /** Whether one of the files has become another one meanwhile; nothing else is said then. */
  readonly hasChanged: boolean;
  readonly edit: WorkspaceEdit | null;
  /** The open texts that it was made for, by the names that they have now. */
  readonly versions: readonly { readonly uri: string; readonly version: number }[];
  readonly uris: readonly string[];
  /** What remains by hand where all of it is applied, as Markdown. */
  readonly checklist: string;
}

/** What has come of a migration that was shown first. */
export interface Migrated {
  /** The files that are migrated as a whole, as they were called. */
  readonly uris: readonly string[];
  readonly checklist: string;
}
