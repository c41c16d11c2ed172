import { safe } from '../features/workspace-report-markdown';
import type { Severity } from '../rules/rule';
import { plain } from '../text/message';
import { linesOf } from '../text/positions';
import { harmless } from './excerpt';
import type { FileReport, Report } from './report';
import { fixesLine, summaryLine } from './text-report';

/** A table of the findings, for the summary of a job or a comment on a pull request. */
export function markdownReport(report: Report): string {
  const rows = report.files.flatMap(rowsOf);
  const shown = fitting(rows, textOf(report, [''], rows.length).length);
  return textOf(report, shown, rows.length - shown.length);
}

/** A report with some of its findings, and how many others there are. */
function textOf(report: Report, shown: readonly string[], rest: number): string {
  const parts = [
    '## IMS configuration',
    safe(summaryLine(report.summary)),
    ...(shown.length > 0 ? [[...HEAD, ...shown].join('\n')] : []),
    ...(rest > 0 ? [`And ${rest} more, for which there is no room here.`] : []),
    ...[fixesLine(report)].filter(Boolean).map(withCode),
  ];
  return `${parts.join('\n\n')}\n`;
}

const HEAD = ['| level | place | what is wrong | rule |', '|---|---|---|---|'];

/** In characters. A comment of GitHub holds 65,536. */
const ROOM = 60_000;

/** As many rows as there is room for beside what else is written. */
function fitting(rows: readonly string[], others: number): readonly string[] {
  let left = ROOM - others;
  const end = rows.findIndex((row) => {
    left -= row.length + 1;
    return left < 0;
  });
  return end < 0 ? rows : rows.slice(0, end);
}

const MARKS: Readonly<Record<Severity, string>> = {
  error: '❌ error',
  warning: '⚠️ warning',
  info: 'ℹ️ info',
  hint: '💡 hint',
};

function rowsOf({ path, document, findings }: FileReport): readonly string[] {
  const lines = linesOf(document?.text ?? '');
  return findings.map(({ rule, severity, message, span }) => {
    const { line, column } = lines.positionOf(span.start);
    const place = `${code(path)}:${line}:${column}`;
    return `| ${MARKS[severity]} | ${place} | ${safe(harmless(plain(message)))} | \`${rule}\` |`;
  });
}

/** The name of a file as code in a cell, whatever is in it. */
const code = (name: string): string =>
  `\`${harmless(name).replaceAll('`', "'").replaceAll('|', '\\|')}\``;

const withCode = (line: string): string => line.replace(/--[a-z-]+[a-z]/g, '`$&`');
