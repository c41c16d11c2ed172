import path from 'node:path';
import type { CheckContext } from '../check';
import { isIgnored } from '../rules/settings';
import { harmless } from './excerpt';
import { slashed, type Tracked, trackedFiles } from './git';
import type { Host } from './host';
import type { CheckOptions } from './options';
import { type LoadedSettings, loadSettings } from './settings';

/** One run of `ims-config check`. */
export interface Run {
  readonly options: RunOptions;
  readonly host: Host;
  readonly loaded: LoadedSettings;
  readonly tracked: Tracked;
  readonly today: string;
  /** Something could not be done. */
  failed: boolean;
  readonly applied: { fixes: number; files: number };
}

/** What is said of the files of a run, whatever is made of their findings. */
export type RunOptions = Pick<CheckOptions, 'paths' | 'gitignore' | 'today' | 'fix'>;

export const newRun = (options: RunOptions, host: Host): Run => ({
  options,
  host,
  loaded: loadSettings(host),
  tracked: trackedFiles(host.env),
  today: options.today ?? new Date().toISOString().slice(0, 10),
  failed: false,
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

/** A path as reports show it. */
export const shownPath = (file: string, { host }: Run): string =>
  slashed(path.relative(host.cwd, file));

/** Says something about a file on standard error. */
export function say(run: Run, file: string, what: string): void {
  run.host.stderr(`${harmless(shownPath(file, run) || '.')}: ${what}.\n`);
}

/** The error's text may quote the file, so only its name is shown. */
export function internalFailure(file: string, error: unknown, run: Run): void {
  const name = error instanceof Error ? error.name : 'Error';
  say(run, file, `not checked, because ims-config failed on it (${name}); please report this`);
  run.failed = true;
}

const relativeToSettings = (file: string, { folder }: LoadedSettings) =>
  slashed(path.relative(folder, file));
