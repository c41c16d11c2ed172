import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigDocument } from '../model/document';
import { type Asker, DocumentCheck, type Situation } from './document-check';
import type { CheckedFile, OpenFile } from './open-files';
import { type Clock, realClock } from './patience';

/**
 * The files of the workspace that are not open, checked once for each state of what is around them.
 */
export class ClosedFiles {
  /** Nothing is left of a file that has changed or gone. */
  readonly #known = new WeakMap<ConfigDocument, { file: OpenFile; check: DocumentCheck }>();

  constructor(
    private readonly stored: (uri: string) => ConfigDocument | undefined,
    private readonly situationOf: (uri: string, file: OpenFile) => Promise<Situation>,
    private readonly clock: Clock = realClock,
  ) {}

  /**
   * The file with its findings: where it changes meanwhile, as it is then. Undefined where it is
   * none of ours or not there, or who asked does not wait any longer.
   */
  async check(uri: string, asker?: Asker): Promise<CheckedFile | undefined> {
    const document = this.stored(uri);
    if (!document || asker?.isCancellationRequested) return undefined;
    const { file, check } = this.#entry(uri, document);
    const situation = await this.situationOf(uri, file);
    const findings = await check.findings(situation, asker);
    if (findings) return { ...file, context: situation.context, findings };
    return this.check(uri, asker);
  }

  #entry(uri: string, document: ConfigDocument) {
    const known = this.#known.get(document);
    if (known) return known;
    const file = { document, snapshot: TextDocument.create(uri, '', 0, document.text) };
    const isCurrent = () => this.stored(uri) === document;
    const entry = { file, check: new DocumentCheck(document, this.clock, isCurrent) };
    this.#known.set(document, entry);
    return entry;
  }
}
