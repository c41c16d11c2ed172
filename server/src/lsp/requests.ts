import {
  type CancellationToken,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type CodeAction as ProtocolAction,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, codeActions } from '../features/code-actions';
import { describe } from '../features/describe';
import { fixText } from '../features/fix-all';
import { hover } from '../features/hover';
import { outline } from '../features/outline';
import { rulePage } from '../features/rule-page';
import { disableInWorkspace } from '../features/suppress';
import {
  documentAction,
  editSupport,
  FIX_ALL,
  fixAllAction,
  type SettingsText,
  settingsAction,
  wants,
} from './actions';
import { diagnosticsOf, fingerprint, rangeOf, settingsDiagnostics } from './diagnostics';
import { guarded } from './guard';
import type { CheckedFile } from './open-files';
import type { Session } from './session';
import { symbolOf } from './symbols';

/** Installs the answers to everything that a client asks about a document. */
export function answerRequests(session: Session): void {
  const { connection, files, log } = session;

  connection.languages.diagnostics.on(
    guarded(
      'diagnostic',
      { kind: 'full', items: [] },
      log,
      (params: DocumentDiagnosticParams, token) => diagnosticReport(session, params, token),
    ),
  );
  connection.onHover(
    guarded('hover', null, log, ({ textDocument, position }) => {
      const file = files.read(textDocument.uri);
      const found = file && hover(file.document, file.snapshot.offsetAt(position));
      if (!found) return null;
      const contents = { kind: 'markdown' as const, value: found.markdown };
      return { contents, range: rangeOf(found.span, file.snapshot) };
    }),
  );
  connection.onDocumentSymbol(
    guarded('documentSymbol', [], log, ({ textDocument }) => {
      const file = files.read(textDocument.uri);
      return file ? outline(file.document).map((each) => symbolOf(each, file.snapshot)) : [];
    }),
  );
  connection.onCodeAction(
    guarded('codeAction', [], log, (params, token) => actionsFor(session, params, token)),
  );
  // For clients that show the pages of rules themselves.
  connection.onRequest(
    'imsConfig/rulePage',
    guarded('rulePage', null, log, ({ id }: { id: string }) => rulePage(id) ?? null),
  );
  connection.onRequest(
    'imsConfig/describe',
    guarded('describe', null, log, async ({ uri }: { uri: string }) => {
      const file = await files.check(uri);
      return file ? describe(file.document, file.findings) : null;
    }),
  );
}

/** What is reported of a document: nothing where it is none of ours. */
export async function diagnosticsFor(
  { client, files, settings, texts }: Session,
  uri: string,
  token?: CancellationToken,
): Promise<Diagnostic[]> {
  const open = texts.get(uri);
  if (open && settings.fileFor(uri) === uri) return settingsDiagnostics(open);
  const file = await files.check(uri, token);
  return file ? diagnosticsOf(file, client.rulePages) : [];
}

async function diagnosticReport(
  session: Session,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken | undefined,
): Promise<DocumentDiagnosticReport> {
  const items = await diagnosticsFor(session, textDocument.uri, token);
  const resultId = fingerprint(items);
  return resultId === previousResultId
    ? { kind: 'unchanged', resultId }
    : { kind: 'full', resultId, items };
}

async function actionsFor(
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
  // Whoever names no kinds asks what to do about a place, not about the whole file.
  if (only && wants(only, FIX_ALL)) found.push(fixAll(session, file));
  return found.filter((action) => action !== undefined);
}

function protocolAction(
  { client }: Session,
  action: CodeAction,
  { snapshot }: CheckedFile,
  settings: SettingsText | undefined,
): ProtocolAction | undefined {
  const support = editSupport(client);
  if (!action.disables) return documentAction(action, snapshot, support);
  const edits = settings && disableInWorkspace(settings.snapshot?.getText(), action.disables);
  return edits && settingsAction(action, snapshot, edits, settings, support);
}

/** The settings file as the editor has it, or as it lies on the disk. */
async function settingsText(session: Session, uri: string): Promise<SettingsText | undefined> {
  const file = session.settings.fileFor(uri);
  if (file === undefined) return undefined;
  const open = session.texts.get(file);
  const content = open ? open.getText() : await session.readFile(file);
  const snapshot =
    content === undefined
      ? undefined
      : TextDocument.create(file, 'yaml', open?.version ?? 0, content);
  return { uri: file, snapshot, open: open !== undefined };
}

function fixAll(
  { client }: Session,
  { snapshot, document, context }: CheckedFile,
): ProtocolAction | undefined {
  const fixed = fixText(document.path, document.text, context, ['safe']);
  if (fixed.applied === 0) return undefined;
  return fixAllAction(fixed.text, snapshot, editSupport(client));
}
