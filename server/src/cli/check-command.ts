import path from 'node:path';
import { decode } from '../text/encoding';
import { checkPaths } from './check-paths';
import { contextOf, emptyReport, internalFailure, newRun, type Run, say } from './check-run';
import { encode } from './encoding';
import { examine } from './examine';
import { sayNotes } from './fix-notes';
import { slashed } from './git';
import { githubReport } from './github-report';
import type { Host } from './host';
import { jsonReport } from './json-report';
import { markdownReport } from './markdown-report';
import type { CheckOptions } from './options';
import { writeReport } from './output';
import { type FileReport, type Report, reportOf } from './report';
import { type Ending, sarifReport } from './sarif-report';
import { counted, textReport } from './text-report';

/** `ims-config check`. Gives the exit status. */
export async function checkCommand(options: CheckOptions, host: Host): Promise<number> {
  const run = newRun(options, options.today, host);
  const { stdinPath, output } = options;
  const report =
    stdinPath === undefined ? checkPaths(run) : await checkStandardInput(stdinPath, run);
  const status = run.failed ? 2 : statusOf(report, options, host);
  // The standard output holds the fixed text of the standard input.
  const textOnOutput = stdinPath !== undefined && options.fix !== 'none';
  const colors = host.isTTY && !host.env.NO_COLOR && !textOnOutput && output === undefined;
  const ending = { status, isComplete: !run.failed, notices: run.notices };
  const text = FORMATS[options.format](report, ending, colors);
  if (output !== undefined) writeReport(output, text, host);
  else if (textOnOutput) host.stderr(text);
  else host.stdout(text);
  return status;
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
    const examined = examine(slashed(file), text, () => contextOf(file, run), options.fix);
    report = { ...report, ...examined };
    fixed = encode({ text: examined.text, encoding });
  } catch (error) {
    internalFailure(file, error, run);
  }
  if (!fixed) {
    say(run, file, 'cannot be fixed: a fix needs characters that its encoding lacks');
    run.failed = true;
  }
  if (options.fix !== 'none') host.stdout(fixed ?? bytes);
  if (fixed) sayNotes([report], host);
  return reportOf([report], 0, run.root);
}
