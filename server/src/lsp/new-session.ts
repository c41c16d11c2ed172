import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigDocument } from '../model/document';
import { isIgnored } from '../rules/settings';
import { text } from '../texts';
import { pathOf, relativePath } from './addresses';
import { ClosedFiles } from './closed-files';
import type { Situation } from './document-check';
import { traceOf } from './guard';
import type { Host } from './host';
import { IgnoredTexts } from './ignored-texts';
import { LiveWorkspace } from './live-workspace';
import { type OpenFile, OpenFiles } from './open-files';
import { realClock } from './patience';
import { TextDocuments } from './protocol';
import type { Client, Session } from './session';
import { isForeign, readFileText } from './workspace-files';
import { WorkspaceIndex } from './workspace-index';
import { WorkspaceSettings } from './workspace-settings';

/** Everything that one connection is about, as it is before the client has said anything. */
export function createSession(connection: Connection, host: Host): Session {
  const client: Client = {
    capabilities: {},
    yamlSyntaxErrors: true,
    rulePages: host.rulePages,
    triesMasks: false,
    showsWorkspace: false,
  };
  const log = (message: string) => connection.console.log(message);
  const readText = (uri: string) => readFileText(connection, host, uri);
  const settings = new WorkspaceSettings(readText, log);
  const texts = new TextDocuments(TextDocument);
  const situation = (uri: string, file: OpenFile) => situationOf(uri, file, session, host);
  const clock = host.clock ?? realClock;
  const kinds = {
    now: (uri: string) => settings.kindNow(uri),
    settled: (uri: string) => settings.of(uri),
  };
  const files = new OpenFiles(texts, situation, kinds, clock);
  const index = new WorkspaceIndex({
    contains: (uri) => isInFolder(uri, settings),
    ignores: (uri) => ignores(uri, settings),
    read: readText,
    kindOf: (uri) => settings.kindNow(uri),
    failed: (error) => log(text('log.failed', { request: 'index', error: traceOf(error) })),
  });
  const ignoredTexts = new IgnoredTexts({
    couldTakePart: (uri) =>
      isInWorkspace(uri, settings) && (index.get(uri) ?? files.read(uri)) !== undefined,
    isIgnored: async (uri) =>
      (await ignores(uri, settings)) ||
      // Of what is in the index git was asked already.
      (!index.get(uri) && (await withoutIgnored([uri], settings, host)).length === 0),
    decided: (uri) => workspace.touch(uri),
  });
  const workspace = new LiveWorkspace({
    folders: () => settings.folders,
    contains: (uri) => isInWorkspace(uri, settings),
    isOpen: (uri) => texts.get(uri) !== undefined,
    isIgnored: (uri) => ignoredTexts.has(uri),
    open: (uri) => partOfWorkspace(files.read(uri)?.document),
    stored: (uri) => index.get(uri),
  });
  const session: Session = {
    connection,
    client,
    texts,
    files,
    closedFiles: new ClosedFiles((uri) => index.get(uri), situation, clock),
    index,
    workspace,
    settings,
    ignoredTexts,
    told: new Map(),
    clock,
    log,
    readText,
    situationOf: situation,
    isInFolder: (uri) => isInFolder(uri, settings),
    homeOf: (uri) =>
      host.home !== undefined && uri.startsWith('file:') ? pathOf(host.home) : undefined,
    withoutIgnored: (uris) => withoutIgnored(uris, settings, host),
  };
  return session;
}

/** Settings of this tool tell nothing of other files. */
const partOfWorkspace = (document: ConfigDocument | undefined): ConfigDocument | undefined =>
  document?.kind.isSettings ? undefined : document;

/**
 * Without folders it is the files that are open. Versions in git, and what has no file yet, are no
 * part of it.
 */
const isInWorkspace = (uri: string, settings: WorkspaceSettings): boolean =>
  settings.folders.length === 0 ? uri.startsWith('file:') : isInFolder(uri, settings);

function isInFolder(uri: string, settings: WorkspaceSettings): boolean {
  const folder = settings.folderOf(uri);
  return folder !== undefined && !isForeign(relativePath(uri, folder) ?? '');
}

async function ignores(uri: string, settings: WorkspaceSettings): Promise<boolean> {
  const folder = settings.folderOf(uri);
  const path = folder === undefined ? undefined : relativePath(uri, folder);
  return path !== undefined && isIgnored(await settings.of(uri), path);
}

/** As the command line leaves them out: they are made from others, or are somebody's own. */
async function withoutIgnored(
  uris: readonly string[],
  settings: WorkspaceSettings,
  host: Host,
): Promise<readonly string[]> {
  if (!host.ignored) return uris;
  const ignored = new Set<string>();
  for (const folder of settings.folders) {
    const inFolder = uris.filter((uri) => settings.folderOf(uri) === folder);
    if (inFolder.length === 0) continue;
    for (const uri of await host.ignored(folder, inFolder)) ignored.add(uri);
  }
  return uris.filter((uri) => !ignored.has(uri));
}

async function situationOf(
  uri: string,
  { document, snapshot }: OpenFile,
  { client, texts, settings, workspace, ignoredTexts }: Session,
  host: Host,
): Promise<Situation> {
  // What was none of ours when it was opened may have become so.
  if (texts.get(uri)) ignoredTexts.look(uri);
  // Only files that are made to hold secrets are judged by it, and asking git takes its time.
  const asksGit = document.entities.some(({ dialect }) => dialect.secrets === 'private-file');
  const [found, tracked] = await Promise.all([
    settings.of(uri),
    asksGit ? host.isTracked(uri) : undefined,
    ignoredTexts.settled(),
  ]);
  const folder = settings.folderOf(uri);
  const around = workspace.around(uri);
  const context = {
    settings: found,
    today: host.today(),
    tracked,
    workspace: around.workspace,
    relativePath: folder === undefined ? undefined : relativePath(uri, folder),
    silent: reportedByOthers(snapshot.languageId, client.yamlSyntaxErrors),
  };
  return { context, revision: around.revision };
}

/**
 * The editor itself reports what is wrong with JSON, and another extension may do so with YAML: in
 * texts that are open, so that their language is known.
 */
function reportedByOthers(languageId: string, yamlSyntaxErrors: boolean): readonly string[] {
  const byOthers = languageId.startsWith('json') || (languageId === 'yaml' && !yamlSyntaxErrors);
  return byOthers ? ['syntax-error', 'duplicate-key'] : [];
}
