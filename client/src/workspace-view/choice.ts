import { type TextId, text } from '../texts';
import type { Item, MigratableFile, Migration } from './answers';

/** What is to be migrated. */
export interface MigrationWish {
  /** The files; without, a person chooses. */
  readonly uris?: readonly string[] | undefined;
  readonly preview: boolean;
}

/**
 * What is meant: a thing of the view or a whole group, or addresses; without anything, a person
 * chooses.
 */
export function wishOf(wanted: unknown, isPreviewed: boolean): MigrationWish {
  const [uri, uris, items] = ['uri', 'uris', 'items'].map((name) => valueIn(wanted, name));
  const preview = isPreviewed || valueIn(wanted, 'preview') === true;
  const things = Array.isArray(items) ? items.map((item) => valueIn(item, 'uri')) : undefined;
  const all = typeof uri === 'string' ? [uri] : (uris ?? things);
  if (!Array.isArray(all)) return { preview };
  // A file may hold several things.
  return { uris: [...new Set(all.filter((each) => typeof each === 'string'))], preview };
}

const valueIn = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** A file as it stands in a list to choose from. */
export interface FileChoice {
  readonly uri: string;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/** The files to choose from; `renamed` says that a file gets another name. */
export const choicesOf = (
  files: readonly MigratableFile[],
  renamed: (name: string) => string,
): readonly FileChoice[] =>
  files.map(({ uri, path, labels, renames }) => {
    const end = path.lastIndexOf('/');
    const what = labels.join(', ');
    return {
      uri,
      label: path.slice(end + 1),
      description: path.slice(0, Math.max(0, end)),
      detail: renames === null ? what : `${what} – ${renamed(renames)}`,
    };
  });

/**
 * Whether a text is open in another version than the one that edits were made for, or not open any
 * more.
 */
export const isOutdated = (
  versions: Migration['versions'],
  versionOf: (uri: string) => number | undefined,
): boolean => versions.some(({ uri, version }) => versionOf(uri) !== version);

/** The files whose text an edit changes, by the names that they have after it. */
export const editedIn = ({
  documentChanges,
  changes = {},
}: NonNullable<Migration['edit']>): readonly string[] =>
  documentChanges?.flatMap((change) => ('edits' in change ? [change.textDocument.uri] : [])) ??
  Object.keys(changes);

/**
 * Says how many files are migrated, that others had to follow them, and that some are not: of the
 * files that were to be changed a preview lets a person leave some, or a part of one.
 */
export function outcomeText(
  migrated: readonly string[],
  wanted: readonly string[],
  chosen: readonly string[],
): string {
  const more = migrated.filter((uri) => !chosen.includes(uri)).length;
  const count = migrated.length - more;
  const left = wanted.length - migrated.length;
  return [
    counted(count, 'migrate.doneOne', count === 0 ? 'migrate.doneNone' : 'migrate.done'),
    ...(more > 0 ? [counted(more, 'migrate.moreOne', 'migrate.more')] : []),
    ...(left > 0 ? [counted(left, 'migrate.leftOne', 'migrate.left')] : []),
  ].join(' ');
}

const counted = (count: number, one: TextId, many: TextId): string =>
  count === 1 ? text(one) : text(many, count);

/** How many things of each kind stand in a group. */
export const countText = (items: readonly Pick<Item, 'what'>[]): string =>
  (['credential', 'environment', 'account'] as const)
    .map((what) => [what, items.filter((each) => each.what === what).length] as const)
    .flatMap(([what, count]) =>
      count > 0 ? [counted(count, `workspace.${what}`, `workspace.${what}s`)] : [],
    )
    .join(', ');
