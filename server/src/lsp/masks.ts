import type { CodeAction, CodeLens, Command, Range, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type ProposedName, proposedNames } from '../features/mask-proposals';
import { type MaskTrial, tryMask } from '../features/mask-trial';
import { type DocumentMask, maskEdits, masksOf } from '../features/masks';
import { groupsOf } from '../features/profile-texts';
import { newWorkspace } from '../model/workspace';
import { encloses, type Span } from '../text/span';
import { text } from '../texts';
import { textIn, valueIn } from './client-options';
import { protocolEdit, rangeOf } from './diagnostics';
import { guarded } from './guard';
import type { OpenFile } from './open-files';
import { CodeActionKind } from './protocol';
import type { Session } from './session';

/** An association mask, as `imsConfig/masks` answers it. */
interface MaskAnswer {
  readonly label: string;
  readonly text: string;
  readonly range: Range;
  readonly groupRange: Range | undefined;
  readonly proposals: readonly ProposedName[];
}

/**
 * The answer to `imsConfig/writeMask`: edits of that version of the file, or why there are none.
 */
type WriteAnswer =
  | { readonly version: number; readonly edits: readonly TextEdit[] }
  | { readonly refused: string };

/** Installs what a tester of association masks asks. */
export function answerMaskRequests(session: Session): void {
  const { connection, client, files, log } = session;
  const answer = (request: string, handler: (params: unknown) => unknown) =>
    connection.onRequest(`imsConfig/${request}`, guarded(request, null, log, handler));
  answer('masks', (params) => masksIn(session, textIn(params, 'uri')));
  answer('tryMask', (params) => trialOf(session, params));
  answer('writeMask', (params) => writtenMask(session, params));
  connection.onCodeLens(
    guarded('codeLens', [], log, ({ textDocument: { uri } }) => {
      const file = client.triesMasks ? files.read(uri) : undefined;
      return file ? masksOf(file.document).map((mask, index) => lensOf(mask, index, file)) : [];
    }),
  );
}

const lensOf = ({ keySpan }: DocumentMask, index: number, { snapshot }: OpenFile): CodeLens => ({
  range: rangeOf(keySpan, snapshot),
  command: trial(snapshot, index),
});

/** The action that tries the mask that a span is in. */
export function maskActions(
  { client }: Session,
  { document, snapshot }: OpenFile,
  span: Span,
): readonly CodeAction[] {
  if (!client.triesMasks) return [];
  const index = masksOf(document).findIndex((mask) => encloses(wholeOf(mask), span));
  const title = text('mask.lens');
  const kind = CodeActionKind.QuickFix;
  return index < 0 ? [] : [{ title, kind, command: trial(snapshot, index) }];
}

const wholeOf = ({ keySpan, span }: DocumentMask): Span => ({
  start: Math.min(keySpan.start, span.start),
  end: Math.max(keySpan.end, span.end),
});

const trial = ({ uri }: TextDocument, index: number): Command => ({
  title: text('mask.lens'),
  command: 'imsConfig.tryMask',
  arguments: [uri, index],
});

function masksIn(session: Session, uri: string | undefined): readonly MaskAnswer[] | null {
  const file = uri === undefined ? undefined : session.files.read(uri);
  if (uri === undefined || !file) return null;
  const { document, snapshot } = file;
  const { workspace } = session.workspace.around(uri);
  return masksOf(document).map((mask) => ({
    label: mask.label,
    text: mask.text,
    range: rangeOf(mask.span, snapshot),
    groupRange: mask.groupSpan && rangeOf(mask.groupSpan, snapshot),
    proposals: proposedNames(document, mask, workspace),
  }));
}

async function trialOf(session: Session, params: unknown): Promise<MaskTrial | null> {
  const mask = textIn(params, 'mask');
  const names = textsIn(params, 'names');
  if (mask === undefined || !names) return null;
  const { workspace = newWorkspace([]) } = session.workspace.around(textIn(params, 'uri') ?? '');
  // Large, and wanted by few: nothing of it is evaluated before somebody asks.
  const { linearPatterns } = await import('./linear-patterns');
  return tryMask(mask, names, linearPatterns, workspace.once(groupsOf));
}

function writtenMask(session: Session, params: unknown): WriteAnswer | null {
  const [uri, before, after] = ['uri', 'before', 'text'].map((name) => textIn(params, name));
  if (uri === undefined || before === undefined || after === undefined) return null;
  const file = session.files.read(uri);
  const mask = file && masksOf(file.document)[numberIn(params, 'index') ?? -1];
  if (!mask) return { refused: text('mask.gone') };
  if (mask.text !== before) return { refused: text('mask.changed') };
  const edits = maskEdits(file.document, mask, after);
  if (!edits) return { refused: text('mask.unwritable') };
  const { snapshot } = file;
  return { version: snapshot.version, edits: edits.map((edit) => protocolEdit(edit, snapshot)) };
}

function textsIn(params: unknown, name: string): readonly string[] | undefined {
  const found = valueIn(params, name);
  if (!Array.isArray(found)) return undefined;
  return found.filter((each): each is string => typeof each === 'string');
}

function numberIn(params: unknown, name: string): number | undefined {
  const found = valueIn(params, name);
  return typeof found === 'number' ? found : undefined;
}
