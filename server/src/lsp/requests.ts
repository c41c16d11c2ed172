import type { DocumentDiagnosticParams } from 'vscode-languageserver';
import { describe } from '../features/describe';
import { hover } from '../features/hover';
import { outline } from '../features/outline';
import { rulePage } from '../features/rule-page';
import { actionsFor } from './action-requests';
import { textIn } from './client-options';
import { completionsAt } from './completion';
import { conversionOf } from './conversion';
import { rangeOf } from './diagnostics';
import type { Asker } from './document-check';
import { guarded } from './guard';
import { answerLinks } from './links';
import { answerMaskRequests } from './masks';
import { answerNavigation } from './navigation';
import { answerNewFiles } from './new-files';
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
  connection.onCompletion(
    guarded('completion', null, log, ({ textDocument, position, context }) =>
      completionsAt(session, textDocument.uri, position, context),
    ),
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
  answerLinks(session);
  answerNavigation(session);
  answerMaskRequests(session);
  answerNewFiles(session);
  answerOwnRequests(session);
}

/** What only our own clients ask. */
function answerOwnRequests(session: Session): void {
  const { connection, files, log } = session;
  const answer = (
    request: string,
    parameter: string,
    handler: (value: string, asker?: Asker) => unknown,
  ) =>
    connection.onRequest(
      `imsConfig/${request}`,
      guarded(request, null, log, (params: unknown, token) => {
        const value = textIn(params, parameter);
        return value === undefined ? null : handler(value, token);
      }),
    );
  // For clients that show the pages of rules themselves.
  answer('rulePage', 'id', (id) => rulePage(id) ?? null);
  answer('describe', 'uri', async (uri, asker) => {
    const file = await files.check(uri, asker);
    return file ? describe(file.document, file.findings) : null;
  });
  answer('convert', 'uri', (uri) => conversionOf(session, uri));
}
