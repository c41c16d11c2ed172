import type { Dialect } from './dialect';
import type { ConfigDocument } from './document';
import { type Entity, likenessOf } from './entity';
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
  /**
   * The answer to a question about one document alone, found once for each, or about what one
   * entity says, wherever it stands, found once for all that say the same after each other.
   */
  about<K extends ConfigDocument | Entity, T>(thing: K, question: Question<K, T>): T;
  /** The same with a document as it is now. What is known about all others is not asked again. */
  with(document: ConfigDocument): Workspace;
}

/** A question about one thing; it may ask further ones. */
export type Question<K, T> = (thing: K, workspace: Workspace) => T;

/**
 * What was asked about documents and entities. Workspaces that share it ask only about new ones.
 */
export type KnownAnswers = WeakMap<object, Answers>;

interface Answers {
  readonly dialect: Dialect | undefined;
  readonly answers: Map<unknown, unknown>;
}

/** A workspace of these documents. */
export function newWorkspace(
  documents: readonly ConfigDocument[],
  folders: readonly string[] = [],
  known: KnownAnswers = new WeakMap(),
): Workspace {
  return sortedWorkspace([...documents].sort(byPath), folders, known);
}

function sortedWorkspace(
  documents: readonly ConfigDocument[],
  folders: readonly string[],
  known: KnownAnswers,
): Workspace {
  const answers = new Map<unknown, unknown>();
  const workspace: Workspace = {
    documents,
    folders,
    once(question) {
      return answerOnce(answers, question, workspace);
    },
    about(thing, question) {
      const own = answersAbout(thing, known);
      return answerOnce(own, question, thing, workspace);
    },
    with(document) {
      const index = documents.findIndex(({ path }) => path === document.path);
      return index < 0
        ? newWorkspace([...documents, document], folders, known)
        : sortedWorkspace(documents.with(index, document), folders, known);
    },
  };
  return workspace;
}

function answersAbout(thing: ConfigDocument | Entity, known: KnownAnswers): Map<unknown, unknown> {
  const isEntity = 'dialect' in thing;
  const key = isEntity ? (likenessOf(thing) ?? thing) : thing;
  const dialect = isEntity ? thing.dialect : undefined;
  const found = known.get(key);
  if (found && found.dialect === dialect) return found.answers;
  const answers = new Map<unknown, unknown>();
  known.set(key, { dialect, answers });
  return answers;
}

function answerOnce<A extends readonly unknown[], T>(
  answers: Map<unknown, unknown>,
  question: (...about: A) => T,
  ...about: A
): T {
  const known = answers.get(question);
  if (known !== undefined || answers.has(question)) return known as T;
  const answer = question(...about);
  answers.set(question, answer);
  return answer;
}

/** The workspace as one of its documents sees it: with that document as it is now. */
export function workspaceOf(document: ConfigDocument, known: Workspace | undefined): Workspace {
  if (!known) return newWorkspace([document]);
  if (known.documents.includes(document)) return known;
  return known.with(document);
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
