import picomatch from 'picomatch';
import type { Severity } from './rule';

export type Level = Severity | 'off';

export const LEVELS: readonly Level[] = ['off', 'hint', 'info', 'warning', 'error'];

export const isLevel = (value: unknown): value is Level =>
  (LEVELS as readonly unknown[]).includes(value);

/** What `ims-config.yaml` and the editor's settings say about rules. */
export interface Settings {
  readonly rules: Readonly<Record<string, Level>>;
  /** Globs of files that get nothing. */
  readonly ignore: readonly string[];
  readonly overrides: readonly {
    readonly files: readonly string[];
    readonly rules: Readonly<Record<string, Level>>;
  }[];
  /** Of which kind files are, whatever they look like; `none` for those that get nothing. */
  readonly kinds?: readonly ChosenKind[] | undefined;
}

/** The kind of the files that a pattern matches. */
export interface ChosenKind {
  readonly pattern: string;
  readonly kind: string;
}

/** Longer patterns are no patterns, and the library that matches them refuses them. */
export const LONGEST_PATTERN = 1000;

export const noSettings: Settings = { rules: {}, ignore: [], overrides: [] };

/**
 * Whether the settings say that the file gets nothing. Paths are relative to the workspace, with
 * `/`.
 */
export const isIgnored = ({ ignore }: Settings, path: string): boolean => matches(ignore, path);

/** The kind that the settings choose for a file. The last pattern that matches wins. */
export const chosenKind = ({ kinds = [] }: Settings, path: string): string | undefined =>
  kinds.findLast(({ pattern }) => matches([pattern], path))?.kind;

/** The levels that the settings give to rules in a file. The last override that matches wins. */
export function levelsFor(
  { rules, overrides }: Settings,
  path: string,
): Readonly<Record<string, Level>> {
  const matching = overrides.filter(({ files }) => matches(files, path));
  return Object.assign({}, rules, ...matching.map((override) => override.rules));
}

/**
 * As in `.gitignore`: a pattern without a slash matches in any folder, a folder all that lies in
 * it.
 */
function matches(globs: readonly string[], path: string): boolean {
  return globs.some((glob) => {
    const clean = glob.replace(/^\.?\//, '').replace(/\/$/, '');
    const anywhere = clean.includes('/') ? clean : `**/${clean}`;
    return picomatch.isMatch(path, [anywhere, `${anywhere}/**`], { dot: true });
  });
}
