import { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../check';
import type { ConfigDocument } from '../model/document';
import { type CheckedFile, keyOf, type OpenFile, type Situation } from './open-files';

/** The files of the workspace that are not open, checked once for each state of what is around them. */
export class ClosedFiles {
  /** Nothing is left of a file that has changed or gone. */
  readonly #checked = new WeakMap<ConfigDocument, { key: string; file: CheckedFile }>();

  constructor(
    private readonly stored: (uri: string) => ConfigDocument | undefined,
    private readonly situationOf: (uri: string, file: OpenFile) => Promise<Situation>,
  ) {}

  /** The file with its findings; undefined where it is none of ours or not there. */
  async check(uri: string): Promise<CheckedFile | undefined> {
    const document = this.stored(uri);
    if (!document) return undefined;
    const known = this.#checked.get(document);
    const file = known?.file ?? {
      document,
      snapshot: TextDocument.create(uri, '', 0, document.text),
    };
    const situation = await this.situationOf(uri, file);
    const key = keyOf(situation);
    if (known?.key === key) return known.file;
    const { context } = situation;
    const { snapshot } = file;
    const checked = { document, snapshot, context, findings: check(document, context) };
    this.#checked.set(document, { key, file: checked });
    return checked;
  }
}
