import { type CheckContext, check } from '../check';
import { readDocument } from '../model/document';
import type { Finding, Fix } from '../rules/finding';
import type { Safety } from '../rules/rule';
import { applyEdits, type TextEdit } from '../text/edit';

export interface FixedText {
  readonly text: string;
  /** How many fixes were applied. */
  readonly applied: number;
  /** The name that the file gets with them. */
  readonly renames?: string | undefined;
}

/**
 * Applies the fixes of these safeties until nothing more changes. Of several fixes of one finding the first
 * is applied. Always ends, and never leaves a text with more syntax errors than it had.
 */
export function fixText(
  path: string,
  text: string,
  context: CheckContext,
  safeties: readonly Safety[],
): FixedText {
  const seen = new Set([text]);
  let result: FixedText = { text, applied: 0 };
  for (let pass = 0; pass < PASSES; pass++) {
    const next = fixOnce(path, result.text, context, safeties);
    const isNamed = next.renames !== undefined && result.renames === undefined;
    if (seen.has(next.text) && !isNamed) break;
    const applied = result.applied + (next.text === result.text ? 1 : next.applied);
    seen.add(next.text);
    result = { ...result, ...next, applied };
  }
  return result;
}

/** The fix of a finding that runs unattended: the first of these safeties that edits the text. */
export const applicableFix = ({ fixes }: Finding, safeties: readonly Safety[]): Fix | undefined =>
  fixes.find(({ safety, opens }) => !opens && safeties.includes(safety));

const PASSES = 10;

/** One pass: all fixes that do not get in each other's way. */
function fixOnce(
  path: string,
  text: string,
  context: CheckContext,
  safeties: readonly Safety[],
): FixedText {
  const document = readDocument(path, text);
  if (!document) return { text, applied: 0 };
  const taken: TextEdit[] = [];
  let applied = 0;
  let renames: string | undefined;
  for (const finding of check(document, context)) {
    const fix = applicableFix(finding, safeties);
    const edits = fix?.edits() ?? [];
    // A name alone gets in nobody's way.
    if (edits.length === 0) renames ??= fix?.renames;
    // Several findings may offer one fix: the same edits are made once.
    const more = edits.filter((edit) => !taken.some((other) => isSame(edit, other)));
    if (more.length === 0 || more.some((edit) => taken.some((other) => touch(edit, other)))) {
      continue;
    }
    taken.push(...more);
    renames ??= fix?.renames;
    applied++;
  }
  const next = applyEdits(text, taken);
  const problems = readDocument(path, next)?.problems.length ?? 0;
  if (problems > document.problems.length) return { text, applied: 0 };
  return { text: next, applied, ...(renames !== undefined && { renames }) };
}

const isSame = (a: TextEdit, b: TextEdit) =>
  a.newText === b.newText && a.span.start === b.span.start && a.span.end === b.span.end;

/** Edits of two fixes that meet may share a comma: the second one waits for the next pass. */
const touch = ({ span: a }: TextEdit, { span: b }: TextEdit) =>
  a.start <= b.end && b.start <= a.end;
