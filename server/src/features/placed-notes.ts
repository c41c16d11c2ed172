import type { ConfigDocument } from '../model/document';
import { redactor } from '../rules/redaction';
import { plain } from '../text/message';
import { linesOf, type Position } from '../text/positions';
import type { FixNote } from './fix-notes';

/** What a person has to verify, at a place as people count. */
export interface PlacedNote extends Position {
  readonly message: string;
}

/** The notes of fixes in the order of the text, each once at one place. */
export function notesIn(
  notes: readonly FixNote[],
  document: ConfigDocument,
): readonly PlacedNote[] {
  const lines = linesOf(document.text);
  const redact = redactor(document);
  const { text } = document;
  const placed = notes
    .toSorted((one, other) => one.offset - other.offset)
    .map((note) => ({
      ...lines.positionOf(behindBlanks(text, note.offset)),
      message: plain(redact(note.text)),
    }));
  return [...new Map(placed.map((note) => [JSON.stringify(note), note])).values()];
}

/** What is added begins with the break of the line before it. */
const behindBlanks = (text: string, offset: number): number =>
  offset + (/^[,\s]*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
