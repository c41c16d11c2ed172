import { worthReading } from '../model/document';
import { notationOfEmpty } from '../model/notation';
import type { SyntaxId } from '../syntax/syntax';

/** The path of an address, decoded; only ever used for its names. */
export function pathOf(uri: string): string {
  const path = /^[a-z][a-z\d+.-]*:(?:\/\/[^/?#]*)?([^?#]*)/i.exec(uri)?.[1] ?? uri;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * The path by which a document is recognized. One without a telling name (not saved yet) gets its
 * language's.
 */
export function documentPath(uri: string, languageId: string): string {
  const path = pathOf(uri);
  const ending = ENDINGS[languageId];
  const isNamed = /\.[^./]+$/.test(path) && worthReading(path);
  return isNamed || ending === undefined ? path : path + ending;
}

const ENDINGS: Readonly<Record<string, string>> = {
  json: '.json',
  jsonc: '.json',
  json5: '.json',
  hjson: '.hjson',
  yaml: '.yaml',
  dockercompose: '.yaml',
  'github-actions-workflow': '.yaml',
  'azure-pipelines': '.yaml',
  ansible: '.yaml',
  helm: '.yaml',
  xml: '.xml',
  shellscript: '.sh',
  bat: '.bat',
  powershell: '.ps1',
  groovy: '.groovy',
  jenkinsfile: '.groovy',
  makefile: '.mk',
  dockerfile: '.dockerfile',
  dotenv: '.env',
  env: '.env',
  properties: '.properties',
  'java-properties': '.properties',
  ini: '.ini',
  'osgi-config': '.config',
};

/** The languages that editors may call an empty file of that name, the best first. */
export function languagesOf(path: string): readonly string[] {
  const notation = notationOfEmpty(path);
  return notation === undefined ? [] : (LANGUAGES[notation] ?? [notation]);
}

/** Of those that are not called like the notation. */
const LANGUAGES: Readonly<Partial<Record<SyntaxId, readonly string[]>>> = {
  env: ['dotenv', 'properties', 'ini'],
};

/** The innermost of the folders that a file lies in. */
export function folderOf(uri: string, folders: readonly string[]): string | undefined {
  return folders
    .filter((folder) => relativePath(uri, folder) !== undefined)
    .sort((a, b) => b.length - a.length)[0];
}

/** The path of a file from a folder, with `/`; undefined where it does not lie in it. */
export function relativePath(uri: string, folder: string): string | undefined {
  if (originOf(uri) !== originOf(folder)) return undefined;
  const start = `${pathOf(folder).replace(/\/+$/, '')}/`;
  const path = pathOf(uri);
  // Whoever reads the file may end up elsewhere.
  if (/(^|[\\/])\.\.?([\\/]|$)/.test(path)) return undefined;
  return path.startsWith(start) ? path.slice(start.length) : undefined;
}

/** The address of a file directly in a folder. */
export const inFolder = (folder: string, name: string): string =>
  `${folder.replace(/\/+$/, '')}/${name}`;

const originOf = (uri: string) => /^[^:/?#]+:(?:\/\/[^/?#]*)?/.exec(uri)?.[0].toLowerCase();
