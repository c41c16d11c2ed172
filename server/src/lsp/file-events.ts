import type { DidChangeWatchedFilesParams, FileEvent } from 'vscode-languageserver';
import { hasReadableName } from '../model/file-names';
import { SETTINGS_FILE } from '../rules/settings-file';
import { pathOf } from './addresses';
import { guarded } from './guard';
import { FileChangeType } from './protocol';
import type { Session } from './session';
import { isBelow, listFiles } from './workspace-files';
import type { WorkspaceIndex } from './workspace-index';
import type { WorkspaceIndexing } from './workspace-indexing';

/** Keeps the index current by what the client tells of the files of the workspace. */
export function followFiles(
  session: Session,
  indexing: WorkspaceIndexing,
  changed: (uris: readonly string[]) => void,
): void {
  const { connection, index, log, withoutIgnored, isInFolder } = session;
  const newcomers = listNewcomers(session, indexing);
  const readAnew = async ({ changes }: DidChangeWatchedFilesParams) => {
    newcomers(changes.filter(mayBeFolder).map(({ uri }) => uri));
    const files = changes.flatMap((change) => filesOf(change, index)).filter(isInFolder);
    void index.read(files.filter((uri) => index.get(uri)));
    void index.read(await withoutIgnored(files.filter((uri) => !index.get(uri))));
  };
  connection.onDidChangeWatchedFiles((params) => {
    changed(params.changes.map(({ uri }) => uri));
    if (!indexing.isListing) return;
    guarded('didChangeWatchedFiles', undefined, log, readAnew)(params).catch(() => undefined);
  });
}

/**
 * Looks for files in what has come and may be a folder: of one that is moved or copied into the
 * workspace nobody says which files are in it.
 */
function listNewcomers(
  { connection, index, log, withoutIgnored, isInFolder }: Session,
  indexing: WorkspaceIndexing,
): (uris: readonly string[]) => void {
  const waiting = new Set<string>();
  const list = guarded('findFiles', undefined, log, async () => {
    const all = [...waiting];
    waiting.clear();
    const below = all.filter((uri) => !all.some((other) => isBelow(uri, other)));
    // To look for everything once is less work then.
    if (below.length > MOST_NEWCOMERS) return indexing.build();
    const files = await listFiles(connection, below);
    await index.read(await withoutIgnored(files ?? []));
  });
  return (uris) => {
    // They lie in folders of the workspace, and not in those that nobody looks into.
    const found = uris.filter((uri) => isInFolder(`${uri}/`));
    if (found.length === 0) return;
    const isFirst = waiting.size === 0;
    for (const uri of found) waiting.add(uri);
    if (isFirst) setTimeout(() => list(undefined).catch(() => undefined), SOON);
  };
}

const MOST_NEWCOMERS = 100;

/** Milliseconds. */
const SOON = 200;

const mayBeFolder = ({ uri, type }: FileEvent): boolean =>
  type === FileChangeType.Created && !hasReadableName(pathOf(uri));

/** The files that an event is about. Of a folder that goes, nobody says which files were in it. */
function filesOf({ uri, type }: FileEvent, index: WorkspaceIndex): readonly string[] {
  if (index.get(uri)) return [uri];
  if (type === FileChangeType.Deleted) {
    return index.uris().filter((each) => isBelow(each, uri));
  }
  const isOurs = hasReadableName(pathOf(uri)) && !uri.endsWith(`/${SETTINGS_FILE}`);
  return isOurs ? [uri] : [];
}
