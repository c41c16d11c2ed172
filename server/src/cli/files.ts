import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type DecodedText, decode } from '../text/encoding';
import { encode } from './encoding';
import { reasonOf } from './host';

/** Nobody writes such a file by hand. */
const LARGEST = 20 * 1024 * 1024;

/** The text of a file, or why there is none. A pipe or a device is not read: it may never end. */
export function readText(
  file: string,
  largest = LARGEST,
): DecodedText | { readonly failure: string } {
  try {
    const stats = fs.statSync(file);
    if (!stats.isFile() && !stats.isDirectory()) return { failure: 'it is a pipe or a device' };
    if (stats.size > largest) return { failure: `it is larger than ${largest / 1024 / 1024} MB` };
    return decode(fs.readFileSync(file));
  } catch (error) {
    return { failure: reasonOf(error) };
  }
}

/**
 * Writes a file whole or not at all; what it is linked from and its permissions stay. Where `read`
 * is what it was made of, another text that somebody has written there since is not overwritten.
 * Says why it could not.
 */
export function writeText(file: string, text: DecodedText, read?: DecodedText): string | undefined {
  const bytes = encode(text);
  if (!bytes) return 'a fix needs characters that its encoding lacks; save it as UTF-8 first';
  return (read && whyNotAsRead(file, read)) ?? writeBytes(file, bytes);
}

function whyNotAsRead(file: string, read: DecodedText): string | undefined {
  const now = readText(file);
  if ('failure' in now) return now.failure;
  return now.text === read.text && now.encoding === read.encoding
    ? undefined
    : 'it has changed since it was read; run this again';
}

/** The same of bytes; the file may be a new one, and its folder as well. Says why it could not. */
export function writeBytes(file: string, bytes: Uint8Array): string | undefined {
  try {
    const stats = fs.statSync(file, { throwIfNoEntry: false });
    if (!stats) fs.mkdirSync(path.dirname(file), { recursive: true });
    // A pipe or a device is written to, and never replaced.
    if (stats && !stats.isFile()) {
      fs.writeFileSync(file, bytes);
      return undefined;
    }
    const target = isThere(file) ? fs.realpathSync(file) : file;
    // The folder may allow what the file forbids.
    if (stats && !isWritable(target)) return 'it is write-protected';
    const temporary = temporaryBeside(target);
    writeNew(temporary, bytes, stats);
    const failure = renamed(temporary, target);
    if (failure !== undefined) fs.rmSync(temporary, { force: true });
    return failure;
  } catch (error) {
    return reasonOf(error);
  }
}

function isWritable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A name that nobody else has, not even a run of this program that was killed. */
const temporaryBeside = (file: string): string =>
  path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}.tmp`);

/**
 * Writes a file that is not there yet, down to the disk, as a whole, with permissions and owner of
 * another one.
 */
function writeNew(file: string, bytes: Uint8Array, like?: fs.Stats): void {
  const descriptor = fs.openSync(file, 'wx', like?.mode);
  try {
    fs.writeFileSync(descriptor, bytes);
    if (like) {
      keepOwner(descriptor, like);
      fs.fchmodSync(descriptor, like.mode);
    }
    // Renamed before it is on the disk, it could be empty after a failure of power.
    fs.fsyncSync(descriptor);
  } catch (error) {
    fs.rmSync(file, { force: true });
    throw error;
  } finally {
    fs.closeSync(descriptor);
  }
}

/**
 * Only root can give files away, and who writes somebody else's file in a shared folder may not.
 */
function keepOwner(descriptor: number, { uid, gid }: fs.Stats): void {
  try {
    fs.fchownSync(descriptor, uid, gid);
  } catch {
    // It is ours then, as after saving in most editors.
  }
}

/** Writes a new file whole or not at all, and never over another one. Says why it could not. */
export function createText(file: string, text: string): string | undefined {
  const temporary = temporaryBeside(file);
  try {
    writeNew(temporary, Buffer.from(text));
  } catch (error) {
    return reasonOf(error);
  }
  const failure = linked(temporary, file);
  fs.rmSync(temporary, { force: true });
  return failure;
}

/**
 * Unlike a rename, a link fails where something stands already; but not every file system has
 * links.
 */
function linked(from: string, to: string): string | undefined {
  try {
    fs.linkSync(from, to);
    return undefined;
  } catch {
    return renameFile(from, to);
  }
}

/** Whether anything has this name, also a link that leads nowhere. */
export function isThere(file: string): boolean {
  try {
    return fs.lstatSync(file) !== undefined;
  } catch {
    return false;
  }
}

/** Where a link leads to in the end; undefined for what is none. */
export function linkTargetOf(file: string): string | undefined {
  try {
    return fs.lstatSync(file).isSymbolicLink() ? fs.realpathSync(file) : undefined;
  } catch {
    return undefined;
  }
}

/** The path without any links in it; of what is missing, as far as there is something. */
export function realPathOf(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch {
    return path.dirname(file) === file ? file : realPlaceOf(file);
  }
}

/**
 * Where a file is, whatever links to folders lead there. It may be a link itself, as git has it.
 */
export const realPlaceOf = (file: string): string =>
  path.join(realPathOf(path.dirname(file)), path.basename(file));

/** Whether this is a folder, or a link to one. */
export function isFolder(file: string): boolean {
  try {
    return fs.statSync(file).isDirectory();
  } catch {
    return false;
  }
}

/** Gives a file another name, never that of another file. Says why it could not. */
export const renameFile = (from: string, to: string): string | undefined =>
  isThere(to) ? 'it is there already' : renamed(from, to);

function renamed(from: string, to: string): string | undefined {
  try {
    fs.renameSync(from, to);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}
