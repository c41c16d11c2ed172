import path from 'node:path';
import { readDocument } from '../model/document';
import { decode } from '../text/encoding';
import { checkFiles } from './check-files';
import { contextOf, internalFailure, isOff, newRun, type Run, say, shownPath } from './check-run';
import { discover, type Found, type FoundFile } from './discover';
import { encode } from './encoding';
import { examine } from './examine';
import { readText } from './files';
import { sayNotes } from './fix-notes';
import { slashed } from './git';
import type { Host } from './host';
import { jsonReport } from './json-report';
import type { CheckOptions } from './options';
import { type FileReport, type Report, reportOf } from './report';
import { counted, textReport } from './text-report';

/** `ims-config check`. Gives the exit status. */
export async function checkCommand(options: CheckOptions, host: Host): Promise<number> {
  const run = newRun(options, host);
  const { stdinPath } = options;
  const report =
    stdinPath === undefined ? checkPaths(run) : await checkStandardInput(stdinPath, run);
  // The standard output holds the fixed text of the standard input.
  const textOnOutput = stdinPath !== undefined && options.fix !== 'none';
  const print = textOnOutput ? host.stderr : host.stdout;
  const colors = host.isTTY && !host.env.NO_COLOR && !textOnOutput;
  print(options.format === 'json' ? jsonReport(report) : textReport(report, colors));
  return run.failed ? 2 : statusOf(report, options, host);
}

function statusOf({ summary }: Report, { maxWarnings }: CheckOptions, host: Host): number {
  if (summary.errors > 0) return 1;
  if (maxWarnings === undefined || summary.warnings <= maxWarnings) return 0;
  host.stderr(
    `${counted(summary.warnings, 'warning')}, and \`--max-warnings\` allows ${maxWarnings}.\n`,
  );
  return 1;
}

/** Checks the files behind the paths of a run. */
export function checkPaths(run: Run): Report {
  const { options, host } = run;
  const found = discover(options.paths, { cwd: host.cwd, gitignore: options.gitignore });
  for (const { path: file, reason } of found.unreadable) say(run, file, `${reason}; skipped`);
  const forgotten = ignoredOnes(found, run);
  const files = [...found.files, ...forgotten.tracked].sort((a, b) => (a.path < b.path ? -1 : 1));
  const reports = checkFiles(files, run);
  if (forgotten.ours > 0) host.stderr(`${ignoredSentence(forgotten.ours, found.ignored.length)}\n`);
  if (run.applied.fixes > 0) {
    host.stderr(
      `${counted(run.applied.fixes, 'problem')} fixed in ${counted(run.applied.files, 'file')}.\n`,
    );
  }
  sayNotes(reports, host);
  return reportOf(reports, found.others + files.length - reports.length);
}

// Ignored folders may hold the output of a whole build, and a notice is not worth reading all of it.
const MOST_IGNORED = 5000;
const LARGEST_IGNORED = 1024 * 1024;

function ignoredSentence(ours: number, all: number): string {
  const count = `${all > MOST_IGNORED ? 'At least ' : ''}${counted(ours, 'ignored file')}`;
  return ours === 1
    ? `${count} looks like IMS configuration; --no-gitignore checks it.`
    : `${count} look like IMS configuration; --no-gitignore checks them.`;
}

/** Of the ignored files those that git tracks all the same, and how many others are ours. */
function ignoredOnes(
  { ignored }: Found,
  run: Run,
): { readonly tracked: readonly FoundFile[]; readonly ours: number } {
  const ours = ignored.slice(0, MOST_IGNORED).filter((file) => {
    const read = readText(file, LARGEST_IGNORED);
    return 'text' in read && !isOff(file, run) && readDocument(slashed(file), read.text);
  });
  const tracked = ours.filter((file) => run.tracked(file));
  return {
    tracked: tracked.map((file) => ({ path: file, named: false })),
    ours: ours.length - tracked.length,
  };
}

/** A text on the standard input, which is compared with no other file. */
async function checkStandardInput(named: string, run: Run): Promise<Report> {
  const { host, options } = run;
  const bytes = await host.stdin();
  const { text, encoding } = decode(bytes);
  const file = path.resolve(host.cwd, named);
  let report: FileReport = { path: shownPath(file, run), document: undefined, findings: [] };
  let fixed: Uint8Array | undefined = bytes;
  try {
    const examined = examine(slashed(file), text, () => contextOf(file, run), options.fix);
    report = { path: shownPath(file, run), ...examined };
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
  return reportOf([report], 0);
}
