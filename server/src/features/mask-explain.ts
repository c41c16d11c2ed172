import { isBlank, isDash, nameOf, quoted } from './mask-characters';
import {
  type Difference,
  lastDifference,
  type Mismatch,
  mismatch,
  placeOf,
  textOf,
} from './mask-difference';
import { explainWord } from './mask-words';

/** Says in words where the beginning of a name is not what a mask expects. */
export function explainStart(difference: Difference): Mismatch {
  return (
    placeholder(difference) ??
    blanksAtStart(difference) ??
    character(difference) ??
    blank(difference) ??
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
  const from = Math.max(0, name.length - expected.length);
  const other = mismatch('other-end', difference, {
    inName: { from, to: name.length },
    inMask: placeOf(expected),
    data: { expected: quoted(textOf(expected)) },
  });
  return offset < 0 ? other : (character(difference) ?? other);
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

/** Where the part ends that begins at an offset: parts are separated by dashes with blanks around them. */
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
  if (found === '' || wanted.toLowerCase() !== found.toLowerCase()) return undefined;
  return capitals(difference);
}

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

/** One too many or too few. */
function blank(difference: Difference): Mismatch | undefined {
  const { name, expected, at, offset } = difference;
  const wanted = expected[at]?.text ?? '';
  const found = name[offset];
  if (isBlank(found)) {
    let to = offset;
    while (isBlank(name[to])) to++;
    const next = name[to] ?? '';
    if (wanted !== next && !(isDash(wanted) && isDash(next))) return undefined;
    const data = { blank: nameOf(name.charAt(offset)), next: quoted(next) };
    return mismatch('extra-blank', difference, { inName: { from: offset, to }, data });
  }
  if (!isBlank(wanted) || found === undefined || !goesOn(difference)) return undefined;
  const data = { next: quoted(found) };
  return mismatch('missing-blank', difference, { inName: { from: offset, to: offset }, data });
}

/** Whether a name goes on with what follows the expected blank. */
function goesOn({ name, expected, at, offset }: Difference): boolean {
  const next = expected[at + 1]?.text;
  // Behind the last expected character the group begins, which takes anything.
  if (next === undefined) return true;
  const found = name[offset];
  if (next !== found && !(isDash(next) && isDash(found))) return false;
  // A dash may belong to a word, such as `acme-stage`.
  if (!isDash(found) || isBlank(name[offset + 1])) return true;
  const behind = expected.slice(at + 2).find(({ text }) => !isBlank(text));
  return behind ? behind.text === name[offset + 1] : endOfPart(name, offset) === name.length;
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
