import { isoDay } from '../rules/dates';
import { similar } from '../rules/suggestion';
import { enumerate } from '../text/message';
import { UsageError } from './host';
import { type Option, parsedWords, type Values } from './words';

export type Command =
  | { readonly name: 'check'; readonly options: CheckOptions }
  | { readonly name: 'report'; readonly options: ReportOptions }
  | { readonly name: 'convert'; readonly options: ConvertOptions }
  | { readonly name: 'explain'; readonly rule: string }
  | { readonly name: 'kinds' | 'rules' | 'help' | 'version' };

export type CheckFormat = (typeof CHECK_FORMATS)[number];
const CHECK_FORMATS = ['text', 'json', 'sarif', 'github', 'markdown'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];
const REPORT_FORMATS = ['markdown', 'json'] as const;

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: CheckFormat;
  readonly output: string | undefined;
  readonly fix: 'none' | 'safe' | 'unsafe';
  readonly maxWarnings: number | undefined;
  /** The file of findings that are known; undefined: none is. */
  readonly baseline: string | undefined;
  /** Whether what is found becomes known. */
  readonly updateBaseline: boolean;
  /**
   * Since when files have changed that are reported on, empty for the last commit; undefined: all
   * are.
   */
  readonly changed: string | undefined;
  /**
   * The folder whose files the paths are compared with; undefined: they are compared with each
   * other.
   */
  readonly workspace: string | undefined;
  readonly today: string | undefined;
  /** The name under which the standard input is checked; undefined: files are. */
  readonly stdinPath: string | undefined;
  readonly gitignore: boolean;
}

export interface ReportOptions {
  readonly paths: readonly string[];
  readonly format: ReportFormat;
  readonly output: string | undefined;
  readonly today: string | undefined;
  readonly gitignore: boolean;
}

export interface ConvertOptions {
  /** The package. */
  readonly path: string;
  /** A file or a folder to write into; undefined: beside the package. */
  readonly output: string | undefined;
  /** Files that are there already are overwritten. */
  readonly force: boolean;
}

/** What the arguments ask for. Throws a UsageError that names what is wrong and what is allowed. */
export function parseCommand(argv: readonly string[]): Command {
  const { values, words } = parsedWords(argv);
  if (values.has('help')) return { name: 'help' };
  if (values.has('version')) return { name: 'version' };
  const [name, ...rest] = words;
  if (name === undefined) throw new UsageError(`Which command? Use ${COMMANDS}.`);
  if (!NAMES.includes(name)) throw new UsageError(unknownCommand(name));
  rejectOptionsOfOthers(name, values);
  if (name === 'check') return { name, options: checkOptions(values, rest) };
  if (name === 'report') return { name, options: reportOptions(values, rest) };
  if (name === 'convert') return { name, options: convertOptions(values, rest) };
  if (name === 'explain') return { name, rule: onlyRule(rest) };
  if (rest[0] !== undefined) {
    throw new UsageError(`\`${name}\` takes no arguments, but here is \`${rest[0]}\`.`);
  }
  return { name: name as 'kinds' | 'rules' };
}

const NAMES: readonly string[] = ['check', 'report', 'convert', 'kinds', 'rules', 'explain'];
const COMMANDS = '`check`, `report`, `convert`, `kinds`, `rules` or `explain`; `--help` says more';

/** Which commands know an option that not all of them have. */
const OWNERS: Readonly<Record<Exclude<Option, 'help' | 'version'>, readonly string[]>> = {
  format: ['check', 'report'],
  output: ['check', 'report', 'convert'],
  fix: ['check'],
  'unsafe-fixes': ['check'],
  'max-warnings': ['check'],
  baseline: ['check'],
  'update-baseline': ['check'],
  changed: ['check'],
  workspace: ['check'],
  today: ['check', 'report'],
  stdin: ['check'],
  'stdin-path': ['check'],
  'no-gitignore': ['check', 'report'],
  force: ['convert'],
};

