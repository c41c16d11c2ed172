import type {
  Definition,
  DefinitionLink,
  DocumentHighlight,
  Location,
  ReferenceParams,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { definitions, type Highlight, highlights, references } from '../features/navigation';
import type { IdPlace } from '../features/navigation-places';
import { rangeOf } from './diagnostics';
import { guarded } from './guard';
import type { OpenFile } from './open-files';
import { DocumentHighlightKind } from './protocol';
import type { Session } from './session';

/** Installs the answers about ids that several places share. */
export function answerNavigation(session: Session): void {
  const { connection, log } = session;
  connection.onDefinition(
    guarded('definition', null, log, (params) => definitionsAt(session, params)),
  );
  connection.onReferences(
    guarded('references', [], log, (params) => referencesAt(session, params)),
  );
  connection.onDocumentHighlight(
    guarded('documentHighlight', [], log, (params) => highlightsAt(session, params)),
  );
}

function definitionsAt(
  session: Session,
  params: TextDocumentPositionParams,
): Definition | DefinitionLink[] | null {
  const here = placeOf(session, params);
  const found = here && definitions(here.file.document, here.offset, here.workspace);
  if (!found) return null;
  const { textDocument } = session.client.capabilities;
  const located = found.places.flatMap((place) => {
    const snapshot = snapshotOf(session, here.file, place);
    return snapshot ? [{ place, snapshot }] : [];
  });
  if (!textDocument?.definition?.linkSupport) return located.map(locationOf);
  // The words of an editor end at the `@` of an id.
  const originSelectionRange = rangeOf(found.origin, here.file.snapshot);
  return located.map(({ place, snapshot }) => ({
    originSelectionRange,
    targetUri: snapshot.uri,
    targetRange: rangeOf(place.whole, snapshot),
    targetSelectionRange: rangeOf(place.span, snapshot),
  }));
}

function referencesAt(session: Session, params: ReferenceParams): Location[] {
  const here = placeOf(session, params);
  if (!here) return [];
  const { file, offset, workspace } = here;
  const { includeDeclaration } = params.context;
  return references(file.document, offset, workspace, includeDeclaration).flatMap((place) => {
    const snapshot = snapshotOf(session, file, place);
    return snapshot ? [locationOf({ place, snapshot })] : [];
  });
}

function highlightsAt(session: Session, params: TextDocumentPositionParams): DocumentHighlight[] {
  const here = placeOf(session, params);
  if (!here) return [];
  const { document, snapshot } = here.file;
  return highlights(document, here.offset).map((each) => highlightOf(each, snapshot));
}

const highlightOf = (
  { span, isDefinition }: Highlight,
  snapshot: TextDocument,
): DocumentHighlight => ({
  range: rangeOf(span, snapshot),
  kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
});

const locationOf = ({ place, snapshot }: Located): Location => ({
  uri: snapshot.uri,
  range: rangeOf(place.span, snapshot),
});

interface Located {
  readonly place: IdPlace;
  readonly snapshot: TextDocument;
}

/** The text of a place, so that offsets become lines. A file that has gone meanwhile has none. */
const snapshotOf = (
  { workspace }: Session,
  { document, snapshot }: OpenFile,
  place: IdPlace,
): TextDocument | undefined =>
  place.document === document ? snapshot : workspace.snapshotOf(place.document);

/** Where somebody asks; undefined where the file is none of ours. */
function placeOf(
  { files, workspace }: Session,
  { textDocument: { uri }, position }: TextDocumentPositionParams,
) {
  const file = files.read(uri);
  if (!file) return undefined;
  const offset = file.snapshot.offsetAt(position);
  return { file, offset, workspace: workspace.around(uri).workspace };
}
