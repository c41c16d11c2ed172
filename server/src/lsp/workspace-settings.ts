import { check } from '../check';
import { readDocument } from '../model/document';
import { type ExtendsProblem, extendedSettings } from '../rules/extended-settings';
import {
  chosenKind,
  isLevel,
  LEVELS,
  type Level,
  noSettings,
  type Settings,
} from '../rules/settings';
import { SETTINGS_FILE } from '../rules/settings-file';
import { text } from '../texts';
import { folderOf, inFolder, relativePath } from './addresses';
import type { FileText } from './host';

type Rules = Readonly<Record<string, Level>>;

/** Of which files problems are shown. */
export type DiagnosedFiles = 'openFiles' | 'all';

/** What the client says in its section of settings. */
interface ClientSettings {
  readonly rules: Rules;
  readonly diagnosed: DiagnosedFiles;
}

/** A settings file; one that is not there has no text. */
interface SettingsFile {
  readonly text: string | undefined;
  readonly settings: Settings;
  /** What it says of other files that cannot be extended. */
  readonly problems: readonly ExtendsProblem[];
}

/** What the client and the `ims-config.yaml` of each workspace folder say. */
export class WorkspaceSettings {
  #folders: readonly string[] = [];
  #client: Promise<ClientSettings> = Promise.resolve(NOTHING_SAID);
  readonly #files = new Map<string, Promise<SettingsFile>>();
  /** What was read last, for those who cannot wait. */
  readonly #known = new Map<string, Settings>();
  /** All files that settings were read from. */
  readonly #sources = new Set<string>();

  constructor(
    private readonly readText: (uri: string) => Promise<FileText>,
    private readonly log: (message: string) => void,
  ) {}

  get folders(): readonly string[] {
    return this.#folders;
  }

  setFolders(folders: readonly string[]): void {
    this.#folders = folders;
    this.#files.clear();
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const kept = this.#folders.filter((folder) => !removed.includes(folder));
    this.setFolders([...kept, ...added]);
  }

  /** Takes the client's section of settings, or what will be it. */
  setClientSettings(section: unknown): void {
    this.#client = Promise.resolve(section).then(
      (settled) => ({ rules: this.#rulesOf(settled), diagnosed: diagnosedIn(settled) }),
      () => NOTHING_SAID,
    );
  }

  /** Of which files the client wants to see problems. */
  async diagnosed(): Promise<DiagnosedFiles> {
    return (await this.#client).diagnosed;
  }

  /** Reads settings files anew. */
  forgetFiles(): void {
    this.#files.clear();
  }

  folderOf(uri: string): string | undefined {
    return folderOf(uri, this.#folders);
  }

  /** Where the settings file of a document is, or would be. */
  fileFor(uri: string): string | undefined {
    const folder = this.folderOf(uri);
    return folder === undefined ? undefined : inFolder(folder, SETTINGS_FILE);
  }

  /** Where the settings files of all folders are, or would be. */
  get files(): readonly string[] {
    return this.#folders.map((folder) => inFolder(folder, SETTINGS_FILE));
  }

  /** The text of a settings file on the disk. */
  async textOf(file: string): Promise<string | undefined> {
    return (await this.#read(file)).text;
  }

  /** Whether settings depend on a file, because of its name or because others extend it. */
  isSource(uri: string): boolean {
    return uri.endsWith(`/${SETTINGS_FILE}`) || this.#sources.has(uri);
  }

  /** What a settings file with this text extends in vain, also through others. */
  async problemsIn(file: string, text: string): Promise<readonly ExtendsProblem[]> {
    const known = await this.#read(file);
    const { problems } = known.text === text ? known : await this.#resolve(file, text);
    return problems;
  }

  /** The kind that the settings choose for a file, as far as they are known now. */
  kindNow(uri: string): string | undefined {
    const folder = this.folderOf(uri);
    const settings = folder === undefined ? undefined : this.#known.get(this.fileFor(uri) ?? '');
    const path = folder === undefined ? undefined : relativePath(uri, folder);
    return settings && path !== undefined ? chosenKind(settings, path) : undefined;
  }

  /** The settings that hold for a document. The client's levels win over those of the file. */
  async of(uri: string): Promise<Settings> {
    const file = this.fileFor(uri);
    const [{ rules }, settings] = await Promise.all([this.#client, this.#settingsOf(file)]);
    if (Object.keys(rules).length === 0) return settings;
    return { ...settings, overrides: [...settings.overrides, { files: ['**'], rules }] };
  }

  async #settingsOf(file: string | undefined): Promise<Settings> {
    return file === undefined ? noSettings : (await this.#read(file)).settings;
  }

  #read(file: string): Promise<SettingsFile> {
    const content = this.#files.get(file) ?? this.#load(file);
    this.#files.set(file, content);
    return content;
  }

  async #load(file: string): Promise<SettingsFile> {
    const content = await this.readText(file);
    const isThere = 'text' in content;
    const { settings, problems } = isThere
      ? await this.#resolve(file, content.text)
      : { settings: noSettings, problems: [] };
    this.#known.set(file, settings);
    const document = isThere ? readDocument(SETTINGS_FILE, content.text) : undefined;
    const findings = document ? check(document, { settings: noSettings, today: '' }) : [];
    const said = [
      ...findings.map(({ message }) => message),
      ...problems.map(({ why, written }) => text(`settings.extends.${why}`, { path: written })),
    ];
    for (const message of said) {
      this.log(text('log.settingsFile', { file: SETTINGS_FILE, message }));
    }
    return { text: isThere ? content.text : undefined, settings, problems };
  }

  /** Settings with all that they extend. */
  async #resolve(file: string, content: string) {
    const asking = extendedSettings(file, content);
    let step = asking.next();
    while (!step.done) {
      this.#sources.add(step.value);
      const base = await this.readText(step.value);
      step = asking.next('text' in base ? base.text : undefined);
    }
    return step.value;
  }

  #rulesOf(section: unknown): Rules {
    const all = isObject(section) && isObject(section.rules) ? section.rules : {};
    const known: Record<string, Level> = {};
    for (const [rule, level] of Object.entries(all)) {
      if (isLevel(level)) known[rule] = level;
      else this.log(text('log.unknownLevel', { rule, levels: LEVELS.join(', ') }));
    }
    return known;
  }
}

const NOTHING_SAID: ClientSettings = { rules: {}, diagnosed: 'openFiles' };

function diagnosedIn(section: unknown): DiagnosedFiles {
  const workspace = isObject(section) ? section.workspace : undefined;
  return isObject(workspace) && workspace.diagnostics === 'all' ? 'all' : 'openFiles';
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
