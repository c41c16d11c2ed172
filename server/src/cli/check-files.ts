import path from 'node:path';
import { type CheckContext, check } from '../check';
import { fixOnce } from '../features/fix-all';
import { beforeFixing, type FileInFixing, fixTogether } from '../features/fix-together';
import { readAgain } from '../model/document';
import { newWorkspace, type Workspace } from '../model/workspace';
import type { Safety } from '../rules/rule';
import type { DecodedText } from '../text/encoding';
import {
  contextOf,
  emptyReport,
  internalFailure,
  isOff,
  isWanted,
  type Run,
  readFor,
  say,
  shownPath,
  skip,
  warn,
} from './check-run';
import type { FoundFile } from './discover';
import { SAFETIES } from './examine';
import { linkTargetOf, readText, realPathOf, renameFile, writeText } from './files';
import { slashed } from './git';
import type { FileReport, Reported } from './report';
import { uninterrupted } from './uninterrupted';

/**
 * Checks files, each with all others around it, and fixes them where that is asked for. There is no
 * report of a file that is not wanted, or that was not named and is none of ours.
 */
export async function checkFiles(files: readonly FoundFile[], run: Run): Promise<Reported> {
  const results = onceEach(files.map((file) => readFile(file, run)));
  const read = results.filter((result) => result !== undefined).filter(isRead);
  if (run.options.fix !== 'none') {
    fixFiles(read, SAFETIES[run.options.fix], run);
    for (const file of read) await uninterrupted(() => writeFixed(file, run));
  }
  const workspace = workspaceOf(read, run);
  const reports = results.flatMap((result) => {
    if (!result) return [];
    if (!isRead(result)) return [result];
    if (!result.isWanted) return [];
    return reportOn(result, workspace, run) ?? [];
  });
  const around = read
    .filter((file) => !file.isWanted)
    .map(({ path: file, document }) => ({ path: shownPath(file, run), file, document }));
  return { files: reports, around };
}

/**
 * Without links to files of ours that are there as well. What was named stays, and so does the file
 * itself.
 */
function onceEach(
  results: readonly (ReadFile | FileReport | undefined)[],
): readonly (ReadFile | FileReport | undefined)[] {
  const read = results.filter((result) => result !== undefined).filter(isRead);
  const linked = new Map(read.map((file) => [file, linkTargetOf(file.path)]));
  const targets = [...linked.values()].filter((target) => target !== undefined);
  if (targets.length === 0) return results;
  const kept = new Map<string, ReadFile>();
  const rank = (file: ReadFile) => (linked.get(file) === undefined ? 0 : file.named ? 1 : 2);
  for (const file of [...read].sort((one, other) => rank(one) - rank(other))) {
    const real = linked.get(file) ?? realPathOf(file.path);
    if (!kept.has(real)) kept.set(real, file);
  }
  const stays = new Set(kept.values());
  return results.filter(
    (result) => !result || !isRead(result) || result.named || stays.has(result),
  );
}

/** A file of ours. */
interface ReadFile extends FileInFixing {
  /** As it is called now. */
  path: string;
  readonly named: boolean;
  /** Whether it is reported on and fixed; others know of it in any case. */
  readonly isWanted: boolean;
  /** Whether the settings ignore it. */
  readonly isOff: boolean;
  readonly original: DecodedText;
  /** Whether we failed on it, which is said once. */
  hasFailed: boolean;
}

const isRead = (result: ReadFile | FileReport): result is ReadFile => 'original' in result;

/**
 * A report where there is nothing to check in a file that was named; undefined where it was not.
 */
function readFile({ path: file, named }: FoundFile, run: Run): ReadFile | FileReport | undefined {
  const wanted = isWanted(file, run);
  const nothing = named && wanted ? emptyReport(file, run) : undefined;
  const isIgnored = isOff(file, run);
  if (isIgnored && !named) return undefined;
  if (isIgnored) say(run, file, 'the settings ignore it');
  const original = readText(file);
  if ('failure' in original) {
    skip(run, file, original.failure);
    if (named) run.failed = true;
    return nothing;
  }
  try {
    const document = readFor(run, file, original.text);
    if (!document) return nothing;
    const state = { ...beforeFixing(document), hasFailed: false };
    return { path: file, named, isWanted: wanted, isOff: isIgnored, original, ...state };
  } catch (error) {
    internalFailure(file, error, run);
    return nothing;
  }
}

/** What the files know of each other. What the settings ignore is left out. */
function workspaceOf(files: readonly ReadFile[], run: Run): Workspace {
  const documents = files
    .filter(({ isOff: isLeftOut, document }) => !isLeftOut && !document.kind.isSettings)
    .map(({ document }) => document);
  return newWorkspace(documents, foldersOf(run));
}

/** Names of folders count from the project; of a folder that lies elsewhere, from there. */
export function foldersOf({ options, host, loaded }: Run): readonly string[] {
  const paths = options.paths.map((each) => path.resolve(host.cwd, each));
  const isOutside = (each: string) => path.relative(loaded.folder, each).startsWith('..');
  return [loaded.folder, ...paths.filter(isOutside)].map(slashed);
}

function fixFiles(files: readonly ReadFile[], safeties: readonly Safety[], run: Run): void {
  fixTogether(
    files.filter((file) => file.isWanted),
    {
      step: (document, context, earlier) => fixOnce(document, context, safeties, earlier),
      contexts: () => {
        const workspace = workspaceOf(files, run);
        return (file) => contextIn(workspace, file, run);
      },
      failed: (file, error) => {
        file.hasFailed = true;
        internalFailure(file.path, error, run);
      },
    },
  );
}

const contextIn = (workspace: Workspace, file: ReadFile, run: Run): CheckContext => ({
  ...contextOf(file.path, run),
  workspace,
});

/** What cannot be written, or renamed, is reported as it is on the disk. */
function writeFixed(file: ReadFile, run: Run): void {
  const { document, original, applied } = file;
  const before = slashed(file.path);
  const isChanged = document.text !== original.text;
  if (!isChanged && document.path === before) return;
  const { encoding } = original;
  const failure = isChanged
    ? writeText(file.path, { text: document.text, encoding }, original)
    : undefined;
  if (failure !== undefined) {
    warn(run, file.path, `cannot be fixed: ${failure}`);
    run.failed = true;
    file.notes = [];
    file.document = readAgain(document, original.text, before) ?? document;
    return;
  }
  if (document.path !== before) renameFixed(file, run);
  if (!isChanged && slashed(file.path) === before) return;
  run.applied.fixes += applied;
  run.applied.files++;
}

function renameFixed(file: ReadFile, run: Run): void {
  const { document } = file;
  const target = path.join(path.dirname(file.path), path.basename(document.path));
  const failure = renameFile(file.path, target);
  const name = path.basename(target);
  if (failure === undefined) {
    say(run, file.path, `renamed to ${name}`);
    file.path = target;
    return;
  }
  warn(run, file.path, `cannot be renamed to ${name}: ${failure}`);
  run.failed = true;
  file.document = readAgain(document, document.text, slashed(file.path)) ?? document;
}

function reportOn(file: ReadFile, workspace: Workspace, run: Run): FileReport | undefined {
  const { document } = file;
  const nothing = file.named ? emptyReport(file.path, run) : undefined;
  if (file.hasFailed) return nothing;
  try {
    const findings = check(document, contextIn(workspace, file, run));
    const path = shownPath(file.path, run);
    return { path, file: file.path, document, findings, notes: file.notes };
  } catch (error) {
    internalFailure(file.path, error, run);
    return nothing;
  }
}
