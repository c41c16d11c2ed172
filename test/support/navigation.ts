import assert from 'node:assert/strict';
import { definitions, highlights, references } from '../../server/src/features/navigation';
import type { ConfigDocument } from '../../server/src/model/document';
import { newWorkspace } from '../../server/src/model/workspace';
import type { Span } from '../../server/src/text/span';
import { documentOf } from './check';
import { marked } from './marks';

/**
 * Files of a workspace, with `«…»` where something is expected and `‸` in the one that is asked in.
 */
export type MarkedFiles = Readonly<Record<string, string>>;

/** The files, the places that are marked in them, and where somebody asks. */
function read(files: MarkedFiles) {
  const all = Object.entries(files).map(([file, code]) => ({ file, ...marked(code) }));
  const documents = all.map(({ file, text }) => documentOf(file, text));
  const asked = all.findIndex(({ cursor }) => cursor !== undefined);
  const { cursor } = all[asked] ?? {};
  assert.ok(cursor !== undefined, 'no text has a cursor');
  const expected = all
    .flatMap(({ file, text, spans }) => spans.map((span) => shown(file, text, span)))
    .sort();
  return { document: documents[asked]!, cursor, expected, workspace: newWorkspace(documents) };
}

const shown = (file: string, text: string, { start, end }: Span): string =>
  `${file} ${String(start).padStart(5, '0')} ${text.slice(start, end)}`;

const said = (places: readonly { readonly document: ConfigDocument; readonly span: Span }[]) =>
  places.map(({ document: { path, text }, span }) => shown(path, text, span));

/** Asks for definitions, which are exactly the marked places. */
export function assertDefinitions(files: MarkedFiles): void {
  const { document, cursor, expected, workspace } = read(files);
  assert.deepEqual(said(definitions(document, cursor, workspace)?.places ?? []), expected);
}

/** Asks for references, which are exactly the marked places. */
export function assertReferences(files: MarkedFiles, withDefinitions = true): void {
  const { document, cursor, expected, workspace } = read(files);
  assert.deepEqual(said(references(document, cursor, workspace, withDefinitions)), expected);
}

/** Asks for highlights, which are exactly the marked places. */
export function assertHighlights(file: string, code: string): void {
  const { document, cursor, expected } = read({ [file]: code });
  const places = highlights(document, cursor).map(({ span }) => ({ document, span }));
  assert.deepEqual(said(places), expected);
}
