import { text } from '../texts';
import type { MigratableFile, Migration } from './answers';

/** What is to be migrated. */
export interface MigrationWish {
  /** The files; without, a person chooses. */
  readonly uris?: readonly string[] | undefined;
  readonly preview: boolean;
}

/** What is meant: a thing of the view, or addresses; of a group, and without anything, a person chooses. */
export function wishOf(wanted: unknown, isPreviewed: boolean): MigrationWish {
  const value = (name: string): unknown =>
    typeof wanted === 'object' && wanted !== null ? Reflect.get(wanted, name) : undefined;
  const [uri, uris] = [value('uri'), value('uris')];
  const preview = isPreviewed || value('preview') === true;
  if (typeof uri === 'string') return { uris: [uri], preview };
  if (!Array.isArray(uris)) return { preview };
  return { uris: uris.filter((each) => typeof each === 'string'), preview };
}

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

/** Whether a text is open in another version than the one that edits were made for, or not open any more. */
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

/** Says how many files were migrated, and that others had to follow them. */
export function outcomeText(changed: readonly string[], chosen: readonly string[]): string {
  const more = changed.filter((uri) => !chosen.includes(uri)).length;
  const count = changed.length - more;
  const done = count === 1 ? text('migrate.doneOne') : text('migrate.done', count);
  if (more === 0) return done;
  return `${done} ${more === 1 ? text('migrate.moreOne') : text('migrate.more', more)}`;
}
