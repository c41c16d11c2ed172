import { type CheckContext, check } from '../check';
import { type ConfigDocument, readAgain } from '../model/document';
import { baseName, folderOf } from '../model/path';
import type { Finding } from '../rules/finding';
import { applyEdits, compatible, replacement, type TextEdit } from '../text/edit';
import { applicableFix, leftBehind } from './fix-all';

/** The rules whose fixes bring a credential to OAuth Server-to-Server, or finish that. */
export const MIGRATION_RULES: readonly string[] = [
  'jwt-credential',
  'mixed-credential',
  'migrate-state-left',
  'oauth-flag-inconsistent',
  'half-migrated',
  'jwt-endpoint',
];

/** What a migration makes of a file. */
export interface Migration {
  /** Edits of the text as it was, with the notes of what a person compares. */
  readonly edits: readonly TextEdit[];
  /** Another name for the file, in its folder. */
  readonly renames: string | undefined;
  /** The file with all of it. */
  readonly document: ConfigDocument;
}

/**
 * Applies the migrations of a file, and nothing else, until none is left: all of them, or those of
 * some rules. Undefined where there is none, or none that leaves the text as sound as it was.
 * Always ends.
 */
export function migrate(
  original: ConfigDocument,
  context: CheckContext,
  rules: readonly string[] = MIGRATION_RULES,
): Migration | undefined {
  if (isMigratedElsewhere(original)) return undefined;
  const seen = new Set([original.text]);
  let result: Migration | undefined;
  for (let pass = 0; pass < PASSES; pass++) {
    const document = result?.document ?? original;
    const made = curingStep(document, context, rules);
    if (!made) break;
    const { step, next } = made;
    const isNew = !seen.has(next.text) || next.path !== document.path;
    if (!isNew || next.problems.length > original.problems.length) break;
    seen.add(next.text);
    const { edits, renames } = step;
    result = result ? continued(original, result, step, next) : { edits, renames, document: next };
  }
  return result;
}

const PASSES = 10;

/**
 * A Campaign server gets its credential by a command, which writes this file; before that, nothing
 * may go here.
 */
const isMigratedElsewhere = ({ entities }: ConfigDocument): boolean =>
  entities.some(({ dialect: { credential } }) => {
    return credential?.move.kind === 'campaign' && credential.move.by === 'server';
  });

/** The migration of a finding, where it edits the file or renames it. */
export function migrationStep(finding: Finding): Step | undefined {
  if (!MIGRATION_RULES.includes(finding.rule)) return undefined;
  const fix = applicableFix(finding, ['safe', 'unsafe']);
  const edits = fix?.edits() ?? [];
  const renames = fix?.renames;
  return fix && (edits.length > 0 || renames !== undefined)
    ? { title: fix.title, edits, renames }
    : undefined;
}

export interface Step {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly renames: string | undefined;
}

/** The migrations of one pass, without those whose findings would still be there. */
function curingStep(
  document: ConfigDocument,
  context: CheckContext,
  rules: readonly string[],
): { readonly step: Pass; readonly next: ConfigDocument } | undefined {
  const found = check(document, context);
  let curable = found.filter(({ rule }) => rules.includes(rule));
  for (;;) {
    const step = stepOf(document, curable);
    const next = step && documentAfter(document, step);
    if (!step || !next) return undefined;
    const isLeft = leftBehind(found, next, context);
    const vain = new Set(step.findings.filter(isLeft));
    if (vain.size === 0) return { step, next };
    curable = curable.filter((finding) => !vain.has(finding));
  }
}

interface Pass extends Omit<Step, 'title'> {
  /** Those that the edits are made for. */
  readonly findings: readonly Finding[];
}

/** All migrations that do not get in each other's way; those that do wait for the next pass. */
function stepOf({ path }: ConfigDocument, findings: readonly Finding[]): Pass | undefined {
  const edits: TextEdit[] = [];
  const made: Finding[] = [];
  let renames: string | undefined;
  for (const finding of findings) {
    const step = migrationStep(finding);
    if (!step) continue;
    // Several findings may offer one migration: the same edits are made once.
    const more = step.edits.filter((edit) => !edits.some((other) => isSame(edit, other)));
    if (more.length > 0 && more.some((edit) => edits.some((other) => meets(edit, other)))) continue;
    edits.push(...more);
    if (more.length > 0) made.push(finding);
    if (step.renames !== baseName(path)) renames ??= step.renames;
  }
  const isNothing = edits.length === 0 && renames === undefined;
  return isNothing || !compatible(edits) ? undefined : { edits, renames, findings: made };
}

function documentAfter(
  document: ConfigDocument,
  { edits, renames }: Omit<Step, 'title'>,
): ConfigDocument | undefined {
  const { path, text } = document;
  const name = renames === undefined ? path : folderOf(path) + renames;
  return readAgain(document, applyEdits(text, edits), name);
}

/**
 * A migration and a step behind it. That was made against another text: all of it becomes one edit,
 * and every note stays with it.
 */
export function continued(
  original: ConfigDocument,
  before: Migration,
  step: Omit<Step, 'title'>,
  document: ConfigDocument,
): Migration {
  const renames = before.renames ?? step.renames;
  if (step.edits.length === 0) return { ...before, renames, document };
  const notes = [...before.edits, ...step.edits].flatMap(({ note }) => note ?? []);
  const whole = replacement(original.text, document.text);
  const note = [...new Set(notes)].join(' ');
  return { edits: [{ ...whole, ...(note && { note }) }], renames, document };
}

const isSame = (a: TextEdit, b: TextEdit) =>
  a.newText === b.newText && a.span.start === b.span.start && a.span.end === b.span.end;

const meets = ({ span: a }: TextEdit, { span: b }: TextEdit) =>
  a.start <= b.end && b.start <= a.end;
