import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { text } from '../texts';
import type { Group } from './answers';
import { wishOf } from './choice';
import { type MigrationOutcome, migrateWorkspace, showMarkdown } from './migrate';
import { report } from './requests';
import { WorkspaceTree } from './tree';

/**
 * The view of all credentials and environments of the workspace, and what can be done about them
 * together.
 */
export interface WorkspaceView extends vscode.Disposable {
  refresh(): void;
  /** Migrates what is named: an element of the view, or files; otherwise what is chosen. */
  migrate(wanted: unknown, preview: boolean): Promise<MigrationOutcome>;
  /** Opens the report as a new document. */
  createReport(): Promise<void>;
  /** What it shows. */
  seen(): readonly Group[];
}

export function workspaceView(client: BaseLanguageClient): WorkspaceView {
  const tree = new WorkspaceTree(client);
  const parts = [
    tree,
    client.onNotification('imsConfig/workspaceChanged', ({ files }: { readonly files: number }) => {
      setHasFiles(files > 0);
      tree.outdated();
    }),
  ];
  return {
    refresh: () => tree.refresh(),
    seen: () => tree.seen,
    migrate: (wanted, preview) => migrateWorkspace(client, wishOf(wanted, preview)),
    async createReport() {
      const found = await report(client, true);
      if (!found) return;
      if (found.markdown === null) {
        void vscode.window.showWarningMessage(text('workspace.failed'));
        return;
      }
      await showMarkdown(found.markdown);
    },
    dispose() {
      setHasFiles(false);
      for (const part of parts) part.dispose();
    },
  };
}

/** So that the view is there only where there is something to be seen. */
function setHasFiles(hasFiles: boolean): void {
  void vscode.commands.executeCommand('setContext', 'imsConfig.hasFiles', hasFiles);
}
