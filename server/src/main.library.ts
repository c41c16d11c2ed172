import { type CheckContext, check as checkDocument } from './check';
import { fixOnce } from './features/fix-all';
import { notesAfter } from './features/fix-notes';
import {
  beforeFixing,
  type FileInFixing,
  type FixStep,
  fixTogether,
} from './features/fix-together';
import { notesIn } from './features/placed-notes';
import { migrate as migrateDocument } from './features/workspace-migration';
import { type ConfigDocument, readAgain, readDocument } from './model/document';
import { newWorkspace } from './model/workspace';
import { isoDay } from './rules/dates';
import { settingsFrom } from './rules/extended-settings';
import type { Finding as DocumentFinding } from './rules/finding';
import { chosenKind, isIgnored, noSettings, type Settings as ReadSettings } from './rules/settings';
import { SETTINGS_FILE } from './rules/settings-file';
import { plain } from './text/message';
import { linesOf } from './text/positions';
import type { Span } from './text/span';
import { text as said } from './texts';

/** A file, in a text. */
export interface TextFile {
  /**
   * From the folder of the project, with `/` between folders. Names and folders tell what a file
   * is.
   */
  readonly path: string;
  readonly text: string;
  /** Whether git tracks the file: a secret in an `.env` that it does not is where it belongs. */
  readonly tracked?: boolean | undefined;
}

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** What an `ims-config.yaml` says, under the same names. */
export interface Settings {
  readonly rules?: Readonly<Record<string, Severity | 'off'>> | undefined;
  readonly ignore?: readonly string[] | undefined;
  readonly overrides?:
    | readonly {
        readonly files: readonly string[];
        readonly rules: Readonly<Record<string, Severity | 'off'>>;
      }[]
    | undefined;
  readonly kinds?: Readonly<Record<string, string>> | undefined;
}

export interface Options {
  /**
   * The settings, or the text of an `ims-config.yaml`. What that extends is looked for among the
   * files.
   */
  readonly settings?: Settings | string | undefined;
  /** The ISO date that certificates and deadlines are compared with; today in UTC without. */
  readonly today?: string | undefined;
}

export interface FixOptions extends Options {
  /** Whether fixes are applied that a person has to verify: migrations, renames. */
  readonly unsafe?: boolean | undefined;
}

/** A place in a text. */
export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** From 0, in UTF-16 units. */
  readonly offset: number;
}

/** Something that a rule found wrong. Its texts never quote a secret. */
export interface Finding {
  /** The path as it was given. */
  readonly path: string;
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, why, and what to do. */
  readonly message: string;
  readonly start: Position;
  /** Behind the last character. */
  readonly end: Position;
  /** What can be done about it: `safe` is what `fix` does, `unsafe` what it does with `unsafe`. */
  readonly fixes: readonly { readonly title: string; readonly safety: 'safe' | 'unsafe' }[];
  /** Other places that belong to it. */
  readonly related: readonly RelatedPlace[];
}

/** A place that belongs to a finding, maybe in another file. */
export interface RelatedPlace {
  readonly path: string;
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
}

/** What became of a file. */
export interface ChangedFile {
  /** The path as it was given. */
  readonly path: string;
  /** The whole text as it is now. Secrets of the file stay in it. */
  readonly text: string;
  /** The path that the file gets, in the same folder; undefined where it keeps its own. */
  readonly newPath?: string | undefined;
  /** What a person has to verify, in the order of the text. */
  readonly notes: readonly Note[];
}

