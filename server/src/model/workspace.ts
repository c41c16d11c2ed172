import type { ConfigDocument } from './document';
import { folderOf } from './path';

/** What is known of the files of a workspace. */
export interface Workspace {
  /** Those of our kinds, in the order of their paths. */
  readonly documents: readonly ConfigDocument[];
  /** The paths of its folders: what stands above them says nothing about a file. */
  readonly folders: readonly string[];
  /**
   * The answer to a question about the workspace alone, found once, however often it is asked. A
   * question is known by its identity.
   */
  once<T>(question: (workspace: Workspace) => T): T;
}

/** A workspace of these documents. */
export function newWorkspace(
  documents: readonly ConfigDocument[],
  folders: readonly string[] = [],
): Workspace {
  const answers = new Map<unknown, unknown>();
  const workspace: Workspace = {
    documents: [...documents].sort(byPath),
    folders,
    once(question) {
      if (!answers.has(question)) answers.set(question, question(workspace));
      return answers.get(question) as ReturnType<typeof question>;
    },
  };
  return workspace;
}

/** The workspace as one of its documents sees it: with that document as it is now. */
export function workspaceOf(document: ConfigDocument, known: Workspace | undefined): Workspace {
  if (!known) return newWorkspace([document]);
  if (known.documents.includes(document)) return known;
  const others = known.documents.filter(({ path }) => path !== document.path);
  return newWorkspace([...others, document], known.folders);
}

export const byPath = (one: ConfigDocument, other: ConfigDocument): number =>
  one.path < other.path ? -1 : one.path > other.path ? 1 : 0;

/** The path of a document from its folder; its name alone where the folder is not known. */
export function placeIn({ path }: ConfigDocument, { folders }: Workspace): string {
  const starts = folders
    .map((folder) => `${folder.replace(/\/+$/, '')}/`)
    .filter((start) => path.startsWith(start))
    .sort((one, other) => other.length - one.length);
  return path.slice((starts[0] ?? folderOf(path)).length);
}
