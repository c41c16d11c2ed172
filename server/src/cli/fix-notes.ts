import { notesIn } from '../features/placed-notes';
import { harmless } from './excerpt';
import type { Host } from './host';
import type { FileReport } from './report';

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
