import path from 'node:path';
import { type Baseline, type BaselineEntry, keyOf, nameIn } from './baseline';
import type { Run } from './check-run';
import { harmless } from './excerpt';
import { isThere } from './files';
import { fingerprints } from './fingerprint';
import type { Host } from './host';
import { within } from './places';
import { type FileReport, type Report, reportOf } from './report';
import { counted } from './text-report';

/** A report without what a baseline knows. */
export interface NewFindings {
  readonly report: Report;
  /** How many findings are left out. */
  readonly known: number;
  /** What is in the baseline and was not found, each with how many are missing. */
  readonly stale: readonly BaselineEntry[];
}

/** Leaves out what a baseline knows: of findings that share a fingerprint the first ones. */
export function newFindings(report: Report, baseline: Baseline, run: Run): NewFindings {
  const left = new Map(baseline.entries.map((entry) => [keyOf(entry), entry.count]));
  let known = 0;
  const files = report.files.map((file) => {
    const identify = identifier(file, baseline);
    const findings = file.findings.filter((finding) => {
      const key = keyOf(identify(finding));
      const count = left.get(key) ?? 0;
      if (count === 0) return true;
      left.set(key, count - 1);
      known++;
      return false;
    });
    return { ...file, findings };
  });
  const isExamined = examined(report, baseline, run);
  const stale = baseline.entries
    .map((entry) => ({ ...entry, count: left.get(keyOf(entry)) ?? 0 }))
    .filter((entry) => entry.count > 0 && isExamined(entry));
  const others = report.summary.files - files.length;
  return { report: reportOf({ ...report, files }, others, report.root), known, stale };
}

/** The baseline that knows all of a report, and goes on to know what the run did not look at. */
export function updatedBaseline(report: Report, baseline: Baseline, run: Run): Baseline {
  const isExamined = examined(report, baseline, run);
  const entries = new Map<string, BaselineEntry>();
  for (const entry of baseline.entries) {
    if (!isExamined(entry)) entries.set(keyOf(entry), entry);
  }
  for (const file of report.files) {
    const identify = identifier(file, baseline);
    for (const finding of file.findings) {
      const found = identify(finding);
      const count = (entries.get(keyOf(found))?.count ?? 0) + 1;
      entries.set(keyOf(found), { ...found, count });
    }
  }
  return { ...baseline, entries: [...entries.values()] };
}

/** Says what the baseline left out, and what is in it for nothing. */
export function sayKnown({ known, stale }: NewFindings, { shown }: Baseline, host: Host): void {
  const name = `\`${harmless(shown)}\``;
  if (known > 0) host.stderr(`${counted(known, 'known finding')} in the baseline ${name}.\n`);
  if (stale.length === 0) return;
  const named = stale.map(({ file, rule, count }) => {
    const times = count > 1 ? ` (${count} times)` : '';
    return `  ${harmless(file)}  ${harmless(rule)}${times}\n`;
  });
  const what = stale.length === 1 ? '1 entry that matches' : `${stale.length} entries that match`;
  host.stderr(
    `The baseline ${name} has ${what} nothing any more; \`--update-baseline\` removes such entries:\n${named.join('')}`,
  );
}

function identifier(
  { file, document, findings }: FileReport,
  baseline: Baseline,
): (finding: FileReport['findings'][number]) => Omit<BaselineEntry, 'count'> {
  const name = nameIn(baseline, file);
  const fingerprintOf = document && findings.length > 0 ? fingerprints(document, name) : () => '';
  return (finding) => ({ file: name, rule: finding.rule, fingerprint: fingerprintOf(finding) });
}

/** Tells whether a run would have found what an entry is about, if it were there. */
function examined(
  report: Report,
  baseline: Baseline,
  { options, host, skipped, only }: Run,
): (entry: BaselineEntry) => boolean {
  const checked = new Set(report.files.flatMap(({ file, document }) => (document ? [file] : [])));
  const isNamed = within(options.paths.map((each) => path.resolve(host.cwd, each)));
  const isSkipped = within([...skipped]);
  return (entry) => {
    const file = path.resolve(path.dirname(baseline.file), entry.file);
    if (checked.has(file)) return true;
    if (isSkipped(file)) return false;
    // What is there and was not checked is ignored now, or none of ours any more.
    return isNamed(file) && (!only || !isThere(file));
  };
}
