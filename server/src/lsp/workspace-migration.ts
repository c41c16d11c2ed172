import type {
  CancellationToken,
  CreateFile,
  TextEdit as ProtocolEdit,
  RenameFile,
  VersionedTextDocumentIdentifier,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Migration, migrate } from '../features/workspace-migration';
import { followingMigrations } from '../features/workspace-migration-halves';
import { checklistMarkdown } from '../features/workspace-report-markdown';
import type { ReportedFile } from '../features/workspace-report-things';
import type { ConfigDocument } from '../model/document';
import type { TextEdit } from '../text/edit';
import { type EditSupport, editSupport } from './actions';
import { ChangeNotes } from './change-notes';
import { protocolEdit } from './diagnostics';
import type { CheckedFile } from './open-files';
import { pause } from './patience';
import { TextDocumentEdit } from './protocol';
import { linksOf, type Session } from './session';
import type { Gathered } from './workspace-gathering';
import { placeLinks } from './workspace-links';
import { newAddresses } from './workspace-renames';

/** What a client wants to have migrated. */
interface Chosen {
  readonly uris: readonly string[];
  /** Whether a person looks at the edits before they are applied. */
  readonly preview: boolean;
}

/**
 * The answer to `imsConfig/migrate`: one edit of the workspace, and what remains by hand behind it.
 */
export interface MigrationAnswer {
  /** Whether one of the files has become another one meanwhile; nothing else is said then. */
  readonly hasChanged: boolean;
  /** Undefined where there is nothing to change. */
  readonly edit: WorkspaceEdit | null;
  /** The open texts that it was made for, by the names that they have now. */
  readonly versions: readonly VersionedTextDocumentIdentifier[];
  /** The files that it changes, as they are called now. */
  readonly uris: readonly string[];
  /** Markdown, for an edit that is applied as it is. */
  readonly checklist: string;
}

/** A migration, and what has come of it once a client says that it was applied. */
export interface PreparedMigration {
  readonly answer: MigrationAnswer;
  readonly outcome: () => MigrationOutcome;
}

const CHANGED: MigrationAnswer = {
  hasChanged: true,
  edit: null,
  versions: [],
  uris: [],
  checklist: '',
};

/**
 * Migrates files of the workspace as they are now: open texts in their versions, others as they lie
 * on the disk.
 */
export async function migrationOf(
  session: Session,
  gathered: Gathered,
  { uris, preview }: Chosen,
  token: CancellationToken | undefined,
): Promise<PreparedMigration | null> {
  const { report, checkedOf } = gathered;
  const chosen = uris.flatMap((uri) => gathered.fileAt(uri) ?? []).map(checkedOf);
  const found = await migrations(chosen, report.files.map(checkedOf), token);
  if (!found) return null;
  const support = editSupport(session.client, linksOf(session));
  const names = await newAddresses(session, support.rename ? found : new Map());
  // From here on nothing is waited for.
  if ([...found.keys()].some((file) => hasChanged(session, file))) {
    return { answer: CHANGED, outcome: () => ({ uris: [], checklist: '' }) };
  }
  const maker = new WorkspaceEditMaker(session, support, preview);
  const addresses = new Map(
    [...found].map(([file, migration]) => {
      return [file, maker.add(file.snapshot, migration, names.get(file.document))];
    }),
  );
  const outcomeOf = (done: readonly CheckedFile[]): MigrationOutcome => ({
    uris: done.map(({ snapshot }) => snapshot.uri),
    checklist: checklistAfter(gathered, new Map(done.map((each) => [each, addresses.get(each)!]))),
  });
  const files = [...found.keys()];
  const { uris: all, checklist } = outcomeOf(files);
  const open = all.flatMap((uri) => session.texts.get(uri) ?? []);
  const answer = {
    hasChanged: false,
    edit: found.size === 0 ? null : maker.result(),
    versions: open.map(({ uri, version }) => ({ uri, version })),
    uris: all,
    checklist,
  };
  const isDone = (file: CheckedFile) => isApplied(session, addresses.get(file)!, found.get(file)!);
  return { answer, outcome: () => outcomeOf(files.filter(isDone)) };
}

/** What remains by hand where some files are migrated, with the addresses that they have now. */
function checklistAfter(
  { report, checkedOf }: Gathered,
  addresses: ReadonlyMap<CheckedFile, string>,
): string {
  const links = placeLinks(checkedOf, (file) => addresses.get(checkedOf(file)));
  const isRenamed = (file: ReportedFile) => {
    const address = addresses.get(checkedOf(file));
    return address !== undefined && address !== checkedOf(file).snapshot.uri;
  };
  const isMigrated = (file: ReportedFile) => addresses.has(checkedOf(file));
  return links.complete(checklistMarkdown(report, links.place, { isMigrated, isRenamed }));
}

/**
 * Migrations of some files, and of those that have to follow them. Undefined where they are not
 * wanted any longer.
 */
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

/**
 * Whether a file is another one by now than it was when it was checked: edits of it would hit other
 * lines.
 */
const hasChanged = ({ texts, index }: Session, { document, snapshot }: CheckedFile): boolean =>
  (texts.get(snapshot.uri)?.getText() ?? index.get(snapshot.uri)?.text) !== document.text;

/** What has come of a migration that a person has seen first, and may have left in part. */
export interface MigrationOutcome {
  /** The files that are migrated as a whole, as they were called. */
  readonly uris: readonly string[];
  /** Markdown. */
  readonly checklist: string;
}

/**
 * Whether the text of a file is what its migration makes of it; an editor may end its lines
 * otherwise.
 */
function isApplied({ texts, index }: Session, uri: string, { document }: Migration): boolean {
  const now = texts.get(uri)?.getText() ?? index.get(uri)?.text;
  return now !== undefined && comparable(now) === comparable(document.text);
}

const comparable = (content: string): string =>
  content.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/** Puts migrations together into one edit of the workspace, as far as the client understands it. */
class WorkspaceEditMaker {
  readonly #openers: CreateFile[] = [];
  readonly #names: RenameFile[] = [];
  readonly #edits: TextDocumentEdit[] = [];
  readonly #notes = new ChangeNotes();
  #isOpened: boolean;

  constructor(
    private readonly session: Session,
    private readonly support: EditSupport,
    preview: boolean,
  ) {
    this.#isOpened = !preview || !support.annotations;
  }

  /**
   * Adds the migration of a file, which may get another address; gives the one that it has with it.
   */
  add(snapshot: TextDocument, { edits }: Migration, newUri: string | undefined): string {
    const { uri } = snapshot;
    if (newUri !== undefined) this.#names.push({ kind: 'rename', oldUri: uri, newUri });
    const open = this.session.texts.get(uri);
    const version = newUri === undefined ? (open?.version ?? null) : null;
    const changes = [
      ...this.#opener(snapshot),
      ...edits.map((edit) => this.#change(edit, snapshot)),
    ];
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
      documentChanges: [...this.#openers, ...this.#names, ...this.#edits],
      ...(support.annotations && { changeAnnotations: this.#notes.annotations }),
    };
  }

  #change(edit: TextEdit, snapshot: TextDocument): ProtocolEdit {
    return this.support.annotations
      ? this.#notes.changeOf(edit, snapshot)
      : protocolEdit(edit, snapshot);
  }

  /** Once for all files. */
  #opener(snapshot: TextDocument): readonly ProtocolEdit[] {
    if (this.#isOpened) return [];
    this.#isOpened = true;
    const { files, edits } = this.#notes.opener(snapshot, this.support.create);
    this.#openers.push(...files);
    return edits;
  }
}
