import type {
  CancellationToken,
  Location,
  ProgressToken,
  WorkDoneProgressReporter,
} from 'vscode-languageserver';
import { reportMarkdown } from '../features/workspace-report-markdown';
import type { ReportedFile } from '../features/workspace-report-things';
import { type TreeGroup, type TreeItem, workspaceTree } from '../features/workspace-tree';
import type { Span } from '../text/span';
import { text } from '../texts';
import { valueIn } from './client-options';
import { rangeOf } from './diagnostics';
import { guarded } from './guard';
import type { Session } from './session';
import { type Gathered, gather } from './workspace-gathering';
import type { WorkspaceIndexing } from './workspace-indexing';
import { placeLinks } from './workspace-links';
import { migrationOf, type PreparedMigration } from './workspace-migration';

/** The answer to `imsConfig/report`. */
interface ReportAnswer {
  readonly groups: readonly (Omit<TreeGroup, 'items'> & { readonly items: readonly Item[] })[];
  /** The files that can be migrated, with what is in them. */
  readonly migratable: readonly {
    readonly uri: string;
    readonly path: string;
    readonly labels: readonly string[];
    readonly renames: string | null;
  }[];
  /** The whole report, where that is asked for. */
  readonly markdown: string | null;
}

type Item = Omit<TreeItem, 'file' | 'span' | 'level'> &
  Location & { readonly level: string | null };

/**
 * Installs what is asked about the whole workspace, and tells the client when another answer may be
 * expected.
 */
export function answerWorkspaceRequests(session: Session, indexing: WorkspaceIndexing): void {
  const { connection, log } = session;
  connection.onRequest(
    'imsConfig/report',
    guarded('report', null, log, (params: unknown, token) =>
      whole(session, indexing, params, token, (gathered) =>
        answerOf(gathered, isTrue(params, 'markdown')),
      ),
    ),
  );
  let shown: PreparedMigration | null = null;
  connection.onRequest(
    'imsConfig/migrate',
    guarded('migrate', null, log, (params: unknown, token) =>
      whole(session, indexing, params, token, async (gathered) => {
        const preview = isTrue(params, 'preview');
        const found = await migrationOf(
          session,
          gathered,
          { uris: urisIn(params), preview },
          token,
        );
        shown = preview ? found : null;
        return found?.answer ?? null;
      }),
    ),
  );
  // What a person leaves in a preview is known behind it only.
  connection.onRequest(
    'imsConfig/migrated',
    guarded('migrated', null, log, () => {
      const outcome = shown?.outcome() ?? null;
      shown = null;
      return outcome;
    }),
  );
}

/** Looks at the whole workspace first, with progress where the client has given a token for it. */
async function whole<T>(
  session: Session,
  indexing: WorkspaceIndexing,
  params: unknown,
  token: CancellationToken | undefined,
  answer: (gathered: Gathered) => T | Promise<T>,
): Promise<T | null> {
  const progress = progressOf(session, params);
  progress?.begin(text('progress.report'), 0, undefined, true);
  try {
    await indexing.settled(token);
    const gathered = await gather(session, token, (done, all) =>
      progress?.report(Math.round((done / all) * 100)),
    );
    return gathered ? await answer(gathered) : null;
  } finally {
    progress?.done();
  }
}

function progressOf(
  { connection }: Session,
  params: unknown,
): WorkDoneProgressReporter | undefined {
  const token = valueIn(params, 'workDoneToken');
  const isToken = typeof token === 'string' || typeof token === 'number';
  return isToken
    ? connection.window.attachWorkDoneProgress(token satisfies ProgressToken)
    : undefined;
}

function answerOf({ report, checkedOf }: Gathered, withMarkdown: boolean): ReportAnswer {
  const locationOf = (file: ReportedFile, span: Span): Location => {
    const { snapshot } = checkedOf(file);
    return { uri: snapshot.uri, range: rangeOf(span, snapshot) };
  };
  const links = placeLinks(checkedOf);
  const files = new Set(
    report.credentials.filter(({ state }) => state === 'migratable').map(({ file }) => file),
  );
  return {
    groups: workspaceTree(report).map(({ items, ...group }) => ({
      ...group,
      items: items.map(({ file, span, level, ...item }) => ({
        ...item,
        level: level ?? null,
        ...locationOf(file, span),
      })),
    })),
    migratable: [...files].map((file) => {
      const here = report.credentials.filter((each) => each.file === file && each.migration);
      return {
        uri: checkedOf(file).snapshot.uri,
        path: file.path,
        labels: here.map(({ label }) => label),
        renames: here.find(({ migration }) => migration?.renames)?.migration?.renames ?? null,
      };
    }),
    markdown: withMarkdown ? links.complete(reportMarkdown(report, links.place)) : null,
  };
}

function urisIn(params: unknown): readonly string[] {
  const found = valueIn(params, 'uris');
  return Array.isArray(found) ? found.filter((each) => typeof each === 'string') : [];
}

const isTrue = (params: unknown, name: string): boolean => valueIn(params, name) === true;
