import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CheckContext, check } from '../../server/src/check';
import { maskedText } from '../../server/src/cli/masking';
import { codeActions } from '../../server/src/features/code-actions';
import { complete } from '../../server/src/features/completion';
import { convertPackage } from '../../server/src/features/convert';
import { deprecated } from '../../server/src/features/deprecated';
import { fixText } from '../../server/src/features/fix-all';
import { hover } from '../../server/src/features/hover';
import { documentLinks } from '../../server/src/features/links';
import { masksOf } from '../../server/src/features/masks';
import { definitions, highlights, references } from '../../server/src/features/navigation';
import { type OutlineSymbol, outline } from '../../server/src/features/outline';
import { checklist } from '../../server/src/features/workspace-checklist';
import { migrate } from '../../server/src/features/workspace-migration';
import { workspaceReport } from '../../server/src/features/workspace-report';
import { reportMarkdown } from '../../server/src/features/workspace-report-markdown';
import { workspaceTree } from '../../server/src/features/workspace-tree';
import { rangeOf } from '../../server/src/lsp/diagnostics';
import { type ConfigDocument, readDocument } from '../../server/src/model/document';
import { notationsOf } from '../../server/src/model/notation';
import { newWorkspace } from '../../server/src/model/workspace';
import type { Finding } from '../../server/src/rules/finding';
import type { Safety } from '../../server/src/rules/rule';
import { noSettings } from '../../server/src/rules/settings';
import { syntaxes } from '../../server/src/syntax';
import { applyEdits, compatible, type TextEdit } from '../../server/src/text/edit';
import { encloses, type Span, touches } from '../../server/src/text/span';
import { TODAY } from '../support/check';
import type { SampleFile } from '../support/sample-files';
import { assertSound } from '../syntax/contract';

const CONTEXT: CheckContext = { settings: noSettings, today: TODAY, tracked: true };

/**
 * Reads, checks and fixes a text and asks everything about some of its places. Throws where one of
 * the promises is broken that hold for every text.
 */
export function probe(sample: SampleFile): void {
  parsesAlike(sample);
  const document = readDocument(sample.file, sample.text);
  if (!document) return;
  const findings = check(document, CONTEXT);
  findingsAreSound(document, findings);
  answersAreSound(document, findings);
  fixesEnd(document);
  overviewsAreSound(document, findings);
}

function parsesAlike({ file, text }: SampleFile): void {
  for (const id of notationsOf(file, text)) {
    const { root, problems, comments } = assertSound(syntaxes[id], text);
    const again = syntaxes[id].parse(text);
    const alike = isDeepStrictEqual(
      [root, problems, comments],
      [again.root, again.problems, again.comments],
    );
    assert.ok(alike, `${id} reads the same text in two ways`);
  }
}

function inside({ start, end }: Span, { text }: ConfigDocument, what: string): void {
  assert.ok(0 <= start && start <= end && end <= text.length, `${what} leaves the text`);
}

function findingsAreSound(document: ConfigDocument, findings: readonly Finding[]): void {
  for (const { rule, span, message, fixes, related } of findings) {
    inside(span, document, rule);
    assert.ok(message !== '', `${rule} says nothing`);
    for (const each of related) inside(each.span, each.document ?? document, `related of ${rule}`);
    for (const fix of fixes) editsAreSound(fix.edits(), document, `${rule}: ${fix.title}`);
  }
}

/** Edits can be applied together, and lines and columns say the same as offsets. */
function editsAreSound(edits: readonly TextEdit[], document: ConfigDocument, what: string): void {
  for (const { span } of edits) inside(span, document, what);
  assert.ok(compatible(edits), `${what}: edits overlap`);
  const snapshot = TextDocument.create('file:///a', '', 0, document.text);
  const changes = edits.map((edit) => ({
    range: rangeOf(edit.span, snapshot),
    newText: edit.newText,
  }));
  const said = TextDocument.applyEdits(snapshot, changes);
  assert.ok(said === applyEdits(document.text, edits), `${what}: an edit parts a line break`);
}

/**
 * At places that depend on the text alone, so that a finding can be repeated; never inside of a
 * line break.
 */
const placesIn = ({ text }: ConfigDocument, findings: readonly Finding[]): readonly number[] =>
  [
    0,
    text.length,
    ...[1, 2, 3, 4, 5, 6].map((part) => Math.floor((text.length * part) / 7)),
    ...findings.slice(0, 4).map(({ span }) => span.end),
  ].map((offset) => (text.slice(offset - 1, offset + 1) === '\r\n' ? offset - 1 : offset));

function answersAreSound(document: ConfigDocument, findings: readonly Finding[]): void {
  for (const symbol of outline(document)) symbolIsSound(symbol, document);
  for (const { span } of deprecated(document)) inside(span, document, 'a deprecated field');
  for (const { span } of documentLinks(document)) inside(span, document, 'a link');
  for (const { span } of masksOf(document)) inside(span, document, 'a mask');
  assert.equal(maskedText(document).length, document.text.length, 'the masked text is another one');
  for (const offset of placesIn(document, findings)) {
    const explained = hover(document, offset);
    if (explained) assert.ok(touches(explained.span, offset), 'a hover is about another place');
    for (const { span } of highlights(document, offset)) inside(span, document, 'a highlight');
    for (const { span } of references(document, offset)) inside(span, document, 'a reference');
    for (const { span } of definitions(document, offset)?.places ?? []) {
      inside(span, document, 'a definition');
    }
    for (const each of complete(document, offset)) {
      assert.ok(touches(each.replaced, offset), 'a completion replaces another place');
      inside(each.replaced, document, 'a completion');
      editsAreSound(
        [...each.also, { span: each.replaced, newText: each.newText }],
        document,
        `a completion`,
      );
    }
    for (const { title, edits } of codeActions(document, findings, {
      start: offset,
      end: offset,
    })) {
      editsAreSound(edits, document, title);
    }
  }
}

function symbolIsSound(symbol: OutlineSymbol, document: ConfigDocument): void {
  inside(symbol.span, document, 'a symbol');
  assert.ok(encloses(symbol.span, symbol.selection), `"${symbol.name}" selects another place`);
  assert.ok(symbol.name.trim() !== '', 'a symbol without a name');
  for (const child of symbol.children) symbolIsSound(child, document);
}

function fixesEnd({ path, text, problems }: ConfigDocument): void {
  for (const safeties of [['safe'], ['safe', 'unsafe']] as const) {
    const fixed = fixAll(path, text, safeties);
    const after = readDocument(path, fixed);
    if (after) {
      assert.ok(after.problems.length <= problems.length, `fixes (${safeties}) break the text`);
    }
    assert.equal(fixAll(path, fixed, safeties), fixed, `fixes (${safeties}) come to no end`);
  }
}

const fixAll = (path: string, text: string, safeties: readonly Safety[]): string =>
  fixText(path, text, CONTEXT, safeties).text;

function overviewsAreSound(document: ConfigDocument, findings: readonly Finding[]): void {
  const files = [{ path: document.path, document, findings }];
  const report = workspaceReport(files, newWorkspace([document]), TODAY);
  for (const { items } of workspaceTree(report)) {
    for (const { span } of items) inside(span, document, 'an item of the overview');
  }
  reportMarkdown(report, () => '');
  checklist(report);
  convertPackage(document);
  const migration = migrate(document, CONTEXT);
  if (migration) editsAreSound(migration.edits, document, 'the migration');
}
