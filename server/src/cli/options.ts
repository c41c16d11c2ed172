import { parseArgs } from 'node:util';
import { isoDay } from '../rules/dates';
import { similar } from '../rules/suggestion';
import { enumerate } from '../text/message';
import { UsageError } from './host';

export type Command =
  | { readonly name: 'check'; readonly options: CheckOptions }
  | { readonly name: 'report'; readonly options: ReportOptions }
  | { readonly name: 'convert'; readonly options: ConvertOptions }
  | { readonly name: 'explain'; readonly rule: string }
  | { readonly name: 'kinds' | 'rules' | 'help' | 'version' };

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  readonly fix: 'none' | 'safe' | 'unsafe';
  readonly maxWarnings: number | undefined;
  readonly today: string | undefined;
  /** The name under which the standard input is checked; undefined: files are. */
  readonly stdinPath: string | undefined;
  readonly gitignore: boolean;
}

export interface ReportOptions {
  readonly paths: readonly string[];
  readonly format: 'markdown' | 'json';
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
  const { values, words } = parsed(argv);
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

/** Every option, and what its value is. */
const OPTIONS = {
  format: '`text`, `json` or `markdown`',
  fix: undefined,
  'unsafe-fixes': undefined,
  'max-warnings': 'a number',
  today: 'a date such as `2026-11-21`',
  stdin: undefined,
  'stdin-path': 'a path',
  'no-gitignore': undefined,
  output: 'a file or a folder',
  force: undefined,
  help: undefined,
  version: undefined,
} as const;

type Option = keyof typeof OPTIONS;

const OF_CONVERT: readonly Option[] = ['output', 'force'];

/** Those that `check` and `report` have alike. */
const OF_BOTH: readonly Option[] = ['format', 'today', 'no-gitignore'];

function rejectOptionsOfOthers(command: string, values: Values): void {
  for (const option of values.keys()) {
    const owner = OF_CONVERT.includes(option) ? 'convert' : 'check';
    if (owner === command || (command === 'report' && OF_BOTH.includes(option))) continue;
    throw new UsageError(`\`--${option}\` is an option of \`${owner}\`, not of \`${command}\`.`);
  }
}

type Values = ReadonlyMap<Option, string>;

const isOption = (name: string): name is Option => Object.hasOwn(OPTIONS, name);

/** Not strict, because the messages of the strict mode do not say what is allowed; everything is checked here. */
function parsed(argv: readonly string[]): { values: Values; words: readonly string[] } {
  const options = Object.fromEntries(
    Object.entries(OPTIONS).map(([name, value]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options: {
      ...options,
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<Option, string>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind === 'option') values.set(...optionOf(token));
  }
  return { values, words };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function optionOf({ name, rawName, value, inlineValue }: OptionToken): [Option, string] {
  if (!isOption(name)) {
    const [meant] = similar(name, Object.keys(OPTIONS));
    const all = enumerate(Object.keys(OPTIONS).map((each) => `--${each}`));
    const advice = meant ? `Did you mean \`--${meant}\`?` : `There are ${all}.`;
    throw new UsageError(`There is no option \`${rawName}\`. ${advice}`);
  }
  const expected = OPTIONS[name];
  if (expected === undefined) {
    if (value !== undefined) throw new UsageError(`\`--${name}\` takes no value.`);
    return [name, ''];
  }
  // `--format --fix` has lost its value, and the next option is none.
  if (value === undefined || value === '' || (value.startsWith('-') && !inlineValue)) {
    throw new UsageError(`\`--${name}\` needs ${expected} behind it.`);
  }
  return [name, value];
}

function checkOptions(values: Values, paths: readonly string[]): CheckOptions {
  const format = values.get('format') ?? 'text';
  if (format !== 'text' && format !== 'json') {
    throw new UsageError(`\`--format\` is \`${format}\`. Use \`text\` or \`json\`.`);
  }
  const stdinPath = values.get('stdin-path');
  if (values.has('stdin') !== (stdinPath !== undefined)) {
    throw new UsageError(
      '`--stdin` and `--stdin-path` go together: the path says what the text on the standard input is.',
    );
  }
  if (stdinPath !== undefined && paths[0] !== undefined) {
    throw new UsageError(`With \`--stdin\` no file is read, so \`${paths[0]}\` cannot be checked.`);
  }
  return {
    paths: paths.length > 0 ? paths : ['.'],
    format,
    fix: values.has('unsafe-fixes') ? 'unsafe' : values.has('fix') ? 'safe' : 'none',
    maxWarnings: maxWarningsOf(values.get('max-warnings')),
    today: dayOption(values.get('today')),
    stdinPath,
    gitignore: !values.has('no-gitignore'),
  };
}

function reportOptions(values: Values, paths: readonly string[]): ReportOptions {
  const format = values.get('format') ?? 'markdown';
  if (format !== 'markdown' && format !== 'json') {
    throw new UsageError(`\`--format\` is \`${format}\`. Use \`markdown\` or \`json\`.`);
  }
  return {
    paths: paths.length > 0 ? paths : ['.'],
    format,
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
