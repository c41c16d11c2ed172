import type { Place } from '../rules/mask';
import { isDash, quoted } from './mask-characters';
import { type Difference, type Mismatch, mismatch, placeOf, textOf } from './mask-difference';
import { blanksEnd, separatorsOf, wordAround } from './mask-separators';

/**
 * Says of two different words what makes them different: a slip, a part that is missing, another
 * instance.
 */
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
  if (wanted.to - wanted.from < 4 && /[\p{L}\p{N}]/u.test(restFound + restWanted)) {
    return undefined;
  }
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
  // Behind the last part of the mask its group begins, and the name has nothing else left.
  const isLast = rest === '' && from > 0 && separatorsOf(name).every(({ to }) => to <= start);
  const isGone = isLast && !name.startsWith(text.slice(from, next.from), start);
  const isEmpty = isDash(name[blanksEnd(name, start)]) && !isDash(text[from]);
  if (!goesOn && !isGone && !isEmpty) return undefined;
  return mismatch('missing-part', difference, {
    inName: { from: start, to: start },
    inMask: placeOf(expected, from, next.to),
    data: { part: quoted(text.slice(from, next.from)) },
  });
}

/**
 * The first part says what the profile is for, the others which tenant or instance it belongs to.
 */
function otherPart(difference: Difference): Mismatch {
  const { name, expected, at, offset } = difference;
  const text = textOf(expected);
  const part = partAround(text, at);
  const start = offset - (at - part.from);
  const nameEnd = separatorsOf(name).find(({ from }) => from >= start)?.from ?? name.length;
  const words =
    part.from === 0 ? otherWords(difference, { from: 0, to: nameEnd }, part) : undefined;
  const wanted = words?.wanted ?? part;
  const inName = words?.inName ?? { from: start, to: nameEnd };
  return mismatch(wanted.from === 0 ? 'other-beginning' : 'other-instance', difference, {
    inName,
    inMask: placeOf(expected, wanted.from, wanted.to),
    data: {
      found: quoted(name.slice(inName.from, inName.to)),
      expected: quoted(text.slice(wanted.from, wanted.to).trim()),
    },
  });
}

/**
 * Of a first part of several words only the one that is another; undefined where one of the two has
 * none there.
 */
function otherWords({ name, expected, at, offset }: Difference, inside: Place, part: Place) {
  const wanted = wordAround(textOf(expected), at);
  const inName = wordAround(name, offset);
  const isOne = wanted.from < Math.min(wanted.to, part.to) && inName.from < inName.to;
  const isInside = inName.to <= inside.to && wanted.to <= part.to;
  return isOne && isInside && inName.from === wanted.from ? { wanted, inName } : undefined;
}

/** A blank before a dash still belongs to the part before: that one goes on in the name. */
function partAround(text: string, offset: number): Place {
  const separators = separatorsOf(text);
  return {
    from: separators.findLast(({ to }) => to <= offset)?.to ?? 0,
    to: separators.find(({ to }) => to > offset)?.from ?? text.length,
  };
}
