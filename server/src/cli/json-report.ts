import type { Finding } from '../rules/finding';
import { plain } from '../text/message';
import { type Lines, linesOf } from './positions';
import type { FileReport, Report } from './report';

/** The report for programs. */
export function jsonReport({ files, summary }: Report): string {
  return `${JSON.stringify({ files: files.map(fileOf), summary }, undefined, 2)}\n`;
}

function fileOf({ path, document, findings }: FileReport): object {
  if (!document) return { path, kind: null, entities: [], findings: [] };
  const lines = linesOf(document.text);
  return {
    path,
    kind: document.kind.id,
    entities: document.entities
      .filter(({ container }) => !container)
      .map(({ concept, flow }) => ({ concept, flow })),
    findings: findings.map((finding) => findingOf(finding, lines)),
  };
}

function findingOf({ rule, severity, message, span, fixes }: Finding, lines: Lines): object {
  const start = lines.positionOf(span.start);
  const end = lines.positionOf(span.end);
  return {
    rule,
    severity,
    message: plain(message),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    fixes: fixes
      .filter(({ safety }) => safety !== 'editor-only')
      .map(({ title, safety }) => ({ title: plain(title), safety })),
  };
}
