import { endOfBackslashed, endOfIndented } from './properties-continuation';
import { envKey, iniKey, javaKey, type KeyPlace } from './properties-key';
import type { SyntaxId } from './syntax';

/** How one of the notations of keys and values differs from the others. */
export interface Flavour {
  readonly id: Extract<SyntaxId, 'env' | 'properties' | 'ini'>;
  /** What begins a comment on a line of its own; ours begin with the first. */
  readonly commentMarkers: string;
  /** What begins a comment behind a value, with a blank before it. */
  readonly markersBehind: string;
  /** What a value may stand in, the best one first. */
  readonly quotes: string;
  /** `[name]` begins an object. */
  readonly sections: boolean;
  readonly escapes: 'everywhere' | 'in double quotes' | 'none';
  /**
   * Only what is certainly a mistake is a problem: a line without a separator is a key for some
   * readers.
   */
  readonly strict: boolean;
  /** Where nothing shows how the text is written. */
  readonly separator: string;
  /** The end of the last line of an assignment, whose first one has that start and end. */
  readonly continuedTo: (text: string, start: number, lineEnds: number) => number;
  /**
   * The key of an assignment that begins there; `end` is the end of the line, or of all lines it
   * goes on.
   */
  readonly keyAt: (text: string, start: number, end: number) => KeyPlace | undefined;
}

/** `.env`, as dotenv and most shells read it. */
export const envFlavour: Flavour = {
  id: 'env',
  commentMarkers: '#',
  markersBehind: '#',
  quotes: '"\'`',
  sections: false,
  escapes: 'in double quotes',
  strict: true,
  separator: '=',
  // What goes on stands in quotes.
  continuedTo: (_text, _start, lineEnds) => lineEnds,
  keyAt: envKey,
};

/** Java's `.properties`: quotes are text, and a line that ends with a backslash goes on. */
export const javaFlavour: Flavour = {
  id: 'properties',
  commentMarkers: '#!',
  markersBehind: '',
  quotes: '',
  sections: false,
  escapes: 'everywhere',
  strict: false,
  separator: '=',
  continuedTo: (text, _start, lineEnds) => endOfBackslashed(text, lineEnds),
  keyAt: javaKey,
};

/** `.ini`, for which nobody wrote a standard: what most readers agree on. */
export const iniFlavour: Flavour = {
  id: 'ini',
  commentMarkers: ';#',
  // Readers disagree on both, and no value of ours has either behind a blank.
  markersBehind: ';#',
  quotes: '"\'',
  sections: true,
  escapes: 'none',
  strict: false,
  separator: ' = ',
  continuedTo: endOfIndented,
  keyAt: iniKey,
};
