import { run } from './lifetime.mjs';

/**
 * npm's own patience, of minutes, is too long for someone who sits before a machine without
 * network.
 */
const SHORT_WAITS = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Runs npm in a folder. Throws an error fit for a user where that fails; `what` it was to bring is
 * named.
 */
export async function npm(folder, what, args) {
  const { code, output } = await run('npm', [...args, ...SHORT_WAITS, ...QUIET], { cwd: folder });
  if (code === 0) return;
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.test(output);
  if (!offline) throw new Error(`npm could not install ${what}:\n${output}`);
  throw new Error(
    `npm could not install ${what}, because its registry cannot be reached. ` +
      'Connect to the network, or tell npm of a proxy, and try again.',
  );
}
