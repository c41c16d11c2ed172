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
  /** The answer to a question about one document alone, found once for each document. */
  about<T>(document: ConfigDocument, question: (document: ConfigDocument) => T): T;
}

/** What was asked about documents. Workspaces that share it ask only about those that are new. */
export type DocumentAnswers = WeakMap<ConfigDocument, Map<unknown, unknown>>;

/** A workspace of these documents. */
export function newWorkspace(
  documents: readonly ConfigDocument[],
  folders: readonly string[] = [],
  known: DocumentAnswers = new WeakMap(),
): Workspace {
  const answers = new Map<unknown, unknown>();
  const workspace: Workspace = {
    documents: [...documents].sort(byPath),
    folders,
    once(question) {
      return answerOnce(answers, question, workspace);
    },
    about(document, question) {
      const own = known.get(document) ?? new Map<unknown, unknown>();
      known.set(document, own);
      return answerOnce(own, question, document);
    },
  };
  return workspace;
}

function answerOnce<A, T>(answers: Map<unknown, unknown>, question: (about: A) => T, about: A): T {
  if (!answers.has(question)) answers.set(question, question(about));
  return answers.get(question) as T;
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
