import type { ConfigDocument } from '../model/document';
import { lineEnd, lineStart, nextLine } from '../syntax/source-lines';
import type { Comment } from '../syntax/syntax';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import type { Suppression } from './rule';

/** The comments `ims-config-ignore <id>[, <id>]` and `ims-config-ignore-file <id>` of a document. */
export function suppressions({ comments, text }: ConfigDocument): readonly Suppression[] {
  return comments.flatMap((comment) => fromComment(comment, text));
}

/** Whether a suppression covers a finding that starts at this offset. */
export function suppresses(
  { scope, comment }: Suppression,
  offset: number,
  document: ConfigDocument,
): boolean {
  if (scope === 'file') return true;
  const { start, end } = lineBelow(comment.span.end, document);
  return start <= offset && offset <= end;
}

/** Takes a suppression out of the text: its comment, or its id where the comment names others too. */
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

function fromComment(comment: Comment, text: string): readonly Suppression[] {
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
    ruleId: id[0],
    span: { start: listStart + id.index, end: listStart + id.index + id[0].length },
    alone: ids.length === 1,
  }));
}

/**
 * The line below an offset; in XML to the end of the tag, and to the end of a command that begins there, because no
 * comment can stand inside of one.
 */
function lineBelow(offset: number, { text, syntax, comments, root }: ConfigDocument): Span {
  let start = nextLine(text, offset);
  for (;;) {
    const end = lineEnd(text, start);
    const inComment = comments.find(({ span }) => span.start >= start && span.start <= end);
    const isOnlyComment = inComment && text.slice(start, inComment.span.start).trim() === '';
    if (!isOnlyComment || !DIRECTIVE.test(inComment.text)) break;
    start = nextLine(text, inComment.span.end);
  }
  const end = lineEnd(text, start);
  if (syntax.id === 'command-line' && root?.type === 'array') {
    const commands = root.items.filter(({ span }) => span.start >= start && span.start <= end);
    return { start, end: Math.max(end, ...commands.map(({ span }) => span.end)) };
  }
  if (syntax.id !== 'xml') return { start, end };
  const tagEnd = text.indexOf('>', start);
  return { start, end: Math.max(end, tagEnd) };
}
