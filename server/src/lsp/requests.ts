import type { DocumentDiagnosticParams } from 'vscode-languageserver';
import { describe } from '../features/describe';
import { hover } from '../features/hover';
import { outline } from '../features/outline';
import { rulePage } from '../features/rule-page';
import { actionsFor } from './action-requests';
import { conversionOf } from './conversion';
import { rangeOf } from './diagnostics';
import { guarded } from './guard';
import { diagnosticReport } from './reports';
import type { Session } from './session';
import { symbolOf } from './symbols';

/** Installs the answers to everything that a client asks about a document. */
export function answerRequests(session: Session): void {
  const { connection, files, workspace, log } = session;

  connection.languages.diagnostics.on(
    guarded(
      'diagnostic',
      { kind: 'full', items: [] },
      log,
      (params: DocumentDiagnosticParams, token) => diagnosticReport(session, params, token),
    ),
  );
  connection.onHover(
    guarded('hover', null, log, ({ textDocument: { uri }, position }) => {
      const file = files.read(uri);
      const offset = file?.snapshot.offsetAt(position);
      if (!file || offset === undefined) return null;
      const found = hover(file.document, offset, workspace.around(uri).workspace);
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
  answerOwnRequests(session);
}

/** What only our own clients ask. */
function answerOwnRequests(session: Session): void {
  const { connection, files, log } = session;
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
  connection.onRequest(
    'imsConfig/convert',
    guarded('convert', null, log, ({ uri }: { uri: string }) => conversionOf(session, uri)),
  );
}
