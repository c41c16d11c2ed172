import { hasReadableName } from '../model/file-names';
import { SETTINGS_FILE } from '../rules/settings-file';
import { text } from '../texts';
import { pathOf } from './addresses';
import { saysYes } from './client-options';
import { followFiles } from './file-events';
import { guarded, traceOf } from './guard';
import { publishDiagnostics } from './publishing';
import { Refreshing } from './refreshing';
import { registerDiagnostics, watchFiles } from './registration';
import type { Session } from './session';
import { WorkspaceIndexing } from './workspace-indexing';
import { answerWorkspaceRequests } from './workspace-overview';
import { WorkspaceReports } from './workspace-reports';

/** Keeps what is known of the workspace current, and the client informed. */
export function followWorkspace(session: Session): void {
  const { connection, index, workspace, log } = session;
  const indexing = new WorkspaceIndexing(session);
  const reports = new WorkspaceReports(session, () => indexing.isBuilding);
  const publish = publishDiagnostics(session);
  let told: number | undefined;
  const tell = (hasNewSettings: boolean) => {
    const { revision } = workspace;
    if (told === revision && !hasNewSettings) return;
    told = revision;
    tellOfWorkspace(session);
  };
  const refreshing = new Refreshing(session, {
    publish,
    wake: () => reports.wake(),
    tell,
  });
  const parts: Parts = { indexing, reports, refreshing };

  indexing.onBuilt(() => {
    refreshing.afterStored();
    // Requests wait for it, even if it brings nothing new.
    reports.wake();
    tell(false);
  });
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
  answerWorkspaceRequests(session, indexing);
  followTexts(session, parts);
  followSettings(session, parts);
  followFiles(session, indexing, (uris) => {
    if (uris.some((uri) => session.settings.isSource(uri)))
      settingsFileChanged(session, indexing, refreshing);
  });
  connection.onShutdown(() => {
    indexing.stop();
    refreshing.stop();
    reports.wake();
  });
}

/** How many files of ours there are; whatever a view shows of them may be outdated. */
function tellOfWorkspace({ connection, client, workspace, log }: Session): void {
  if (!client.showsWorkspace) return;
  const params = { files: workspace.uris().length };
  connection
    .sendNotification('imsConfig/workspaceChanged', params)
    .catch((error: unknown) => log(text('log.failed', { request: 'tell', error: traceOf(error) })));
}

interface Parts {
  readonly indexing: WorkspaceIndexing;
  readonly reports: WorkspaceReports;
  readonly refreshing: Refreshing;
}

function followTexts(session: Session, { indexing, reports, refreshing }: Parts): void {
  const { texts, index, workspace, ignoredTexts, told, withoutIgnored, log } = session;
  const readAnew = guarded('read', undefined, log, async (uri: string) => {
    if (!indexing.isListing || isSettingsFile(uri) || !hasReadableName(pathOf(uri))) return;
    await index.read(index.get(uri) ? [uri] : await withoutIgnored([uri]));
  });
  texts.onDidChangeContent(({ document }) => {
    workspace.touch(document.uri);
    refreshing.afterTyped();
  });
  texts.onDidOpen(({ document }) => {
    ignoredTexts.look(document.uri);
    void ignoredTexts.settled().then(() => refreshing.afterTyped());
  });
  texts.onDidClose(({ document: { uri } }) => {
    ignoredTexts.forget(uri);
    told.delete(uri);
    workspace.touch(uri);
    // The file may have been saved just now.
    void readAnew(uri);
    reports.closed(uri);
    refreshing.afterStored();
  });
  // For clients that watch no files.
  texts.onDidSave(({ document }) => {
    void readAnew(document.uri);
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
    if (settings.isSource(document.uri)) settingsFileChanged(session, indexing, refreshing);
  });
  connection.onNotification('imsConfig/yamlSyntaxErrors', (params: unknown) => {
    client.yamlSyntaxErrors = saysYes(params);
    refreshing.now();
  });
}

/** Which files it ignores may be others now. */
function settingsFileChanged(
  { settings, ignoredTexts }: Session,
  indexing: WorkspaceIndexing,
  refreshing: Refreshing,
): void {
  settings.forgetFiles();
  ignoredTexts.lookAgain();
  indexing.build();
  refreshing.now();
}

function followFolders(
  { connection, client, settings, texts, workspace, index, ignoredTexts }: Session,
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
    ignoredTexts.lookAgain();
    for (const uri of texts.keys()) ignoredTexts.look(uri);
    indexing.build();
    refreshing.now();
  });
}

const isSettingsFile = (uri: string) => uri.endsWith(`/${SETTINGS_FILE}`);
