import { isBlank, isDash, nameOf, quoted } from './mask-characters';
import { type Difference, type Mismatch, mismatch, textOf } from './mask-difference';
import { blanksEnd, isInSeparator, isSameWord, separatorsOf, wordEnd } from './mask-separators';

/** Says where a name has a blank or a dash between its words too many or too few. */
export const explainBetween = (difference: Difference): Mismatch | undefined =>
  extraBlank(difference) ?? missingBlank(difference) ?? missingDash(difference);

function extraBlank(difference: Difference): Mismatch | undefined {
  const { name, expected, at, offset } = difference;
  if (!isBlank(name[offset])) return undefined;
  const to = blanksEnd(name, offset);
  // Where two dashes follow each other a part is missing between them.
  const isBetween =
    isInSeparator(name, offset) && (!isDash(name[to]) || isDash(expected[at]?.text));
  if (!isBetween && !goesOnBehind(difference, to)) return undefined;
  const data = { blank: nameOf(name.charAt(offset)), next: nextIn(name, to) };
  return mismatch('extra-blank', difference, { inName: { from: offset, to }, data });
}

/** Whether a name goes on behind its blanks as the mask does without them. */
function goesOnBehind({ name, expected, at }: Difference, to: number): boolean {
  if (!isDash(expected[at]?.text)) return isSameWord(name, to, expected, at);
  if (!isDash(name[to])) return false;
  // A dash may belong to a word of the mask, and separate two parts of the name.
  const behind = blanksEnd(name, to + 1);
  return isBlank(expected[at + 1]?.text) || isSameWord(name, behind, expected, at + 1);
}

function missingBlank(difference: Difference): Mismatch | undefined {
  const { name, expected, at, offset } = difference;
  if (!isBlank(expected[at]?.text) || offset >= name.length) return undefined;
  const rest = name.slice(offset, wordEnd(name, offset));
  // Such as `--`, which has a dash too many.
  const isDashes = [...rest].every(isDash);
  const isBetween = !isDashes && isInSeparator(textOf(expected), at);
  if (!isBetween && !goesOn(difference)) return undefined;
  const data = { next: nextIn(name, offset) };
  return mismatch('missing-blank', difference, { inName: { from: offset, to: offset }, data });
}

/** Whether a name goes on with what follows the expected blank. */
function goesOn({ name, expected, at, offset }: Difference): boolean {
  const next = expected[at + 1]?.text;
  // Behind the last expected character the group begins, which takes anything.
  if (next === undefined) return true;
  if (!isDash(next) || !isDash(name[offset])) return isSameWord(name, offset, expected, at + 1);
  // A dash may belong to a word of the name, such as `acme-stage`.
  if (isBlank(name[offset + 1])) return true;
  const isLast = separatorsOf(name).every(({ from }) => from < offset);
  const behind = blanksEnd(textOf(expected), at + 2);
  const isSame = behind < expected.length && isSameWord(name, offset + 1, expected, behind);
  return isLast || isSame;
}

/** Between two parts a name has only a blank. */
function missingDash(difference: Difference): Mismatch | undefined {
  const { name, expected, at, offset } = difference;
  const wanted = expected[at]?.text ?? '';
  const isWord = /[\p{L}\p{N}]/u.test(name.slice(offset, wordEnd(name, offset)));
  if (!isWord || !isDash(wanted) || !isInSeparator(textOf(expected), at)) return undefined;
  const data = { dash: nameOf(wanted), next: nextIn(name, offset) };
  return mismatch('missing-dash', difference, { inName: { from: offset, to: offset }, data });
}

/**
 * The word before which something is said to stand: it is found more easily than its first letter.
 */
const nextIn = (name: string, from: number): string =>
  quoted(name.slice(from, isDash(name[from]) ? from + 1 : wordEnd(name, from)));
