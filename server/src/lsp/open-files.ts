import type { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckContext } from '../check';
import { type ConfigDocument, readDocument } from '../model/document';
import type { Finding } from '../rules/finding';
import { documentPath } from './addresses';
import { type Asker, DocumentCheck, type Experience, type Situation } from './document-check';
import { type Clock, realClock } from './patience';

/** An open file of ours as it was at one version. */
export interface OpenFile {
  /** Its text, which no later change touches: here offsets become lines. */
  readonly snapshot: TextDocument;
  readonly document: ConfigDocument;
}

export interface CheckedFile extends OpenFile {
  readonly context: CheckContext;
  readonly findings: readonly Finding[];
}

/** Which kinds the settings choose for files. */
interface ChosenKinds {
  /** As far as the settings are known. */
  now(uri: string): string | undefined;
  /** Waits until they are known. */
  settled(uri: string): Promise<unknown>;
}

interface Entry {
  readonly version: number;
  /** A client may give two texts the same version. */
  readonly text: string;
  readonly kind: string | undefined;
  readonly file: OpenFile | undefined;
  readonly check: DocumentCheck | undefined;
  readonly experience: Experience;
}

// Milliseconds.
const LONGEST_PAUSE = 50;

/** The open files, read and checked once for each version. A closed one leaves nothing behind. */
export class OpenFiles {
  readonly #entries = new Map<string, Entry>();

  constructor(
    private readonly texts: TextDocuments<TextDocument>,
    private readonly situationOf: (uri: string, file: OpenFile) => Promise<Situation>,
    private readonly chosen: ChosenKinds,
    private readonly clock: Clock = realClock,
  ) {}

  /** How many are remembered. */
  get size(): number {
    return this.#entries.size;
  }

  forget(uri: string): void {
    this.#entries.delete(uri);
  }

  /** The file as it is now; undefined where it is not open or none of ours. */
  read(uri: string): OpenFile | undefined {
    return this.#entry(uri)?.file;
  }

  /**
   * How long typing should pause before a new text is checked, in milliseconds, so that what is
   * asked along with a keystroke has its answer first, and a text that is outdated at once is not
   * checked at all. None where the text has been checked.
   */
  pauseBefore(uri: string): number {
    const known = this.#entries.get(uri);
    if (!known || this.#current(uri)?.check?.isDone) return 0;
    return Math.min(known.experience.took / 4, LONGEST_PAUSE);
  }

  /**
   * The file with its findings: where it changes meanwhile, as it is then. Undefined where it is
   * closed or none of ours, or who asked does not wait any longer.
   */
  async check(uri: string, asker?: Asker): Promise<CheckedFile | undefined> {
    // A file may be ours because of the settings alone.
    if (this.texts.get(uri)) await this.chosen.settled(uri);
    if (asker?.isCancellationRequested) return undefined;
    const before = this.read(uri);
    const situation = before && (await this.situationOf(uri, before));
    // Meanwhile the file may have changed or closed.
    const { file, check } = this.#entry(uri) ?? {};
    if (!situation || !file || asker?.isCancellationRequested) return undefined;
    const findings = await check?.findings(situation, asker);
    if (findings) return { ...file, context: situation.context, findings };
    if (asker?.isCancellationRequested) return undefined;
    await this.clock.pause(this.pauseBefore(uri));
    return this.check(uri, asker);
  }

  /** What is known of a text, if that is still its text. */
  #current(uri: string): Entry | undefined {
    const open = this.texts.get(uri);
    const known = this.#entries.get(uri);
    const isSame =
      known?.version === open?.version &&
      known?.kind === this.chosen.now(uri) &&
      known?.text === open?.getText();
    return isSame ? known : undefined;
  }

  #entry(uri: string): Entry | undefined {
    const open = this.texts.get(uri);
    const known = this.#current(uri);
    return !open || known ? known : this.#newEntry(uri, open);
  }

  #newEntry(uri: string, open: TextDocument): Entry {
    const before = this.#entries.get(uri);
    const kind = this.chosen.now(uri);
    const experience = before?.experience ?? { memory: new WeakMap(), took: 0 };
    const file = readFile(open, kind, before?.file);
    const isCurrent = () => this.#current(uri) === entry;
    const entry: Entry = {
      version: open.version,
      text: open.getText(),
      kind,
      file,
      check: file && new DocumentCheck(file.document, this.clock, isCurrent, experience),
      experience,
    };
    this.#entries.set(uri, entry);
    return entry;
  }
}

/**
 * Nobody writes such a text by hand, and reading it would keep everybody waiting. In characters.
 */
const LARGEST_OPEN = 20 * 1024 * 1024;

function readFile(
  open: TextDocument,
  kind: string | undefined,
  before: OpenFile | undefined,
): OpenFile | undefined {
  const { uri, languageId, version } = open;
  const text = open.getText();
  if (text.length > LARGEST_OPEN) return undefined;
  const document = readDocument(documentPath(uri, languageId), text, kind, before?.document);
  return document && { document, snapshot: TextDocument.create(uri, languageId, version, text) };
}
