import type { ConfigDocument } from '../model/document';
import { readsAsJson } from '../model/inner-text';
import { lineStart, nextLine, skipBlanksBack } from '../syntax/source-lines';
import type { SyntaxProblem } from '../syntax/syntax';
import type { Property } from '../syntax/tree';
import { type Span, span } from '../text/span';

/** A line of a `.env` file that is no assignment, and what it was before it broke. */
export interface BrokenLine {
  readonly problem: SyntaxProblem;
  readonly was: 'key' | 'list' | 'suffix' | 'several-lines' | 'shell' | 'nothing';
  /** The key that it belongs to. */
  readonly key?: string | undefined;
  /** The line breaks to take out, where that mends it. */
  readonly joins?: readonly Span[] | undefined;
}

/** The lines that are no assignments. What shells run and what stands for something left out is fine. */
export function brokenLines(document: ConfigDocument): readonly BrokenLine[] {
  const { syntax, root, problems, text } = document;
  if (syntax.id !== 'env') return [];
  const all = root?.type === 'object' ? root.properties : [];
  return problems
    .filter(({ code }) => code === 'unexpected-token')
    .map((problem) => {
      const stray = text.slice(problem.span.start, problem.span.end);
      const before = all.findLast(({ keySpan }) => keySpan.start < problem.span.start);
      const behind = all.find(({ keySpan }) => keySpan.start > problem.span.start);
      const lines = stray.split(/\r?\n/);
      if (lines.every((line) => SHELL.test(line.trim()))) return { problem, was: 'shell' as const };
      return (
        partOfLines(problem, before, text) ??
        partOfKey(problem, stray, behind, document) ??
        partOfValue(problem, stray, before, text) ?? { problem, was: 'nothing' as const }
      );
    });
}

/** The keys whose values, or that themselves, are broken: what is read of them is not what was meant. */
export const brokenKeys = (document: ConfigDocument): ReadonlySet<string> =>
  new Set(
    document.problems.length > 0 ? brokenLines(document).flatMap(({ key }) => key ?? []) : [],
  );

const SHELL = /^(\.{2,}|…|(set|unset|source|if|then|else|fi|\.)(\s.*)?)$/;

/** What follows the first line of a text without quotes. */
function partOfLines(
  problem: SyntaxProblem,
  before: Property | undefined,
  text: string,
): BrokenLine | undefined {
  const above = text.slice(0, problem.span.start);
  const begin = above.lastIndexOf('-----BEGIN ');
  if (!before || begin < 0 || above.lastIndexOf('-----END ') > begin) return undefined;
  return { problem, was: 'several-lines', key: before.key };
}

/** Joined with the line below it is a key that a credential of the file has. */
function partOfKey(
  problem: SyntaxProblem,
  stray: string,
  behind: Property | undefined,
  { text, entities }: ConfigDocument,
): BrokenLine | undefined {
  if (!behind || !followsOn(text, problem.span, behind.keySpan)) return undefined;
  const key = stray + behind.key;
  const isKnown = entities.some(({ dialect }) =>
    Object.values(dialect.names).some(({ path, also, jwt }) =>
      [path, ...(also ?? []), jwt?.path].some((each) =>
        dialect.anyCase ? each?.toUpperCase() === key.toUpperCase() : each === key,
      ),
    ),
  );
  const joins = [span(problem.span.end, behind.keySpan.start)];
  return isKnown ? { problem, was: 'key', key, joins } : undefined;
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
  const isSuffix = /^@(AdobeOrg|techacct\.adobe\.com)$/i.test(stray) && /^[0-9A-F]{24}$/.test(said);
  return isSuffix ? { problem, was: 'suffix', key: before.key, joins } : undefined;
}

/** Whether one stands at the start of the line below the other. */
const followsOn = (text: string, above: Span, below: Span): boolean =>
  nextLine(text, above.end) === lineStart(text, below.start);
