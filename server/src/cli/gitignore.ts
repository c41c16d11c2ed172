import fs from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { readText } from './files';
import { repositoryOf, slashed } from './git';

/** The patterns of one file, which count from its folder downwards. */
export interface IgnoreLevel {
  readonly folder: string;
  readonly patterns: Ignore;
}

/** What is said about files of a folder, the outermost first: the inner ones have the last word. */
export type IgnoreLevels = readonly IgnoreLevel[];

/**
 * What the folders above this one say, up to the root of the repository or, outside of one, `top`.
 */
export function levelsAbove(folder: string, top: string): IgnoreLevels {
  const root = repositoryOf(folder) ?? (isInside(folder, top) ? top : folder);
  const steps = slashed(path.relative(root, folder)).split('/').filter(Boolean);
  let levels: IgnoreLevels = [];
  let at = root;
  for (const step of steps) {
    levels = levelsIn(at, levels);
    at = path.join(at, step);
  }
  // A person who names an ignored folder means it.
  return isIgnored(levels, folder, true) ? [] : levels;
}

/** The levels that count for what lies in a folder. Who knows its names says what it holds. */
export function levelsIn(
  folder: string,
  above: IgnoreLevels,
  holds = (name: string) => fs.existsSync(path.join(folder, name)),
): IgnoreLevels {
  const own = holds('.gitignore') ? readPatterns(folder, '.gitignore') : [];
  if (!holds('.git')) return [...above, ...own];
  // Another repository begins here.
  return [...readPatterns(folder, path.join('.git', 'info', 'exclude')), ...own];
}

export function isIgnored(levels: IgnoreLevels, file: string, isFolder: boolean): boolean {
  let ignored = false;
  for (const { folder, patterns } of levels) {
    const relative = slashed(path.relative(folder, file)) + (isFolder ? '/' : '');
    const result = patterns.test(relative);
    if (result.ignored) ignored = true;
    else if (result.unignored) ignored = false;
  }
  return ignored;
}

function readPatterns(folder: string, name: string): IgnoreLevels {
  const read = readText(path.join(folder, name));
  if ('failure' in read) return [];
  const ignorecase = process.platform === 'win32' || process.platform === 'darwin';
  const text = read.text.replace(/^\uFEFF/, '');
  return [{ folder, patterns: ignore({ ignorecase }).add(text) }];
}

function isInside(folder: string, top: string): boolean {
  const relative = path.relative(top, folder);
  return !relative.startsWith('..') && !path.isAbsolute(relative);
}
