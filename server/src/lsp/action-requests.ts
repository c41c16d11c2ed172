import type {
  CancellationToken,
  CodeActionParams,
  CodeAction as ProtocolAction,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, codeActions } from '../features/code-actions';
import { fixText } from '../features/fix-all';
import { disableInWorkspace } from '../features/suppress';
import { MIGRATION_RULES } from '../features/workspace-migration';
import type { Entity } from '../model/entity';
import { text } from '../texts';
import {
  documentAction,
  editSupport,
  FIX_ALL,
  fixAllAction,
  type SettingsText,
  settingsAction,
  wants,
} from './actions';
import { maskActions } from './masks';
import type { CheckedFile } from './open-files';
import { CodeActionKind } from './protocol';
import { linksOf, type Session } from './session';

/** What can be done about a place, or about the whole file where that is asked for by its kind. */
export async function actionsFor(
  session: Session,
  { textDocument, range, context: { only } }: CodeActionParams,
  token: CancellationToken | undefined,
): Promise<ProtocolAction[]> {
  const file = await session.files.check(textDocument.uri, token);
  if (!file) return [];
  const { snapshot, document, findings } = file;
  const span = { start: snapshot.offsetAt(range.start), end: snapshot.offsetAt(range.end) };
  const actions = wants(only, CodeActionKind.QuickFix) ? codeActions(document, findings, span) : [];
  const settings = actions.some(({ disables }) => disables)
    ? await settingsText(session, textDocument.uri)
    : undefined;
  const found = actions.map((action) => protocolAction(session, action, file, settings));
  if (wants(only, CodeActionKind.QuickFix)) {
    found.push(...maskActions(session, file, span), ...workspaceActions(session, file, actions));
  }
  // Whoever names no kinds asks what to do about a place, not about the whole file.
  if (only && wants(only, FIX_ALL)) found.push(fixAll(session, file));
  return found.filter((action) => action !== undefined);
}

function protocolAction(
  session: Session,
  action: CodeAction,
  { snapshot }: CheckedFile,
  settings: SettingsText | undefined,
): ProtocolAction | undefined {
  const support = supportOf(session);
  if (!action.disables) return documentAction(action, snapshot, support);
  const edits = settings && disableInWorkspace(settings.snapshot?.getText(), action.disables);
  return edits && settingsAction(action, snapshot, edits, settings, support);
}

/**
 * Where a credential can be migrated, and other files have such credentials: the migration of all
 * of them.
 */
function workspaceActions(
  { client }: Session,
  { document, context: { workspace } }: CheckedFile,
  actions: readonly CodeAction[],
): readonly ProtocolAction[] {
  const isOffered = actions.some(
    ({ finding, edits, renames }) =>
      MIGRATION_RULES.includes(finding.rule) && (edits.length > 0 || renames !== undefined),
  );
  if (!client.showsWorkspace || !isOffered || !workspace) return [];
  const isToMove = ({ flow }: Entity) => flow === 'jwt' || flow === 'mixed';
  const others = workspace.documents.filter(({ path }) => path !== document.path);
  if (!others.some(({ entities }) => entities.some(isToMove))) return [];
  const title = text('action.migrateWorkspace');
  const command = { title, command: 'imsConfig.migrateWorkspace' };
  return [{ title, kind: CodeActionKind.QuickFix, command }];
}

/** The settings file as the editor has it, or as it lies on the disk. */
async function settingsText(session: Session, uri: string): Promise<SettingsText | undefined> {
  const file = session.settings.fileFor(uri);
  if (file === undefined) return undefined;
  const open = session.texts.get(file);
  const content = open ? open.getText() : await storedText(session, file);
  const snapshot =
    content === undefined
      ? undefined
      : TextDocument.create(file, 'yaml', open?.version ?? 0, content);
  return { uri: file, snapshot, open: open !== undefined };
}

async function storedText({ readText }: Session, uri: string): Promise<string | undefined> {
  const content = await readText(uri);
  return 'text' in content ? content.text : undefined;
}

function fixAll(
  session: Session,
  { snapshot, document, context }: CheckedFile,
): ProtocolAction | undefined {
  const fixed = fixText(document.path, document.text, context, ['safe']);
  if (fixed.applied === 0) return undefined;
  return fixAllAction(fixed.text, snapshot, supportOf(session));
}

const supportOf = (session: Session) => editSupport(session.client, linksOf(session));
