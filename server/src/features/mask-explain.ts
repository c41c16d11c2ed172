import { explainBetween } from './mask-blanks';
import { isBlank, isDash, nameOf, quoted } from './mask-characters';
import {
  type Difference,
  lastDifference,
  type Mismatch,
  mismatch,
  placeOf,
  textOf,
} from './mask-difference';
import { wordEnd } from './mask-separators';
import { explainWord } from './mask-words';

/** Says in words where the beginning of a name is not what a mask expects. */
export function explainStart(difference: Difference): Mismatch {
  return (
    placeholder(difference) ??
    blanksAtStart(difference) ??
    character(difference) ??
    explainBetween(difference) ??
    ended(difference) ??
    explainWord(difference)
  );
}

/** Says in words where the end of a name is not what a mask expects behind its group. */
export function explainEnd(difference: Difference): Mismatch {
  const { name, expected, offset } = difference;
  const end = lengthWithoutBlanks(name);
  if (end < name.length && !lastDifference(name.slice(0, end), expected)) {
    return mismatch('trailing-blank', difference, { inName: { from: end, to: name.length } });
  }
  const start = Math.max(0, name.length - expected.length);
  // What the mask begins with a blank the name does not begin within a word.
  const word = isBlank(expected[0]?.text) ? wordEnd(name, start) : start;
  const from = word < name.length ? word : start;
  const other = mismatch('other-end', difference, {
    inName: { from, to: name.length },
    inMask: placeOf(expected),
    data: { expected: quoted(textOf(expected)) },
  });
  return (
    endBefore(difference) ??
    (offset < 0 ? other : (character(difference) ?? endBlank(difference) ?? other))
  );
}

/** The name has the end of the mask, and something behind it. */
function endBefore(difference: Difference): Mismatch | undefined {
  const { name, expected } = difference;
  const wanted = textOf(expected);
  const from = name.lastIndexOf(wanted);
  if (from < 0) return undefined;
  const [inName, end] = [{ from: from + wanted.length, to: name.length }, placeOf(expected).to];
  return mismatch('too-long', difference, { inName, inMask: { from: end, to: end } });
}

/** A blank too few, before what is the same in both. */
function endBlank(difference: Difference): Mismatch | undefined {
  const { name, expected, at, offset } = difference;
  if (!isBlank(expected[at]?.text)) return undefined;
  const inName = { from: offset + 1, to: offset + 1 };
  if (at === expected.length - 1) return mismatch('ends-before-blank', difference, { inName });
  const data = { next: quoted(name.slice(offset + 1)) };
  return mismatch('missing-blank', difference, { inName, data });
}

const lengthWithoutBlanks = (name: string): number => {
  let end = name.length;
  while (isBlank(name[end - 1])) end--;
  return end;
};

/** What Adobe's sample or a template has where the name of the tenant or instance belongs. */
const PLACEHOLDER = /(?<![A-Za-z\d_])tenant_id(?![A-Za-z\d_])|<[^<>]*>|\{[A-Za-z][\w -]*\}/gi;

function placeholder(difference: Difference): Mismatch | undefined {
  const { name, expected, at, offset } = difference;
  const inMask = around(textOf(expected), at);
  if (inMask) {
    return mismatch('placeholder', difference, {
      inName: { from: inMask.from, to: endOfPart(name, inMask.from) },
      inMask: placeOf(expected, inMask.from, inMask.to),
      data: { placeholder: quoted(inMask.text) },
    });
  }
  const inName = around(name, offset);
  return (
    inName &&
    mismatch('placeholder-in-name', difference, {
      inName: { from: inName.from, to: inName.to },
      data: { placeholder: quoted(inName.text) },
    })
  );
}

/** What stands in a name in the place of a tenant or an instance, as in a sample. */
export const placeholderIn = (name: string): string | undefined =>
  name.slice(0, LONGEST).match(PLACEHOLDER)?.[0];

/** The placeholder that a character belongs to. */
function around(text: string, offset: number) {
  for (const { 0: found, index } of text.slice(0, LONGEST).matchAll(PLACEHOLDER)) {
    if (index <= offset && offset < index + found.length) {
      return { text: found, from: index, to: index + found.length };
    }
  }
  return undefined;
}

/** Nobody has longer masks; a name of brackets only would take long to look through. */
const LONGEST = 2_000;

/**
 * Where the part ends that begins at an offset: parts are separated by dashes with blanks around
 * them.
 */
function endOfPart(name: string, from: number): number {
  for (let end = from; end < name.length; end++) {
    if (isBlank(name[end]) && isDash(name[end + 1])) return end;
  }
  return name.length;
}

function blanksAtStart(difference: Difference): Mismatch | undefined {
  const { name, expected, at } = difference;
  if (at !== 0) return undefined;
  let to = 0;
  while (isBlank(name[to])) to++;
  const first = expected[0]?.text;
  if (to > 0 && !isBlank(first))
    return mismatch('leading-blank', difference, { inName: { from: 0, to } });
  return isBlank(first) && to === 0 ? mismatch('mask-leading-blank', difference) : undefined;
}

/** The same character in another shape. */
function character(difference: Difference): Mismatch | undefined {
  const { name, expected, at, offset } = difference;
  const wanted = expected[at]?.text ?? '';
  const found = name.charAt(offset);
  const data = { found: nameOf(found), expected: nameOf(wanted) };
  if (isDash(wanted) && isDash(found)) return mismatch('dash', difference, { data });
  if (isBlank(wanted) && isBlank(found)) return mismatch('blank-kind', difference, { data });
  if (found === '') return undefined;
  return wanted.toLowerCase() === found.toLowerCase() ? capitals(difference) : accented(difference);
}

/** The same letter, once with its accent and once as two characters. */
function accented(difference: Difference): Mismatch | undefined {
  const { name, expected, at, offset } = difference;
  const [found = ''] = name.slice(offset).match(LETTER) ?? [];
  const [wanted = ''] = textOf(expected).slice(at).match(LETTER) ?? [];
  if (found === '' || found.normalize() !== wanted.normalize()) return undefined;
  return mismatch('accent', difference, {
    inName: { from: offset, to: offset + found.length },
    inMask: placeOf(expected, at, at + wanted.length),
    data: { letter: found },
  });
}

const LETTER = /^\p{L}\p{M}*/u;

/** Not only the first letter, but all of the word that differ. */
function capitals(difference: Difference): Mismatch {
  const { name, expected, at, offset } = difference;
  let from = 0;
  let to = 0;
  const same = (step: number) => {
    const wanted = expected[at + step]?.text;
    const found = name[offset + step];
    return !isBlank(found) && found !== undefined && wanted?.toLowerCase() === found.toLowerCase();
  };
  while (same(from - 1)) from--;
  while (same(to)) to++;
  const inName = { from: offset + from, to: offset + to };
  return mismatch('capitals', difference, {
    inName,
    inMask: placeOf(expected, at + from, at + to),
    data: {
      found: quoted(name.slice(inName.from, inName.to)),
      expected: quoted(textOf(expected.slice(at + from, at + to))),
    },
  });
}

function ended(difference: Difference): Mismatch | undefined {
  const { name, expected, at, offset } = difference;
  if (offset < name.length) return undefined;
  const rest = textOf(expected.slice(at));
  const what = [...rest].every(isBlank) ? 'ends-before-blank' : 'ends';
  return mismatch(what, difference, {
    inName: { from: name.length, to: name.length },
    inMask: placeOf(expected, at),
    data: what === 'ends' ? { rest: quoted(rest) } : {},
  });
}
