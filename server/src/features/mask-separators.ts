import type { Place } from '../rules/mask';
import type { PlainCharacter } from '../rules/mask-parts';
import { isBlank, isDash } from './mask-characters';
import { accepts } from './mask-difference';

/** The dashes between parts, with the blanks around them; `acme-stage` is one part. */
export function separatorsOf(text: string): readonly Place[] {
  const separators: Place[] = [];
  for (let index = 0; index < text.length; index++) {
    if (!isDash(text[index]) || !isBlank(text[index - 1])) continue;
    let [from, to] = [index, index + 1];
    while (isBlank(text[from - 1])) from--;
    while (isBlank(text[to])) to++;
    separators.push({ from, to });
  }
  return separators;
}

/** Whether a character stands in a separator that begins before it. */
export const isInSeparator = (text: string, offset: number): boolean =>
  separatorsOf(text).some(({ from, to }) => from < offset && offset < to);

/** The word around an offset; blanks separate words. */
export function wordAround(text: string, offset: number): Place {
  let from = offset;
  while (from > 0 && !isBlank(text[from - 1])) from--;
  return { from, to: wordEnd(text, offset) };
}

/** Where the word ends that goes on at an offset. */
export function wordEnd(text: string, offset: number): number {
  let to = offset;
  while (to < text.length && !isBlank(text[to])) to++;
  return to;
}

/** Where the blanks end that begin at an offset. */
export function blanksEnd(text: string, offset: number): number {
  let to = offset;
  while (isBlank(text[to])) to++;
  return to;
}

/**
 * Whether the words from both places on are the same; the last one of a mask goes on in its group.
 */
export function isSameWord(
  name: string,
  offset: number,
  expected: readonly PlainCharacter[],
  at: number,
): boolean {
  const length = expected.slice(at).findIndex(({ text }) => isBlank(text));
  const word = expected.slice(at, length < 0 ? undefined : at + length);
  if (length >= 0 && wordEnd(name, offset) !== offset + length) return false;
  return word.every((character, index) => accepts(character, name.charAt(offset + index)));
}
