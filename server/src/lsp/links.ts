import type { DocumentLink as ProtocolLink } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type DocumentLink, documentLinks } from '../features/links';
import { rangeOf } from './diagnostics';
import { guarded } from './guard';
import type { Session } from './session';

/** Installs the answer to where an open file leads to. */
export function answerLinks({ connection, files, workspace, homeOf, log }: Session): void {
  connection.onDocumentLinks(
    guarded('documentLink', [], log, ({ textDocument: { uri } }) => {
      const file = files.read(uri);
      if (!file) return [];
      const { document, snapshot } = file;
      const links = documentLinks(document, workspace.around(uri).workspace, homeOf(uri));
      return links.flatMap((link) => protocolLink(link, snapshot));
    }),
  );
}

function protocolLink(link: DocumentLink, snapshot: TextDocument): readonly ProtocolLink[] {
  const { span, target, tooltip } = link;
  const address = 'page' in target ? target.page : addressOf(target.file, snapshot.uri);
  return address === undefined
    ? []
    : [{ range: rangeOf(span, snapshot), target: address, tooltip }];
}

/** The address of a file in the place of another one; undefined where that place has no folders. */
function addressOf(path: string, beside: string): string | undefined {
  const origin = /^[a-z][a-z\d+.-]*:(?:\/\/[^/?#]*)?(?=\/[^?#]*$)/i.exec(beside)?.[0];
  if (origin === undefined) return undefined;
  return origin + path.split('/').map(encodeURIComponent).join('/');
}
