import { editOf, type TextEdit } from '../text/edit';
import { type Span, span } from '../text/span';
import type { Change } from './change';
import {
  type ChangePlan,
  type InsertedMember,
  isList,
  type ListPlan,
  planChanges,
  replacedText,
  type SetValue,
  withoutOverlaps,
} from './change-plan';
import { editMembers } from './members';
import { editEntries } from './osgi-config-entries';
import type { OsgiConfigLayout } from './osgi-config-parser';
import { encodeKey, encodeText } from './osgi-config-string';
import {
  bracketOf,
  listStyle,
  type OsgiConfigStyle,
  osgiConfigStyle,
  quoted,
  writtenList,
} from './osgi-config-style';
import { fits, TYPE_LETTER, written } from './osgi-config-value';
import { skipBlanksBack } from './source-lines';
import type { ParsedText } from './syntax';
import { type ArrayNode, type ScalarNode, textSpan } from './tree';

/** Everything an edit looks at. */
interface Scene {
  readonly text: string;
  readonly parsed: ParsedText;
  readonly style: OsgiConfigStyle;
  readonly continuations: readonly number[];
  /** The list in which an item stands, by the item's offset. */
  readonly lists: ReadonlyMap<number, ArrayNode>;
}

/** The edits that make these changes. */
export function editOsgiConfig(
  text: string,
  changes: readonly Change[],
  parsed: ParsedText,
): readonly TextEdit[] {
  const continuations = (parsed.layout as OsgiConfigLayout | undefined)?.continuations ?? [];
  const style = osgiConfigStyle(text, parsed.root, continuations);
  const scene: Scene = { text, parsed, style, continuations, lists: listsOf(parsed) };
  const plan = planChanges(changes);
  return withoutOverlaps([
    ...plan.sets.flatMap((each) => setValue(scene, each)),
    ...plan.renames.map(({ property, key, note }) =>
      editOf(property.keySpan, encodeKey(key), note),
    ),
    ...plan.lists.flatMap((each) => editList(scene, each)),
    ...lettersOfLists(scene, plan),
  ]);
}

function listsOf({ root }: ParsedText): ReadonlyMap<number, ArrayNode> {
  const values = root?.type === 'object' ? root.properties.map(({ value }) => value) : [];
  return new Map(
    values.flatMap((list) =>
      list.type === 'array' ? list.items.map((item) => [item.span.start, list] as const) : [],
    ),
  );
}

/** A list whose new items are not of its type becomes a list of texts. */
function lettersOfLists(scene: Scene, { sets, lists }: ChangePlan): readonly TextEdit[] {
  const items = [
    ...sets.map(({ node, value }) => ({ list: scene.lists.get(node.span.start), value })),
    ...lists.flatMap(({ parent, inserted }) =>
      parent.type === 'array' ? inserted.map(({ value }) => ({ list: parent, value })) : [],
    ),
  ];
  const starts = items.flatMap(({ list, value }) => {
    const letter = list && letterOf(scene.text, list);
    return letter && !fits(letter, String(value)) ? [list.span.start] : [];
  });
  return [...new Set(starts)].map((start) => editOf(span(start, start + 1), ''));
}

function setValue(scene: Scene, { node, value, replaced, note }: SetValue): readonly TextEdit[] {
  const { text, style } = scene;
  if (node.type === 'object') return [];
  const letter = letterOf(text, node);
  if (node.type === 'scalar' && replaced.length > 0) {
    if (text[node.content.start - 1] !== '"' || node.content.start === node.span.start) {
      return [editOf(node.span, quoted(replacedText(node, replaced)), note)];
    }
    const misfit = letter && !fits(letter, replacedText(node, replaced));
    return [
      ...(misfit ? [editOf(span(node.span.start, node.span.start + 1), '')] : []),
      ...replaced.map((each) =>
        editOf(textSpan(node, each.from, each.to), encodeText(each.text), each.note),
      ),
    ];
  }
  if (scene.lists.has(node.span.start)) return [editOf(node.span, quoted(String(value)), note)];
  const { start, end } = node.span;
  // A key without a value may have its sign or not.
  const sign = start < end || text[start - 1] === '=' ? '' : style.sign;
  return [editOf(node.span, sign + valueText(value, letter, style), note)];
}

