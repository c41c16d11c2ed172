import { editOf, type TextEdit } from '../text/edit';
import { encloses, type Span, span } from '../text/span';
import type { Change } from './change';
import {
  type ListPlan,
  planChanges,
  replacedText,
  type SetValue,
  withoutOverlaps,
} from './change-plan';
import { parseHjson } from './hjson-parser';
import { parseJson as parseStrict } from './json-parser';
import { renewedJson } from './json-renewal';
import { JsonLayout, type JsonStyle, listStyle, styleOf } from './json-style';
import { jsonTyping } from './json-typing';
import { escapedFor, isQuoted, quoteAt, writeKey, writeValue } from './json-write';
import { editMembers } from './members';
import { LARGE } from './renewal';
import { lineStart, skipBlanks } from './source-lines';
import type { ParsedText, ReadBefore, Syntax } from './syntax';
import { type ConfigNode, type ScalarNode, textSpan } from './tree';

/** JSON with comments and trailing commas. */
export const json: Syntax = {
  id: 'json',
  parse: (text, before) => remembered(text, parseJson(text, before)),
  comment: (text) => `// ${text}`,

  edit(text, changes, parsed = parseJson(text)) {
    return changes.length === 0 ? [] : editJson(text, parsed, changes);
  },

  typing: (text, offset, parsed = parseJson(text)) => jsonTyping(text, offset, parsed, false),
};

/** What `aio` reads: JSON in which quotes, commas and outer braces may be left out. */
export const hjson: Syntax = {
  id: 'hjson',
  parse: (text) => remembered(text, parseHjson(text)),
  comment: (text) => `# ${text}`,

  edit(text, changes, parsed = parseHjson(text)) {
    return changes.length === 0 ? [] : editJson(text, parsed, changes);
  },

  commentPlace(text, offset, { root } = parseHjson(text)) {
    const start = lineStart(text, offset);
    return root && isInText(root, start) ? undefined : start;
  },

  typing: (text, offset, parsed = parseHjson(text)) => jsonTyping(text, offset, parsed, true),
};

const remembered = (text: string, parsed: ParsedText): ParsedText => ({
  ...parsed,
  layout: new JsonLayout(text, parsed),
});

/** A text that has faults as JSON, and none as HJSON, is read as that: it has one fault. */
function parseJson(text: string, before?: ReadBefore): ParsedText {
  const isLarge = text.length >= LARGE;
  const strict = (isLarge && before && renewedJson(text, before)) || parseStrict(text);
  const [first] = strict.problems;
  if (!first || (strict.problems.length === 1 && !UNQUOTED.has(first.code))) return strict;
  const lenient = parseHjson(text);
  if (lenient.problems.length > 0 || lenient.root?.type === 'scalar') return strict;
  const start = Math.min(...strict.problems.map(({ span }) => span.start));
  const at = strict.problems.find(({ span }) => span.start === start) ?? first;
  return { ...lenient, problems: [{ code: 'not-json', span: at.span }] };
}

/** The only problem of a text that leaves out quotes once, or the outer braces. */
const UNQUOTED: ReadonlySet<string> = new Set(['key-expected', 'unexpected-token']);

const isInText = (node: ConfigNode, offset: number): boolean => {
  if (node.span.start >= offset || offset >= node.span.end) return false;
  if (node.type === 'scalar') return true;
  const inner = node.type === 'array' ? node.items : node.properties.map(({ value }) => value);
  return inner.some((each) => isInText(each, offset));
};

