import { notesIn } from '../features/placed-notes';
import type { ConfigDocument } from '../model/document';
import type { Finding } from '../rules/finding';
import { plain } from '../text/message';
import { type Lines, linesOfEach } from '../text/positions';
import { type FileReport, pathsOf, type Report } from './report';

/** The report for programs. */
export function jsonReport(report: Report): string {
  const paths = pathsOf(report);
  const linesIn = linesOfEach();
  const files = report.files.map((file) => fileOf(file, { paths, linesIn }));
  return `${JSON.stringify({ files, summary: report.summary }, undefined, 2)}\n`;
}

/** Where the documents of the report are, and their lines. */
interface Places {
  readonly paths: ReadonlyMap<ConfigDocument, string>;
  readonly linesIn: (text: string) => Lines;
}

function fileOf({ path, document, findings, notes = [] }: FileReport, places: Places): object {
  if (!document) return { path, kind: null, entities: [], findings: [] };
  const lines = places.linesIn(document.text);
  return {
    path,
    kind: document.kind.id,
    entities: document.entities
      .filter(({ container }) => !container)
      .map(({ concept, flow }) => ({ concept, flow })),
    findings: findings.map((finding) => ({
      ...findingOf(finding, lines),
      related: finding.related.map((each) => relatedOf(each, document, places)),
    })),
    ...(notes.length > 0 && { notes: notesIn(notes, document) }),
  };
}

function relatedOf(
  { span, message, document: where }: Finding['related'][number],
  home: ConfigDocument,
  { paths, linesIn }: Places,
): object {
  const document = where ?? home;
  const { line, column } = linesIn(document.text).positionOf(span.start);
  return { path: paths.get(document), line, column, message: plain(message) };
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
