import { fileURLToPath } from 'node:url';

/** How git is run in a folder. */
export const optionsIn = (cwd: string, env: Readonly<Record<string, string>> = {}) => ({
  cwd,
  timeout: 2000,
  maxBuffer: 1 << 26,
  windowsHide: true,
  env: { ...environmentOf(process.env), ...env },
});

/** The folder may be a stranger's: nothing that its git configuration names is run. */
export const SAFE = ['-c', 'core.fsmonitor=false', '-c', 'safe.bareRepository=explicit'];

/** What git inherits. The variables of a hook may mean another repository. */
export const environmentOf = (env: Readonly<Record<string, string | undefined>>) => ({
  ...env,
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
});

/** Where a file lies on the disk; undefined where it does not. */
export function fileOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
