import type { Location, Log, Region, Result, Run as SarifRun } from 'sarif';
import { version } from '../../../package.json';
import type { ConfigDocument } from '../model/document';
import { rules } from '../rules';
import type { Finding } from '../rules/finding';
import { type Lines, linesOfEach } from '../text/positions';
import type { Span } from '../text/span';
import { fingerprints } from './fingerprint';
import { maskedText } from './masking';
import { addressOf, placeBelow } from './places';
import { type FileReport, filesOf, type Report } from './report';
import { sarifFixes } from './sarif-fixes';
import { sarifMessage } from './sarif-message';
import { LEVELS, sarifRules } from './sarif-rules';
import { tellingFixes } from './telling-fixes';

/** How a run ended. */
export interface Ending {
  readonly status: number;
  /** Whether all that was asked for could be done. */
  readonly isComplete: boolean;
  /** What was said about files that were not checked. */
  readonly notices: readonly string[];
}

/** The findings as SARIF 2.1.0. Lines of the files are never in it. */
export function sarifReport(report: Report, ending: Ending): string {
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [runOf(report, ending)],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The folder that addresses start from: that of the repository, or the working directory. */
const ROOT = '%SRCROOT%';

function runOf(report: Report, { status, isComplete, notices }: Ending): SarifRun {
  const places = { root: report.root, files: filesOf(report), linesIn: linesOfEach() };
  return {
    tool: { driver: { name: 'ims-config', semanticVersion: version, rules: sarifRules() } },
    invocations: [
      {
        executionSuccessful: isComplete,
        exitCode: status,
        toolExecutionNotifications: notices.map((notice) => ({
          level: 'warning',
          message: sarifMessage(notice),
        })),
      },
    ],
    originalUriBaseIds: {
      [ROOT]: { description: { text: 'The root of the repository or the working directory.' } },
    },
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    results: report.files.flatMap((file) => resultsOf(file, places)),
  };
}

const INDEXES: ReadonlyMap<string, number> = new Map(
  rules.map(({ meta }, index) => [meta.id, index]),
);

/** Where the documents of the report are, and their lines. */
interface Places {
  readonly root: string;
  readonly files: ReadonlyMap<ConfigDocument, string>;
  readonly linesIn: (text: string) => Lines;
}

function resultsOf({ file, document, findings }: FileReport, places: Places): readonly Result[] {
  if (!document || findings.length === 0) return [];
  const { root, linesIn } = places;
  const place = placeOf(root, file, linesIn(document.text));
  const fingerprintOf = fingerprints(document, placeBelow(root, file) ?? '');
  const hides = tellingFixes(document, maskedText(document));
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const fingerprint = fingerprintOf(finding);
    const count = (counts.get(fingerprint) ?? 0) + 1;
    counts.set(fingerprint, count);
    return {
      ruleId: finding.rule,
      ruleIndex: INDEXES.get(finding.rule) ?? -1,
      level: LEVELS[finding.severity],
      message: sarifMessage(finding.message),
      locations: [place(finding.span)],
      ...relatedOf(finding, document, places),
      partialFingerprints: { 'imsConfig/v1': `${fingerprint}:${count}` },
      ...sarifFixes(finding, place, hides),
    };
  });
}

/** Places of one file. */
export type PlaceOf = (span: Span) => Location & { physicalLocation: { region: Region } };

function placeOf(root: string, file: string, lines: Lines): PlaceOf {
  const { uri, isBelow } = addressOf(root, file);
  const artifactLocation = isBelow ? { uri, uriBaseId: ROOT } : { uri };
  return (span) => {
    const start = lines.positionOf(span.start);
    const end = lines.positionOf(span.end);
    const region = {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    };
    return { physicalLocation: { artifactLocation, region } };
  };
}

function relatedOf(
  { related }: Finding,
  home: ConfigDocument,
  { root, files, linesIn }: Places,
): Pick<Result, 'relatedLocations'> {
  if (related.length === 0) return {};
  return {
    relatedLocations: related.flatMap(({ span, message, document = home }, index) => {
      const file = files.get(document);
      if (file === undefined) return [];
      const place = placeOf(root, file, linesIn(document.text))(span);
      return [{ id: index + 1, ...place, message: sarifMessage(message) }];
    }),
  };
}
