import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { environmentOf, SAFE } from '../lsp/node-git';
import { realPlaceOf } from './files';
import type { Host } from './host';

/** Whether git tracks a file; undefined where there is no repository or no git. */
export type Tracked = (file: string) => boolean | undefined;

/** Asks git once for each repository, and not before a file of it is asked about. */
export function trackedFiles(env: Host['env']): Tracked {
  const repositories = new Map<string, ReadonlySet<string> | undefined>();
  return (file) => {
    const real = realPlaceOf(file);
    const root = repositoryOf(path.dirname(real));
    if (root === undefined) return undefined;
    if (!repositories.has(root)) repositories.set(root, filesOf(root, env));
    return repositories.get(root)?.has(slashed(path.relative(root, real)));
  };
}

/** The folder at or above this one that holds `.git`. */
export function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (fs.existsSync(path.join(at, '.git'))) return at;
    if (at === path.dirname(at)) return undefined;
  }
}

/** A path with `/` between its parts. */
export const slashed = (file: string): string =>
  path.sep === '/' ? file : file.split(path.sep).join('/');

function filesOf(root: string, env: Host['env']): ReadonlySet<string> | undefined {
  const answer = git(['ls-files', '-z'], root, env);
  return 'output' in answer ? new Set(answer.output.split('\0')) : undefined;
}

/**
 * What git says in a folder. Its own words are for nobody: they depend on its version and its
 * language.
 */
export function git(
  argv: readonly string[],
  folder: string,
  env: Host['env'],
): { readonly output: string } | { readonly failure: true } {
  try {
    const output = execFileSync('git', [...SAFE, ...argv], {
      cwd: folder,
      env: environmentOf(env),
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    });
    return { output };
  } catch {
    return { failure: true };
  }
}
