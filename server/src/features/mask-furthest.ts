import type { Place } from '../rules/mask';
import { isPlain, tokensOf } from '../rules/mask';
import { type PlainCharacter, plainCharacters } from '../rules/mask-parts';
import { isBlank, nameOf, quoted } from './mask-characters';
import { firstDifference, type Mismatch, mismatch } from './mask-difference';
import { explainStart } from './mask-explain';
import { isTooMuch, type Scene } from './mask-scene';
import { wordEnd } from './mask-separators';

/** How far a mask goes along with a name: first its plain beginning, then part by part. */
export function furthest(name: string, scene: Scene): Mismatch | undefined {
  const { units } = scene.parts;
  if (units.length === 0 || units.length > MOST_UNITS) return undefined;
  const start = firstDifference(name, plainStart(scene));
  if (start) return explainStart(start);
  const { most, offset } = longestWay(name, scene);
  const at = { expected: [], at: 0, offset };
  // Nothing is expected any more.
  if (most === units.length) {
    const inName = { from: offset, to: name.length };
    const end = { from: scene.mask.length, to: scene.mask.length };
    return mismatch('too-long', at, { inName, inMask: end });
  }
  const inMask = offset < name.length ? wordOf(scene, most) : restOf(scene, most);
  const data = { part: partIn(scene.mask.slice(inMask.from, inMask.to)) };
  if (offset === name.length) {
    return mismatch('ends-in-pattern', at, { inName: { from: offset, to: offset }, inMask, data });
  }
  const from = offset - units.slice(0, most).filter((unit) => unit.from >= inMask.from).length;
  const isWord = inMask.to - inMask.from > 1 && isInWord(scene.mask, units[most]);
  const inName = { from, to: Math.max(offset + 1, isWord ? wordEnd(name, offset) : 0) };
  return mismatch(from === 0 ? 'other-start' : 'unexpected', at, { inName, inMask, data });
}

/** Patterns of more parts are followed no further. */
const MOST_UNITS = 100;

/** The characters before the first part of a mask that stands for others. */
function plainStart({ mask, parts: { units } }: Scene): readonly PlainCharacter[] {
  const from = mask.startsWith('^') ? 1 : 0;
  const end = units.find((unit) => unit.from >= from && !isPlainUnit(mask, unit))?.from;
  return plainCharacters(tokensOf(mask.slice(0, end)).slice(from)) ?? [];
}

/** How many parts of a mask a name goes along with, and how far in the name that is. */
function longestWay(name: string, { parts: { units }, beginning, mostSteps }: Scene) {
  const reach = (count: number) => {
    const pattern = beginning(count);
    if (!pattern || isTooMuch(name, pattern, mostSteps)) return undefined;
    return pattern.longestStart(name);
  };
  // What a part of the mask does not accept, no longer part accepts.
  let [most, offset, low, high] = [0, 0, 1, units.length];
  while (low <= high) {
    const count = Math.floor((low + high) / 2);
    const found = reach(count);
    if (found === undefined) high = count - 1;
    else [most, offset, low] = [count, found, count + 1];
  }
  return { most, offset };
}

/** The word of a mask that a part belongs to, as far as each part of it takes one character. */
function wordOf({ mask, parts: { units } }: Scene, index: number): Place {
  if (!isInWord(mask, units[index])) return placeOf(units, index, index + 1);
  let [from, to] = [index, index + 1];
  while (isInWord(mask, units[from - 1])) from--;
  while (isInWord(mask, units[to])) to++;
  return placeOf(units, from, to);
}

/** What a mask still wants from a part on, up to the next one that stands for others. */
function restOf({ mask, parts: { units } }: Scene, index: number): Place {
  let to = index + 1;
  if (isPlainUnit(mask, units[index])) while (isPlainUnit(mask, units[to])) to++;
  return placeOf(units, index, to);
}

const placeOf = (units: readonly Place[], from: number, to: number): Place => ({
  from: units[from]?.from ?? 0,
  to: units[to - 1]?.to ?? 0,
});

function isPlainUnit(mask: string, unit: Place | undefined): boolean {
  const tokens = unit ? tokensOf(mask.slice(unit.from, unit.to)) : [];
  return tokens.length === 1 && tokens.every(isPlain);
}

/** Whether a part takes one character that is no blank. */
function isInWord(mask: string, unit: Place | undefined): boolean {
  const source = unit ? mask.slice(unit.from, unit.to) : '';
  return isPlainUnit(mask, unit) ? !isBlank(source) : /^\[[^\]\s\\]+\]$/.test(source);
}

/** In back-ticks, unless nobody would see it in them. */
const partIn = (source: string): string =>
  [...source].every(isBlank) ? nameOf(source.charAt(0)) : `\`${quoted(unescaped(source))}\``;

/** As a person reads it where it is plain text. */
const unescaped = (source: string): string =>
  tokensOf(source).every(isPlain) ? source.replace(/\\(.)/g, '$1') : source;
