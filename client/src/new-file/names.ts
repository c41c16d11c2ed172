import { type NameMistake, nameMistake } from '../../../server/src/model/new-file-names';

/** A kind of file that can be made anew, as the server offers it. */
export interface NewFileKind {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** From the folder of the workspace; empty where it does not matter. */
  readonly folder: string;
  /** A name is a beginning, some text and one of the endings. */
  readonly beginning: string;
  readonly stem: string;
  readonly endings: readonly string[];
  /** The likeliest first; empty where the solution does not matter. */
  readonly solutions: readonly NewFileSolution[];
}

export interface NewFileSolution {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** A path from the folder of the workspace, and which part of it people are likely to change. */
export interface ProposedName {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The name that is proposed for a file; from the second on with a number, for where the first ones
 * are taken.
 */
export function proposedName(kind: NewFileKind, solution = '', turn = 1): ProposedName {
  const { folder, beginning, endings } = kind;
  const stem = kind.stem.replace('{solution}', solution);
  const ending = endings[0] ?? '';
  // Of a name that is nothing but its beginning, readers know variants behind an underscore.
  const mark = stem === '' && ending === '' ? '_' : '-';
  const start = (folder === '' ? '' : `${folder}/`) + beginning;
  const whole = turn === 1 ? stem : `${stem}${mark}${turn}`;
  return { path: start + whole + ending, from: start.length, to: start.length + whole.length };
}

/**
 * Whether the editor saves an unsaved document where a file of that scheme lies: it takes it for
 * one like those of the first folder, and with a remote for one of that.
 */
export const isSavedThere = (scheme: string, folder: string | undefined): boolean =>
  scheme === 'vscode-remote' || scheme === (folder ?? 'file');

/** Why a file of a kind cannot have a path: it would not be known, or would lie elsewhere. */
export function nameProblem(
  path: string,
  kind: NewFileKind,
): NameMistake | 'elsewhere' | undefined {
  const parts = path.split(/[\\/]/);
  const name = parts.at(-1) ?? '';
  const leads = /^[\\/]|^[a-z]:/i.test(path) || parts.some((part) => /^\.{0,2}$/.test(part));
  return name !== '' && leads ? 'elsewhere' : nameMistake(name, kind);
}
