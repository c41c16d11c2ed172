import path from 'node:path';
import type { CheckContext } from '../check';
import type { ConfigDocument } from '../model/document';
import { readDocument } from '../model/document';
import { chosenKind, isIgnored } from '../rules/settings';
import { harmless } from './excerpt';
import { realPathOf } from './files';
import { repositoryOf, slashed, type Tracked, trackedFiles } from './git';
import type { Host } from './host';
import type { CheckOptions } from './options';
import type { FileReport } from './report';
import { type LoadedSettings, loadSettings } from './settings';

/** What a run looks at, and what it does there. */
export type Task = Pick<CheckOptions, 'paths' | 'gitignore' | 'fix' | 'workspace'>;

/** One run over files: of `ims-config check`, or of a report. */
export interface Run {
  readonly options: Task;
  readonly host: Host;
  /**
   * The folder of the repository around the working directory; without one the working directory.
   */
  readonly root: string;
  readonly loaded: LoadedSettings;
  readonly tracked: Tracked;
  /** Which files are reported on and fixed, of all that are looked at; undefined: each of them. */
  readonly only: ((file: string) => boolean) | undefined;
  readonly today: string;
  /** Something could not be done. */
  failed: boolean;
  /** What was said about files that could not be read or written as asked. */
  readonly notices: string[];
  /** Files that were not checked because of a failure, and folders. */
  readonly skipped: Set<string>;
  readonly applied: { fixes: number; files: number };
}

/** A run at its beginning. Throws a UsageError where there are settings that cannot be read. */
export const newRun = (
  options: Task,
  today: string | undefined,
  host: Host,
  only?: Run['only'],
): Run => ({
  options,
  host,
  only,
  root: repositoryOf(realPathOf(host.cwd)) ?? host.cwd,
  loaded: loadSettings(host),
  tracked: trackedFiles(host.env),
  today: today ?? new Date().toISOString().slice(0, 10),
  failed: false,
  notices: [],
  skipped: new Set(),
  applied: { fixes: 0, files: 0 },
});

/** What a file is checked with, but for the files around it. */
export function contextOf(file: string, { loaded, today, tracked }: Run): CheckContext {
  return {
    settings: loaded.settings,
    today,
    tracked: tracked(file),
    relativePath: relativeToSettings(file, loaded),
  };
}

/** Whether the settings ignore a file. */
export const isOff = (file: string, { loaded }: Run): boolean =>
  isIgnored(loaded.settings, relativeToSettings(file, loaded));

/**
 * Reads a file as its name, its content or the settings say. Undefined where it is none of ours.
 */
export const readFor = (run: Run, file: string, text: string): ConfigDocument | undefined =>
  readDocument(
    slashed(file),
    text,
    chosenKind(run.loaded.settings, relativeToSettings(file, run.loaded)),
  );

/** Whether the settings choose a kind for a file. */
export const isChosen =
  ({ loaded }: Run) =>
  (file: string): boolean =>
    (loaded.settings.kinds ?? []).length > 0 &&
    chosenKind(loaded.settings, relativeToSettings(file, loaded)) !== undefined;

/** Says what is wrong in the settings, but for files that are reported on. */
export function saySettings({ loaded, host }: Run, reports: readonly FileReport[]): void {
  const reported = new Set(reports.map(({ file }) => slashed(file)));
  for (const [file, problems] of loaded.problems) {
    if (reported.has(file)) continue;
    for (const problem of problems) host.stderr(`${harmless(problem)}\n`);
  }
}

/** Whether a file is reported on. */
export const isWanted = (file: string, { only }: Run): boolean => only?.(file) ?? true;

/** A path as reports show it. */
export const shownPath = (file: string, { host }: Run): string =>
  slashed(path.relative(host.cwd, file));

/** Says something about a file on standard error. */
export const say = (run: Run, file: string, what: string): void =>
  run.host.stderr(`${noticeOf(run, file, what)}\n`);

/** The same of what could not be done, which reports tell as well. */
export function warn(run: Run, file: string, what: string): void {
  run.notices.push(noticeOf(run, file, what));
  say(run, file, what);
}

const noticeOf = (run: Run, file: string, what: string): string =>
  `${harmless(shownPath(file, run) || '.')}: ${what}.`;

/** Says why a file or a folder is not checked. */
export function skip(run: Run, file: string, reason: string): void {
  run.skipped.add(file);
  warn(run, file, `${reason}; skipped`);
}

/** The report of a file in which there is nothing to check. */
export const emptyReport = (file: string, run: Run): FileReport => ({
  path: shownPath(file, run),
  file,
  document: undefined,
  findings: [],
});

/** The error's text may quote the file, so only its name is shown. */
export function internalFailure(file: string, error: unknown, run: Run): void {
  const name = error instanceof Error ? error.name : 'Error';
  run.skipped.add(file);
  warn(run, file, `not checked, because ims-config failed on it (${name}); please report this`);
  run.failed = true;
}

const relativeToSettings = (file: string, { folder }: LoadedSettings) =>
  slashed(path.relative(folder, file));
