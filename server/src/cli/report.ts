import type { FixNote } from '../features/fix-notes';
import type { ConfigDocument } from '../model/document';
import type { Finding } from '../rules/finding';
import type { Severity } from '../rules/rule';

/** One file of a report. */
export interface FileReport {
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  /** The whole path. */
  readonly file: string;
  /** Undefined: a file that was named and is none of ours. */
  readonly document: ConfigDocument | undefined;
  readonly findings: readonly Finding[];
  /** What a person has to verify of the fixes that were written. */
  readonly notes?: readonly FixNote[] | undefined;
}

export interface Report extends Reported {
  /**
   * The folder of the repository around the working directory; without one the working directory.
   */
  readonly root: string;
  readonly summary: Summary;
}

export interface Summary {
  /** Every file that was looked at, ours or not. */
  readonly files: number;
  readonly recognized: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
}

/** A document that was looked at, and where it stands. */
export type PlacedDocument = Pick<FileReport, 'path' | 'file' | 'document'>;

/** What a report is made of. */
export interface Reported {
  readonly files: readonly FileReport[];
  /** Other documents, to which findings may point. */
  readonly around: readonly PlacedDocument[];
}

/** Sums up the files of a report and the number of those that are not in it. */
export function reportOf({ files, around }: Reported, others: number, root: string): Report {
  const findings = files.flatMap((file) => file.findings);
  const count = (severity: Severity) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    files,
    around,
    root,
    summary: {
      files: files.length + others,
      recognized: files.filter(({ document }) => document).length,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      hints: count('hint'),
    },
  };
}

/** The path of any document that a report points to, as it shows it. */
export const pathsOf = (reported: Reported): ReadonlyMap<ConfigDocument, string> =>
  new Map(placed(reported).map(([document, { path }]) => [document, path]));

/** The whole path of any such document. */
export const filesOf = (reported: Reported): ReadonlyMap<ConfigDocument, string> =>
  new Map(placed(reported).map(([document, { file }]) => [document, file]));

const placed = ({ files, around }: Reported): readonly [ConfigDocument, PlacedDocument][] =>
  [...files, ...around].flatMap((each) => (each.document ? [[each.document, each]] : []));
