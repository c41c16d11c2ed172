import type { FixNote } from '../features/fix-notes';
import type { ConfigDocument } from '../model/document';
import { redactor } from '../rules/redaction';
import { plain } from '../text/message';
import { harmless } from './excerpt';
import type { Host } from './host';
import { linesOf, type Position } from './positions';
import type { FileReport } from './report';

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

/** Tells people what to verify after fixes, each note once with all of its places. */
export function sayNotes(reports: readonly FileReport[], host: Host): void {
  for (const { path, document, notes = [] } of reports) {
    const places = new Map<string, string[]>();
    for (const { line, column, message } of document ? notesIn(notes, document) : []) {
      places.set(message, [...(places.get(message) ?? []), `${line}:${column}`]);
    }
    for (const [message, at] of places) {
      host.stderr(`${harmless(path)}:${shortened(at)}  To verify: ${harmless(message)}\n`);
    }
  }
}

const MANY = 5;

const shortened = (places: readonly string[]): string =>
  places.length > MANY
    ? `${places.slice(0, MANY).join(', ')} and ${places.length - MANY} more`
    : places.join(', ');
