import type { Severity } from '../rules/rule';
import { plain } from '../text/message';
import { linesOf } from '../text/positions';
import { harmless } from './excerpt';
import { placeBelow } from './places';
import type { FileReport, Report } from './report';
import { summaryLine } from './text-report';

/** Annotations for GitHub: each finding is one command of a workflow. */
export function githubReport(report: Report): string {
  const commands = report.files.flatMap((file) => commandsOf(file, report.root));
  return `${[...commands, summaryLine(report.summary)].join('\n')}\n`;
}

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

function commandsOf({ path, file, document, findings }: FileReport, root: string): string[] {
  const lines = linesOf(document?.text ?? '');
  return findings.map(({ rule, severity, message, span }) => {
    const start = lines.positionOf(span.start);
    const end = lines.positionOf(span.end);
    const isOneLine = start.line === end.line;
    const properties = {
      file: placeBelow(root, file) ?? path,
      line: start.line,
      // GitHub refuses columns of what reaches over several lines.
      ...(isOneLine && { col: start.column }),
      endLine: end.line,
      ...(isOneLine && { endColumn: end.column }),
      title: rule,
    };
    const written = Object.entries(properties).map(([name, value]) => `${name}=${inside(value)}`);
    return `::${LEVELS[severity]} ${written.join(',')}::${escapedMessage(harmless(plain(message)))}`;
  });
}

/** The message of a command, as GitHub reads it. */
export const escapedMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** The same in the list of properties. */
const inside = (value: string | number): string =>
  escapedMessage(harmless(String(value)))
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C');
