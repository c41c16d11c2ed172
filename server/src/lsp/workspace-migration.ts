import {
  type AnnotatedTextEdit,
  type CancellationToken,
  type ChangeAnnotation,
  type TextEdit as ProtocolEdit,
  type RenameFile,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Migration, migrate, replacement } from '../features/workspace-migration';
import { checklistMarkdown } from '../features/workspace-report-markdown';
import type { ReportedFile } from '../features/workspace-report-things';
import { folderOf } from '../model/path';
import { newWorkspace } from '../model/workspace';
import { text } from '../texts';
import { type EditSupport, editSupport } from './actions';
import { rangeOf } from './diagnostics';
import { pause } from './patience';
import { linksOf, type Session } from './session';
import type { Gathered } from './workspace-gathering';
import { placeLinks } from './workspace-links';

/** What a client wants to have migrated. */
interface Chosen {
  readonly uris: readonly string[];
  /** Whether a person looks at the edits, above all at those with a note, before they are applied. */
  readonly preview: boolean;
}

/** The answer to `imsConfig/migrate`: one edit of the workspace, and what remains by hand behind it. */
export interface MigrationAnswer {
  /** Undefined where there is nothing to change. */
  readonly edit: WorkspaceEdit | null;
  /** The files that it changes, as they are called now. */
  readonly uris: readonly string[];
  /** Markdown. */
  readonly checklist: string;
}

/** Migrates files of the workspace as they are now: open texts in their versions, others as they lie on the disk. */
export async function migrationOf(
  session: Session,
  gathered: Gathered,
  { uris, preview }: Chosen,
  token: CancellationToken | undefined,
): Promise<MigrationAnswer | null> {
  const files = uris.map(gathered.fileAt).filter((file) => file !== undefined);
  const found = await migrations(files, gathered, token);
  if (!found) return null;
  const support = editSupport(session.client, linksOf(session));
  const edit = new WorkspaceEditMaker(session, support, preview);
  const { checkedOf } = gathered;
  const changed = new Map(
    [...found].map(([file, migration]) => [file, edit.add(checkedOf(file).snapshot, migration)]),
  );
  const links = placeLinks(checkedOf, (file) => changed.get(file));
  const checklist = checklistMarkdown(gathered.report, links.place, {
    isMigrated: (file) => found.has(file),
    isRenamed: edit.hasRenamedAll,
  });
  return {
    edit: found.size === 0 ? null : edit.result(),
    uris: [...found.keys()].map((file) => checkedOf(file).snapshot.uri),
    checklist: links.complete(checklist),
  };
}

type Migrations = ReadonlyMap<ReportedFile, Migration>;

/** Undefined where they are not wanted any longer. */
async function migrations(
  files: readonly ReportedFile[],
  gathered: Gathered,
  token: CancellationToken | undefined,
): Promise<Migrations | undefined> {
  const found = new Map<ReportedFile, Migration>();
  for (const file of files) {
    await pause();
    if (token?.isCancellationRequested) return undefined;
    const migration = migrate(file.document, gathered.checkedOf(file).context);
    if (migration) found.set(file, migration);
  }
  for (const [file, migration] of following(files, found, gathered)) found.set(file, migration);
  return found;
}

/** A credential may stand in two files: what is migrated in one may ask for more in the other one beside it. */
function following(
  files: readonly ReportedFile[],
  found: Migrations,
  { report, checkedOf }: Gathered,
): Migrations {
  const renamed = [...found].filter(([, { renames }]) => renames !== undefined);
  const folders = new Set(renamed.map(([{ document }]) => folderOf(document.path)));
  const beside = report.files.filter(
    (file) =>
      file.document.kind.id === 'osgi-config' &&
      folders.has(folderOf(file.document.path)) &&
      (!files.includes(file) || found.get(file)?.renames === undefined),
  );
  if (beside.length === 0) return new Map();
  const after = (file: ReportedFile) => found.get(file)?.document ?? file.document;
  const all = report.files.map(after);
  return new Map(
    beside.flatMap((file) => {
      const { context } = checkedOf(file);
      const workspace = newWorkspace(all, context.workspace?.folders);
      const next = migrate(after(file), { ...context, workspace });
      return next ? [[file, joined(file, found.get(file), next)] as const] : [];
    }),
  );
}

/** Two migrations of a file, one after the other. */
function joined(
  { document }: ReportedFile,
  first: Migration | undefined,
  next: Migration,
): Migration {
  if (!first) return next;
  const renames = next.renames ?? first.renames;
  if (next.edits.length === 0) return { ...first, renames, document: next.document };
  const edits = [replacement(document.text, next.document.text)];
  return { edits, renames, document: next.document };
}

/** Puts migrations together into one edit of the workspace, as far as the client understands it. */
class WorkspaceEditMaker {
  readonly #names: RenameFile[] = [];
  readonly #edits: TextDocumentEdit[] = [];
  readonly #annotations: Record<string, ChangeAnnotation> = {};
  readonly #ids = new Map<string, string>();
  hasRenamedAll = true;

  constructor(
    private readonly session: Session,
    private readonly support: EditSupport,
    private readonly preview: boolean,
  ) {}

  /** Gives the address that the file has with it. */
  add(snapshot: TextDocument, { edits, renames }: Migration): string {
    const { uri } = snapshot;
    const newUri = renames === undefined ? undefined : this.#rename(uri, renames);
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

  /** The address with the new name, unless the client cannot rename, or there is such a file already. */
  #rename(uri: string, name: string): string | undefined {
    const newUri = uri.slice(0, uri.lastIndexOf('/') + 1) + encodeURIComponent(name);
    const isTaken =
      this.session.workspace.uris().includes(newUri) ||
      this.#names.some((each) => each.newUri === newUri);
    if (!this.support.rename || isTaken) {
      this.hasRenamedAll = false;
      return undefined;
    }
    this.#names.push({ kind: 'rename', oldUri: uri, newUri });
    return newUri;
  }

  #annotationOf(label: string): string {
    const id = this.#ids.get(label) ?? `note-${this.#ids.size + 1}`;
    this.#ids.set(label, id);
    this.#annotations[id] = { label, ...(this.preview && { needsConfirmation: true }) };
    return id;
  }
}
