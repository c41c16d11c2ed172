import { mover, type TextEdit } from '../text/edit';

/** What a person has to verify of a text that was fixed. */
export interface FixNote {
  /** Where, in the text as fixed. */
  readonly offset: number;
  readonly text: string;
}

/** A fix that was made. */
export interface MadeFix {
  readonly edits: readonly TextEdit[];
  readonly note?: string | undefined;
}

/** The notes of fixes of one text, and those of earlier fixes where they are now. */
export function notesAfter(
  earlier: readonly FixNote[],
  fixes: readonly MadeFix[],
): readonly FixNote[] {
  const place = mover(fixes.flatMap((fix) => fix.edits));
  const made = fixes.flatMap((fix) =>
    firstOfEach(fix).map(([text, start]) => ({ offset: place(start), text })),
  );
  const moved = earlier.map(({ offset, text }) => ({ offset: place(offset), text }));
  return [...moved, ...made];
}

/** Several edits of one fix may carry one note, which is said at the first of them. */
function firstOfEach({ edits, note }: MadeFix): readonly (readonly [string, number])[] {
  const starts = new Map<string, number>();
  const inOrder = edits.toSorted((one, other) => one.span.start - other.span.start);
  for (const edit of inOrder) {
    for (const text of [note, edit.note]) {
      if (text && !starts.has(text)) starts.set(text, edit.span.start);
    }
  }
  return [...starts];
}
