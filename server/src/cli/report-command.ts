import { type WorkspaceReport, workspaceReport } from '../features/workspace-report';
import { reportMarkdown } from '../features/workspace-report-markdown';
import { oneLine } from '../features/workspace-report-things';
import { newWorkspace } from '../model/workspace';
import { code } from '../text/message';
import { checkPaths } from './check-command';
import { foldersOf } from './check-files';
import type { Run } from './check-run';
import { harmless } from './excerpt';
import { trackedFiles } from './git';
import type { Host } from './host';
import type { ReportOptions } from './options';
import { linesOf } from './positions';
import { loadSettings } from './settings';
import { workspaceJson } from './workspace-json';

/** `ims-config report`. Gives the exit status: 0, whatever is found, or 2 where not all could be read. */
export function reportCommand(options: ReportOptions, host: Host): number {
  const run: Run = {
    options: {
      ...options,
      format: 'text',
      fix: 'none',
      maxWarnings: undefined,
      stdinPath: undefined,
    },
    host,
    loaded: loadSettings(host),
    tracked: trackedFiles(host.env),
    today: options.today ?? new Date().toISOString().slice(0, 10),
    failed: false,
    applied: { fixes: 0, files: 0 },
  };
  const report = reportOn(run);
  host.stdout(options.format === 'json' ? workspaceJson(report) : markdown(report));
  return run.failed ? 2 : 0;
}

function reportOn(run: Run): WorkspaceReport {
  const files = checkPaths(run).files.flatMap(({ path: shown, document, findings }) =>
    document ? [{ path: shown, document, findings }] : [],
  );
  const workspace = newWorkspace(
    files.map(({ document }) => document),
    foldersOf(run),
  );
  return workspaceReport(files, workspace, run.today);
}

/** Lines are kept, and nothing else that steers a terminal. */
const markdown = (report: WorkspaceReport): string =>
  reportMarkdown(report, ({ path: shown, document }, { start }) => {
    const { line } = linesOf(document.text).positionOf(start);
    return code(`${oneLine(shown)}:${line}`);
  })
    .split('\n')
    .map(harmless)
    .join('\n');
