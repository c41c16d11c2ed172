import type { Connection } from 'vscode-languageserver';
import { FILES_PATTERN } from '../model/file-names';
import type { FileText, Host } from './host';
import { within } from './patience';

/** Larger files are no configuration that people write. In bytes; for texts in characters. */
export const LARGEST = 1024 * 1024;

/** Of more names than these only so many are read. */
export const MOST_FILES = 10_000;

/** Folders that nobody keeps configuration in. */
export const isForeign = (path: string): boolean => /(^|\/)(node_modules|\.git)\//.test(path);

/**
 * The addresses of files that can be ours, in all folders of the workspace or below some addresses:
 * of one more than `MOST_FILES` at most. Undefined where the client does not list files.
 */
export async function listFiles(
  connection: Connection,
  below?: readonly string[],
): Promise<readonly string[] | undefined> {
  const params = { pattern: FILES_PATTERN, limit: MOST_FILES + 1, ...(below && { below }) };
  try {
    const listed = await connection.sendRequest<unknown>('imsConfig/findFiles', params);
    if (!Array.isArray(listed)) return undefined;
    return listed.filter(
      (uri) => typeof uri === 'string' && (!below || below.some((each) => isBelow(uri, each))),
    );
  } catch {
    return undefined;
  }
}

/** Whether a file lies somewhere in what has the other address. */
export const isBelow = (uri: string, folder: string): boolean => uri.startsWith(`${folder}/`);

/**
 * The text of a file, read where the server is, or else by the client. Nobody waits for it for
 * long.
 */
export function readFileText(connection: Connection, host: Host, uri: string): Promise<FileText> {
  return within(host.patience ?? PATIENCE, read(connection, host, uri), { missing: 'unreadable' });
}

/** Milliseconds. */
const PATIENCE = 5000;

async function read(connection: Connection, host: Host, uri: string): Promise<FileText> {
  const found = (await host.readFile(uri, LARGEST)) ?? (await askForText(connection, uri));
  if ('missing' in found) return found;
  if (found.text.length > LARGEST) return { missing: 'tooLarge' };
  // Editors show texts without it, and count columns behind it.
  return { text: found.text.replace(/^\uFEFF/, '') };
}

/**
 * The text of a file as the client reads it. A client that looks at sizes answers with anything
 * else for a file that is too large.
 */
async function askForText(connection: Connection, uri: string): Promise<FileText> {
  const params = { uri, largest: LARGEST };
  try {
    const text = (await connection.sendRequest<unknown>('imsConfig/readFile', params)) ?? undefined;
    if (text === undefined) return { missing: 'unreadable' };
    return typeof text === 'string' ? { text } : { missing: 'tooLarge' };
  } catch {
    // A client that does not know the request refuses it: then there is no such file for us.
    return { missing: 'unreadable' };
  }
}
