import type { CancellationToken } from 'vscode-languageserver';
import { type WorkspaceReport, workspaceReport } from '../features/workspace-report';
import type { ReportedFile } from '../features/workspace-report-things';
import { baseName } from '../model/path';
import { newWorkspace } from '../model/workspace';
import { pathOf, relativePath } from './addresses';
import type { CheckedFile } from './open-files';
import { pause, pauses } from './patience';
import { checkedFile } from './reports';
import type { Session } from './session';

/** All files of the workspace that are ours, checked, and what they come to. */
export interface Gathered {
  readonly report: WorkspaceReport;
  /** A file of the report as it was checked. */
  readonly checkedOf: (file: ReportedFile) => CheckedFile;
  readonly fileAt: (uri: string) => ReportedFile | undefined;
}

/** Checks the whole workspace. Undefined where that is not wanted any longer. */
export async function gather(
  session: Session,
  token: CancellationToken | undefined,
  progress: (done: number, all: number) => void,
): Promise<Gathered | undefined> {
  const checked = new Map<ReportedFile, CheckedFile>();
  const uris = session.workspace.uris();
  await pause();
  const breathe = pauses();
  for (const [index, uri] of uris.entries()) {
    if (await breathe()) progress(index, uris.length);
    if (token?.isCancellationRequested) return undefined;
    const file = await checkedFile(session, uri, token);
    if (!file) continue;
    const { document, findings } = file;
    checked.set({ path: shownPath(session, uri), document, findings }, file);
  }
  if (token?.isCancellationRequested) return undefined;
  const [some] = checked.values();
  const files = [...checked.keys()];
  const workspace = some?.context.workspace ?? newWorkspace(files.map(({ document }) => document));
  const byUri = new Map([...checked].map(([file, { snapshot }]) => [snapshot.uri, file]));
  return {
    report: workspaceReport(files, workspace, some?.context.today ?? ''),
    checkedOf: (file) => checked.get(file)!,
    fileAt: (uri) => byUri.get(uri),
  };
}

/** A path from its folder; where there are several, with the name of the folder before it. */
function shownPath({ settings }: Session, uri: string): string {
  const folder = settings.folderOf(uri);
  const path = folder === undefined ? undefined : relativePath(uri, folder);
  if (folder === undefined || path === undefined) return baseName(pathOf(uri));
  if (settings.folders.length < 2) return path;
  return `${baseName(pathOf(folder).replace(/\/+$/, ''))}/${path}`;
}
