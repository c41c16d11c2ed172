import { notationOfEmpty } from './notation';
import { baseName } from './path';

// Which names new files can have. The client reads it as well.

/** How the files of a kind are named: a beginning, some text and one of the endings. */
export interface NewFileNames {
  readonly beginning: string;
  readonly endings: readonly string[];
}

/**
 * Why a file of a kind cannot have a name. `reading`: another beginning or ending would be fine,
 * but a file of that name is not read, or as something else.
 */
export type NameMistake = 'beginning' | 'ending' | 'reading';

/**
 * What is wrong with a name, with or without folders before it; undefined where the file can have
 * it.
 */
export function nameMistake(
  path: string,
  { beginning, endings }: NewFileNames,
): NameMistake | undefined {
  const name = baseName(path);
  if (!name.startsWith(beginning)) return 'beginning';
  const rest = name.slice(beginning.length);
  const isLeft = (ending: string) => beginning !== '' || rest.length > ending.length;
  const ending = endings.find((each) => rest.endsWith(each) && isLeft(each));
  if (ending === undefined) return 'ending';
  const isRead = notationOfEmpty(name) === notationOfEmpty(`${beginning || 'a'}${ending}`);
  return isRead ? undefined : 'reading';
}
