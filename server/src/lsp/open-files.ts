import type { CancellationToken, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CheckContext, check } from '../check';
import { type ConfigDocument, readDocument } from '../model/document';
import type { Finding } from '../rules/finding';
import type { CheckMemory } from '../rules/open-questions';
import { documentPath } from './addresses';

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

/** What a file is checked with. */
export interface Situation {
  readonly context: CheckContext;
  /** Another number whenever another file of the workspace has changed. */
  readonly revision: number;
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
  readonly kind: string | undefined;
  readonly file: OpenFile | undefined;
  /** Without what it was checked with, which would keep files in memory that are long closed. */
  checked?: { readonly key: string; readonly findings: readonly Finding[] };
  /** What was found out about the file in all of its versions. */
  readonly memory: CheckMemory;
  /** How long the last check took, in milliseconds; nothing else is answered meanwhile. */
  took: number;
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
    const isChecked = known?.checked && known.version === this.texts.get(uri)?.version;
    return !known || isChecked ? 0 : Math.min(known.took / 4, LONGEST_PAUSE);
  }

  /** The file with its findings. */
  async check(uri: string, token?: CancellationToken): Promise<CheckedFile | undefined> {
    // A file may be ours because of the settings alone.
    if (this.texts.get(uri)) await this.chosen.settled(uri);
    const before = this.read(uri);
    const situation = before && (await this.situationOf(uri, before));
    // Meanwhile the file may have changed or closed.
    const entry = this.#entry(uri);
    if (!situation || !entry?.file || token?.isCancellationRequested) return undefined;
    const { context } = situation;
    const key = keyOf(situation);
    if (entry.checked?.key !== key) {
      const start = performance.now();
      const findings = check(entry.file.document, { ...context, memory: entry.memory });
      entry.checked = { key, findings };
      entry.took = performance.now() - start;
    }
    return { ...entry.file, context, findings: entry.checked.findings };
  }

  #entry(uri: string): Entry | undefined {
    const open = this.texts.get(uri);
    if (!open) return undefined;
    const known = this.#entries.get(uri);
    const kind = this.chosen.now(uri);
    if (known?.version === open.version && known.kind === kind) return known;
    const entry = {
      version: open.version,
      kind,
      file: readFile(open, kind, known?.file),
      memory: known?.memory ?? new WeakMap(),
      took: known?.took ?? 0,
    };
    this.#entries.set(uri, entry);
    return entry;
  }
}

/** Tells situations apart; the other files of the workspace are known by their revision. */
export const keyOf = ({ context, revision }: Situation): string =>
  `${revision} ${JSON.stringify({ ...context, workspace: undefined })}`;

/** Nobody writes such a text by hand, and reading it would keep everybody waiting. In characters. */
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
