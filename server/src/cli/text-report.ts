import { applicableFix } from '../features/fix-all';
import type { ConfigDocument } from '../model/document';
import type { Finding } from '../rules/finding';
import type { Severity } from '../rules/rule';
import { plain } from '../text/message';
import { type Lines, linesOfEach } from '../text/positions';
import { excerpt, harmless } from './excerpt';
import { isScript, maskedText } from './masking';
import { type FileReport, pathsOf, type Report, type Summary } from './report';

/** The report for people: each finding with its line and a squiggle under what it is about. */
export function textReport(report: Report, colors: boolean): string {
  const paint = colors ? colored : (text: string) => text;
  const paths = pathsOf(report);
  const common = { paths, paint, linesIn: linesOfEach() };
  const blocks = report.files.flatMap((file) => blocksOf(file, common));
  const ending = [summaryLine(report.summary), fixesLine(report)].filter(Boolean);
  return `${[...blocks, ending.join('\n')].join('\n\n')}\n`;
}

type Paint = (text: string, style: Severity | 'faint' | 'strong') => string;

const CODES: Readonly<Record<Parameters<Paint>[1], number>> = {
  error: 31,
  warning: 33,
  info: 34,
  hint: 36,
  faint: 2,
  strong: 1,
};

const colored: Paint = (text, style) => `\x1b[${CODES[style]}m${text}\x1b[0m`;

function blocksOf(
  { path, document, findings }: FileReport,
  common: Pick<View, 'paths' | 'paint' | 'linesIn'>,
): readonly string[] {
  if (!document) {
    return [`${harmless(path)}  none of the kinds that \`ims-config kinds\` lists, so not checked`];
  }
  if (findings.length === 0) return [];
  const view: View = {
    path: harmless(path),
    ...common,
    lines: common.linesIn(document.text),
    text: maskedText(
      document,
      findings.map(({ span }) => span),
    ),
    isCut: isScript(document),
  };
  return bySpan(findings).map((group) => blockOf(group, view));
}

interface View {
  readonly path: string;
  readonly lines: Lines;
  /** Without secrets. */
  readonly text: string;
  /** Whether lines are shown from the first character on that is left of them. */
  readonly isCut: boolean;
  /** Those of a document's text. */
  readonly linesIn: (text: string) => Lines;
  /** Those of all documents. */
  readonly paths: ReadonlyMap<ConfigDocument, string>;
  readonly paint: Paint;
}

/** Neighbors that are about the same characters. */
function bySpan(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const groups: [Finding, ...Finding[]][] = [];
  for (const finding of findings) {
    const last = groups.at(-1);
    const { start, end } = last?.[0].span ?? {};
    if (last && start === finding.span.start && end === finding.span.end) last.push(finding);
    else groups.push([finding]);
  }
  return groups;
}

/** Findings about the same characters, above the line that they are in. */
function blockOf(findings: readonly [Finding, ...Finding[]], view: View): string {
  const { lines, text, isCut, paint } = view;
  const [{ span, severity }] = findings;
  const { start: begin, end } = lines.spanOf(lines.positionOf(span.start).line);
  const left = isCut ? text.slice(begin, end).search(/\S|$/) : 0;
  const start = Math.min(begin + left, Math.max(begin, span.start));
  const shown = excerpt(
    text.slice(start, end),
    Math.max(span.start - start, 0),
    Math.max(span.end - start, 0),
  );
  return [
    ...findings.map((finding) => headOf(finding, view)),
    `  ${shown.line}`.trimEnd(),
    `  ${paint(shown.squiggle, severity)}`,
    ...findings.flatMap((finding) => relatedOf(finding, view)),
  ].join('\n');
}

function headOf({ rule, severity, message, span }: Finding, { path, lines, paint }: View): string {
  const { line, column } = lines.positionOf(span.start);
  const place = paint(`${path}:${line}:${column}`, 'strong');
  const said = harmless(plain(message));
  return `${place}  ${paint(severity, severity)}  ${said}  ${paint(rule, 'faint')}`;
}

function relatedOf({ related }: Finding, { lines, linesIn, paths }: View): readonly string[] {
  return related.map(({ span, message, document }) => {
    const { line, column } = (document ? linesIn(document.text) : lines).positionOf(span.start);
    const file = document ? `${harmless(paths.get(document) ?? document.path)}:` : '';
    return `  ${file}${line}:${column}  ${harmless(plain(message))}`;
  });
}

/** How much was found, in how many files. */
export function summaryLine({ files, recognized, ...counts }: Summary): string {
  const parts = [
    counted(counts.errors, 'error'),
    counted(counts.warnings, 'warning'),
    counted(counts.infos, 'info'),
    counted(counts.hints, 'hint'),
  ].filter((part) => !part.startsWith('0 '));
  if (recognized === 0) return `No IMS configuration in ${counted(files, 'file')}.`;
  const where = `${counted(recognized, 'IMS configuration file')} of ${counted(files, 'file')}`;
  return `${parts.length > 0 ? parts.join(', ') : 'No problems'} in ${where}.`;
}

/** How many findings can be fixed from the command line; empty where none can. */
export function fixesLine({ files }: Report): string {
  const findings = files.flatMap((file) => file.findings);
  const safe = findings.filter((finding) => applicableFix(finding, ['safe'])).length;
  const all = findings.filter((finding) => applicableFix(finding, ['safe', 'unsafe'])).length;
  const unsafe = all - safe;
  if (all === 0) return '';
  const can = (count: number) => `${counted(count, 'problem')} can be fixed with`;
  if (safe === 0) return `${can(unsafe)} --unsafe-fixes.`;
  return `${can(safe)} --fix${unsafe > 0 ? `, ${unsafe} more with --unsafe-fixes` : ''}.`;
}

/** `1 file`, `2 files`. */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;
