import type { Finding } from './finding';
import type { Severity } from './rule';

const ORDER: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/**
 * In the order of the text, and each once: several credentials may inherit the same wrong value.
 */
export const inTextOrder = (findings: readonly Finding[]): readonly Finding[] =>
  distinct(findings).sort(
    (a, b) =>
      a.span.start - b.span.start ||
      ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) ||
      a.span.end - b.span.end,
  );

function distinct(findings: readonly Finding[]): Finding[] {
  const known = new Map<string, Finding>();
  for (const finding of findings) {
    const { rule, span, message } = finding;
    const key = `${rule} ${span.start} ${span.end} ${message}`;
    const about = [...(known.get(key)?.about ?? []), ...finding.about];
    known.set(key, { ...(known.get(key) ?? finding), about });
  }
  return [...known.values()];
}
