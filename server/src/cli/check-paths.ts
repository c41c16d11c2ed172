import { checkFiles } from './check-files';
import { isChosen, isOff, isWanted, type Run, readFor, saySettings, skip } from './check-run';
import { discover, type Found, type FoundFile } from './discover';
import { readText } from './files';
import { sayNotes } from './fix-notes';
import { type Report, reportOf } from './report';
import { counted } from './text-report';

/** Checks the files behind the paths of a run. */
export async function checkPaths(run: Run): Promise<Report> {
  const { host } = run;
  const found = discoverAll(run);
  for (const { path: file, reason } of found.unreadable) skip(run, file, reason);
  const forgotten = ignoredOnes(found, run);
  const files = [...found.files, ...forgotten.tracked].sort((a, b) => (a.path < b.path ? -1 : 1));
  const reported = await checkFiles(files, run);
  // Who asks for what has changed does not mean what git ignores.
  if (forgotten.ours > 0 && !run.only)
    host.stderr(`${ignoredSentence(forgotten.ours, found.ignored.length)}\n`);
  if (run.applied.fixes > 0) {
    host.stderr(
      `${counted(run.applied.fixes, 'problem')} fixed in ${counted(run.applied.files, 'file')}.\n`,
    );
  }
  saySettings(run, reported.files);
  sayNotes(reported.files, host);
  const all = [...found.others, ...files.map((file) => file.path)];
  const looked = all.filter((file) => isWanted(file, run)).length;
  return reportOf(reported, looked - reported.files.length, run.root);
}

/** What the paths lead to, and the workspace around them. */
function discoverAll(run: Run): Found {
  const { paths, workspace, gitignore } = run.options;
  const where = { cwd: run.host.cwd, gitignore, isChosen: isChosen(run) };
  if (workspace === undefined) return discover(paths, where);
  const found = discover([...paths, workspace], where);
  // A hook names whatever has changed, and most of that is none of ours.
  return { ...found, files: found.files.map((file) => ({ ...file, named: false })) };
}

// Ignored folders may hold the output of a whole build, and a notice is not worth reading all of
// it.
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
    return 'text' in read && !isOff(file, run) && readFor(run, file, read.text);
  });
  const tracked = ours.filter((file) => run.tracked(file));
  return {
    tracked: tracked.map((file) => ({ path: file, named: false })),
    ours: ours.length - tracked.length,
  };
}
