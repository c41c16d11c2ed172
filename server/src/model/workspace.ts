import type { ConfigDocument } from './document';

/** What is known of the files of a workspace. */
export interface Workspace {
  /** Those of our kinds, in the order of their paths. */
  readonly documents: readonly ConfigDocument[];
  /** The paths of its folders: what stands above them says nothing about a file. */
  readonly folders: readonly string[];
}

/** The workspace as one of its documents sees it: with that document as it is now. */
export function workspaceOf(document: ConfigDocument, known: Workspace | undefined): Workspace {
  const { documents = [], folders = [] } = known ?? {};
  const others = documents.filter(({ path }) => path !== document.path);
  if (others.length === 0) return { documents: [document], folders };
  return { documents: [...others, document].sort(byPath), folders };
}

/** The order in which the documents of a workspace stand. */
export const byPath = (one: ConfigDocument, other: ConfigDocument): number =>
  one.path < other.path ? -1 : one.path > other.path ? 1 : 0;

/** The path of a document from its folder; its name alone where the folder is not known. */
export function placeIn({ path }: ConfigDocument, { folders }: Workspace): string {
  const starts = folders
    .map((folder) => `${folder.replace(/\/+$/, '')}/`)
    .filter((start) => path.startsWith(start))
    .sort((one, other) => other.length - one.length);
  return path.slice(starts[0]?.length ?? path.lastIndexOf('/') + 1);
}
