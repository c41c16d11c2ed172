import {
  type AnnotatedTextEdit,
  type CancellationToken,
  type ChangeAnnotation,
  type TextEdit as ProtocolEdit,
  type RenameFile,
  TextDocumentEdit,
  type VersionedTextDocumentIdentifier,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Migration, migrate } from '../features/workspace-migration';
import { followingMigrations } from '../features/workspace-migration-halves';
import { checklistMarkdown } from '../features/workspace-report-markdown';
import type { ConfigDocument } from '../model/document';
import { text } from '../texts';
import { type EditSupport, editSupport } from './actions';
import { rangeOf } from './diagnostics';
import type { CheckedFile } from './open-files';
import { pause } from './patience';
import { linksOf, type Session } from './session';
import type { Gathered } from './workspace-gathering';
import { placeLinks } from './workspace-links';
import { newAddresses } from './workspace-renames';

/** What a client wants to have migrated. */
interface Chosen {
  readonly uris: readonly string[];
  /** Whether a person looks at the edits, above all at those with a note, before they are applied. */
  readonly preview: boolean;
}

/** The answer to `imsConfig/migrate`: one edit of the workspace, and what remains by hand behind it. */
export interface MigrationAnswer {
  /** Whether one of the files has become another one meanwhile; nothing else is said then. */
  readonly hasChanged: boolean;
  /** Undefined where there is nothing to change. */
  readonly edit: WorkspaceEdit | null;
  /** The open texts that it was made for, by the names that they have now. */
  readonly versions: readonly VersionedTextDocumentIdentifier[];
  /** The files that it changes, as they are called now. */
  readonly uris: readonly string[];
  /** Markdown. */
  readonly checklist: string;
}

const CHANGED: MigrationAnswer = {
  hasChanged: true,
  edit: null,
  versions: [],
  uris: [],
  checklist: '',
};

/** Migrates files of the workspace as they are now: open texts in their versions, others as they lie on the disk. */
export async function migrationOf(
  session: Session,
  gathered: Gathered,
  { uris, preview }: Chosen,
  token: CancellationToken | undefined,
): Promise<MigrationAnswer | null> {
  const { report, checkedOf } = gathered;
  const chosen = uris.flatMap((uri) => gathered.fileAt(uri) ?? []).map(checkedOf);
  const found = await migrations(chosen, report.files.map(checkedOf), token);
  if (!found) return null;
  const support = editSupport(session.client, linksOf(session));
  const names = await newAddresses(session, support.rename ? found : new Map());
  // From here on nothing is waited for.
  if ([...found.keys()].some((file) => hasChanged(session, file))) return CHANGED;
  const edit = new WorkspaceEditMaker(session, support, preview);
  const changed = new Map(
    [...found].map(([{ document, snapshot }, migration]) => {
      return [document, edit.add(snapshot, migration, names.get(document))];
    }),
  );
  const links = placeLinks(checkedOf, ({ document }) => changed.get(document));
  const checklist = checklistMarkdown(report, links.place, {
    isMigrated: ({ document }) => changed.has(document),
    isRenamed: [...found].every(([file, { renames }]) => !renames || names.has(file.document)),
  });
  const files = [...found.keys()].map(({ snapshot }) => snapshot.uri);
  return {
    hasChanged: false,
    edit: found.size === 0 ? null : edit.result(),
    versions: files
      .flatMap((uri) => session.texts.get(uri) ?? [])
      .map(({ uri, version }) => ({ uri, version })),
    uris: files,
    checklist: links.complete(checklist),
  };
}

/** Migrations of some files, and of those that have to follow them. Undefined where they are not wanted any longer. */
async function migrations(
  chosen: readonly CheckedFile[],
  all: readonly CheckedFile[],
  token: CancellationToken | undefined,
): Promise<ReadonlyMap<CheckedFile, Migration> | undefined> {
  const found = new Map<ConfigDocument, Migration>();
  for (const { document, context } of chosen) {
    await pause();
    if (token?.isCancellationRequested) return undefined;
    const migration = migrate(document, context);
    if (migration) found.set(document, migration);
  }
  for (const [document, migration] of followingMigrations(all, found))
    found.set(document, migration);
  const fileOf = new Map(all.map((file) => [file.document, file]));
  return new Map([...found].map(([document, migration]) => [fileOf.get(document)!, migration]));
}

/** Whether a file is another one by now than it was when it was checked: edits of it would hit other lines. */
const hasChanged = ({ texts, index }: Session, { document, snapshot }: CheckedFile): boolean =>
  (texts.get(snapshot.uri)?.getText() ?? index.get(snapshot.uri)?.text) !== document.text;

/** Puts migrations together into one edit of the workspace, as far as the client understands it. */
class WorkspaceEditMaker {
  readonly #names: RenameFile[] = [];
  readonly #edits: TextDocumentEdit[] = [];
  readonly #annotations: Record<string, ChangeAnnotation> = {};
  readonly #ids = new Map<string, string>();

  constructor(
    private readonly session: Session,
    private readonly support: EditSupport,
    private readonly preview: boolean,
  ) {}

  /** Adds the migration of a file, which may get another address; gives the one that it has with it. */
  add(snapshot: TextDocument, { edits }: Migration, newUri: string | undefined): string {
    const { uri } = snapshot;
    if (newUri !== undefined) this.#names.push({ kind: 'rename', oldUri: uri, newUri });
    const open = this.session.texts.get(uri);
    const version = newUri === undefined ? (open?.version ?? null) : null;
    // Nothing is shown to a person that nobody asks about.
    const usual = edits.some(({ note }) => note) ? undefined : text('migrate.confirm');
    const changes = edits.map(({ span, newText, note }): AnnotatedTextEdit | ProtocolEdit => {
      const change = { range: rangeOf(span, snapshot), newText };
      const label = note ?? usual;
      if (!label || !this.support.annotations) return change;
      return { ...change, annotationId: this.#annotationOf(label) };
    });
    const address = newUri ?? uri;
    if (changes.length > 0) {
      this.#edits.push(TextDocumentEdit.create({ uri: address, version }, changes));
    }
    return address;
  }

  result(): WorkspaceEdit {
    const { support } = this;
    if (!support.documentChanges) {
      const all = this.#edits.map(({ textDocument, edits }) => [textDocument.uri, edits]);
      return { changes: Object.fromEntries(all) };
    }
    return {
      // Some editors change all names first, whatever the order.
      documentChanges: [...this.#names, ...this.#edits],
      ...(support.annotations && { changeAnnotations: this.#annotations }),
    };
  }

  #annotationOf(label: string): string {
    const id = this.#ids.get(label) ?? `note-${this.#ids.size + 1}`;
    this.#ids.set(label, id);
    this.#annotations[id] = { label, ...(this.preview && { needsConfirmation: true }) };
    return id;
  }
}
