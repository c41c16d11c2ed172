import type { CancellationToken, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CheckContext, check } from '../check';
import { type ConfigDocument, readDocument } from '../model/document';
import type { Finding } from '../rules/finding';
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

interface Entry {
  readonly version: number;
  readonly file: OpenFile | undefined;
  checked?: { readonly key: string; readonly file: CheckedFile };
}

/** The open files, read and checked once for each version. A closed one leaves nothing behind. */
export class OpenFiles {
  readonly #entries = new Map<string, Entry>();

  constructor(
    private readonly texts: TextDocuments<TextDocument>,
    private readonly situationOf: (uri: string, file: OpenFile) => Promise<Situation>,
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

  /** The file with its findings. */
  async check(uri: string, token?: CancellationToken): Promise<CheckedFile | undefined> {
    const before = this.read(uri);
    const situation = before && (await this.situationOf(uri, before));
    // Meanwhile the file may have changed or closed.
    const entry = this.#entry(uri);
    if (!situation || !entry?.file || token?.isCancellationRequested) return undefined;
    const { context } = situation;
    const key = keyOf(situation);
    if (entry.checked?.key !== key) {
      const findings = check(entry.file.document, context);
      entry.checked = { key, file: { ...entry.file, context, findings } };
    }
    return entry.checked.file;
  }

  #entry(uri: string): Entry | undefined {
    const open = this.texts.get(uri);
    if (!open) return undefined;
    const known = this.#entries.get(uri);
    if (known?.version === open.version) return known;
    const entry = { version: open.version, file: readFile(open) };
    this.#entries.set(uri, entry);
    return entry;
  }
}

/** Tells situations apart; the other files of the workspace are known by their revision. */
export const keyOf = ({ context, revision }: Situation): string =>
  `${revision} ${JSON.stringify({ ...context, workspace: undefined })}`;

function readFile(open: TextDocument): OpenFile | undefined {
  const { uri, languageId, version } = open;
  const text = open.getText();
  const document = readDocument(documentPath(uri, languageId), text);
  return document && { document, snapshot: TextDocument.create(uri, languageId, version, text) };
}
