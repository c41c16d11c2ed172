import { type TextId, text } from '../texts';

/** Whether a character is a blank, or looks like one or like nothing. */
export const isBlank = (character: string | undefined): boolean =>
  character !== undefined && /^[\s\u00ad\u180e\u200b-\u200f\u2060\ufeff]$/.test(character);

/** Whether a character looks like the minus of the keyboard, or is it. */
export const isDash = (character: string | undefined): boolean =>
  character !== undefined && /^[-\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]$/.test(character);

/** What a person calls a blank or a dash; others by their number. */
export function nameOf(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const known = NAMES[character];
  return known ? text(known) : text('mask.character', { code });
}

const NAMES: Readonly<Record<string, TextId>> = {
  ' ': 'mask.space',
  '\t': 'mask.tab',
  '\u00a0': 'mask.noBreakSpace',
  '-': 'mask.hyphen',
  '\u2010': 'mask.otherHyphen',
  '\u2011': 'mask.noBreakHyphen',
  '\u2013': 'mask.enDash',
  '\u2014': 'mask.emDash',
  '\u2212': 'mask.minus',
};

/** A part of a name or mask as it is quoted. */
export const quoted = (part: string): string =>
  part.length > LONGEST ? `${part.slice(0, LONGEST)}…` : part;

const LONGEST = 60;
