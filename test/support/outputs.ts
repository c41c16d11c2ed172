import assert from 'node:assert/strict';
import { codeActions } from '../../server/src/features/code-actions';
import { complete } from '../../server/src/features/completion';
import { conversionNotes, convertPackage } from '../../server/src/features/convert';
import { deprecated } from '../../server/src/features/deprecated';
import { hover } from '../../server/src/features/hover';
import { documentLinks } from '../../server/src/features/links';
import { proposedNames } from '../../server/src/features/mask-proposals';
import { masksOf } from '../../server/src/features/masks';
import { outline } from '../../server/src/features/outline';
import { checklist } from '../../server/src/features/workspace-checklist';
import { workspaceReport } from '../../server/src/features/workspace-report';
import { reportMarkdown } from '../../server/src/features/workspace-report-markdown';
import { workspaceTree } from '../../server/src/features/workspace-tree';
import type { ConfigDocument } from '../../server/src/model/document';
import { newWorkspace } from '../../server/src/model/workspace';
import type { Finding } from '../../server/src/rules/finding';
import { CANARY } from './canaries';
import { TODAY } from './check';

/** What each feature says of a document; what is written into the file by an edit is none of it. */
export const OUTPUTS: Readonly<
  Record<string, (document: ConfigDocument, findings: readonly Finding[]) => unknown>
> = {
  'messages and titles of fixes': (_, findings) =>
    findings.map(({ message, fixes, related }) => [
      message,
      related.map((each) => each.message),
      fixes.map(({ title, note, opens, edits }) => [title, note, opens, edits().map(noteOf)]),
    ]),
  hovers: (document, findings) => offsetsIn(document, findings).map((at) => hover(document, at)),
  completions: (document, findings) =>
    offsetsIn(document, findings).map((at) => complete(document, at)),
  'code actions': (document, findings) =>
    findings.flatMap(({ span }) =>
      codeActions(document, findings, span).map(({ edits, ...said }) => [said, edits.map(noteOf)]),
    ),
  outline,
  links: (document) => documentLinks(document),
  'masks and what is proposed for them': (document) =>
    masksOf(document).map((mask) => [mask.label, proposedNames(document, mask)]),
  'hints on deprecated fields': (document) => deprecated(document).map(({ message }) => message),
  conversions: (document) => {
    const conversion = convertPackage(document);
    return conversion && [conversion, conversionNotes(conversion)];
  },
  'the report, the view and the checklist': (document, findings) => {
    const files = [{ path: document.path, document, findings }];
    const report = workspaceReport(files, newWorkspace([document]), TODAY);
    return [
      reportMarkdown(report, () => ''),
      workspaceTree(report).map(({ label, items }) => [
        label,
        items.map((each) => ({ ...each, file: '' })),
      ]),
      checklist(report).map(({ title, intro, steps }) => [
        title,
        intro,
        steps.map(({ text, places }) => [text, places.map((place) => place.text)]),
      ]),
    ];
  },
};

const noteOf = ({ note }: { readonly note?: string | undefined }) => note;

/** Each value and each key that is near a finding or a secret. */
const offsetsIn = (
  { entities }: ConfigDocument,
  findings: readonly Finding[],
): readonly number[] => {
  const fields = entities.flatMap(({ fields: all }) => [...all.values()].flat());
  const starts = fields.flatMap(({ keySpan, value, items }) => [
    keySpan.start,
    value.span.start,
    ...items.map(({ span }) => span.end),
  ]);
  return [...new Set([...starts, ...findings.map(({ span }) => span.start)])];
};

/**
 * Fails where an output holds a canary. The entities that findings are about stay in the program.
 */
export function tellsNothing(output: unknown, what: string): void {
  const shown = (key: string, value: unknown) => (key === 'about' ? undefined : value);
  const said = JSON.stringify(output, shown) ?? '';
  const at = said.search(CANARY);
  assert.equal(at, -1, `${what}: …${said.slice(Math.max(0, at - 200), at + 60)}…`);
}
