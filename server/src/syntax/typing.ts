import type { TextEdit } from '../text/edit';
import { type Span, span } from '../text/span';
import type { ParsedText } from './syntax';

/** A value that is to be written, in whatever way a notation writes it. */
export type Draft = string | boolean | readonly Draft[] | DraftObject;

/** In XML a key with `@` before it is an attribute, and any other one an element. */
export interface DraftObject {
  readonly [key: string]: Draft;
}

export type DraftMember = readonly [key: string, value: Draft];

/**
 * Stands in a probe where a person types. Letters and digits only, so that every notation takes it
 * for a word.
 */
export const MARKER = 'zq7cursor7qz';

/** One way to understand what a person types at a place, and how something is written there. */
export interface Typing {
  /** The text as if the word at the cursor were whole, with the marker at the cursor. */
  readonly probe: string;
  /** What the probe says, where its notation had to read it anyway. */
  readonly parsed?: ParsedText | undefined;
  /** How many characters the probe has before the word that the text has not. */
  readonly shift: number;
  /** The word around the cursor, which is replaced. */
  readonly word: Span;
  /** What has to change elsewhere: the comma behind the member before. */
  readonly also: readonly TextEdit[];
  /**
   * Members of the object that is typed in, in the place of the word. Of one that has its value
   * only the key, and nothing where such a value cannot belong to it. Undefined where no member can
   * stand.
   */
  readonly members?: ((members: readonly DraftMember[]) => string | undefined) | undefined;
  /** Whether the word is the key of a member that has its value. */
  readonly keyOnly: boolean;
  /** A value, or an item of a list, in the place of the word. Undefined where none can stand. */
  readonly value?: ((draft: Draft) => string) | undefined;
  /** Characters as they stand inside of the text that is typed in. */
  part(text: string): string;
}

/** What a notation knows of a place before it is written in words of `Typing`. */
interface Place {
  readonly text: string;
  readonly offset: number;
  readonly word: Span;
  /** What the probe has around the word, and the text has not. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly also?: readonly TextEdit[] | undefined;
  readonly keyOnly?: boolean | undefined;
}

/** A way to understand a place, of what is known of it and how things are written there. */
export function typingAt(
  { text, offset, word, before = '', after = '', also = [], keyOnly = false }: Place,
  writes: Pick<Typing, 'members' | 'value' | 'part'>,
): Typing {
  const probe =
    text.slice(0, word.start) +
    before +
    text.slice(word.start, offset) +
    MARKER +
    text.slice(offset, word.end) +
    after +
    text.slice(word.end);
  return { probe, shift: before.length, word, also, keyOnly, ...writes };
}

/** What stands around an offset as long as the characters are of a kind. */
export function wordAt(text: string, offset: number, unit: RegExp): Span {
  let start = offset;
  let end = offset;
  while (start > 0 && unit.test(text[start - 1]!)) start--;
  while (end < text.length && unit.test(text[end]!)) end++;
  return span(start, end);
}

/** How a quote is written between quotes: behind a backslash, twice, or not at all. */
export type QuoteEscape = 'backslash' | 'doubled' | 'none';

/**
 * Where the quote closes that was opened before an offset, on the same line; undefined where it is
 * open.
 */
export function closingQuote(
  text: string,
  from: number,
  quote: string,
  escapes: QuoteEscape,
): number | undefined {
  for (let at = from; at < text.length; at++) {
    const unit = text[at];
    if (unit === '\n' || unit === '\r') return undefined;
    const isDoubled = escapes === 'doubled' && unit === quote && text[at + 1] === quote;
    if (isDoubled || (escapes === 'backslash' && unit === '\\')) at++;
    else if (unit === quote) return at;
  }
  return undefined;
}
