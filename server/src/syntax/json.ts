import type { TextEdit } from '../text/edit';
import { type Span, span } from '../text/span';
import type { Change, Value } from './change';
import {
  type ListPlan,
  planChanges,
  replacedText,
  type SetValue,
  withoutOverlaps,
} from './change-plan';
import { parseJson } from './json-parser';
import { type JsonStyle, jsonStyle } from './json-style';
import { editMembers } from './members';
import { skipBlanks } from './source-lines';
import type { ParsedText, Syntax } from './syntax';
import { type ScalarNode, textSpan } from './tree';

/** JSON with comments and trailing commas. */
export const json: Syntax = {
  id: 'json',
  parse: parseJson,
  comment: (text) => `// ${text}`,

  edit(text, changes, parsed = parseJson(text)) {
    return changes.length === 0 ? [] : editJson(text, parsed, changes);
  },
};

function editJson(
  text: string,
  parsed: ParsedText,
  changes: readonly Change[],
): readonly TextEdit[] {
  const style = jsonStyle(text, parsed);
  const plan = planChanges(changes);
  const comments = parsed.comments.map((comment) => comment.span);
  const edits = withoutOverlaps([
    ...plan.sets.flatMap((each) => setValue(text, each, style)),
    ...plan.renames.map(({ property, key, note }) =>
      editOf(property.keySpan, JSON.stringify(key), note),
    ),
    ...plan.lists.flatMap((each) => editList(text, each, comments, style)),
  ]);
  return edits.flatMap((edit) => outOfComment(text, edit, comments, style));
}

/** In an unclosed text the place for a new member may be the end of a comment, which would swallow it. */
function outOfComment(
  text: string,
  edit: TextEdit,
  comments: readonly Span[],
  { lineBreak }: JsonStyle,
): readonly TextEdit[] {
  const at = edit.span.start;
  const comment = comments.find(({ start, end }) => start < at && at <= end);
  if (!comment || edit.newText === '') return [edit];
  const source = text.slice(comment.start, comment.end);
  if (source.startsWith('/*')) return source.endsWith('*/') ? [edit] : [];
  return [/^[\r\n]/.test(edit.newText) ? edit : { ...edit, newText: lineBreak + edit.newText }];
}

function setValue(text: string, change: SetValue, style: JsonStyle): readonly TextEdit[] {
  const { node, value, replaced, note } = change;
  if (node.type === 'scalar' && replaced.length > 0) {
    if (typeof node.value === 'string' && text[node.span.start] === '"') {
      return replaced.map((each) =>
        editOf(textSpan(node, each.from, each.to), escaped(each.text), each.note),
      );
    }
    return [editOf(node.span, bareOrQuoted(node, replacedText(node, replaced)), note)];
  }
  const written = jsonValue(value, style);
  const { start, end } = node.span;
  if (start < end) return [editOf(node.span, written, note)];
  // Nothing stands there yet; without a colon, not even the property is complete.
  if (text[start - 1] !== ':') return [editOf(node.span, style.colon + written, note)];
  const blanks = skipBlanks(text, start);
  return [editOf(span(start, blanks), style.colon.slice(1) + written, note)];
}

/** A number stays a number when its characters still are one. */
function bareOrQuoted(node: ScalarNode, text: string): string {
  const parsed = typeof node.value === 'string' ? undefined : parseJson(text).root;
  const bare = parsed?.type === 'scalar' && typeof parsed.value === typeof node.value;
  return bare ? text : JSON.stringify(text);
}

function editList(
  text: string,
  { parent, removed, inserted }: ListPlan,
  comments: readonly Span[],
  style: JsonStyle,
): readonly TextEdit[] {
  const members =
    parent.type === 'object'
      ? parent.properties.map((each) => each.span)
      : parent.items.map((each) => each.span);
  const indexOf = (at: Span | undefined) =>
    at ? members.findIndex(({ start, end }) => start === at.start && end === at.end) : -1;
  const { start, end } = parent.span;
  const closed = end - start > 1 && text[end - 1] === (parent.type === 'object' ? '}' : ']');
  const list = { inner: span(start + 1, closed ? end - 1 : end), closed, members, comments };
  const written = inserted.map(({ after, key, value, note }) => ({
    after: indexOf(after),
    text: (key === undefined ? '' : JSON.stringify(key) + style.colon) + jsonValue(value, style),
    note,
  }));
  const gone = new Map(removed.map((each) => [indexOf(each.span), each.note]));
  gone.delete(-1);
  const expand = style.expand && parent.type === 'object';
  return editMembers(text, list, { removed: gone, inserted: written }, { ...style, expand });
}

const jsonValue = (value: Value, { separator }: JsonStyle): string =>
  typeof value === 'object'
    ? `[${value.map((item) => JSON.stringify(item)).join(separator)}]`
    : JSON.stringify(value);

const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);

const editOf = (at: Span, newText: string, note: string | undefined): TextEdit =>
  note === undefined ? { span: at, newText } : { span: at, newText, note };
