import fs from 'node:fs';
import path from 'node:path';
import { check } from '../check';
import { readDocument } from '../model/document';
import { type ExtendedSettings, settingsFrom } from '../rules/extended-settings';
import { noSettings, type Settings } from '../rules/settings';
import { SETTINGS_FILE } from '../rules/settings-file';
import { plain } from '../text/message';
import { linesOf } from '../text/positions';
import type { Span } from '../text/span';
import { text as said } from '../texts';
import { readText } from './files';
import { slashed } from './git';
import { type Host, UsageError } from './host';

export interface LoadedSettings {
  readonly settings: Settings;
  /** The folder that the globs of the settings start from. */
  readonly folder: string;
  /** What is wrong in each file, as lines for people. */
  readonly problems: ReadonlyMap<string, readonly string[]>;
}

/**
 * The nearest settings file from the working directory upwards. Throws a UsageError where it cannot
 * be read.
 */
export function loadSettings({ cwd }: Pick<Host, 'cwd'>): LoadedSettings {
  const file = nearest(cwd);
  if (file === undefined) return { settings: noSettings, folder: cwd, problems: new Map() };
  const texts = new Map([[slashed(file), textOf(file, cwd)]]);
  const { settings, problems, broken } = resolved(slashed(file), texts);
  const extending = problems.map((each) =>
    sentence(
      each.path,
      each.text,
      each.span,
      said(`settings.extends.${each.why}`, { path: each.written }),
      cwd,
    ),
  );
  const unreadable = broken.flatMap((each) => problemsIn(each, texts.get(each) ?? '', cwd));
  if (extending.length + unreadable.length > 0) {
    throw new UsageError(['The settings cannot be read.', ...unreadable, ...extending].join('\n'));
  }
  const found = [...texts].map(([each, text]) => [each, problemsIn(each, text, cwd)] as const);
  return { settings, folder: path.dirname(file), problems: new Map(found) };
}

/** Reads the files that are extended, each once. */
function resolved(file: string, texts: Map<string, string>): ExtendedSettings {
  return settingsFrom(file, texts.get(file) ?? '', (wanted) => {
    const text = texts.get(wanted) ?? readable(wanted);
    if (text !== undefined) texts.set(wanted, text);
    return text;
  });
}

/** What the rules find in a settings file, whatever it is called. */
function problemsIn(file: string, text: string, cwd: string): readonly string[] {
  const document = readDocument(SETTINGS_FILE, text);
  const findings = document ? check(document, { settings: noSettings, today: '' }) : [];
  return findings.map(({ span, message }) => sentence(file, text, span, plain(message), cwd));
}

function sentence(file: string, text: string, span: Span, message: string, cwd: string): string {
  const { line, column } = linesOf(text).positionOf(span.start);
  return `${shown(file, cwd)}:${line}:${column}  ${message}`;
}

const shown = (file: string, cwd: string): string => slashed(path.relative(cwd, file));

function nearest(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    const file = path.join(at, SETTINGS_FILE);
    if (fs.existsSync(file)) return file;
    if (at === path.dirname(at)) return undefined;
  }
}

function textOf(file: string, cwd: string): string {
  const read = readText(file);
  if ('text' in read) return read.text;
  throw new UsageError(`The settings in \`${shown(file, cwd)}\` cannot be read: ${read.failure}.`);
}

function readable(file: string): string | undefined {
  const read = readText(file);
  return 'text' in read ? read.text : undefined;
}
