import type {
  Diagnostic,
  DiagnosticRelatedInformation,
  TextEdit as ProtocolEdit,
  Range,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { DEPRECATED_RULE, deprecated } from '../features/deprecated';
import type { ConfigDocument } from '../model/document';
import { baseName } from '../model/path';
import type { ExtendsProblem } from '../rules/extended-settings';
import type { Finding } from '../rules/finding';
import { ruleUrl } from '../rules/pages';
import type { Severity } from '../rules/rule';
import { isIgnored, levelsFor } from '../rules/settings';
import type { TextEdit } from '../text/edit';
import { plain } from '../text/message';
import type { Span } from '../text/span';
import { text } from '../texts';
import { pathOf } from './addresses';
import type { CheckedFile } from './open-files';
import { DiagnosticSeverity, DiagnosticTag } from './protocol';

export const SOURCE = 'ims-config';

/** What diagnostics lead to besides their own file. */
export interface Links {
  /** The address below which the pages of rules lie. */
  readonly pages: string | undefined;
  /** Another document of the workspace as it was when the findings were made. */
  readonly snapshotOf: (document: ConfigDocument) => TextDocument | undefined;
}

/** The findings of a file, and, behind them, its deprecated fields. */
export function diagnosticsOf(file: CheckedFile, links: Links): Diagnostic[] {
  const { findings, snapshot } = file;
  return [
    ...findings.map((finding) => diagnosticOf(finding, snapshot, links)),
    ...deprecatedFields(file, links),
  ];
}

export function diagnosticOf(finding: Finding, snapshot: TextDocument, links: Links): Diagnostic {
  const { rule, severity, message } = finding;
  const related = relatedOf(finding, snapshot, links);
  return {
    range: rangeOf(finding.span, snapshot),
    severity: SEVERITIES[severity],
    ...origin(rule, links),
    message: plain(message),
    ...(related.length > 0 && { relatedInformation: related }),
  };
}

/**
 * The other places of a finding, each in its own file. One whose file has gone meanwhile is left
 * out.
 */
function relatedOf(
  { related }: Finding,
  snapshot: TextDocument,
  { snapshotOf }: Links,
): DiagnosticRelatedInformation[] {
  return related.flatMap(({ span, message, document }) => {
    const where = document ? snapshotOf(document) : snapshot;
    if (!where) return [];
    const location = { uri: where.uri, range: rangeOf(span, where) };
    return [{ location, message: plain(message) }];
  });
}

/** What settings extend in vain, where they say so or what leads there; each said once. */
export function extendsDiagnostics(
  problems: readonly ExtendsProblem[],
  snapshot: TextDocument,
): readonly Diagnostic[] {
  const all = problems.map(({ path, written, through, why }): Diagnostic => {
    const problem = text(`settings.extends.${why}`, { path: written });
    const file = baseName(pathOf(path));
    return {
      range: rangeOf(through, snapshot),
      severity: DiagnosticSeverity.Error,
      source: SOURCE,
      message:
        path === snapshot.uri ? problem : text('settings.extends.through', { file, problem }),
    };
  });
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

export function rangeOf({ start, end }: Span, snapshot: TextDocument): Range {
  return { start: snapshot.positionAt(start), end: snapshot.positionAt(end) };
}

export const protocolEdit = (
  { span, newText }: TextEdit,
  snapshot: TextDocument,
): ProtocolEdit => ({
  range: rangeOf(span, snapshot),
  newText,
});

/** Tells reports apart by what they say, so that nothing has to be remembered for them. */
export function fingerprint(diagnostics: readonly Diagnostic[]): string {
  const text = JSON.stringify(diagnostics);
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return `${text.length.toString(36)}-${hash.toString(36)}`;
}

function deprecatedFields(
  { document, context, snapshot }: CheckedFile,
  links: Links,
): readonly Diagnostic[] {
  const { settings, relativePath: path = document.path } = context;
  if (isIgnored(settings, path) || levelsFor(settings, path)[DEPRECATED_RULE] === 'off') return [];
  return deprecated(document, context.workspace).map(({ span, message }) => ({
    range: rangeOf(span, snapshot),
    severity: DiagnosticSeverity.Hint,
    ...origin(DEPRECATED_RULE, links),
    message: plain(message),
    tags: [DiagnosticTag.Deprecated],
  }));
}

const origin = (rule: string, { pages }: Links) => ({
  source: SOURCE,
  code: rule,
  ...(pages !== undefined && { codeDescription: { href: ruleUrl(rule, pages) } }),
});

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