function rejectOptionsOfOthers(command: string, values: Values): void {
  for (const option of values.keys()) {
    if (option === 'help' || option === 'version' || OWNERS[option].includes(command)) continue;
    const owners = enumerate(OWNERS[option], 'or');
    throw new UsageError(`\`--${option}\` is an option of ${owners}, not of \`${command}\`.`);
  }
}

function checkOptions(values: Values, paths: readonly string[]): CheckOptions {
  const stdinPath = values.get('stdin-path');
  rejectContradictions(values, paths);
  return {
    paths: paths.length > 0 ? paths : [stdinPath ?? '.'],
    format: formatOf(values, CHECK_FORMATS),
    output: values.get('output'),
    fix: values.has('unsafe-fixes') ? 'unsafe' : values.has('fix') ? 'safe' : 'none',
    maxWarnings: maxWarningsOf(values.get('max-warnings')),
    baseline: values.get('baseline'),
    updateBaseline: values.has('update-baseline'),
    changed: values.get('changed'),
    workspace: values.get('workspace'),
    today: dayOption(values.get('today')),
    stdinPath,
    gitignore: !values.has('no-gitignore'),
  };
}

function rejectContradictions(values: Values, paths: readonly string[]): void {
  const stdinPath = values.get('stdin-path');
  if (values.has('stdin') !== (stdinPath !== undefined)) {
    throw new UsageError(
      '`--stdin` and `--stdin-path` go together: the path says what the text on the standard input is.',
    );
  }
  if (stdinPath !== undefined && paths[0] !== undefined) {
    throw new UsageError(`With \`--stdin\` no file is read, so \`${paths[0]}\` cannot be checked.`);
  }
  for (const option of ['changed', 'workspace', 'update-baseline'] as const) {
    if (stdinPath === undefined || !values.has(option)) continue;
    throw new UsageError(`\`--${option}\` is for files, and \`--stdin\` reads none.`);
  }
  if (values.has('update-baseline') && !values.has('baseline')) {
    throw new UsageError(
      '`--update-baseline` needs `--baseline` and the file to write, such as `--baseline ims-baseline.json`.',
    );
  }
}

function reportOptions(values: Values, paths: readonly string[]): ReportOptions {
  return {
    paths: paths.length > 0 ? paths : ['.'],
    format: formatOf(values, REPORT_FORMATS),
    output: values.get('output'),
    today: dayOption(values.get('today')),
    gitignore: !values.has('no-gitignore'),
  };
}

function convertOptions(values: Values, [path, more]: readonly string[]): ConvertOptions {
  if (path === undefined) {
    throw new UsageError('`convert` needs a package, such as `ims-config convert extaccount.xml`.');
  }
  if (more !== undefined) {
    throw new UsageError(`\`convert\` takes one package at a time, but here is also \`${more}\`.`);
  }
  return { path, output: values.get('output'), force: values.has('force') };
}

/** The format that is asked for; the first one where none is. */
function formatOf<F extends string>(values: Values, formats: readonly [F, ...F[]]): F {
  const asked = values.get('format') ?? formats[0];
  const format = formats.find((each) => each === asked);
  if (format !== undefined) return format;
  throw new UsageError(`\`--format\` is \`${asked}\`. Use ${enumerate(formats, 'or')}.`);
}

function maxWarningsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) {
    throw new UsageError(`\`--max-warnings\` is \`${text}\`. Use a whole number from 0.`);
  }
  return Number(text);
}

function dayOption(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (isoDay(text) !== text) {
    throw new UsageError(
      `\`--today\` is \`${text}\`. Use a day as YYYY-MM-DD, such as \`2026-11-21\`.`,
    );
  }
  return text;
}

function unknownCommand(name: string): string {
  const [meant] = similar(name, NAMES);
  if (meant) return `There is no command \`${name}\`. Did you mean \`${meant}\`?`;
  return `There is no command \`${name}\`. Use ${COMMANDS}. To check a path: \`ims-config check ${name}\`.`;
}

function onlyRule([rule, more]: readonly string[]): string {
  if (rule === undefined) {
    throw new UsageError('`explain` needs the id of a rule. `ims-config rules` lists them.');
  }
  if (more !== undefined) throw new UsageError('`explain` takes one rule at a time.');
  return rule;
}
