import type {
  CancellationToken,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../check';
import { diagnosticsOf, fingerprint, settingsDiagnostics } from './diagnostics';
import type { CheckedFile } from './open-files';
import { linksOf, type Session } from './session';

/** The report of a document that a client asks for. */
export async function diagnosticReport(
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

/** What is reported of a document: nothing where it is none of ours, or closed and not to be shown. */
export async function diagnosticsFor(
  session: Session,
  uri: string,
  token?: CancellationToken,
): Promise<Diagnostic[]> {
  const { settings, texts } = session;
  const open = texts.get(uri);
  if (open && settings.fileFor(uri) === uri) return settingsDiagnostics(open);
  if (!open && (await settings.diagnosed()) !== 'all') return [];
  return (await fileDiagnostics(session, uri, token)) ?? [];
}

/** What is found in a file, open or closed; undefined where it is none of ours or not there. */
export async function fileDiagnostics(
  session: Session,
  uri: string,
  token?: CancellationToken,
): Promise<Diagnostic[] | undefined> {
  const { files, texts } = session;
  const file = texts.get(uri) ? await files.check(uri, token) : await checkClosed(session, uri);
  return file && diagnosticsOf(file, linksOf(session));
}

/** The addresses of the files of the workspace whose problems the client wants to see, open ones or all. */
export async function diagnosedFiles({
  settings,
  texts,
  workspace,
}: Session): Promise<readonly string[]> {
  const isAll = (await settings.diagnosed()) === 'all';
  return workspace.uris().filter((uri) => isAll || texts.get(uri) !== undefined);
}

async function checkClosed(session: Session, uri: string): Promise<CheckedFile | undefined> {
  const document = session.index.get(uri);
  if (!document) return undefined;
  const file = { document, snapshot: TextDocument.create(uri, '', 0, document.text) };
  const { context } = await session.situationOf(uri, file);
  return { ...file, context, findings: check(document, context) };
}
