import type { Connection } from 'vscode-languageserver';
import type { Host } from './host';

/** The text of a file of the workspace, or why there is none. */
export type FileText = { readonly text: string } | { readonly missing: 'unreadable' | 'tooLarge' };

/** Larger files are no configuration that people write. In bytes; for texts in characters. */
export const LARGEST = 1024 * 1024;

/** Of more names than these only so many are read. */
export const MOST_FILES = 10_000;

const ENDINGS = [
  ...['yaml', 'yml', 'json', 'jsonc', 'xml', 'properties', 'ini', 'config', 'sample'],
  ...['sh', 'bash', 'ksh', 'zsh', 'bat', 'cmd', 'ps1', 'mk', 'groovy', 'dockerfile'],
];
const NAMES = ['Dockerfile', 'Containerfile', 'Jenkinsfile', 'Makefile'];
const VARIABLES = [
  ...['*.env', '*.env.*', '*.env_*', '*.env-*'],
  ...['*.aio', '*.aio_*', '*.hjson'],
  ...['env.dist', 'env.example', 'env.sample', 'env.template'],
];

/** The names of files that can be ours. Scripts without an ending are too hard to tell from other files. */
export const FILE_NAMES: readonly string[] = [
  ...ENDINGS.map((ending) => `*.${ending}`),
  ...NAMES.flatMap((name) => [name, `${name}.*`]),
  ...VARIABLES,
];

/** The same as one glob. */
export const FILES_PATTERN = `**/{${FILE_NAMES.join(',')}}`;

/** Folders that nobody keeps configuration in. */
export const isForeign = (path: string): boolean => /(^|\/)(node_modules|\.git)\//.test(path);

/**
 * The addresses of files that can be ours, in all folders of the workspace: of one more than `MOST_FILES`
 * at most. Undefined where the client does not list files.
 */
export async function listFiles(connection: Connection): Promise<readonly string[] | undefined> {
  const params = { pattern: FILES_PATTERN, limit: MOST_FILES + 1 };
  try {
    const listed = await connection.sendRequest<unknown>('imsConfig/findFiles', params);
    if (!Array.isArray(listed)) return undefined;
    return listed.filter((uri) => typeof uri === 'string');
  } catch {
    return undefined;
  }
}

/** The text of a file, read where the server is, or else by the client. */
export async function readFileText(
  connection: Connection,
  host: Host,
  uri: string,
): Promise<FileText> {
  const size = await host.sizeOf?.(uri);
  if (size !== undefined && size > LARGEST) return { missing: 'tooLarge' };
  const text = (await host.readFile(uri)) ?? (await askForText(connection, uri));
  if (text === undefined) return { missing: 'unreadable' };
  if (typeof text !== 'string' || text.length > LARGEST) return { missing: 'tooLarge' };
  // Editors show texts without it, and count columns behind it.
  return { text: text.replace(/^\uFEFF/, '') };
}

/**
 * The text of a file as the client reads it; undefined where it does not. A client that looks at sizes
 * answers with anything else for a file that is too large.
 */
export async function askForText(connection: Connection, uri: string): Promise<unknown> {
  const params = { uri, largest: LARGEST };
  try {
    return (await connection.sendRequest<unknown>('imsConfig/readFile', params)) ?? undefined;
  } catch {
    // A client that does not know the request refuses it: then there is no such file for us.
    return undefined;
  }
}
