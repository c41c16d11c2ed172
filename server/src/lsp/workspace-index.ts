import { type ConfigDocument, readDocument } from '../model/document';
import { pathOf } from './addresses';
import type { FileText } from './workspace-files';

/** Why a file is not in the index, although its name is worth reading. */
export type Skip = 'ignored' | 'unreadable' | 'tooLarge' | 'full';

/** What the index asks of its surroundings. */
export interface IndexSurroundings {
  /** Whether a file lies in the workspace at all. */
  contains(uri: string): boolean;
  /** Whether the settings leave a file out. */
  ignores(uri: string): Promise<boolean>;
  read(uri: string): Promise<FileText>;
  failed(error: unknown): void;
}

/** Whoever wants to know what happens to the index. */
export interface IndexListener {
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

/** After so many milliseconds of work it is the requests' turn. */
const SLICE = 10;

/**
 * The files of the workspace that are ours, as they lie on the disk. All reading is done by one queue, so
 * that the last event of a file decides what is known of it. Files that are not ours leave nothing behind.
 */
export class WorkspaceIndex {
  readonly #documents = new Map<string, ConfigDocument>();
  readonly #waiting = new Set<string>();
  #characters = 0;
  #working: Promise<void> | undefined;
  #stops = 0;

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

  /** Reads these files, again where they are known. Resolves when none waits any more. */
  read(uris: Iterable<string>): Promise<void> {
    for (const uri of uris) this.#waiting.add(uri);
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
    return this.#working;
  }

  /** Forgets the files that this is not true of. */
  retain(isKept: (uri: string) => boolean): void {
    for (const uri of this.uris()) if (!isKept(uri)) this.#put(uri, undefined);
  }

  /** Reads nothing more of what waits. What is known stays. */
  stop(): void {
    this.#waiting.clear();
    this.#stops++;
  }

  async #work(): Promise<void> {
    let since = performance.now();
    while (this.#waiting.size > 0) {
      const batch = this.#nextBatch();
      const stops = this.#stops;
      const texts = await Promise.all(batch.map((uri) => this.#textOf(uri)));
      for (const [index, uri] of batch.entries()) {
        if (performance.now() - since > SLICE) {
          await pause();
          since = performance.now();
        }
        if (stops !== this.#stops) break;
        // What has changed meanwhile is read again.
        if (!this.#waiting.has(uri)) this.#keep(uri, texts[index]);
      }
    }
  }

  #nextBatch(): readonly string[] {
    const batch: string[] = [];
    for (const uri of this.#waiting) {
      if (batch.length === AT_ONCE) break;
      batch.push(uri);
      this.#waiting.delete(uri);
    }
    return batch;
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
    if (known?.text === text) return known;
    try {
      return readDocument(pathOf(uri), text);
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

/** Lets everything that has arrived meanwhile be answered. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
