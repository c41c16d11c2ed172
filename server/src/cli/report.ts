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

export interface Report {
  readonly files: readonly FileReport[];
  /** The folder of the repository around the working directory; without one the working directory. */
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

/** Sums up the files of a report and the number of those that are not in it. */
export function reportOf(files: readonly FileReport[], others: number, root: string): Report {
  const findings = files.flatMap((file) => file.findings);
  const count = (severity: Severity) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    files,
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

/** The path of any document in a report, as it shows it. */
export const pathsOf = ({ files }: Report): ReadonlyMap<ConfigDocument, string> =>
  new Map(files.flatMap(({ path, document }) => (document ? [[document, path]] : [])));

/** The whole path of any document in a report. */
export const filesOf = ({ files }: Report): ReadonlyMap<ConfigDocument, string> =>
  new Map(files.flatMap(({ file, document }) => (document ? [[document, file]] : [])));
