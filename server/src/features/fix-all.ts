import { type CheckContext, check } from '../check';
import { type ConfigDocument, readAgain, readDocument } from '../model/document';
import type { Finding, Fix } from '../rules/finding';
import type { Safety } from '../rules/rule';
import { chosenKind } from '../rules/settings';
import { applyEdits, type TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import { type FixNote, type MadeFix, notesAfter } from './fix-notes';

export interface FixedText {
  readonly text: string;
  /** How many fixes were applied. */
  readonly applied: number;
  /** The name that the file gets with them. */
  readonly renames?: string | undefined;
  /** What a person has to verify. */
  readonly notes: readonly FixNote[];
}

/**
 * Applies the fixes of these safeties until nothing more changes. Of several fixes of one finding
 * the first is applied. Always ends, and never leaves a text with more syntax errors than it had.
 */
export function fixText(
  path: string,
  text: string,
  context: CheckContext,
  safeties: readonly Safety[],
): FixedText {
  const seen = new Set([text]);
  let document = readDocument(
    path,
    text,
    chosenKind(context.settings, context.relativePath ?? path),
  );
  let result: FixedText = { text, applied: 0, notes: [] };
  for (let pass = 0; document && pass < PASSES; pass++) {
    const next = fixOnce(document, context, safeties, result.notes);
    const isNamed = next.renames !== undefined && result.renames === undefined;
    if (seen.has(next.text) && !isNamed) break;
    seen.add(next.text);
    const { renames } = { ...result, ...next };
    const applied = result.applied + next.applied;
    const { notes } = next;
    result = { text: next.text, applied, notes, ...(renames !== undefined && { renames }) };
    document = next.document;
  }
  return result;
}

/** The fix of a finding that runs unattended: the first of these safeties that edits the text. */
export const applicableFix = ({ fixes }: Finding, safeties: readonly Safety[]): Fix | undefined =>
  fixes.find(({ safety, opens }) => !opens && safeties.includes(safety));

const PASSES = 10;

/** A text after one pass. */
export interface OnceFixed extends FixedText {
  /**
   * The text as read, under the name that it had; undefined where nothing of ours is left in it.
   */
  readonly document: ConfigDocument | undefined;
}

/**
 * One pass: all fixes that do not get in each other's way. What only gives the file a name counts
 * as one. `earlier` are the notes of the passes before.
 */
export function fixOnce(
  document: ConfigDocument,
  context: CheckContext,
  safeties: readonly Safety[],
  earlier: readonly FixNote[] = [],
): OnceFixed {
  const found = check(document, context);
  let curable = found;
  for (;;) {
    const pass = passOf(document, curable, safeties);
    const fixed = fixedBy(pass, document, earlier);
    if (pass.made.length === 0) return fixed;
    const isLeft = leftBehind(found, fixed.document, context);
    const vain = new Set(pass.made.map(({ finding }) => finding).filter(isLeft));
    if (vain.size === 0) return fixed;
    curable = curable.filter((finding) => !vain.has(finding));
  }
}

/** The fixes of one pass. */
interface Pass {
  readonly made: readonly (MadeFix & { readonly finding: Finding })[];
  readonly edits: readonly TextEdit[];
  readonly renames: string | undefined;
}

function passOf(
  { text }: ConfigDocument,
  findings: readonly Finding[],
  safeties: readonly Safety[],
): Pass {
  const taken = new TakenEdits(text.length);
  const made: Pass['made'][number][] = [];
  let renames: string | undefined;
  for (const finding of findings) {
    const fix = applicableFix(finding, safeties);
    const edits = fix?.edits() ?? [];
    // A name alone gets in nobody's way.
    if (edits.length === 0) renames ??= fix?.renames;
    if (!taken.take(edits)) continue;
    renames ??= fix?.renames;
    made.push({ finding, edits, note: fix?.note });
  }
  return { made, edits: taken.all, renames };
}

function fixedBy(
  { made, edits, renames }: Pass,
  document: ConfigDocument,
  earlier: readonly FixNote[],
): OnceFixed {
  const { text, problems } = document;
  const named = renames === undefined ? {} : { renames };
  const next = applyEdits(text, edits);
  const unchanged = { text, document, notes: earlier };
  if (next === text) return { ...unchanged, applied: renames === undefined ? 0 : 1, ...named };
  const after = readAgain(document, next);
  const isWorse = after !== undefined && after.problems.length > problems.length;
  return isWorse
    ? { ...unchanged, applied: 0 }
    : {
        text: next,
        document: after,
        applied: made.length,
        notes: notesAfter(earlier, made),
        ...named,
      };
}

/**
 * Tells which findings are as many as before, by their words. A broken text is read otherwise than
 * a person means it: what is added to one of its parts may turn up in another one, and again with
 * each further pass.
 */
export function leftBehind(
  found: readonly Finding[],
  after: ConfigDocument | undefined,
  context: CheckContext,
): (finding: Finding) => boolean {
  const were = countsOf(found);
  const are = countsOf(after ? check(after, context) : []);
  return (finding) => (are.get(wordsOf(finding)) ?? 0) >= (were.get(wordsOf(finding)) ?? 0);
}

const wordsOf = ({ rule, message }: Finding): string => `${rule} ${message}`;

function countsOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of findings) counts.set(wordsOf(each), (counts.get(wordsOf(each)) ?? 0) + 1);
  return counts;
}

/** The edits of the fixes that are made in one pass. */
class TakenEdits {
  readonly all: TextEdit[] = [];
  readonly #known = new Set<string>();
  /** By offset, whether an edit is made there. */
  readonly #touched: Uint8Array;

  constructor(length: number) {
    this.#touched = new Uint8Array(length + 1);
  }

  /**
   * Takes the edits of a fix, where they are any and none of them meets one of another fix: the two
   * may share a comma, and the second one waits for the next pass. Several findings may offer one
   * fix, which is made once.
   */
  take(edits: readonly TextEdit[]): boolean {
    const more = edits.filter((edit) => !this.#known.has(keyOf(edit)));
    if (more.length === 0 || more.some(({ span }) => this.#meets(span))) return false;
    for (const edit of more) {
      this.all.push(edit);
      this.#known.add(keyOf(edit));
      this.#touched.fill(1, edit.span.start, edit.span.end + 1);
    }
    return true;
  }

  #meets({ start, end }: Span): boolean {
    return this.#touched.subarray(start, end + 1).includes(1);
  }
}

const keyOf = ({ span, newText }: TextEdit) => `${span.start} ${span.end} ${newText}`;
