import type { SyntaxId } from '../syntax/syntax';

/**
 * The notations in which a file of that name may be written, the likeliest first. None: it is not
 * looked into.
 */
export function notationsOf(path: string, text: string): readonly SyntaxId[] {
  const found = NAMES.find(([name]) => name.test(path));
  if (found) return found[1];
  // Of the files without an ending only those that say they are scripts.
  if (/(^|\/)[^./]+$/.test(path)) return isScript(text) ? ['command-line'] : [];
  if (AIO_NAME.test(path)) return [isHjson(text) ? 'hjson' : 'yaml'];
  if (!/\.sample$/i.test(path)) return [];
  const inner = notationsOf(path.slice(0, -'.sample'.length), '');
  return inner.length > 0 ? inner : [sniffed(text)];
}

/**
 * The notation in which an empty file of that name is begun: what it is as soon as it has a text
 * that shows nothing else.
 */
export const notationOfEmpty = (path: string): SyntaxId | undefined => notationsOf(path, 'a:')[0];

/**
 * Commands stand in YAML as well, and what AEM reads as OSGi configuration ends as other files do.
 */
const NAMES: readonly (readonly [name: RegExp, ids: readonly SyntaxId[]])[] = [
  [/\.(sh|bash|ksh|zsh|bat|cmd|ps1|mk|groovy|dockerfile|sh\.j2)$/i, ['command-line']],
  [/(^|\/)(Dockerfile|Containerfile|Jenkinsfile|Makefile)(\.[^/]*)?$/i, ['command-line']],
  // But code and data that are named after the variables are not.
  [
    /(^|\/)[^/]*\.env([._-](?![^/]*\.?([cm]?[jt]sx?|jsonc?|ya?ml|xml|py|rb|go|php|sh|md|txt|html|css|enc|gpg)$)[^/]*)?$|(^|[^a-z])env\.(dist|example|sample|template)$/i,
    ['env'],
  ],
  [/\.ya?ml$/i, ['yaml', 'command-line']],
  [/\.jsonc?$/i, ['json', 'hjson']],
  [/\.hjson$/i, ['hjson']],
  [/\.xml$/i, ['xml']],
  [/\.properties$/i, ['properties']],
  [/\.ini$|(^|[^a-z])usermanagement\.config$/i, ['ini']],
  [/\.config$/i, ['osgi-config']],
];

/** What `aio` calls its own files. */
export const AIO_NAME = /\.aio(_[^./]*)?$|(^|\/)\.aio_[^/]*$/i;

/** HJSON begins with a brace, or, without the outer ones, has one at the end of a line. */
const isHjson = (text: string): boolean =>
  text === '' ||
  /^[\s\uFEFF]*[{[]/.test(text) ||
  /^[^\r\n#]*:[ \t]*[{[][ \t]*$/m.test(text) ||
  /^\s*(?:\/\/|\/\*)/.test(text);

const isScript = (text: string): boolean => text === '' || text.startsWith('#!');

function sniffed(text: string): SyntaxId {
  const first = /[^\s\uFEFF]/.exec(text)?.[0];
  if (first === '<') return 'xml';
  return first === '{' ? 'json' : 'yaml';
}
