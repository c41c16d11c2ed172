import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  CreateFile,
  TextEdit as ProtocolEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from '../text/edit';
import { spoken } from '../text/message';
import { text } from '../texts';
import { protocolEdit } from './diagnostics';

/** What has an editor show changes before it applies them. */
export interface PreviewOpener {
  /** In front of all changes. */
  readonly files: readonly CreateFile[];
  /** In front of the changes of the text. */
  readonly edits: readonly AnnotatedTextEdit[];
}

/**
 * Notes on the changes of one edit, each once: the editor shows them with the changes that carry
 * them.
 */
export class ChangeNotes {
  readonly annotations: Record<string, ChangeAnnotation> = {};
  readonly #ids = new Map<string, string>();

  /**
   * A change with its note. It needs no confirmation: an editor would leave it out unless it is
   * ticked.
   */
  changeOf(edit: TextEdit, snapshot: TextDocument): AnnotatedTextEdit | ProtocolEdit {
    const change = protocolEdit(edit, snapshot);
    if (!edit.note) return change;
    const annotationId = this.#ids.get(edit.note) ?? `note-${this.#ids.size + 1}`;
    this.#ids.set(edit.note, annotationId);
    this.annotations[annotationId] = { label: spoken(edit.note) };
    return { ...change, annotationId };
  }

  /**
   * A change that changes nothing and is the only one to be confirmed, so that the editor shows all
   * others first, with each of them ticked. VS Code does not even list the making of a file that is
   * there; what is not saved has none.
   */
  opener({ uri }: TextDocument, canCreate: boolean): PreviewOpener {
    this.annotations[OPENER] = { label: text('migrate.confirm'), needsConfirmation: true };
    if (canCreate && !uri.startsWith('untitled:')) {
      const options = { ignoreIfExists: true };
      return { files: [{ kind: 'create', uri, options, annotationId: OPENER }], edits: [] };
    }
    const start = { line: 0, character: 0 };
    const nothing = { range: { start, end: start }, newText: '', annotationId: OPENER };
    return { files: [], edits: [nothing] };
  }
}

const OPENER = 'preview';
