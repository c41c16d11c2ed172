import path from 'node:path';
import { decode } from '../text/encoding';
import { readBaseline, writeBaseline } from './baseline';
import { changedFiles } from './changed';
import { checkPaths } from './check-paths';
import {
  contextOf,
  emptyReport,
  internalFailure,
  newRun,
  type Run,
  readFor,
  saySettings,
  warn,
} from './check-run';
import { encode } from './encoding';
import { examine } from './examine';
import { realPlaceOf } from './files';
import { sayNotes } from './fix-notes';
import { slashed } from './git';
import { logHost } from './github-log';
import { githubReport } from './github-report';
import type { Host } from './host';
import { jsonReport } from './json-report';
import { newFindings, sayKnown, updatedBaseline } from './known-findings';
import { markdownReport } from './markdown-report';
import type { CheckOptions } from './options';
import { writeReport } from './output';
import { within } from './places';
import { type FileReport, type Report, reportOf } from './report';
import { type Ending, sarifReport } from './sarif-report';
import { counted, textReport } from './text-report';

/** `ims-config check`. Gives the exit status. */
export async function checkCommand(options: CheckOptions, host: Host): Promise<number> {
  const { stdinPath, output, format } = options;
  const log = format === 'github' ? logHost(host, true) : logHost(host);
  const { report, ending } = await checked(options, log);
  // The standard output holds the fixed text of the standard input.
  const textOnOutput = stdinPath !== undefined && options.fix !== 'none';
  const colors = host.isTTY && !host.env.NO_COLOR && !textOnOutput && output === undefined;
  const text = FORMATS[format](report, ending, colors);
  const shown = format === 'text' || format === 'markdown' ? log : host;
  if (output !== undefined) await writeReport(output, text, host);
  else if (textOnOutput) shown.stderr(text);
  else shown.stdout(text);
  return ending.status;
}

/** What is found, and how that ended. Throws a UsageError where it cannot run. */
export async function checked(options: CheckOptions, host: Host): Promise<Checked> {
  const { stdinPath } = options;
  const run = newRun(options, options.today, host, onlyFiles(options, host));
  const found = await (stdinPath === undefined
    ? checkPaths(run)
    : checkStandardInput(stdinPath, run));
  const report = await withBaseline(found, options, run);
  const status = run.failed ? 2 : statusOf(report, options, host);
  return { report, ending: { status, isComplete: !run.failed, notices: run.notices } };
}

export interface Checked {
  readonly report: Report;
  readonly ending: Ending;
}

/** Which files a run reports on, where it is not all that it looks at. */
function onlyFiles(options: CheckOptions, host: Host): Run['only'] {
  const { stdinPath, changed, workspace, paths } = options;
  const isNamed = within(paths.map((each) => path.resolve(host.cwd, each)));
  if (stdinPath !== undefined) return isNamed;
  if (changed === undefined) return workspace === undefined ? undefined : isNamed;
  const differing = changedFiles(changed, host);
  const isChanged = (file: string) => differing.has(realPlaceOf(file));
  return workspace === undefined ? isChanged : (file) => isNamed(file) && isChanged(file);
}

/** The report of what the baseline does not know; the baseline may be written before. */
async function withBaseline(report: Report, options: CheckOptions, run: Run): Promise<Report> {
  const { baseline: shown, updateBaseline } = options;
  if (shown === undefined) return report;
  const old = readBaseline(shown, !updateBaseline, run.host);
  const baseline = updateBaseline ? updatedBaseline(report, old, run) : old;
  if (updateBaseline) await writeBaseline(baseline);
  const found = newFindings(report, baseline, run);
  sayKnown(found, baseline, run.host);
  return found.report;
}

type Formatted = (report: Report, ending: Ending, colors: boolean) => string;

const FORMATS: Readonly<Record<CheckOptions['format'], Formatted>> = {
  text: (report, _ending, colors) => textReport(report, colors),
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  markdown: markdownReport,
};

function statusOf({ summary }: Report, { maxWarnings }: CheckOptions, host: Host): number {
  if (summary.errors > 0) return 1;
  if (maxWarnings === undefined || summary.warnings <= maxWarnings) return 0;
  host.stderr(
    `${counted(summary.warnings, 'warning')}, and \`--max-warnings\` allows ${maxWarnings}.\n`,
  );
  return 1;
}

/** A text on the standard input, which is compared with no other file. */
async function checkStandardInput(named: string, run: Run): Promise<Report> {
  const { host, options } = run;
  const bytes = await host.stdin();
  const { text, encoding } = decode(bytes);
  const file = path.resolve(host.cwd, named);
  let report: FileReport = emptyReport(file, run);
  let fixed: Uint8Array | undefined = bytes;
  try {
    const read = (source: string) => readFor(run, file, source);
    const examined = examine(slashed(file), text, read, () => contextOf(file, run), options.fix);
    report = { ...report, ...examined };
    fixed = encode({ text: examined.text, encoding });
  } catch (error) {
    internalFailure(file, error, run);
  }
  if (!fixed) {
    warn(run, file, 'cannot be fixed: a fix needs characters that its encoding lacks');
    run.failed = true;
  }
  if (options.fix !== 'none') host.stdout(fixed ?? bytes);
  saySettings(run, [report]);
  if (fixed) sayNotes([report], host);
  return reportOf({ files: [report], around: [] }, 0, run.root);
}
