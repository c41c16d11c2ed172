import type { CheckContext } from '../check';
import { type ConfigDocument, readAgain } from '../model/document';
import type { OnceFixed } from './fix-all';
import type { FixNote } from './fix-notes';

/** A file while it is fixed. */
export interface FileInFixing {
  /** As fixed, under the name that it gets with that. */
  document: ConfigDocument;
  /** How many fixes that took. */
  applied: number;
  /** What a person has to verify of them. */
  notes: readonly FixNote[];
}

/** A file before its first fix. */
export const beforeFixing = (document: ConfigDocument): FileInFixing => ({
  document,
  applied: 0,
  notes: [],
});

/** What is done to a file in one round; `earlier` are the notes of the rounds before. */
export type FixStep = (
  document: ConfigDocument,
  context: CheckContext,
  earlier: readonly FixNote[],
) => OnceFixed;

/** How files are fixed together. */
export interface Together<File> {
  readonly step: FixStep;
  /** Asked once for each round, for what the files are checked with as they are then. */
  readonly contexts: () => (file: File) => CheckContext;
  /** Told what was thrown over a file, which is left alone from then on. */
  readonly failed: (file: File, error: unknown) => void;
}

/**
 * Fixes until nothing is left to be fixed in any file: what is wrong in one may be so because of
 * another. In one round each file is fixed as all were when it began, so that what is known of all
 * of them is found out once. Always ends.
 */
export function fixTogether<File extends FileInFixing>(
  files: readonly File[],
  { step, contexts, failed }: Together<File>,
): void {
  const states = new Map(files.map((file) => [file, new Set([file.document.text])]));
  for (let round = 0; round < ROUNDS; round++) {
    const contextOf = contexts();
    const given = new Set<string>();
    let isFixed = false;
    for (const [file, seen] of states) {
      try {
        const fixed = step(file.document, contextOf(file), file.notes);
        if (take(fixed, file, seen, given)) isFixed = true;
      } catch (error) {
        states.delete(file);
        failed(file, error);
      }
    }
    if (!isFixed) return;
  }
}

const ROUNDS = 20;

/** Whether there was something to be fixed. `given` are the names that files got in this round. */
function take(
  fixed: OnceFixed,
  file: FileInFixing,
  seen: Set<string>,
  given: Set<string>,
): boolean {
  const before = file.document;
  const { text, applied, renames, document } = fixed;
  const name = renames ? before.path.replace(/[^/]*$/, () => renames) : before.path;
  // In the next round the other file is known by that name.
  const isTaken = name !== before.path && given.has(name);
  const path = isTaken ? before.path : name;
  if (path === before.path && seen.has(text)) return isTaken;
  if (path !== before.path) given.add(path);
  seen.add(text);
  file.document =
    (path === before.path ? document : readAgain(before, text, path)) ??
    withoutEntities(before, path, text);
  file.applied += applied;
  file.notes = fixed.notes;
  return true;
}

/** A file of which a fix has taken all that was ours. */
function withoutEntities(document: ConfigDocument, path: string, text: string): ConfigDocument {
  const parsed = { root: undefined, problems: [], comments: [] };
  return { ...document, ...parsed, path, text, parsed, entities: [] };
}