/** What a person has to verify, and where in the text as it is now. Never quotes a secret. */
export interface Note {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * All findings in these files, which are compared with each other: in the order of the files, then
 * of the text. A file that is none of ours gives none. Throws a TypeError where the settings cannot
 * be read or `today` is no day, and for nothing else.
 */
export function check(files: readonly TextFile[], options: Options = {}): readonly Finding[] {
  const project = projectOf(files, options);
  const contextOf = project.contexts();
  const places = placesIn(project);
  return project.files.flatMap((file) =>
    checkDocument(file.document, contextOf(file)).map((finding) =>
      findingOf(finding, file.document, places),
    ),
  );
}

/**
 * Applies the fixes that keep the meaning, with `unsafe` all that need no person while they are
 * applied, until none is left. Gives the files that change. Throws as `check` does.
 */
export function fix(files: readonly TextFile[], options: FixOptions = {}): readonly ChangedFile[] {
  const safeties = options.unsafe ? (['safe', 'unsafe'] as const) : (['safe'] as const);
  return changed(files, options, (document, context, earlier) =>
    fixOnce(document, context, safeties, earlier),
  );
}

/**
 * Migrates Service Account (JWT) credentials to OAuth Server-to-Server, and does nothing else.
 * Gives the files that change. Throws as `check` does.
 */
export function migrate(files: readonly TextFile[], options: Options = {}): readonly ChangedFile[] {
  return changed(files, options, migrateOnce);
}

/** A file of ours. */
interface ProjectFile extends FileInFixing {
  readonly given: TextFile;
}

interface Project {
  readonly files: readonly ProjectFile[];
  /** What each file is checked with, among all as they are now. */
  readonly contexts: () => (file: ProjectFile) => CheckContext;
}

function projectOf(given: readonly TextFile[], options: Options): Project {
  const settings = settingsOf(options, given);
  const today = dayIn(options);
  const files = given.flatMap((file): ProjectFile[] => {
    const document = readDocument(ROOT + file.path, file.text, chosenKind(settings, file.path));
    return document ? [{ ...beforeFixing(document), given: file }] : [];
  });
  const compared = files.filter(
    (file) => !isIgnored(settings, file.given.path) && !file.document.kind.isSettings,
  );
  const contexts = () => {
    const workspace = newWorkspace(
      compared.map(({ document }) => document),
      [ROOT],
    );
    return ({ given: { path, tracked } }: ProjectFile): CheckContext => ({
      ...{ settings, today, tracked, workspace, relativePath: path },
    });
  };
  return { files, contexts };
}

/** The folder of the project, of which nobody here knows where it lies. */
const ROOT = '/';

function settingsOf({ settings }: Options, files: readonly TextFile[]): ReadSettings {
  if (settings === undefined) return noSettings;
  // JSON is YAML, so that one reader decides what counts.
  const text = typeof settings === 'string' ? settings : JSON.stringify(settings);
  const textOf = (wanted: string) => files.find(({ path }) => ROOT + path === wanted)?.text;
  const read = settingsFrom(`${ROOT}${SETTINGS_FILE}`, text, textOf);
  const [problem] = read.problems;
  if (problem) {
    const { path, text: source, span, why, written } = problem;
    const { line, column } = linesOf(source).positionOf(span.start);
    const place = `${path.slice(ROOT.length)}:${line}:${column}`;
    const problemSaid = plain(said(`settings.extends.${why}`, { path: written }));
    throw new TypeError(`The settings cannot be read. ${place}: ${problemSaid}`);
  }
  if (read.broken.length > 0)
    throw new TypeError('The settings cannot be read, as they are no YAML.');
  return read.settings;
}

function dayIn({ today }: Options): string {
  if (today === undefined) return new Date().toISOString().slice(0, 10);
  if (isoDay(today) !== today) throw new TypeError('`today` is no day such as `2026-11-21`.');
  return today;
}

type Places = (document: ConfigDocument, span: Span) => Pick<Finding, 'path' | 'start' | 'end'>;

/** Counts the lines of a file once, however many findings there are. */
function placesIn({ files }: Project): Places {
  const known = new Map(
    files.map(({ document, given: { path } }) => [
      document,
      { path, lines: linesOf(document.text) },
    ]),
  );
  return (document, { start, end }) => {
    const { path, lines } = known.get(document)!;
    const positionOf = (offset: number) => ({ ...lines.positionOf(offset), offset });
    return { path, start: positionOf(start), end: positionOf(end) };
  };
}

function findingOf(
  { rule, severity, message, span, fixes, related }: DocumentFinding,
  document: ConfigDocument,
  places: Places,
): Finding {
  return {
    ...{ rule, severity, message: plain(message), ...places(document, span) },
    fixes: fixes.flatMap(({ title, safety }) =>
      safety === 'editor-only' ? [] : [{ title: plain(title), safety }],
    ),
    related: related.map((each) => ({
      message: plain(each.message),
      ...places(each.document ?? document, each.span),
    })),
  };
}

const migrateOnce: FixStep = (document, context, earlier) => {
  const migration = migrateDocument(document, context);
  if (!migration) return { text: document.text, document, applied: 0, notes: earlier };
  const { edits, renames } = migration;
  const { text } = migration.document;
  const notes = notesAfter(earlier, [{ edits }]);
  return { text, document: readAgain(document, text), applied: 1, renames, notes };
};

function changed(
  files: readonly TextFile[],
  options: Options,
  step: FixStep,
): readonly ChangedFile[] {
  const project = projectOf(files, options);
  const failed = (_file: ProjectFile, error: unknown) => {
    throw error;
  };
  fixTogether(project.files, { step, contexts: project.contexts, failed });
  const taken = new Set(files.map(({ path }) => path));
  return project.files.flatMap(({ given, document, notes }) => {
    const { text } = document;
    const path = document.path.slice(ROOT.length);
    // As on a disk, no file takes the name of another one.
    const isRenamed = path !== given.path && !taken.has(path);
    if (text === given.text && !isRenamed) return [];
    taken.add(path);
    return [
      {
        path: given.path,
        text,
        ...(isRenamed && { newPath: path }),
        notes: notesIn(notes, document),
      },
    ];
  });
}
