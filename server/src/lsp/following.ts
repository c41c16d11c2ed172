import {
  type DidChangeWatchedFilesParams,
  FileChangeType,
  type FileEvent,
} from 'vscode-languageserver';
import { worthReading } from '../model/document';
import { SETTINGS_FILE } from '../rules/settings-file';
import { text } from '../texts';
import { pathOf } from './addresses';
import { saysYes } from './client-options';
import { guarded } from './guard';
import { publishDiagnostics } from './publishing';
import { Refreshing } from './refreshing';
import { registerDiagnostics, watchFiles } from './registration';
import type { Session } from './session';
import type { WorkspaceIndex } from './workspace-index';
import { WorkspaceIndexing } from './workspace-indexing';
import { WorkspaceReports } from './workspace-reports';

/** Keeps what is known of the workspace current, and the client informed. */
export function followWorkspace(session: Session): void {
  const { connection, index, workspace, log } = session;
  const indexing = new WorkspaceIndexing(session, () => {
    refreshing.afterStored();
    // Requests wait for it, even if it brings nothing new.
    reports.wake();
  });
  const reports = new WorkspaceReports(session, () => indexing.isBuilding);
  const publish = publishDiagnostics(session);
  const refreshing = new Refreshing(session, { publish, wake: () => reports.wake() });
  const parts: Parts = { indexing, reports, refreshing };

  index.listen({
    changed(uri) {
      workspace.touch(uri);
      if (!indexing.isBuilding) refreshing.afterStored();
    },
    skipped: (uri, why) => indexing.skipped(uri, why),
  });
  connection.languages.diagnostics.onWorkspace((params, token, _progress, partial) => {
    const answer = () => reports.answer(params, token, partial);
    return guarded('workspaceDiagnostic', { items: [] }, log, answer)(params, token);
  });
  followTexts(session, parts);
  followSettings(session, parts);
  followFiles(session, parts);
  connection.onShutdown(() => {
    indexing.stop();
    refreshing.stop();
    reports.wake();
  });
}

interface Parts {
  readonly indexing: WorkspaceIndexing;
  readonly reports: WorkspaceReports;
  readonly refreshing: Refreshing;
}

function followTexts(session: Session, { indexing, reports, refreshing }: Parts): void {
  const { texts, index, workspace } = session;
  const readAnew = (uri: string) => {
    if (indexing.isListing && worthReading(pathOf(uri))) void index.read([uri]);
  };
  texts.onDidChangeContent(({ document }) => {
    workspace.touch(document.uri);
    refreshing.afterTyped();
  });
  texts.onDidClose(({ document: { uri } }) => {
    workspace.touch(uri);
    // The file may have been saved just now.
    readAnew(uri);
    reports.closed(uri);
    refreshing.afterStored();
  });
  // For clients that watch no files.
  texts.onDidSave(({ document }) => {
    if (!isSettingsFile(document.uri)) readAnew(document.uri);
  });
}

/** Takes notice of everything that findings depend on besides the texts. */
function followSettings(session: Session, { indexing, refreshing }: Parts): void {
  const { connection, client, texts, settings, log } = session;
  const announce = registerDiagnostics(session);
  const pull = () => {
    if (!client.capabilities.workspace?.configuration) return;
    settings.setClientSettings(connection.workspace.getConfiguration('imsConfig'));
  };
  connection.onInitialized(() => {
    pull();
    announce();
    followFolders(session, indexing, refreshing);
    watchFiles(session);
    log(text('log.started'));
    indexing.build();
  });
  connection.onDidChangeConfiguration((change) => {
    const section = change.settings?.imsConfig;
    if (section === undefined) pull();
    else settings.setClientSettings(section);
    announce();
    refreshing.now();
  });
  // For clients that watch no files.
  texts.onDidSave(({ document }) => {
    if (isSettingsFile(document.uri)) settingsFileChanged(session, indexing, refreshing);
  });
  connection.onNotification('imsConfig/yamlSyntaxErrors', (params: unknown) => {
    client.yamlSyntaxErrors = saysYes(params);
    refreshing.now();
  });
}

/** Which files it ignores may be others now. */
function settingsFileChanged(
  { settings }: Session,
  indexing: WorkspaceIndexing,
  refreshing: Refreshing,
): void {
  settings.forgetFiles();
  indexing.build();
  refreshing.now();
}

function followFolders(
  { connection, client, settings, texts, workspace, index }: Session,
  indexing: WorkspaceIndexing,
  refreshing: Refreshing,
): void {
  if (!client.capabilities.workspace?.workspaceFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    settings.changeFolders(
      added.map(({ uri }) => uri),
      removed.map(({ uri }) => uri),
    );
    index.retain((uri) => settings.folderOf(uri) !== undefined);
    workspace.touchAll(texts.keys());
    indexing.build();
    refreshing.now();
  });
}

function followFiles(session: Session, { indexing, refreshing }: Parts): void {
  const { connection, index, log, withoutIgnored } = session;
  const readAnew = async ({ changes }: DidChangeWatchedFilesParams) => {
    const files = changes.flatMap((change) => filesOf(change, index));
    void index.read(files.filter((uri) => index.get(uri)));
    void index.read(await withoutIgnored(files.filter((uri) => !index.get(uri))));
  };
  connection.onDidChangeWatchedFiles((params) => {
    if (params.changes.some(({ uri }) => isSettingsFile(uri))) {
      settingsFileChanged(session, indexing, refreshing);
    }
    if (indexing.isListing) {
      void guarded('didChangeWatchedFiles', undefined, log, readAnew)(params);
    }
  });
}

/** The files that an event is about. Of a folder that goes, nobody says which files were in it. */
function filesOf({ uri, type }: FileEvent, index: WorkspaceIndex): readonly string[] {
  if (index.get(uri)) return [uri];
  if (type === FileChangeType.Deleted) {
    return index.uris().filter((each) => each.startsWith(`${uri}/`));
  }
  return worthReading(pathOf(uri)) && !isSettingsFile(uri) ? [uri] : [];
}

const isSettingsFile = (uri: string) => uri.endsWith(`/${SETTINGS_FILE}`);
