import assert from 'node:assert/strict';
import type { ParsedText, ReadBefore } from '../../server/src/syntax/syntax';
import { seeded } from './random';

/**
 * What was read, also what is found out later, without the marks of what is alike and without what
 * the notation remembers.
 */
function asRead<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(asRead) as T;
  const whole = 'properties' in value ? { ...value, properties: value.properties } : value;
  const members = Object.entries(whole).filter(([key]) => key !== 'like' && key !== 'layout');
  return Object.fromEntries(members.map(([key, each]) => [key, asRead(each)])) as T;
}

/**
 * The text after a change, of which something was known; it must be what it is when it is read as a
 * whole.
 */
export function sameAsWhole(
  text: string,
  found: ParsedText | undefined,
  read: (text: string) => ParsedText,
): ParsedText | undefined {
  if (found) assert.deepEqual(asRead(found), asRead(read(text)), JSON.stringify(text));
  return found;
}

export const known = (text: string, read: (text: string) => ParsedText): ReadBefore => ({
  text,
  parsed: read(text),
});

/**
 * Changes a text in the place of one of its words, the last ones of which are in its second half.
 */
export function withChange(text: string, old: string, changed: string): string {
  const at = text.indexOf(old, text.length / 2);
  assert.ok(at >= 0, old);
  return text.slice(0, at) + changed + text.slice(at + old.length);
}

/** Texts with one piece put in, and up to two characters taken out there. */
export function* changedTexts(
  text: string,
  pieces: readonly string[],
  count: number,
): Generator<string> {
  const random = seeded(text.length);
  const below = (limit: number) => Math.floor(random() * limit);
  for (let round = 0; round < count; round++) {
    const at = below(text.length + 1);
    const piece = below(4) > 0 ? pieces[below(pieces.length)]! : '';
    yield text.slice(0, at) + piece + text.slice(at + below(3));
  }
}
