import { joinedPath } from '../model/path';
import type { Span } from '../text/span';
import { noSettings, type Settings } from './settings';
import { readSettings } from './settings-file';

/** Settings with all that they extend. */
export interface ExtendedSettings {
  /** Patterns of all files count from the folder of the first one. */
  readonly settings: Settings;
  readonly problems: readonly ExtendsProblem[];
  /** A file that is no YAML. */
  readonly broken: readonly string[];
}

/** A file that cannot be extended. */
export interface ExtendsProblem {
  /** The file that says so, its text, and where. */
  readonly path: string;
  readonly text: string;
  readonly span: Span;
  /** The path that was looked for, as it is written there. */
  readonly written: string;
  /** Where the first file extends it, or what leads there. */
  readonly through: Span;
  readonly why: WhyNot;
}

/** `broken`: no YAML. `many`: more than anybody can follow. */
export type WhyNot = 'missing' | 'broken' | 'not-relative' | 'circle' | 'many';

/**
 * Reads settings and those that they extend. Asks for the text of each file by its path, and goes
 * on with the text, or with undefined where there is no such file. What comes later wins: first the
 * files that are extended, in their order, then the file itself. Paths have `/`, and may be
 * addresses.
 */
export function* extendedSettings(
  path: string,
  text: string,
  way: readonly string[] = [],
  budget = { files: MOST_FILES },
): Generator<string, ExtendedSettings, string | undefined> {
  const { settings, bases, broken } = readSettings(text);
  const problems: ExtendsProblem[] = [];
  const brokenFiles = broken ? [path] : [];
  let all = noSettings;
  for (const { path: written, span } of bases) {
    const file = joinedPath(path, written);
    const wrong = wrongBase(written, file, [...way, path], budget.files--);
    const base = wrong === undefined ? yield file : undefined;
    if (base === undefined) {
      problems.push({ path, text, span, written, through: span, why: wrong ?? 'missing' });
      continue;
    }
    const found = yield* extendedSettings(file, base, [...way, path], budget);
    if (found.broken.includes(file)) {
      problems.push({ path, text, span, written, through: span, why: 'broken' });
    }
    problems.push(...found.problems.map((each) => ({ ...each, through: span })));
    brokenFiles.push(...found.broken);
    all = together(all, found.settings);
  }
  return { settings: together(all, settings), problems, broken: brokenFiles };
}

/** The same where all texts are at hand: `textOf` gives that of a path, or undefined. */
export function settingsFrom(
  path: string,
  text: string,
  textOf: (path: string) => string | undefined,
): ExtendedSettings {
  const asking = extendedSettings(path, text);
  let step = asking.next();
  while (!step.done) step = asking.next(textOf(step.value));
  return step.value;
}

/** Far more than anybody can follow. */
const MOST_FILES = 100;

function wrongBase(
  written: string,
  file: string,
  way: readonly string[],
  left: number,
): WhyNot | undefined {
  if (/^(?:[/\\~]|[a-z]:|\w+:\/\/)/i.test(written)) return 'not-relative';
  if (way.includes(file)) return 'circle';
  return left > 0 ? undefined : 'many';
}

/** The levels of the later settings win over all that the earlier ones say of some files. */
function together(earlier: Settings, later: Settings): Settings {
  const hasOverrides = earlier.overrides.length > 0 && Object.keys(later.rules).length > 0;
  return {
    rules: { ...earlier.rules, ...later.rules },
    ignore: [...earlier.ignore, ...later.ignore],
    overrides: [
      ...earlier.overrides,
      ...(hasOverrides ? [{ files: ['**'], rules: later.rules }] : []),
      ...later.overrides,
    ],
    kinds: [...(earlier.kinds ?? []), ...(later.kinds ?? [])],
  };
}
