import { parseArgs } from 'node:util';
import { similar } from '../rules/suggestion';
import { enumerate } from '../text/message';
import { UsageError } from './host';

/** Every option, and what its value is. */
const OPTIONS = {
  format: '`text`, `json`, `sarif`, `github` or `markdown`',
  output: 'a file or a folder',
  fix: undefined,
  'unsafe-fixes': undefined,
  'max-warnings': 'a number',
  baseline: 'a file',
  'update-baseline': undefined,
  changed: 'a branch, a tag or a commit',
  workspace: 'a folder',
  today: 'a date such as `2026-11-21`',
  stdin: undefined,
  'stdin-path': 'a path',
  'no-gitignore': undefined,
  force: undefined,
  help: undefined,
  version: undefined,
} as const;

export type Option = keyof typeof OPTIONS;

/** The options of a command line, each with its value; those without one have an empty text. */
export type Values = ReadonlyMap<Option, string>;

const isOption = (name: string): name is Option => Object.hasOwn(OPTIONS, name);

/**
 * Takes arguments apart. Throws a UsageError for an option that nobody knows, or that lacks its
 * value. Not strict, because the messages of the strict mode do not say what is allowed; everything
 * is checked here.
 */
export function parsedWords(argv: readonly string[]): {
  values: Values;
  words: readonly string[];
} {
  const options = Object.fromEntries(
    Object.entries(OPTIONS).map(([name, value]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const { tokens } = parseArgs({
    args: withoutOmitted(argv),
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

/** The option whose value may be left out. */
const OMITTABLE = 'changed';

/** What stands in the place of a value that is left out. No file, branch or tag is called so. */
const OMITTED = '\0';

/** A value where one is left out, which would otherwise be the next option. */
function withoutOmitted(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return argv.map((word, index) => {
    const isOption = word === `--${OMITTABLE}` && (end < 0 || index < end);
    return isOption && (argv[index + 1] ?? '-').startsWith('-') ? `${word}=${OMITTED}` : word;
  });
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
  if (name === OMITTABLE && value === '') {
    throw new UsageError(
      `\`--${name}\` is empty, as where a variable that stands behind it is not set. Name ${expected}, or write \`--${name}\` alone for what differs from the last commit.`,
    );
  }
  if (name === OMITTABLE) return [name, value === OMITTED ? '' : (value ?? '')];
  // `--format --fix` has lost its value, and the next option is none.
  if (value === undefined || value === '' || (value.startsWith('-') && !inlineValue)) {
    throw new UsageError(`\`--${name}\` needs ${expected} behind it.`);
  }
  return [name, value];
}
