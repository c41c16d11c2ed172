import type { Place } from '../rules/mask';
import type { PlainCharacter } from '../rules/mask-parts';
import { type TextId, text } from '../texts';

/** Where a name and a mask part, and why. */
export interface Mismatch {
  readonly what: MismatchKind;
  /** Empty where something is missing in the name. */
  readonly inName: Place;
  readonly inMask: Place;
  /** A sentence, with what it quotes in back-ticks. */
  readonly message: string;
}

/** Each has a text of its own. */
export type MismatchKind = TextId extends infer Id
  ? Id extends `mask.mismatch.${infer Kind}`
    ? Kind
    : never
  : never;

/** A plain text that a name must have somewhere, and a character of it that the name has not. */
export interface Difference {
  readonly name: string;
  readonly expected: readonly PlainCharacter[];
  /** The index in `expected`. */
  readonly at: number;
  /** Where that character should be in `name`; below zero where the name is too short. */
  readonly offset: number;
}

/** The first character that a name does not begin with. */
export function firstDifference(
  name: string,
  expected: readonly PlainCharacter[],
): Difference | undefined {
  const at = expected.findIndex((character, index) => !accepts(character, name.charAt(index)));
  return at < 0 ? undefined : { name, expected, at, offset: at };
}

/** The last character that a name does not end with. */
export function lastDifference(
  name: string,
  expected: readonly PlainCharacter[],
): Difference | undefined {
  const start = name.length - expected.length;
  const at = expected.findLastIndex(
    (character, index) => !accepts(character, name.charAt(start + index)),
  );
  return at < 0 ? undefined : { name, expected, at, offset: start + at };
}

/** Whether a mask takes that character there; an empty one stands for the end of a name. */
export const accepts = ({ text: character, any }: PlainCharacter, found: string) =>
  any ? found !== '' : character === found;

/** What is said of a difference; unless something else is named, of the one character. */
export function mismatch(
  what: MismatchKind,
  { expected, at, offset }: Pick<Difference, 'expected' | 'at' | 'offset'>,
  { inName, inMask, data }: About = {},
): Mismatch {
  const { from = 0, to = 0 } = expected[at] ?? {};
  return {
    what,
    inName: inName ?? { from: offset, to: offset + 1 },
    inMask: inMask ?? { from, to },
    message: text(`mask.mismatch.${what}`, data),
  };
}

interface About {
  readonly inName?: Place | undefined;
  readonly inMask?: Place | undefined;
  readonly data?: Readonly<Record<string, string>> | undefined;
}

export const textOf = (characters: readonly PlainCharacter[]): string =>
  characters.map((each) => each.text).join('');

/** Where the expected characters `from` to `to` stand in the mask. */
export const placeOf = (
  expected: readonly PlainCharacter[],
  from = 0,
  to = expected.length,
): Place => ({
  from: expected[from]?.from ?? expected.at(-1)?.to ?? 0,
  to: expected[to - 1]?.to ?? expected[from]?.from ?? 0,
});