function editJson(
  text: string,
  parsed: ParsedText,
  changes: readonly Change[],
): readonly TextEdit[] {
  const style = styleOf(text, parsed);
  const plan = planChanges(changes);
  const comments = parsed.comments.map((comment) => comment.span);
  const isSet = ({ span: { start } }: ConfigNode) =>
    plan.sets.some(({ node }) => node.span.start === start);
  const edits = withoutOverlaps([
    ...plan.sets.flatMap((each) => setValue(text, each, style)),
    ...plan.renames.flatMap(({ property, key, note }) => {
      const { keySpan, value } = property;
      return [
        editOf(keySpan, writeKey(key, quoteAt(text, keySpan.start)), note),
        ...(isSet(value) ? [] : keptText(text, keySpan, value)),
      ];
    }),
    ...plan.lists.flatMap((each) => editList(text, each, comments, style)),
  ]);
  return edits.flatMap((edit) => outOfComment(text, edit, comments, style));
}

/**
 * In an unclosed text the place for a new member may be the end of a comment, which would swallow
 * it.
 */
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
  const { start, end } = node.span;
  const quote = quoteOf(text, node, style);
  if (node.type === 'scalar' && replaced.length > 0) {
    if (isQuoted(text, node)) {
      return replaced.map((each) =>
        editOf(textSpan(node, each.from, each.to), escapedFor(each.text, quote), each.note),
      );
    }
    return [editOf(node.span, bareOrQuoted(text, node, replacedText(node, replaced)), note)];
  }
  const written = writeValue(value, quote, style.separator);
  if (start < end) return [editOf(node.span, written, note)];
  // Nothing stands there yet; without a colon, not even the property is complete.
  if (text[start - 1] !== ':') return [editOf(node.span, style.colon + written, note)];
  const blanks = skipBlanks(text, start);
  return [editOf(span(start, blanks), style.colon.slice(1) + written, note)];
}

/**
 * The column of its quotes says how much of a text's lines is indentation, and a longer key moves
 * them.
 */
function keptText(text: string, key: Span, value: ConfigNode): readonly TextEdit[] {
  const moves =
    value.type === 'scalar' &&
    text.startsWith("'''", value.span.start) &&
    lineStart(text, value.span.start) <= key.start;
  return moves ? [editOf(value.span, JSON.stringify(value.text))] : [];
}

/** A text keeps its quotes; only one that had none can do without. */
function quoteOf(text: string, node: ConfigNode, style: JsonStyle) {
  const usual = style.quote === 'none' ? '"' : style.quote;
  if (node.type !== 'scalar' || typeof node.value !== 'string') return usual;
  if (text.startsWith("'''", node.span.start)) return usual;
  return style.loose || isQuoted(text, node) ? quoteAt(text, node.span.start) : usual;
}

/**
 * A number stays a number when its characters still are one, and a text without quotes has none.
 */
function bareOrQuoted(source: string, node: ScalarNode, text: string): string {
  if (typeof node.value === 'string') {
    const multiLine = quoteAt(source, node.span.start) !== 'none';
    return writeValue(text, multiLine ? '"' : 'none', '');
  }
  const parsed = parseStrict(text).root;
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
  const opened = text[start] === '{' || text[start] === '[';
  const closed =
    opened && end - start > 1 && text[end - 1] === (parent.type === 'object' ? '}' : ']');
  const inner = span(opened ? start + 1 : start, closed ? end - 1 : end);
  const own = listStyle(text, parent, inner, style);
  const list = { inner, closed, members, comments, lines: own.lines };
  const written = inserted.map(({ after, key, value, note }) => {
    const name = key === undefined ? '' : writeKey(key, own.keyQuote) + style.colon;
    return {
      after: indexOf(after),
      text: name + writeValue(value, own.quote, style.separator),
      note,
    };
  });
  const gone = new Map(removed.map((each) => [indexOf(each.span), each.note]));
  gone.delete(-1);
  const isEmptied = !opened && written.length === 0 && gone.size === members.length;
  if (isEmptied && !comments.some((each) => encloses(parent.span, each))) {
    return [editOf(parent.span, '{}')];
  }
  const expand = style.expand && parent.type === 'object';
  return editMembers(text, list, { removed: gone, inserted: written }, { ...style, expand });
}