/** The letter before a value or a list. */
const letterOf = (text: string, { span: { start, end } }: ScalarNode | ArrayNode) =>
  end - start > 1 && TYPE_LETTER.test(text[start]!) && /["[(]/.test(text[start + 1]!)
    ? text[start]
    : undefined;

function valueText(
  value: SetValue['value'],
  letter: string | undefined,
  { list }: OsgiConfigStyle,
): string {
  if (isList(value)) return writtenList(value, letter, list);
  const scalar = written(value, letter);
  return scalar.letter + quoted(scalar.text);
}

function editList(scene: Scene, plan: ListPlan): readonly TextEdit[] {
  const { parent } = plan;
  if (parent.type === 'array') return editItems(scene, plan, parent);
  const { text, style } = scene;
  const write = ({ key, value }: InsertedMember) =>
    encodeKey(key ?? '') + style.sign + valueText(value, undefined, style);
  const entries = parent.properties.map((each) => each.span);
  return editEntries(text, entries, plan, style.lineBreak, write);
}

/**
 * Items change like those of any list in brackets, where the backslashes at the ends of lines count
 * as blanks and are part of each new line break.
 */
function editItems(scene: Scene, { removed, inserted }: ListPlan, parent: ArrayNode) {
  const { text, style, continuations } = scene;
  const comments = scene.parsed.comments.map((comment) => comment.span);
  const members = parent.items.map((each) => each.span);
  const indexOf = (at: Span | undefined) => members.findIndex(({ start }) => start === at?.start);
  const open = bracketOf(text, parent);
  const { end } = parent.span;
  const closed = end > open + 1 && /[\])]/.test(text[end - 1]!);
  const own = listStyle(text, parent, style.lineBreak, continuations);
  const form = members.length > 0 ? own : style.list;
  const edits = editMembers(
    withoutBackslashes(text, continuations),
    { inner: span(open + 1, closed ? end - 1 : end), closed, members, comments },
    {
      removed: new Map(removed.map((each) => [indexOf(each.span), each.note])),
      inserted: inserted.map(({ after, value, note }) => {
        return { after: indexOf(after), text: quoted(String(value)), note };
      }),
    },
    form,
  );
  return edits
    .map((edit) => keptBackslash(text, edit))
    .map((edit) => outOfComment(edit, comments, style));
}

/** The text with blanks in place of the backslashes that continue lists. */
function withoutBackslashes(text: string, continuations: readonly number[]): string {
  let last = 0;
  const parts = continuations.map((at) => {
    const part = text.slice(last, at);
    last = at + 1;
    return part;
  });
  return [...parts, text.slice(last)].join(' ');
}

/** A removal up to the end of a line leaves the backslash there. */
function keptBackslash(text: string, edit: TextEdit): TextEdit {
  const { start, end } = edit.span;
  if (edit.newText !== '' || text[end - 1] !== '\\' || end - start < 2) return edit;
  return { ...edit, span: span(start, Math.max(start, skipBlanksBack(text, end - 1))) };
}

/** A new item behind a comment begins a line, so that the comment does not swallow it. */
function outOfComment(
  edit: TextEdit,
  comments: readonly Span[],
  { lineBreak }: OsgiConfigStyle,
): TextEdit {
  const at = edit.span.start;
  if (edit.newText === '' || !comments.some(({ start, end }) => start < at && at <= end)) {
    return edit;
  }
  return { ...edit, newText: lineBreak + edit.newText.replace(/^ ?\\?\r?\n/, '') };
}
