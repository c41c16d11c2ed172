import type {
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../check';
import { type ConfigDocument, readDocument } from '../model/document';
import { pathOf } from './addresses';
import { diagnosticsOf, extendsDiagnostics, fingerprint } from './diagnostics';
import type { Asker } from './document-check';
import type { CheckedFile } from './open-files';
import { pauses } from './patience';
import { linksOf, type Session } from './session';

/** The report of a document that a client asks for. */
export async function diagnosticReport(
  session: Session,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
  asker: Asker | undefined,
): Promise<DocumentDiagnosticReport> {
  const { texts, told, clock, files } = session;
  const { uri } = textDocument;
  // Who waits for a first answer has to hear of what changes around the file meanwhile.
  if (texts.get(uri) && !told.has(uri)) told.set(uri, NOTHING_YET);
  await clock.pause(files.pauseBefore(uri));
  const items = await diagnosticsFor(session, uri, asker);
  if (asker?.isCancellationRequested) return { kind: 'full', items: [] };
  const resultId = fingerprint(items);
  if (texts.get(uri)) told.set(uri, resultId);
  return resultId === previousResultId
    ? { kind: 'unchanged', resultId }
    : { kind: 'full', resultId, items };
}

/** No fingerprint is like it. */
const NOTHING_YET = '';

/** Whether anything else is found in an open file by now than the client was told. */
export async function isOutdated(session: Session): Promise<boolean> {
  const breathe = pauses(session.clock);
  for (const uri of [...session.told.keys()]) {
    const now = fingerprint(await diagnosticsFor(session, uri));
    // What was asked for before this has had its answer.
    const told = session.told.get(uri);
    if (told !== undefined && told !== now) return true;
    await breathe();
  }
  return false;
}

/**
 * What is reported of a document: nothing where it is none of ours, or closed and not to be shown.
 */
export async function diagnosticsFor(
  session: Session,
  uri: string,
  asker?: Asker,
): Promise<Diagnostic[]> {
  const { settings, texts } = session;
  if (!texts.get(uri) && (await settings.diagnosed()) !== 'all') return [];
  return (await fileDiagnostics(session, uri, asker)) ?? [];
}

/** What is found in a file, open or closed; undefined where it is none of ours or not there. */
export async function fileDiagnostics(
  session: Session,
  uri: string,
  asker?: Asker,
): Promise<Diagnostic[] | undefined> {
  if (session.settings.fileFor(uri) === uri) return settingsFileDiagnostics(session, uri, asker);
  const file = await checkedFile(session, uri, asker);
  return file && diagnosticsOf(file, linksOf(session));
}

/**
 * A file of ours with its findings, open or closed; undefined where it is none of ours or not
 * there.
 */
export const checkedFile = async (
  session: Session,
  uri: string,
  asker?: Asker,
): Promise<CheckedFile | undefined> =>
  session.texts.get(uri) ? session.files.check(uri, asker) : session.closedFiles.check(uri, asker);

/**
 * The addresses of the files of the workspace whose problems the client wants to see, open ones or
 * all.
 */
export async function diagnosedFiles({
  settings,
  texts,
  workspace,
}: Session): Promise<readonly string[]> {
  const isAll = (await settings.diagnosed()) === 'all';
  return [...settings.files, ...workspace.uris()].filter(
    (uri) => isAll || texts.get(uri) !== undefined,
  );
}

async function settingsFileDiagnostics(
  session: Session,
  uri: string,
  asker?: Asker,
): Promise<Diagnostic[] | undefined> {
  const { texts, files, settings } = session;
  const content = texts.get(uri) ? undefined : await settings.textOf(uri);
  const closed = content === undefined ? undefined : readDocument(pathOf(uri), content);
  const file = await (closed ? checkStored(session, uri, closed) : files.check(uri, asker));
  if (!file) return undefined;
  const problems = await settings.problemsIn(uri, file.document.text);
  return [...diagnosticsOf(file, linksOf(session)), ...extendsDiagnostics(problems, file.snapshot)];
}

async function checkStored(
  session: Session,
  uri: string,
  document: ConfigDocument,
): Promise<CheckedFile> {
  const file = { document, snapshot: TextDocument.create(uri, '', 0, document.text) };
  const { context } = await session.situationOf(uri, file);
  return { ...file, context, findings: check(document, context) };
}
