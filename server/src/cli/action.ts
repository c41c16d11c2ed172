import fs from 'node:fs';
import path from 'node:path';
import { enumerate } from '../text/message';
import { type Checked, checked } from './check-command';
import { harmless } from './excerpt';
import { isFolder } from './files';
import { slashed } from './git';
import { logHost } from './github-log';
import { escapedMessage, githubReport } from './github-report';
import { type Host, UsageError } from './host';
import { markdownReport } from './markdown-report';
import { type CheckOptions, parseCommand } from './options';
import { writeReport } from './output';
import { sarifReport } from './sarif-report';
import { textReport } from './text-report';

/** What a workflow of GitHub may say to the action, as `action.yml` describes it. */
export const INPUTS = [
  'paths',
  'working-directory',
  'annotations',
  'summary',
  'sarif',
  'baseline',
  'changed',
  'fail-on',
] as const;

type Input = (typeof INPUTS)[number];

/**
 * Runs the action of GitHub: annotations or a text into the log, a table into the summary of the
 * job, SARIF into a file, and the counts into the outputs. Gives the exit status.
 */
export async function runAction(host: Host): Promise<number> {
  try {
    return await check(host);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const message = error.message.split('\n').map(harmless).join('\n');
    host.stdout(`::error title=ims-config::${escapedMessage(message)}\n`);
    return 2;
  }
}

async function check(outer: Host): Promise<number> {
  const input = (name: Input) => inputOf(name, outer);
  const isOn = (name: Input) => oneOf(name, input(name), ['true', 'false']) === 'true';
  const [isAnnotated, isSummed] = [isOn('annotations'), isOn('summary')];
  const failsOn = oneOf('fail-on', input('fail-on'), ['error', 'warning', 'never']);
  const sarif = input('sarif');
  const host = { ...outer, cwd: folderIn(input('working-directory'), outer) };
  const log = logHost(host, true);
  const found = await checked(optionsOf(input, failsOn === 'warning'), log);
  const { report, ending } = found;
  if (isAnnotated) host.stdout(githubReport(report));
  else log.stdout(textReport(report, false));
  if (sarif !== '') await writeReport(sarif, sarifReport(report, ending), host);
  if (isSummed) append(host.env.GITHUB_STEP_SUMMARY, markdownReport(report));
  const place = sarif && slashed(path.relative(outer.cwd, path.resolve(host.cwd, sarif)));
  append(host.env.GITHUB_OUTPUT, outputs(found, place));
  return failsOn === 'never' && ending.isComplete ? 0 : ending.status;
}

function folderIn(named: string, { cwd }: Host): string {
  const folder = path.resolve(cwd, named);
  if (isFolder(folder)) return folder;
  throw new UsageError(
    `The input \`working-directory\` is \`${named}\`, and there is no such folder.`,
  );
}

/** As the command line would be told. */
function optionsOf(input: (name: Input) => string, failsOnWarning: boolean): CheckOptions {
  const [baseline, changed] = [input('baseline'), input('changed')];
  const paths = input('paths')
    .split('\n')
    .map((each) => each.trim());
  const command = parseCommand([
    'check',
    ...(baseline === '' ? [] : [`--baseline=${baseline}`]),
    ...(changed === '' ? [] : [`--changed=${changed}`]),
    ...(failsOnWarning ? ['--max-warnings=0'] : []),
    '--',
    ...paths.filter((each) => each !== ''),
  ]);
  if (command.name !== 'check') throw new Error('The arguments are those of `check`.');
  return command.options;
}

/** What a step says, or the default of `action.yml`: GitHub passes both in the same way. */
const inputOf = (name: Input, { env }: Host): string =>
  (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();

function oneOf(name: Input, value: string, allowed: readonly string[]): string {
  // As GitHub reads its own inputs.
  const found = allowed.find((each) => each === value.toLowerCase());
  if (found !== undefined) return found;
  const all = enumerate(allowed, 'or');
  throw new UsageError(`The input \`${name}\` is \`${value}\`. Use ${all}.`);
}

function outputs({ report }: Checked, sarif: string): string {
  const { errors, warnings, infos, hints } = report.summary;
  // A line break would begin another output.
  const all = { errors, warnings, infos, hints, sarif: harmless(sarif) };
  return Object.entries(all)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/** Where the variable is not set, nobody wants it. */
function append(file: string | undefined, text: string): void {
  if (file) fs.appendFileSync(file, text);
}
