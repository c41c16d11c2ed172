import { version } from '../../../package.json';
import { checkCommand } from './check-command';
import { convertCommand } from './convert-command';
import { explainText, kindsText, rulesText } from './describe';
import { harmless } from './excerpt';
import { logHost } from './github-log';
import { HELP } from './help';
import { type Host, UsageError } from './host';
import { type Command, parseCommand } from './options';
import { reportCommand } from './report-command';

/**
 * Runs the command line and gives its exit status: 0 no errors, 1 errors found, 2 it could not run.
 */
export async function run(argv: readonly string[], host: Host): Promise<number> {
  try {
    return await runCommand(parseCommand(argv), host);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    logHost(host).stderr(`ims-config: ${error.message.split('\n').map(harmless).join('\n')}\n`);
    return 2;
  }
}

async function runCommand(command: Command, host: Host): Promise<number> {
  if (command.name === 'check') return checkCommand(command.options, host);
  if (command.name === 'report') return reportCommand(command.options, host);
  if (command.name === 'convert') return convertCommand(command.options, logHost(host));
  host.stdout(textOf(command));
  return 0;
}

function textOf(command: Exclude<Command, { name: 'check' | 'report' | 'convert' }>): string {
  switch (command.name) {
    case 'explain':
      return explainText(command.rule);
    case 'kinds':
      return kindsText();
    case 'rules':
      return rulesText();
    case 'version':
      return `${version}\n`;
    case 'help':
      return HELP;
  }
}
