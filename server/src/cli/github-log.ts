import type { Host } from './host';

/** What is written for people, into a log in which GitHub may look for commands. */
export function logHost(host: Host, isOnGitHub = host.env.GITHUB_ACTIONS === 'true'): Host {
  if (!isOnGitHub) return host;
  return {
    ...host,
    stdout: (output) => host.stdout(typeof output === 'string' ? inert(output) : output),
    stderr: (text) => host.stderr(inert(text)),
  };
}

/** A text in which no name of a file and no line of it is a command for GitHub. */
const inert = (text: string): string =>
  text.replace(/^(\s*):(?=:)/gm, '$1: ').replaceAll('##[', '# #[');
