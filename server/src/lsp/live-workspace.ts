import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigDocument } from '../model/document';
import { type KnownAnswers, newWorkspace, type Workspace } from '../model/workspace';
import { pathOf } from './addresses';

/** Where the documents of the workspace come from. */
interface DocumentSources {
  folders(): readonly string[];
  /** Whether a file belongs to the workspace. */
  contains(uri: string): boolean;
  isOpen(uri: string): boolean;
  /** Whether an open text takes no part; undefined while nobody knows. */
  isIgnored(uri: string): boolean | undefined;
  /** An open text that is ours. */
  open(uri: string): ConfigDocument | undefined;
  /** A file of ours on the disk. */
  stored(uri: string): ConfigDocument | undefined;
}

/** The workspace around one document. */
interface Surroundings {
  /** Undefined for a document that lies outside of the workspace: it sees only itself. */
  readonly workspace: Workspace | undefined;
  /** Another number whenever another document has changed. */
  readonly revision: number;
}

/**
 * The documents of the workspace as they are now: texts that are open win over those on the disk.
 */
export class LiveWorkspace {
  readonly #documents = new Map<string, ConfigDocument>();
  readonly #addresses = new WeakMap<ConfigDocument, string>();
  readonly #snapshots = new WeakMap<ConfigDocument, TextDocument>();
  /** A keystroke in one file costs nothing of what is known of the others. */
  readonly #answers: KnownAnswers = new WeakMap();
  readonly #touched = new Set<string>();
  /** The last change, and the last one of any other file. */
  #last = { uri: '', revision: 0, others: 0 };
  #workspace: Workspace | undefined;

  constructor(private readonly sources: DocumentSources) {}

  /** Takes notice that a file may be another one now. */
  touch(uri: string): void {
    this.#touched.add(uri);
  }

  /** Takes notice that other folders make up the workspace. */
  touchAll(uris: Iterable<string>): void {
    for (const uri of [...this.#documents.keys(), ...uris]) this.#touched.add(uri);
    this.#workspace = undefined;
    this.#last = { uri: '', revision: this.#last.revision + 1, others: this.#last.revision + 1 };
  }

  /** Another number whenever any document has changed. */
  get revision(): number {
    this.#update();
    return this.#last.revision;
  }

  /** The addresses of all documents. */
  uris(): readonly string[] {
    this.#update();
    return [...this.#documents.keys()];
  }

  around(uri: string): Surroundings {
    if (!this.sources.contains(uri)) return { workspace: undefined, revision: 0 };
    this.#update();
    const { revision, others } = this.#last;
    this.#workspace ??= newWorkspace(
      [...this.#documents.values()],
      this.sources.folders().map(pathOf),
      this.#answers,
    );
    return {
      workspace: this.#workspace,
      revision: uri === this.#last.uri ? others : revision,
    };
  }

  /** The text of one of the documents with its address, so that offsets become lines. */
  snapshotOf(document: ConfigDocument): TextDocument | undefined {
    const uri = this.#addresses.get(document);
    if (uri === undefined) return undefined;
    const known = this.#snapshots.get(document);
    const snapshot = known ?? TextDocument.create(uri, '', 0, document.text);
    this.#snapshots.set(document, snapshot);
    return snapshot;
  }

  #update(): void {
    for (const uri of this.#touched) {
      const document = this.#current(uri);
      if (isSame(document, this.#documents.get(uri))) continue;
      if (document) {
        this.#documents.set(uri, document);
        this.#addresses.set(document, uri);
      } else this.#documents.delete(uri);
      this.#workspace = undefined;
      const { uri: lastUri, revision, others } = this.#last;
      this.#last = { uri, revision: revision + 1, others: uri === lastUri ? others : revision };
    }
    this.#touched.clear();
  }

  #current(uri: string): ConfigDocument | undefined {
    const { sources } = this;
    if (!sources.contains(uri)) return undefined;
    if (!sources.isOpen(uri)) return sources.stored(uri);
    const isIgnored = sources.isIgnored(uri);
    if (isIgnored) return undefined;
    return isIgnored === undefined ? sources.stored(uri) : sources.open(uri);
  }
}

/** A file that is opened or closed as it is stays the same. */
const isSame = (one: ConfigDocument | undefined, other: ConfigDocument | undefined): boolean =>
  one === other ||
  (one?.text === other?.text && one?.path === other?.path && one?.kind === other?.kind);
