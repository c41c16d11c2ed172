import type { DecodedText } from '../text/encoding';

/** The bytes of a text; undefined where the encoding lacks one of its characters. */
export function encode({ text, encoding }: DecodedText): Uint8Array | undefined {
  if (encoding === 'utf16be') return Buffer.from(text, 'utf16le').swap16();
  if (encoding === 'latin1' && /[^\0-\xff]/.test(text)) return undefined;
  return Buffer.from(text, encoding);
}
