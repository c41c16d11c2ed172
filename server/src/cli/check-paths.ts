import { readDocument } from '../model/document';
import { checkFiles } from './check-files';
import { isOff, type Run, skip } from './check-run';
import { discover, type Found, type FoundFile } from './discover';
import { readText } from './files';
import { sayNotes } from './fix-notes';
import { slashed } from './git';
import { type Report, reportOf } from './report';
import { counted } from './text-report';

/** Checks the files behind the paths of a run. */
export function checkPaths(run: Run): Report {
  const { options, host } = run;
  const found = discover(options.paths, { cwd: host.cwd, gitignore: options.gitignore });
  for (const { path: file, reason } of found.unreadable) skip(run, file, reason);
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
  return reportOf(reports, found.others + files.length - reports.length, run.root);
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
