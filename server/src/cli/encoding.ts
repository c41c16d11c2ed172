/** How the characters of a file are written as bytes. */
export type Encoding = 'utf8' | 'utf16le' | 'utf16be' | 'latin1';

export interface DecodedText {
  /** With its byte order mark, so that edits keep it. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** The text of a file. Every sequence of bytes is one, and `encode` gives the same bytes back. */
export function decode(bytes: Uint8Array): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isEven = buffer.length % 2 === 0;
  if (isEven && buffer[0] === 0xff && buffer[1] === 0xfe) {
    return { text: buffer.toString('utf16le'), encoding: 'utf16le' };
  }
  if (isEven && buffer[0] === 0xfe && buffer[1] === 0xff) {
    return { text: Buffer.from(buffer).swap16().toString('utf16le'), encoding: 'utf16be' };
  }
  const text = declaresLatin1(buffer) ? undefined : utf8(buffer);
  return text === undefined
    ? { text: buffer.toString('latin1'), encoding: 'latin1' }
    : { text, encoding: 'utf8' };
}

/** The bytes of a text; undefined where the encoding lacks one of its characters. */
export function encode({ text, encoding }: DecodedText): Uint8Array | undefined {
  if (encoding === 'utf16be') return Buffer.from(text, 'utf16le').swap16();
  if (encoding === 'latin1' && /[^\0-\xff]/.test(text)) return undefined;
  return Buffer.from(text, encoding);
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const declaresLatin1 = (bytes: Buffer): boolean =>
  /^\s*<\?xml[^>]*\sencoding\s*=\s*["'](iso-8859-1|latin-?1|windows-1252)["']/i.test(
    bytes.toString('latin1', 0, 200),
  );
