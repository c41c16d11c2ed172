import { type ConfigDocument, readDocument } from '../model/document';
import { pathOf } from './addresses';
import type { FileText } from './host';
import { pauses } from './patience';

/** Why a file is not in the index, although its name is worth reading. */
export type Skip = 'ignored' | 'unreadable' | 'tooLarge' | 'full';

/** What the index asks of its surroundings. */
interface IndexSurroundings {
  /** Whether a file lies in the workspace at all. */
  contains(uri: string): boolean;
  /** Whether the settings leave a file out. */
  ignores(uri: string): Promise<boolean>;
  /** The kind that the settings choose, once it is known what they ignore. */
  kindOf(uri: string): string | undefined;
  read(uri: string): Promise<FileText>;
  failed(error: unknown): void;
}

/** Whoever wants to know what happens to the index. */
interface IndexListener {
  /** A file is another one than before, or has come or gone. */
  changed(uri: string): void;
  /** A file is left out. */
  skipped(uri: string, why: Skip): void;
}

// What is kept holds a tree several times as large as its text.
const MOST_DOCUMENTS = 2_000;
const MOST_CHARACTERS = 8 * 1024 * 1024;

/** So many files are read at once. */
const AT_ONCE = 16;

/**
 * The files of the workspace that are ours, as they lie on the disk. All reading is done by one
 * queue, so that the last event of a file decides what is known of it. Files that are not ours
 * leave nothing behind.
 */
export class WorkspaceIndex {
  readonly #documents = new Map<string, ConfigDocument>();
  /**
   * Whether they wait only because they were listed; nothing is known to have happened to those.
   */
  readonly #waiting = new Map<string, boolean>();
  #characters = 0;
  #working: Promise<void> | undefined;
  #leaveBatch: () => void = () => undefined;
  #isStopped = false;

  #listener: IndexListener | undefined;

  constructor(private readonly around: IndexSurroundings) {}

  listen(listener: IndexListener): void {
    this.#listener = listener;
  }

  get(uri: string): ConfigDocument | undefined {
    return this.#documents.get(uri);
  }

  get size(): number {
    return this.#documents.size;
  }

  /** How many files wait to be read. */
  get waiting(): number {
    return this.#waiting.size;
  }

  uris(): readonly string[] {
    return [...this.#documents.keys()];
  }

  /** Reads files to which something has happened. Resolves when none waits any more. */
  read(uris: Iterable<string>): Promise<void> {
    for (const uri of uris) this.#waiting.set(uri, false);
    return this.#start();
  }

  /** Reads files that were listed, again where they are known. */
  readListed(uris: Iterable<string>): Promise<void> {
    for (const uri of uris) if (!this.#waiting.has(uri)) this.#waiting.set(uri, true);
    return this.#start();
  }

  #start(): Promise<void> {
    if (this.#isStopped) this.#waiting.clear();
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
    return this.#working;
  }

  /** Forgets the files that this is not true of. */
  retain(isKept: (uri: string) => boolean): void {
    for (const uri of this.uris()) if (!isKept(uri)) this.#put(uri, undefined);
  }

  /**
   * Reads nothing more of what was listed. What is known stays, and so does what has changed
   * meanwhile.
   */
  cancelListed(): void {
    for (const [uri, isListed] of this.#waiting) if (isListed) this.#waiting.delete(uri);
    this.#leaveBatch();
  }

  /** Reads nothing any more. */
  stop(): void {
    this.#isStopped = true;
    this.#waiting.clear();
    this.#leaveBatch();
  }

  async #work(): Promise<void> {
    const breathe = pauses();
    while (this.#waiting.size > 0) {
      const batch = this.#nextBatch();
      const texts = await this.#textsOf(batch);
      for (const [index, [uri]] of batch.entries()) {
        await breathe();
        if (!texts || this.#isStopped) break;
        // What has changed meanwhile is read again.
        if (!this.#waiting.has(uri)) this.#keep(uri, texts[index]);
      }
    }
  }

  #nextBatch(): Batch {
    const batch: [uri: string, isListed: boolean][] = [];
    for (const entry of this.#waiting) {
      if (batch.length === AT_ONCE) break;
      batch.push(entry);
      this.#waiting.delete(entry[0]);
    }
    return batch;
  }

  /**
   * Undefined where nobody wants to wait for them any longer; what has changed has another turn
   * then.
   */
  async #textsOf(batch: Batch): Promise<readonly (FileText | undefined)[] | undefined> {
    const left = new Promise<undefined>((resolve) => {
      this.#leaveBatch = () => resolve(undefined);
    });
    const texts = await Promise.race([Promise.all(batch.map(([uri]) => this.#textOf(uri))), left]);
    if (!texts && !this.#isStopped) {
      for (const [uri, isListed] of batch) if (!isListed) this.#waiting.set(uri, false);
    }
    return texts;
  }

  async #textOf(uri: string): Promise<FileText | undefined> {
    try {
      if (!this.around.contains(uri)) return undefined;
      if (!(await this.around.ignores(uri))) return await this.around.read(uri);
      this.#listener?.skipped(uri, 'ignored');
    } catch (error) {
      this.around.failed(error);
    }
    return undefined;
  }

  #keep(uri: string, text: FileText | undefined): void {
    if (text && 'missing' in text) this.#listener?.skipped(uri, text.missing);
    // Its folder may have gone meanwhile.
    const isThere = text !== undefined && 'text' in text && this.around.contains(uri);
    this.#put(uri, isThere ? this.#documentOf(uri, text.text) : undefined);
  }

  #documentOf(uri: string, text: string): ConfigDocument | undefined {
    const known = this.#documents.get(uri);
    const kind = this.around.kindOf(uri);
    if (known?.text === text && known.chosen === kind) return known;
    try {
      const document = readDocument(pathOf(uri), text, kind);
      // Settings of this tool tell nothing of other files.
      return document?.kind.isSettings ? undefined : document;
    } catch (error) {
      this.around.failed(error);
      return undefined;
    }
  }

  #put(uri: string, document: ConfigDocument | undefined): void {
    const before = this.#documents.get(uri);
    if (before === document) return;
    this.#documents.delete(uri);
    this.#characters -= before?.text.length ?? 0;
    if (document && this.#hasRoomFor(document)) {
      this.#documents.set(uri, document);
      this.#characters += document.text.length;
    } else if (document) this.#listener?.skipped(uri, 'full');
    this.#listener?.changed(uri);
  }

  #hasRoomFor({ text }: ConfigDocument): boolean {
    const fits = this.#characters + text.length <= MOST_CHARACTERS;
    return fits && this.#documents.size < MOST_DOCUMENTS;
  }
}

type Batch = readonly (readonly [uri: string, isListed: boolean])[];
