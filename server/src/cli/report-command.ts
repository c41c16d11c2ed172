import { type WorkspaceReport, workspaceReport } from '../features/workspace-report';
import { reportMarkdown } from '../features/workspace-report-markdown';
import { oneLine } from '../features/workspace-report-things';
import { newWorkspace } from '../model/workspace';
import { code } from '../text/message';
import { linesOfEach } from '../text/positions';
import { foldersOf } from './check-files';
import { checkPaths } from './check-paths';
import { newRun, type Run } from './check-run';
import { harmless } from './excerpt';
import { logHost } from './github-log';
import type { Host } from './host';
import type { ReportOptions } from './options';
import { writeReport } from './output';
import { workspaceJson } from './workspace-json';

/**
 * `ims-config report`. Gives the exit status: 0, whatever is found, or 2 where not all could be
 * read.
 */
export async function reportCommand(options: ReportOptions, host: Host): Promise<number> {
  const log = logHost(host);
  const run = newRun({ ...options, fix: 'none', workspace: undefined }, options.today, log);
  const report = await reportOn(run);
  const isJson = options.format === 'json';
  const text = isJson ? workspaceJson(report) : markdown(report);
  if (options.output !== undefined) await writeReport(options.output, text, host);
  else if (isJson) host.stdout(text);
  else log.stdout(text);
  return run.failed ? 2 : 0;
}

async function reportOn(run: Run): Promise<WorkspaceReport> {
  const { files: checked } = await checkPaths(run);
  const files = checked.flatMap(({ path: shown, document, findings }) =>
    document ? [{ path: shown, document, findings }] : [],
  );
  const workspace = newWorkspace(
    files.map(({ document }) => document),
    foldersOf(run),
  );
  return workspaceReport(files, workspace, run.today);
}

/** Lines are kept, and nothing else that steers a terminal. */
function markdown(report: WorkspaceReport): string {
  const linesIn = linesOfEach();
  return reportMarkdown(report, ({ path: shown, document }, { start }) => {
    const { line } = linesIn(document.text).positionOf(start);
    return code(`${oneLine(shown)}:${line}`);
  })
    .split('\n')
    .map(harmless)
    .join('\n');
}
