import type { Value } from './change';

/**
 * The letters that name the type of a value: text, integer, long, float, double, byte, short,
 * character and boolean; a small one is the primitive type.
 */
export const TYPE_LETTER = /[TILFDXSCBilfdxscb]/;

/** What a value of this type says; the text itself where it is none of the type. */
export function typedValue(letter: string | undefined, text: string): string | number | boolean {
  if (!letter || !fits(letter, text)) return text;
  switch (letter.toUpperCase()) {
    case 'B':
      return text.toLowerCase() === 'true';
    case 'F':
      return finite(floatOf(text), text);
    case 'D':
      return finite(doubleOf(text), text);
    case 'T':
    case 'C':
      return text;
    default:
      return Number(text);
  }
}

/** Whether the characters of a value may stand behind this letter. */
export function fits(letter: string, text: string): boolean {
  switch (letter.toUpperCase()) {
    case 'T':
      return true;
    case 'B':
      return /^(?:true|false)$/i.test(text);
    case 'C':
      return text.length === 1;
    default:
      return /^[+-]?\d{1,19}$/.test(text) && inRange(letter.toUpperCase(), text);
  }
}

/**
 * The letter and the characters with which a value is written, with the letter of the old one where
 * it fits.
 */
export function written(
  value: Exclude<Value, readonly string[]>,
  letter: string | undefined,
): { readonly letter: string; readonly text: string } {
  if (typeof value === 'string') {
    return { letter: letter && fits(letter, value) ? letter : '', text: value };
  }
  if (typeof value === 'boolean') {
    return { letter: letter && /b/i.test(letter) ? letter : 'B', text: String(value) };
  }
  const kept = letter && /[ilfdxs]/i.test(letter) ? letter : undefined;
  if (kept && /[fd]/i.test(kept)) return { letter: kept, text: bitsOf(kept, value) };
  // Digits only: a number of that size is no whole number of any type.
  const digits = Number.isSafeInteger(value) ? String(value) : undefined;
  if (digits === undefined) return { letter: 'D', text: bitsOf('D', value) };
  if (kept && fits(kept, digits)) return { letter: kept, text: digits };
  return { letter: fits('I', digits) ? 'I' : 'L', text: digits };
}

/** Felix writes the bits of a number with a fraction as a whole number. */
function floatOf(text: string): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setInt32(0, Number(text));
  return view.getFloat32(0);
}

function doubleOf(text: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigInt64(0, BigInt(text.replace('+', '')));
  return view.getFloat64(0);
}

function bitsOf(letter: string, value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  if (/f/i.test(letter)) {
    view.setFloat32(0, value);
    return String(view.getInt32(0));
  }
  view.setFloat64(0, value);
  return String(view.getBigInt64(0));
}

const finite = (value: number, text: string): number | string =>
  Number.isFinite(value) ? value : text;

const BITS: Readonly<Record<string, number>> = { X: 8, S: 16, I: 32, F: 32, L: 64, D: 64 };

function inRange(letter: string, digits: string): boolean {
  const value = BigInt(digits.replace('+', ''));
  return BigInt.asIntN(BITS[letter] ?? 64, value) === value;
}
