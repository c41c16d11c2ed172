import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayOf, type Host } from './host';

/** The host of a server that is a process of its own, beside the files. */
export function nodeHost(rulePages?: string): Host {
  const known = new Map<string, { readonly until: number; readonly answer: Answer }>();
  return {
    today: () => dayOf(new Date()),
    rulePages,
    isTracked(uri) {
      const now = Date.now();
      for (const [each, { until }] of known) if (until < now) known.delete(each);
      const answer = known.get(uri)?.answer ?? isTracked(uri);
      if (!known.has(uri)) known.set(uri, { until: now + FRESH, answer });
      return answer;
    },
    async readFile(uri) {
      const file = fileOf(uri);
      return file === undefined ? undefined : readFile(file, 'utf8').catch(() => undefined);
    },
    ignored,
    async sizeOf(uri) {
      const file = fileOf(uri);
      const stats = file === undefined ? undefined : await stat(file).catch(() => undefined);
      return stats?.size;
    },
  };
}

type Answer = Promise<boolean | undefined>;

/** While someone types, git is asked once in so many milliseconds. */
const FRESH = 3000;

function isTracked(uri: string): Answer {
  const file = fileOf(uri);
  if (file === undefined) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const args = [...SAFE, 'ls-files', '--error-unmatch', '--', path.basename(file)];
    const options = optionsIn(path.dirname(file), { GIT_LITERAL_PATHSPECS: '1' });
    execFile('git', args, options, (error) => {
      // 1 is git's "not tracked"; everything else (no git, no repository) leaves the question open.
      if (!error) resolve(true);
      else resolve(error.code === 1 ? false : undefined);
    });
  });
}

/** Git is asked about all files at once. It never says that it ignores a file that it tracks. */
function ignored(folder: string, uris: readonly string[]): Promise<ReadonlySet<string>> {
  const cwd = fileOf(folder);
  const files = new Map(uris.flatMap((uri) => [[fileOf(uri) ?? '', uri] as const]));
  files.delete('');
  if (cwd === undefined || files.size === 0) return Promise.resolve(new Set());
  return new Promise((resolve) => {
    const args = [...SAFE, 'check-ignore', '-z', '--stdin'];
    const child = execFile('git', args, optionsIn(cwd), (_error, output) => {
      resolve(new Set(output.split('\0').flatMap((file) => files.get(file) ?? [])));
    });
    // Without git there is nobody to listen.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end([...files.keys()].join('\0'));
  });
}

const optionsIn = (cwd: string, env: Readonly<Record<string, string>> = {}) => ({
  cwd,
  timeout: 2000,
  maxBuffer: 1 << 26,
  windowsHide: true,
  env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', ...env },
});

/** The folder may be a stranger's: nothing that its git configuration names is run. */
const SAFE = ['-c', 'core.fsmonitor=false', '-c', 'safe.bareRepository=explicit'];

function fileOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
