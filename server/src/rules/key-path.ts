import { isPrivateKey } from './secrets';

/**
 * Whether what stands in a field of private keys is the path of a file that holds one, and no key
 * material: a name that ends as such files do, or words behind the beginning of a path.
 */
export function isKeyPath(text: string): boolean {
  const path = text.trim();
  if (path.length > LONGEST || isPrivateKey(path)) return false;
  const segments = path.split(/[/\\]+/);
  if (!segments.every((segment) => SEGMENT.test(segment) && !RANDOM.test(segment))) return false;
  return KEY_FILE.test(path) || (START.test(path) && segments.every((each) => WORDS.test(each)));
}

const LONGEST = 300;

const SEGMENT = /^(?:[\w.~ @-]{0,80}|[A-Za-z]:)$/;

/** A secret, or a part of a key, that somebody gave such an end. */
const RANDOM = /[ps]\d?e-[\w-]{16}|[A-Za-z\d_-]{50}/;

const KEY_FILE = /[\w~ -]\.(?:key|pem|p8|pk8|pkcs8|p12|pfx|der|ppk|jks|cer|crt|cert|txt)$/i;

const START = /^(?:~|\.{1,2}|[A-Za-z]:)?[/\\]/;

const WORDS =
  /^(?:~|\.{0,2}|[A-Za-z]:|[._]?[A-Za-z]?[a-z]+\d{0,4}(?:[._-][A-Za-z]?[a-z]+\d{0,4})*)$/;
