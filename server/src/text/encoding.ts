/** How the characters of a file are written as bytes. */
export type Encoding = 'utf8' | 'utf16le' | 'utf16be' | 'latin1';

export interface DecodedText {
  /** With its byte order mark, so that edits keep it. */
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * The text of a file. Every sequence of bytes is one, and whoever writes it as bytes again gets the
 * same ones.
 */
export function decode(bytes: Uint8Array): DecodedText {
  const isEven = bytes.length % 2 === 0;
  if (isEven && bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: utf16(bytes, true), encoding: 'utf16le' };
  }
  if (isEven && bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: utf16(bytes, false), encoding: 'utf16be' };
  }
  const text = declaresLatin1(bytes) ? undefined : utf8(bytes);
  return text === undefined
    ? { text: latin1(bytes), encoding: 'latin1' }
    : { text, encoding: 'utf8' };
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** By hand, because a `TextDecoder` loses halves of characters. */
function utf16(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const codes = new Uint16Array(bytes.length / 2);
  for (let at = 0; at < codes.length; at++) codes[at] = view.getUint16(at * 2, isLittle);
  return textOf(codes);
}

/** By hand, because a `TextDecoder` takes it for Windows-1252. */
const latin1 = (bytes: Uint8Array): string => textOf(bytes);

/** A call takes only so many arguments. */
const PART = 8192;

function textOf(codes: Uint8Array | Uint16Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += PART) {
    text += String.fromCharCode(...codes.subarray(at, at + PART));
  }
  return text;
}

const declaresLatin1 = (bytes: Uint8Array): boolean =>
  /^\s*<\?xml[^>]*\sencoding\s*=\s*["'](iso-8859-1|latin-?1|windows-1252)["']/i.test(
    latin1(bytes.subarray(0, 200)),
  );
