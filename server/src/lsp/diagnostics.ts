import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { DEPRECATED_RULE, deprecated } from '../features/deprecated';
import type { Finding } from '../rules/finding';
import { ruleUrl } from '../rules/pages';
import type { Severity } from '../rules/rule';
import { isIgnored, levelsFor } from '../rules/settings';
import { readSettings } from '../rules/settings-file';
import { plain } from '../text/message';
import type { Span } from '../text/span';
import type { CheckedFile } from './open-files';

export const SOURCE = 'ims-config';

/** The findings of a file, and, behind them, its deprecated fields. */
export function diagnosticsOf(file: CheckedFile, pages: string | undefined): Diagnostic[] {
  const { findings, snapshot } = file;
  return [
    ...findings.map((finding) => diagnosticOf(finding, snapshot, pages)),
    ...deprecatedFields(file, pages),
  ];
}

export function diagnosticOf(
  finding: Finding,
  snapshot: TextDocument,
  pages: string | undefined,
): Diagnostic {
  const { rule, severity, message, related } = finding;
  return {
    range: rangeOf(finding.span, snapshot),
    severity: SEVERITIES[severity],
    ...origin(rule, pages),
    message: plain(message),
    ...(related.length > 0 && {
      relatedInformation: related.map((each) => ({
        location: { uri: snapshot.uri, range: rangeOf(each.span, snapshot) },
        message: plain(each.message),
      })),
    }),
  };
}

/** What is wrong in the project's own settings file. */
export function settingsDiagnostics(open: TextDocument): Diagnostic[] {
  return readSettings(open.getText()).problems.map(({ span, message }) => ({
    range: rangeOf(span, open),
    severity: DiagnosticSeverity.Warning,
    source: SOURCE,
    message: plain(message),
  }));
}

export function rangeOf({ start, end }: Span, snapshot: TextDocument): Range {
  return { start: snapshot.positionAt(start), end: snapshot.positionAt(end) };
}

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
  pages: string | undefined,
): readonly Diagnostic[] {
  const { settings, relativePath: path = document.path } = context;
  if (isIgnored(settings, path) || levelsFor(settings, path)[DEPRECATED_RULE] === 'off') return [];
  return deprecated(document).map(({ span, message }) => ({
    range: rangeOf(span, snapshot),
    severity: DiagnosticSeverity.Hint,
    ...origin(DEPRECATED_RULE, pages),
    message: plain(message),
    tags: [DiagnosticTag.Deprecated],
  }));
}

const origin = (rule: string, pages: string | undefined) => ({
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
