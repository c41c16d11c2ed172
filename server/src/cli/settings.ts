import fs from 'node:fs';
import path from 'node:path';
import { noSettings, type Settings } from '../rules/settings';
import { readSettings, SETTINGS_FILE } from '../rules/settings-file';
import { decode } from '../text/encoding';
import { slashed } from './git';
import { type Host, reasonOf, UsageError } from './host';
import { linesOf } from './positions';

export interface LoadedSettings {
  readonly settings: Settings;
  /** The folder that the globs of the settings start from. */
  readonly folder: string;
}

/** The nearest settings file from the working directory upwards. Its problems go to standard error. */
export function loadSettings({ cwd, stderr }: Pick<Host, 'cwd' | 'stderr'>): LoadedSettings {
  const file = nearest(cwd);
  if (file === undefined) return { settings: noSettings, folder: cwd };
  const shown = slashed(path.relative(cwd, file));
  const text = textOf(file, shown);
  const { settings, problems, broken } = readSettings(text);
  const lines = linesOf(text);
  const sentences = problems.map(({ span, message }) => {
    const { line, column } = lines.positionOf(span.start);
    return `${shown}:${line}:${column}  ${message}`;
  });
  if (broken) {
    throw new UsageError(['The settings cannot be read.', ...sentences].join('\n'));
  }
  for (const sentence of sentences) stderr(`${sentence}\n`);
  return { settings, folder: path.dirname(file) };
}

function nearest(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    const file = path.join(at, SETTINGS_FILE);
    if (fs.existsSync(file)) return file;
    if (at === path.dirname(at)) return undefined;
  }
}

function textOf(file: string, shown: string): string {
  try {
    return decode(fs.readFileSync(file)).text;
  } catch (error) {
    throw new UsageError(`The settings in \`${shown}\` cannot be read: ${reasonOf(error)}.`);
  }
}
