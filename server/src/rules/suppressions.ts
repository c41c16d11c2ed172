import type { ConfigDocument } from '../model/document';
import { lineEnd, lineStart, nextLine } from '../syntax/source-lines';
import type { Comment } from '../syntax/syntax';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import type { Suppression } from './rule';

/**
 * The comments `ims-config-ignore <id>[, <id>]` and `ims-config-ignore-file <id>` of a document.
 */
export function suppressions(document: ConfigDocument): readonly Suppression[] {
  const { comments, text } = document;
  const all = comments.filter((comment) => DIRECTIVE.test(comment.text));
  const covered = coveredBy(all, document);
  return all.flatMap((comment, index) => fromComment(comment, covered[index]!, text));
}

/** Whether a suppression covers a finding that starts at this offset. */
export const suppresses = ({ covers }: Suppression, offset: number): boolean =>
  covers.start <= offset && offset <= covers.end;

/** Finds those of the suppressions of a document that silence a rule at an offset. */
export function suppressionFinder(
  all: readonly Suppression[],
): (rule: string, offset: number) => readonly Suppression[] {
  const inFile = byRule(all.filter(({ scope }) => scope === 'file'));
  const onLines = byRule(all.filter(({ scope }) => scope === 'line'));
  return (rule, offset) => [
    ...(inFile.get(rule)?.all ?? []),
    ...covering(onLines.get(rule), offset),
  ];
}

/** Suppressions of one rule in the order of the text. */
interface Group {
  readonly all: Suppression[];
  /** How far each, or one before it, reaches. */
  readonly reach: number[];
}

function byRule(all: readonly Suppression[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const each of all) {
    const group = groups.get(each.ruleId) ?? { all: [], reach: [] };
    groups.set(each.ruleId, group);
    group.all.push(each);
    group.reach.push(Math.max(group.reach.at(-1) ?? 0, each.covers.end));
  }
  return groups;
}

function covering(group: Group | undefined, offset: number): readonly Suppression[] {
  if (!group) return [];
  const { all, reach } = group;
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.covers.start <= offset) low = middle + 1;
    else high = middle;
  }
  let first = low;
  while (first > 0 && reach[first - 1]! >= offset) first--;
  return all.slice(first, low).filter((each) => suppresses(each, offset));
}

/**
 * Takes a suppression out of the text: its comment, or its id where the comment names others too.
 */
export function removeSuppression(
  text: string,
  { alone, comment, span }: Suppression,
): readonly TextEdit[] {
  if (alone) return [removeWithLine(text, comment.span)];
  const commaBehind = /^[ \t]*,[ \t]*/.exec(text.slice(span.end, comment.span.end));
  if (commaBehind) {
    return [{ span: { start: span.start, end: span.end + commaBehind[0].length }, newText: '' }];
  }
  const before = text.slice(comment.span.start, span.start);
  const start = comment.span.start + before.replace(/[ \t]*,[ \t]*$/, '').length;
  return [{ span: { start, end: span.end }, newText: '' }];
}

/** Removes what stands in a span, with its line where nothing else stands on it. */
function removeWithLine(text: string, { start, end }: Span): TextEdit {
  const line = { start: lineStart(text, start), end: nextLine(text, end) };
  const before = text.slice(line.start, start);
  const after = text.slice(end, line.end);
  if (before.trim() === '' && after.trim() === '') return { span: line, newText: '' };
  return { span: { start: line.start + before.trimEnd().length, end }, newText: '' };
}

const DIRECTIVE = /^ims-config-ignore(-file)?[ \t]+([a-z0-9, \t-]+)/;

function fromComment(comment: Comment, below: Span, text: string): readonly Suppression[] {
  const match = DIRECTIVE.exec(comment.text);
  if (!match) return [];
  const scope = match[1] ? 'file' : 'line';
  const list = match[2] ?? '';
  const listStart = text.indexOf(comment.text, comment.span.start) + match[0].length - list.length;
  // What follows the ids, behind a dash, is the reason that a person gives.
  const ids = [...list.replace(/\s--.*$/, '').matchAll(/[a-z0-9][a-z0-9-]*/g)];
  return ids.map((id) => ({
    comment,
    scope,
    covers: scope === 'file' ? { start: 0, end: text.length } : below,
    ruleId: id[0],
    span: { start: listStart + id.index, end: listStart + id.index + id[0].length },
    alone: ids.length === 1,
  }));
}

/**
 * What each of these comments is about: the line below it, or below further ones that stand there
 * alone, to the end of what begins on that line and takes no comment inside.
 */
function coveredBy(
  directives: readonly Comment[],
  { text, syntax, parsed }: ConfigDocument,
): readonly Span[] {
  const covered: Span[] = [];
  // From the last one, so that what those below are about is known.
  let below = directives.length;
  for (let index = directives.length - 1; index >= 0; index--) {
    const start = nextLine(text, directives[index]!.span.end);
    const line = { start, end: lineEnd(text, start) };
    while (below > index + 1 && directives[below - 1]!.span.start >= start) below--;
    const next = directives[below]?.span.start ?? text.length + 1;
    const isAlone = next <= line.end && text.slice(start, next).trim() === '';
    const end = Math.max(line.end, syntax.coverBelow?.(text, line, parsed) ?? 0);
    covered[index] = isAlone ? covered[below]! : { start, end };
  }
  return covered;
}
