import type { Place } from '../rules/mask';
import type { PlainCharacter } from '../rules/mask-parts';
import { isBlank, isDash, quoted } from './mask-characters';
import { type Difference, type Mismatch, mismatch, placeOf, textOf } from './mask-difference';

/** Says of two different words what makes them different: a slip, a part that is missing, another instance. */
export function explainWord(difference: Difference): Mismatch {
  const { name, expected, at, offset } = difference;
  const wanted = wordAround(textOf(expected), at);
  const found = wordAround(name, offset);
  // The last word goes on in the group.
  const isClosed = wanted.to < expected.length;
  return (
    (isClosed ? slip(difference, found, wanted) : undefined) ??
    missingPart(difference) ??
    otherPart(difference)
  );
}

/** Blanks and dashes with blanks around them separate words; `acme-stage` is one. */
function wordAround(text: string, offset: number): Place {
  let from = offset;
  let to = offset;
  while (from > 0 && !isBlank(text[from - 1])) from--;
  while (to < text.length && !isBlank(text[to])) to++;
  return { from, to };
}

/** One character too many, too few or another one, or two in each other's place. */
function slip(difference: Difference, found: Place, wanted: Place): Mismatch | undefined {
  const { name, expected, at, offset } = difference;
  const data = {
    found: quoted(name.slice(found.from, found.to)),
    expected: quoted(textOf(expected.slice(wanted.from, wanted.to))),
  };
  const restFound = name.slice(offset, found.to);
  const restWanted = textOf(expected.slice(at, wanted.to));
  const character = quoted(restFound.slice(0, 1));
  if (restFound.slice(1) === restWanted) {
    return mismatch('one-too-many', difference, { data: { ...data, character } });
  }
  if (restFound === restWanted.slice(1)) {
    const missing = quoted(restWanted.slice(0, 1));
    const inName = { from: offset, to: offset };
    return mismatch('one-missing', difference, { inName, data: { ...data, character: missing } });
  }
  // Words of few letters differ in one of them without being meant for each other.
  if (wanted.to - wanted.from < 4) return undefined;
  if (restFound.slice(1) === restWanted.slice(1)) {
    return mismatch('one-other', difference, { data });
  }
  const swapped = restWanted.charAt(1) + restWanted.charAt(0) + restWanted.slice(2);
  if (restFound !== swapped) return undefined;
  const [inName, inMask] = [{ from: offset, to: offset + 2 }, placeOf(expected, at, at + 2)];
  return mismatch('swapped', difference, { inName, inMask, data });
}

/** The name has fewer parts than the mask, or goes on with the next one. */
function missingPart(difference: Difference): Mismatch | undefined {
  const { name, expected, at, offset } = difference;
  const text = textOf(expected);
  const separators = separatorsOf(text);
  const from = separators.findLast(({ to }) => to <= at)?.to ?? 0;
  const next = separators.find(({ from: start }) => start >= at);
  if (!next) return undefined;
  const start = offset - (at - from);
  const rest = text.slice(next.to);
  const goesOn = rest !== '' && name.startsWith(rest, start);
  const isShorter = from > 0 && separatorsOf(name).length < separators.length;
  if (!goesOn && !isShorter) return undefined;
  return mismatch('missing-part', difference, {
    inName: { from: start, to: start },
    inMask: placeOf(expected, from, next.to),
    data: { part: quoted(text.slice(from, next.from)) },
  });
}

/** The first part says what the profile is for, the others which tenant or instance it belongs to. */
function otherPart(difference: Difference): Mismatch {
  const { name, expected, at, offset } = difference;
  const wanted = partAround(textOf(expected), at);
  const inName = partAround(name, offset);
  const isFirst = wanted.from === 0;
  return mismatch(isFirst ? 'other-beginning' : 'other-instance', difference, {
    inName,
    inMask: placeOf(expected, wanted.from, wanted.to),
    data: {
      found: quoted(name.slice(inName.from, inName.to)),
      expected: quoted(trimmed(expected, wanted)),
    },
  });
}

function partAround(text: string, offset: number): Place {
  const separators = separatorsOf(text);
  return {
    from: separators.findLast(({ to }) => to <= offset)?.to ?? 0,
    to: separators.find(({ from }) => from >= offset)?.from ?? text.length,
  };
}

const trimmed = (expected: readonly PlainCharacter[], { from, to }: Place) =>
  textOf(expected.slice(from, to)).trim();

/** The dashes between parts, with the blanks around them. */
function separatorsOf(text: string): readonly Place[] {
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
