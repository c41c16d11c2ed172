import { editOf, type TextEdit } from '../text/edit';
import { span } from '../text/span';
import { joinNotes } from './change-plan';
import { editsOfRemovals } from './member-removals';
import {
  commentsOf,
  type MemberChanges,
  type MemberList,
  type MemberScene,
  type MemberStyle,
  sceneOf,
} from './member-scene';
import {
  endsLine,
  indentAt,
  lineEnd,
  skipBlanks,
  skipBlanksBack,
  startsLine,
} from './source-lines';

/**
 * Removes and adds members. Commas, lines and comments around them come out as a person would leave
 * them.
 */
export function editMembers(
  text: string,
  list: MemberList,
  changes: MemberChanges,
  style: MemberStyle,
): readonly TextEdit[] {
  const scene = sceneOf(text, list, changes, style);
  const emptied = list.members.every((_, index) => changes.removed.has(index));
  if (emptied && commentsOf(list).length === 0) return [refill(scene)];

  const insertions: TextEdit[] = [];
  const dropped: number[] = [];
  const first = changes.inserted.filter(({ after }) => after < 0);
  const survivors = list.members.map((_, index) => index).filter((i) => !changes.removed.has(i));
  if (first.length > 0) insertions.push(insertFirst(scene, first, survivors[0]));
  for (const [place, index] of survivors.entries()) {
    const added = changes.inserted.filter(({ after }) => after === index);
    const next = survivors[place + 1];
    if (added.length > 0) {
      const made = insertBehind(scene, index, added, next !== undefined);
      insertions.push(...made.edits);
      if (made.dropComma) dropped.push(scene.commas[index]!);
    } else if (next === undefined && !scene.trailing && scene.commas[index] !== undefined) {
      dropped.push(scene.commas[index]);
    }
  }
  const removals = editsOfRemovals(scene, dropped, survivors.at(-1));
  return [...insertions.map((edit) => outside(edit, removals)), ...removals];
}

/** Writes what stands between the brackets anew: no old member and no comment is left. */
function refill({ text, list, changes, style, trailing, indent, comma }: MemberScene): TextEdit {
  const { inner, members, closed } = list;
  const added = changes.inserted.map((each) => each.text);
  const base = indentAt(text, Math.max(inner.start - 1, 0));
  const ownLines =
    indent ?? (style.expand && members.length === 0 ? base + style.indentUnit : undefined);
  const note = joinNotes([
    ...changes.removed.values(),
    ...changes.inserted.map((each) => each.note),
  ]);
  const edit = (newText: string) => editOf(inner, newText, note);
  if (added.length === 0) return edit('');
  if (ownLines === undefined) {
    const between = text.slice(inner.start, members[0]?.start ?? inner.start);
    const padding = members.length > 0 ? between : style.padding;
    return edit(padding + added.join(style.separator) + (closed ? padding : ''));
  }
  const line = style.lineBreak + ownLines;
  const last = trailing ? ',' : '';
  const closing =
    startsLine(text, inner.end) && members.length > 0 ? indentAt(text, inner.end) : base;
  return edit(line + added.join(comma + line) + last + (closed ? style.lineBreak + closing : ''));
}

type Inserted = MemberChanges['inserted'];

function insertFirst(scene: MemberScene, added: Inserted, next: number | undefined): TextEdit {
  const { text, list, style, indent, trailing } = scene;
  const { inner, members } = list;
  const comma = next !== undefined || trailing ? scene.comma : '';
  const at = indent === undefined ? undefined : lineEndBehind(scene, inner.start, false);
  if (at !== undefined) {
    const line = style.lineBreak + indent;
    return insertion(at, line + textsOf(added).join(scene.comma + line) + comma, added);
  }
  const start = members[0]?.start;
  if (list.lines && start !== undefined) {
    const line = style.lineBreak + (indent ?? '');
    // Where the first one goes, the rest of its line goes along, and its line break stays.
    const needsBreak = next === 0 || (next !== undefined && startsLine(text, start));
    return insertion(start, textsOf(added).join(line) + (needsBreak ? line : ''), added);
  }
  const inline = textsOf(added).join(style.separator);
  if (start !== undefined) {
    // What follows may stand on a later line, once the old first member is gone.
    const follows = next !== undefined && !text.slice(start, members[next]?.start).includes('\n');
    return insertion(start, inline + (follows || next === 0 ? style.separator : comma), added);
  }
  // Only comments stand between the brackets.
  return insertion(skipBlanksBack(text, inner.end), ` ${inline}`, added);
}

function insertBehind(
  scene: MemberScene,
  index: number,
  added: Inserted,
  followed: boolean,
): { readonly edits: readonly TextEdit[]; readonly dropComma: boolean } {
  const { list, style, indent, trailing, commas } = scene;
  const { end } = list.members[index]!;
  const comma = commas[index];
  const needsLast = followed || trailing;
  const at = indent === undefined ? undefined : lineEndBehind(scene, end, true);
  const separator = at === undefined ? style.separator : scene.comma + style.lineBreak + indent;
  const joined = textsOf(added).join(separator);
  // A comma that stands before the new members is that of the old one; otherwise it serves the last
  // new one.
  if (at !== undefined && comma !== undefined && comma < at) {
    const newText = style.lineBreak + indent + joined + (needsLast ? scene.comma : '');
    return { edits: [insertion(at, newText, added)], dropComma: false };
  }
  const last = needsLast && comma === undefined ? (at === undefined ? ',' : scene.comma) : '';
  const dropComma = !needsLast && comma !== undefined;
  if (at === undefined || at === end) {
    return { edits: [insertion(end, separator + joined + last, added)], dropComma };
  }
  const newText = style.lineBreak + indent + joined + last;
  const edits = scene.comma ? [insertion(end, ',', [])] : [];
  return { edits: [...edits, insertion(at, newText, added)], dropComma };
}

/**
 * The end of the line, when behind the offset only a comma and comments follow on it; also just
 * before the closing bracket. Undefined where another member follows on the line.
 */
function lineEndBehind(
  { text, list }: MemberScene,
  offset: number,
  beforeBracket: boolean,
): number | undefined {
  let at = offset;
  let solid = offset;
  for (;;) {
    at = skipBlanks(text, at);
    const comment = list.comments.find(({ start }) => start === at);
    if (comment) at = comment.end;
    else if (text[at] === ',' && beforeBracket) at++;
    else break;
    solid = at;
  }
  if (at >= list.inner.end && beforeBracket && list.closed) return solid;
  return at >= lineEnd(text, at) && endsLine(text, at) ? solid : undefined;
}

const textsOf = (added: Inserted): readonly string[] => added.map(({ text }) => text);

function insertion(at: number, newText: string, added: Inserted): TextEdit {
  const note = joinNotes(added.map((each) => each.note));
  return editOf(span(at, at), newText, note);
}

/** Moves an insertion out of a removal, so that the two do not overlap. */
function outside(edit: TextEdit, removals: readonly TextEdit[]): TextEdit {
  const { start } = edit.span;
  const around = removals.find((each) => each.span.start < start && start < each.span.end);
  return around ? { ...edit, span: span(around.span.start, around.span.start) } : edit;
}
