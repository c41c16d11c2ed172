/**
 * The languages of scripts whose variables or comments are written otherwise than those of a shell.
 */
export type ScriptLanguage = 'batch' | 'groovy' | 'make' | 'powershell';

/**
 * The language of a script, which the name of its file tells; undefined for a shell, and for no
 * script at all.
 */
export const scriptLanguage = (path: string): ScriptLanguage | undefined =>
  NAMES.find(([, name]) => name.test(path))?.[0];

const NAMES: readonly (readonly [ScriptLanguage, RegExp])[] = [
  ['batch', /\.(bat|cmd)$/i],
  ['make', /\.mk$|(^|\/)Makefile(\.[^/]*)?$/i],
  ['powershell', /\.ps1$/i],
  ['groovy', /(^|\/)Jenkinsfile(\.[^/]*)?$|\.groovy$/i],
];
