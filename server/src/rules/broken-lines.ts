import type { ConfigDocument } from '../model/document';
import { idForm } from '../model/id-form';
import { readsAsJson } from '../model/inner-text';
import { lineStart, nextLine, skipBlanksBack } from '../syntax/source-lines';
import type { SyntaxProblem } from '../syntax/syntax';
import type { Property } from '../syntax/tree';
import { type Span, span } from '../text/span';

/** A line of a `.env` file that is no assignment, and what it was before it broke. */
export interface BrokenLine {
  readonly problem: SyntaxProblem;
  readonly was: 'key' | 'list' | 'suffix' | 'several-lines' | 'separator' | 'shell' | 'nothing';
  /** The key that it belongs to. */
  readonly key?: string | undefined;
  /** The line breaks to take out, where that mends it. */
  readonly joins?: readonly Span[] | undefined;
}

/**
 * The lines that are no assignments. What shells run and what stands for something left out is
 * fine.
 */
export function brokenLines(document: ConfigDocument): readonly BrokenLine[] {
  const { syntax, root, problems, text } = document;
  if (syntax.id !== 'env' || problems.length === 0) return [];
  const all = root?.type === 'object' ? root.properties : [];
  const marks = [...text.matchAll(/-----(BEGIN|END) /g)];
  const isKnown = knownKeys(document);
  let next = 0;
  let mark = 0;
  return problems.flatMap((problem): readonly BrokenLine[] => {
    const { start, end } = problem.span;
    if (problem.code !== 'unexpected-token') return [];
    while (next < all.length && all[next]!.keySpan.start < start) next++;
    while (mark < marks.length && marks[mark]!.index < start) mark++;
    const stray = text.slice(start, end);
    const before = all[next - 1];
    const behind = all[next];
    const lines = stray.split(/\r?\n/);
    if (lines.every((line) => SHELL.test(line.trim()))) return [{ problem, was: 'shell' }];
    if (before && marks[mark - 1]?.[1] === 'BEGIN') {
      return [{ problem, was: 'several-lines', key: before.key }];
    }
    const part =
      partOfKey(problem, stray, behind, text, isKnown) ??
      partOfValue(problem, stray, before, text) ??
      withoutSeparator(problem, lines, isKnown);
    return [part ?? { problem, was: 'nothing' }];
  });
}

/**
 * The keys whose values, or that themselves, are broken: what is read of them is not what was
 * meant.
 */
export const brokenKeys = (document: ConfigDocument): ReadonlySet<string> =>
  new Set(brokenLines(document).flatMap(({ key }) => key ?? []));

const SHELL = /^(\.{2,}|\u2026|(set|unset|source|if|then|else|fi|\.)(\s.*)?)$/;

/** Whether a key is one that a credential of the file has. */
function knownKeys({ entities }: ConfigDocument): (key: string) => boolean {
  const exact = new Set<string>();
  const folded = new Set<string>();
  for (const { dialect } of entities) {
    for (const { path, also, jwt } of Object.values(dialect.names)) {
      for (const key of [path, ...(also ?? []), ...(jwt ? [jwt.path] : [])]) {
        if (dialect.anyCase) folded.add(key.toUpperCase());
        else exact.add(key);
      }
    }
  }
  return (key) => exact.has(key) || folded.has(key.toUpperCase());
}

/** Joined with the line below it is a key. */
function partOfKey(
  problem: SyntaxProblem,
  stray: string,
  behind: Property | undefined,
  text: string,
  isKnown: (key: string) => boolean,
): BrokenLine | undefined {
  if (!behind || !followsOn(text, problem.span, behind.keySpan)) return undefined;
  const key = stray + behind.key;
  const joins = [span(problem.span.end, behind.keySpan.start)];
  return isKnown(key) ? { problem, was: 'key', key, joins } : undefined;
}

/** A key with a value behind a blank. */
function withoutSeparator(
  problem: SyntaxProblem,
  [line = '', ...more]: readonly string[],
  isKnown: (key: string) => boolean,
): BrokenLine | undefined {
  const key = /^(\S+)[ \t]+\S/.exec(line)?.[1];
  return key !== undefined && more.length === 0 && isKnown(key)
    ? { problem, was: 'separator', key }
    : undefined;
}

/** Joined with the line above it is an array, or an id with its end. */
function partOfValue(
  problem: SyntaxProblem,
  stray: string,
  before: Property | undefined,
  text: string,
): BrokenLine | undefined {
  if (before?.value.type !== 'scalar' || !followsOn(text, before.value.span, problem.span)) {
    return undefined;
  }
  const said = before.value.text;
  const end = skipBlanksBack(text, before.value.span.end);
  const joins = [span(end, problem.span.start)];
  if (/^\s*\[/.test(said) && readsAsJson(said + stray)) {
    return { problem, was: 'list', key: before.key, joins };
  }
  const form = stray.startsWith('@') ? idForm(said + stray) : undefined;
  return form === 'org-id' || form === 'technical-account-id'
    ? { problem, was: 'suffix', key: before.key, joins }
    : undefined;
}

/** Whether one stands at the start of the line below the other. */
const followsOn = (text: string, above: Span, below: Span): boolean =>
  nextLine(text, above.end) === lineStart(text, below.start);
