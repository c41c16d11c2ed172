import picomatch from 'picomatch';
import { isNamedAsSettings } from '../model/kinds/tool-settings';
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

/** Why a pattern is left out: it would match nothing, or everything but what is meant. */
export type WrongPattern = 'blank' | 'negated' | 'long' | 'outside' | 'backslash';

/** What is wrong with a pattern; undefined where it counts. */
export function wrongPattern(text: string): WrongPattern | undefined {
  if (text === '') return 'blank';
  if (text.startsWith('!')) return 'negated';
  if (text.length > LONGEST_PATTERN) return 'long';
  if (/^(?:\.\/)*\.\.(?:[/\\]|$)|^[a-z]:[/\\]|^\w+:\/\/|^\\\\/i.test(text)) return 'outside';
  // Before a bracket it means the bracket itself.
  return /\\(?![[\](){}])/.test(text) ? 'backslash' : undefined;
}

export const noSettings: Settings = { rules: {}, ignore: [], overrides: [] };

/**
 * Whether the settings say that the file gets nothing. Paths are relative to the workspace, with
 * `/`.
 */
export const isIgnored = ({ ignore }: Settings, path: string): boolean => matches(ignore, path);

/**
 * The kind that the settings choose for a file. The last pattern that matches wins. Settings stay
 * what they are, so that their own mistakes are said.
 */
export const chosenKind = ({ kinds = [] }: Settings, path: string): string | undefined =>
  isNamedAsSettings(path)
    ? undefined
    : kinds.findLast(({ pattern }) => matches([pattern], path))?.kind;

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
    const folder = glob.replace(/\/$/, '');
    const anywhere = folder.includes('/') ? folder.replace(/^(?:\.?\/)+/, '') : `**/${folder}`;
    return picomatch.isMatch(path, [anywhere, `${anywhere}/**`], { dot: true });
  });
}
