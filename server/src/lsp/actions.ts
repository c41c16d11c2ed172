import type { CodeAction as ProtocolAction, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from '../features/code-actions';
import { replacement, type TextEdit } from '../text/edit';
import { spoken } from '../text/message';
import { text } from '../texts';
import { ChangeNotes } from './change-notes';
import { diagnosticOf, type Links, protocolEdit } from './diagnostics';
import { CodeActionKind, TextDocumentEdit } from './protocol';
import type { Client } from './session';

/** The kind of the action that applies every safe fix of a file. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.imsConfig`;

/**
 * Whether a client that asks for these kinds wants one of this kind. Kinds contain those behind
 * their dots.
 */
export const wants = (only: readonly string[] | undefined, kind: string): boolean =>
  only === undefined || only.some((each) => kind === each || kind.startsWith(`${each}.`));

/** What of workspace edits a client understands. */
export interface EditSupport {
  readonly documentChanges: boolean;
  readonly annotations: boolean;
  readonly create: boolean;
  readonly rename: boolean;
  readonly links: Links;
}

export function editSupport({ capabilities }: Client, links: Links): EditSupport {
  const edit = capabilities.workspace?.workspaceEdit;
  const documentChanges = edit?.documentChanges === true;
  return {
    documentChanges,
    annotations: documentChanges && edit?.changeAnnotationSupport !== undefined,
    create: documentChanges && (edit?.resourceOperations?.includes('create') ?? false),
    rename: documentChanges && (edit?.resourceOperations?.includes('rename') ?? false),
    links,
  };
}

/** The settings file of the workspace, as far as it is there. */
export interface SettingsText {
  readonly uri: string;
  /** Undefined where there is no such file yet. */
  readonly snapshot: TextDocument | undefined;
  /** Whether the editor has it open, so that its version is known. */
  readonly open: boolean;
}

/** An action on the document itself. Undefined where the client cannot show it. */
export function documentAction(
  action: CodeAction,
  snapshot: TextDocument,
  support: EditSupport,
): ProtocolAction | undefined {
  const { opens, edits, preview, title, renames } = action;
  if (opens) {
    const command = { title: spoken(title), command: 'imsConfig.openText', arguments: [opens] };
    return { ...described(action, snapshot, support), command };
  }
  if (preview && !support.annotations) return undefined;
  const canRename = support.rename && !isUnsaved(snapshot);
  if (edits.length === 0 && !(renames && canRename)) return undefined;
  const edit = preview
    ? annotatedEdit(edits, snapshot, support)
    : plainEdit(edits, snapshot, support);
  if (!renames) return { ...described(action, snapshot, support), edit };
  if (canRename) {
    return { ...described(action, snapshot, support), edit: renamed(edit, snapshot, renames) };
  }
  // The title promises the new name as well.
  const byHand = { ...action, title: text('action.byHand', { title }) };
  return { ...described(byHand, snapshot, support), edit };
}

/** What is not saved has no name that could be changed. */
const isUnsaved = ({ uri }: TextDocument): boolean => uri.startsWith('untitled:');

/**
 * A new name for the file, and then the edit in it: some editors change all names first, whatever
 * the order.
 */
function renamed(edit: WorkspaceEdit, { uri }: TextDocument, name: string): WorkspaceEdit {
  const newUri = uri.slice(0, uri.lastIndexOf('/') + 1) + encodeURIComponent(name);
  const rename = { kind: 'rename' as const, oldUri: uri, newUri };
  const all = edit.documentChanges ?? [];
  const others = all.filter((change) => !('edits' in change));
  const changes = all.flatMap((change) =>
    'edits' in change && change.edits.length > 0
      ? [TextDocumentEdit.create({ uri: newUri, version: null }, change.edits)]
      : [],
  );
  return { ...edit, documentChanges: [...others, rename, ...changes] };
}

/** An action on the settings file of the workspace. */
export function settingsAction(
  action: CodeAction,
  snapshot: TextDocument,
  edits: readonly TextEdit[],
  settings: SettingsText,
  support: EditSupport,
): ProtocolAction | undefined {
  const { uri, open } = settings;
  if (settings.snapshot) {
    const edit = plainEdit(edits, settings.snapshot, support, open);
    return { ...described(action, snapshot, support), edit };
  }
  if (!support.create) return undefined;
  const start = { line: 0, character: 0 };
  const newText = edits.map((each) => each.newText).join('');
  const change = { range: { start, end: start }, newText };
  return {
    ...described(action, snapshot, support),
    edit: {
      documentChanges: [
        { kind: 'create', uri, options: { ignoreIfExists: true } },
        TextDocumentEdit.create({ uri, version: null }, [change]),
      ],
    },
  };
}

/** The action that writes the text with all safe fixes. */
export function fixAllAction(
  fixed: string,
  snapshot: TextDocument,
  support: EditSupport,
): ProtocolAction {
  const edits = [replacement(snapshot.getText(), fixed)];
  return {
    title: text('action.fixAll'),
    kind: FIX_ALL,
    edit: plainEdit(edits, snapshot, support),
  };
}

const described = (
  { title, kind, isPreferred, finding }: CodeAction,
  snapshot: TextDocument,
  { links }: EditSupport,
) => ({
  title: spoken(title),
  kind,
  ...(isPreferred && { isPreferred }),
  diagnostics: [diagnosticOf(finding, snapshot, links)],
});

function plainEdit(
  edits: readonly TextEdit[],
  snapshot: TextDocument,
  { documentChanges }: EditSupport,
  open = true,
): WorkspaceEdit {
  const { uri, version } = snapshot;
  const changes = edits.map((edit) => protocolEdit(edit, snapshot));
  if (!documentChanges) return { changes: { [uri]: changes } };
  return {
    documentChanges: [TextDocumentEdit.create({ uri, version: open ? version : null }, changes)],
  };
}

/** All edits with their notes, shown before they are applied. */
function annotatedEdit(
  edits: readonly TextEdit[],
  snapshot: TextDocument,
  { create }: EditSupport,
): WorkspaceEdit {
  const notes = new ChangeNotes();
  const opener = notes.opener(snapshot, create);
  const changes = edits.map((edit) => notes.changeOf(edit, snapshot));
  const { uri, version } = snapshot;
  return {
    documentChanges: [
      ...opener.files,
      TextDocumentEdit.create({ uri, version }, [...opener.edits, ...changes]),
    ],
    changeAnnotations: notes.annotations,
  };
}
