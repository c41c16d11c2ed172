import type { ConfigDocument } from '../model/document';
import type { Finding, Fix } from '../rules/finding';
import type { NewFile } from '../rules/rule';
import type { TextEdit } from '../text/edit';
import { overlaps, type Span } from '../text/span';
import { text } from '../texts';
import { deprecated } from './deprecated';
import { ignoreInFile, ignoreOnLine } from './suppress';

export interface CodeAction {
  readonly title: string;
  readonly kind: 'quickfix';
  /** A safe fix, and the first of its finding. */
  readonly isPreferred: boolean;
  readonly finding: Finding;
  /** The edits of the document. */
  readonly edits: readonly TextEdit[];
  /** A person looks at the edits before they are applied, above all at those with a note. */
  readonly preview: boolean;
  /** A text to open as a new file instead. */
  readonly opens?: NewFile | undefined;
  /** The name that the file gets as well. */
  readonly renames?: string | undefined;
  /** A rule to switch off in the workspace's settings file instead. */
  readonly disables?: string | undefined;
}

/**
 * What can be done about the findings in a span: their fixes first, then the ways to ignore them.
 */
export function codeActions(
  document: ConfigDocument,
  findings: readonly Finding[],
  span: Span,
): readonly CodeAction[] {
  const here = findings.filter((finding) => overlaps(finding.span, span)).slice(0, MANY);
  return unique([
    ...[...here, ...ofCredentials(document, findings, span)].flatMap((finding) =>
      finding.fixes.flatMap((fix, index) => fixes(finding, fix, index)),
    ),
    ...(here.length > FEW ? [] : here).flatMap((finding) => ignores(document, finding)),
  ]);
}

/** Nobody picks from a longer list, and there is an action that fixes a whole file. */
const MANY = 20;

/**
 * Nobody ignores the findings of a whole file one by one, and each comment is tried out before it
 * is offered.
 */
const FEW = 5;

/** What to do about a field that only JWT has is said where its credential says that it is JWT. */
function ofCredentials(
  document: ConfigDocument,
  findings: readonly Finding[],
  span: Span,
): readonly Finding[] {
  const credentials = deprecated(document)
    .filter((field) => overlaps(field.span, span))
    .map(({ credential }) => credential);
  return findings.filter(
    (finding) =>
      MIGRATIONS.includes(finding.rule) &&
      credentials.some((credential) => finding.about.includes(credential)),
  );
}

const MIGRATIONS: readonly string[] = ['jwt-credential', 'mixed-credential'];

function fixes(finding: Finding, fix: Fix, index: number): readonly CodeAction[] {
  const action: CodeAction = {
    title: fix.title,
    kind: 'quickfix',
    isPreferred: index === 0 && fix.safety === 'safe',
    finding,
    edits: fix.edits(),
    preview: false,
    opens: fix.opens,
    renames: fix.renames,
  };
  if (action.opens) return [action];
  if (action.edits.length === 0 && !action.renames) return [];
  if (!action.edits.some(({ note }) => note)) return [action];
  return [
    action,
    { ...action, title: text('action.preview', { title: fix.title }), preview: true },
  ];
}

/** Rules about comments, or about a text that cannot be read, are not silenced by a comment. */
const NOT_BY_COMMENT: readonly string[] = ['unused-suppression', 'syntax-error'];

function ignores(document: ConfigDocument, finding: Finding): readonly CodeAction[] {
  const { rule } = finding;
  const action = { kind: 'quickfix', isPreferred: false, finding, preview: false } as const;
  const byComment = !NOT_BY_COMMENT.includes(rule);
  const line = byComment ? ignoreOnLine(document, finding) : undefined;
  const file = byComment ? ignoreInFile(document, rule) : undefined;
  return [
    ...(line ? [{ ...action, title: text('action.ignoreLine', { rule }), edits: line }] : []),
    ...(file ? [{ ...action, title: text('action.ignoreFile', { rule }), edits: file }] : []),
    { ...action, title: text('action.ignoreWorkspace', { rule }), edits: [], disables: rule },
  ];
}

/** Several findings may offer the very same: a migration mends all that a credential has. */
function unique(actions: readonly CodeAction[]): readonly CodeAction[] {
  const seen = new Set<string>();
  return actions.filter(({ title, edits, opens, renames }) => {
    const identity = JSON.stringify([title, edits, opens, renames]);
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}
