import fs from 'node:fs';
import path from 'node:path';
import { worthReading } from '../model/document';
import { realPathOf } from './files';
import { type IgnoreLevels, isIgnored, levelsAbove, levelsIn } from './gitignore';
import { reasonOf, UsageError } from './host';

export interface Found {
  /** Absolute paths of the files to look into, sorted. */
  readonly files: readonly FoundFile[];
  /** The other files, whose names say that they are none of ours. */
  readonly others: readonly string[];
  /** Files that git ignores and whose names are worth a look. */
  readonly ignored: readonly string[];
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
}

export interface FoundFile {
  readonly path: string;
  /** Named on the command line. */
  readonly named: boolean;
}

export interface Where {
  readonly cwd: string;
  readonly gitignore: boolean;
  /** Files to look into whatever they are called. */
  readonly isChosen?: ((file: string) => boolean) | undefined;
}

/**
 * The files behind the paths of a command line. Throws a UsageError where one of them leads
 * nowhere.
 */
export function discover(paths: readonly string[], where: Where): Found {
  const named = new Set<string>();
  const search = new Search(where.gitignore, where.isChosen);
  const folders: string[] = [];
  for (const each of paths) {
    const absolute = path.resolve(where.cwd, each);
    if (isFolder(each, absolute)) folders.push(absolute);
    else named.add(absolute);
  }
  // An ignored folder that is named counts, also where one around it is named.
  for (const folder of folders.sort((one, other) => other.length - one.length)) {
    search.visit(folder, where.gitignore ? levelsAbove(folder, where.cwd) : [], false);
  }
  const all = new Set([...named, ...search.files]);
  return {
    files: [...all].sort().map((file) => ({ path: file, named: named.has(file) })),
    others: [...search.others].filter((file) => !named.has(file)),
    ignored: [...search.ignored].filter((file) => !all.has(file)).sort(),
    unreadable: search.unreadable,
  };
}

function isFolder(written: string, absolute: string): boolean {
  let stats: fs.Stats;
  try {
    stats = fs.statSync(absolute);
  } catch (error) {
    throw new UsageError(`\`${written}\` cannot be checked: ${reasonOf(error)}.`);
  }
  if (!stats.isDirectory() && !stats.isFile()) {
    throw new UsageError(`\`${written}\` is neither a file nor a folder.`);
  }
  return stats.isDirectory();
}

const NEVER = new Set(['node_modules', '.git']);

/** Walks folders and gathers what it sees. */
class Search {
  readonly files = new Set<string>();
  readonly others = new Set<string>();
  readonly ignored = new Set<string>();
  readonly unreadable: { path: string; reason: string }[] = [];
  readonly #visited = new Set<string>();

  constructor(
    private readonly gitignore: boolean,
    private readonly isChosen: Where['isChosen'],
  ) {}

  visit(
    folder: string,
    above: IgnoreLevels,
    inIgnored: boolean,
    real: string = realPathOf(folder),
  ): void {
    if (this.#visited.has(real)) return;
    this.#visited.add(real);
    const entries = this.#entriesOf(folder);
    const holds = (name: string) => entries.some((entry) => entry.name === name);
    const levels = this.gitignore && !inIgnored ? levelsIn(folder, above, holds) : above;
    // Joined by hand, as there are many names and they need no normalizing.
    const inside = path.join(folder, path.sep);
    for (const entry of entries) {
      const full = inside + entry.name;
      if (entry.isDirectory()) {
        if (NEVER.has(entry.name)) continue;
        const isIgnoredNow = inIgnored || this.#ignores(levels, full, true);
        this.visit(full, levels, isIgnoredNow, path.join(real, entry.name));
      } else if (entry.isFile() || (entry.isSymbolicLink() && leadsToFile(full))) {
        if (inIgnored || this.#ignores(levels, full, false)) {
          if (this.#isWorthReading(entry.name, full)) this.ignored.add(full);
        } else if (this.#isWorthReading(entry.name, full)) this.files.add(full);
        else this.others.add(full);
      }
    }
  }

  #isWorthReading(name: string, full: string): boolean {
    return worthReading(name) || (this.isChosen?.(full) ?? false);
  }

  #ignores(levels: IgnoreLevels, full: string, isFolder: boolean): boolean {
    return this.gitignore && isIgnored(levels, full, isFolder);
  }

  #entriesOf(folder: string): readonly fs.Dirent[] {
    try {
      return fs.readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      this.unreadable.push({ path: folder, reason: reasonOf(error) });
      return [];
    }
  }
}

/** Links to folders are not followed: they may lead in a circle. */
function leadsToFile(link: string): boolean {
  try {
    return fs.statSync(link).isFile();
  } catch {
    return false;
  }
}
