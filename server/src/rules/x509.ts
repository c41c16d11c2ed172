import { dayOf } from './dates';

/**
 * The ISO day on which an X.509 certificate expires (`notAfter`, in UTC), from its PEM text or the
 * base64 in it. Of a chain the first one. Undefined for anything that cannot be read; never throws.
 */
export function certificateLastDay(text: string): string | undefined {
  // Where a PEM was pasted without quotes, its escaped line breaks are still escapes.
  const lines = text.replace(/\\[rnt]/g, '\n');
  const body = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([^-]*)/.exec(lines)?.[1] ?? lines;
  const bytes = base64Bytes(body);
  return bytes && notAfter(bytes);
}

/** The tags of DER that stand on the way to the date. */
const Tag = { integer: 0x02, utcTime: 0x17, generalizedTime: 0x18, sequence: 0x30, version: 0xa0 };

/**
 * Certificate → TBSCertificate → version?, serial number, signature, issuer, validity → notBefore,
 * notAfter.
 */
function notAfter(bytes: Uint8Array): string | undefined {
  const certificate = elementAt(bytes, 0, bytes.length);
  const content = within(bytes, certificate)[0];
  const parts = within(bytes, content).filter(({ tag }) => tag !== Tag.version);
  const [serial, , , validity] = parts;
  if (certificate?.tag !== Tag.sequence || serial?.tag !== Tag.integer) return undefined;
  const end = within(bytes, validity)[1];
  return end && dayOfTime(end.tag, String.fromCharCode(...bytes.slice(end.from, end.to)));
}

function dayOfTime(tag: number, text: string): string | undefined {
  if (tag === Tag.generalizedTime) {
    const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})\d*/.exec(text) ?? [];
    return dayOf(year, month, day);
  }
  const [, year, month, day] = /^(\d{2})(\d{2})(\d{2})\d*/.exec(text) ?? [];
  if (tag !== Tag.utcTime || year === undefined) return undefined;
  // Two digits stand for 1950 to 2049 (RFC 5280, 4.1.2.5.1).
  return dayOf(`${Number(year) < 50 ? 20 : 19}${year}`, month, day);
}

interface Element {
  readonly tag: number;
  /** Where its content stands. */
  readonly from: number;
  readonly to: number;
}

function elementAt(bytes: Uint8Array, at: number, end: number): Element | undefined {
  const [tag, short] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || short === undefined) return undefined;
  // A long form says how many bytes the length has; a certificate needs no more than three.
  const count = short < 0x80 ? 0 : short - 0x80;
  if (count > 3 || short === 0x80) return undefined;
  const from = at + 2 + count;
  const digits = bytes.slice(at + 2, from);
  const length = count === 0 ? short : digits.reduce((sum, byte) => sum * 256 + byte, 0);
  return from + length <= end ? { tag, from, to: from + length } : undefined;
}

/** The elements inside of an element, as far as they can be read; the walk needs the first few. */
function within(bytes: Uint8Array, outer: Element | undefined): readonly Element[] {
  const found: Element[] = [];
  let at = outer?.from ?? 0;
  while (outer && at < outer.to && found.length < 8) {
    const element = elementAt(bytes, at, outer.to);
    if (!element) break;
    found.push(element);
    at = element.to;
  }
  return found;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64Bytes(text: string): Uint8Array | undefined {
  const digits = text.replace(/\s+/g, '').replace(/=+$/, '');
  if (digits === '' || /[^A-Za-z0-9+/]/.test(digits)) return undefined;
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let buffer = 0;
  let at = 0;
  for (const digit of digits) {
    buffer = ((buffer << 6) | ALPHABET.indexOf(digit)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (buffer >> bits) & 0xff;
  }
  return bytes;
}
