import { editOf, type TextEdit } from '../text/edit';
import { type Span, span } from '../text/span';
import { joinNotes } from './change-plan';
import type { MemberChanges } from './member-scene';
import { lineEnd, lineStart, nextLine, skipBlanks, startsLine } from './source-lines';

/** The members of a mapping or list without brackets, each with its dash, on lines of their own. */
export interface BlockList {
  readonly members: readonly Span[];
  /** The comments of the whole text. */
  readonly comments: readonly Span[];
  readonly lineBreak: string;
  /** `{}` or `[]`, for when no member is left. */
  readonly empty: string;
  /** Behind the colon of the key whose value it is; undefined where it is none. */
  readonly behindKey: number | undefined;
}

type Inserted = MemberChanges['inserted'];

/**
 * Removes and adds members with their lines; comments of their own lines and behind members stay.
 */
export function editBlock(
  text: string,
  list: BlockList,
  changes: MemberChanges,
): readonly TextEdit[] {
  const { members } = list;
  const survivors = members.map((_, index) => index).filter((index) => !changes.removed.has(index));
  if (survivors.length === 0) return emptied(text, list, changes);
  const first = changes.inserted.filter(({ after }) => after < 0);
  const insertions = first.length > 0 ? [insertFirst(text, list, changes, first)] : [];
  for (const index of survivors) {
    const added = changes.inserted.filter(({ after }) => after === index);
    if (added.length > 0) insertions.push(insertBehind(text, list, index, added));
  }
  return [...insertions, ...removals(text, list, changes, survivors[0]!)];
}

/** The line breaks and blanks that begin another member. */
const newMember = (text: string, list: Pick<BlockList, 'members' | 'lineBreak'>): string => {
  const start = list.members[0]?.start ?? 0;
  return list.lineBreak + ' '.repeat(start - lineStart(text, start));
};

function insertFirst(
  text: string,
  list: BlockList,
  changes: MemberChanges,
  added: Inserted,
): TextEdit {
  const line = newMember(text, list);
  const joined = added.map((each) => each.text).join(line);
  const { start } = list.members[0]!;
  // The first line goes away as a whole: the new one stands before it, with its own indentation.
  if (changes.removed.has(0) && startsLine(text, start)) {
    const indent = line.slice(list.lineBreak.length);
    return edit(lineStart(text, start), indent + joined + list.lineBreak, added);
  }
  return edit(start, joined + line, added);
}

function insertBehind(text: string, list: BlockList, index: number, added: Inserted): TextEdit {
  const line = newMember(text, list);
  const at = endBehind(text, list, index);
  return edit(at, added.map((each) => line + each.text).join(''), added);
}

/** The end of a member's last line, or of the comments below that are indented as its inside is. */
function endBehind(text: string, { members }: BlockList, index: number): number {
  const { start, end } = members[index]!;
  const column = start - lineStart(text, start);
  let at = lineEnd(text, end);
  for (let next = nextLine(text, at); next < text.length; next = nextLine(text, at)) {
    const first = skipBlanks(text, next);
    if (text[first] !== '#' || first - next <= column) break;
    at = lineEnd(text, first);
  }
  return at;
}

function removals(
  text: string,
  list: BlockList,
  changes: MemberChanges,
  firstSurvivor: number,
): readonly TextEdit[] {
  const { members, comments } = list;
  const gone = [...changes.removed.keys()].sort((a, b) => a - b);
  const made: Cut[] = [];
  let done = 0;
  for (const index of gone) {
    const member = members[index];
    if (!member || member.start < done) continue;
    const note = changes.removed.get(index);
    if (index === 0 && !startsLine(text, member.start)) {
      // The first member stands behind a dash; what comes next moves up to it.
      const next = members[firstSurvivor]!.start;
      const comment = comments.find(
        ({ start }) => start >= member.end && !isInside(members, start),
      );
      done = Math.min(next, comment?.start ?? next);
      const notes = gone.filter((each) => members[each]!.start < done);
      made.push({
        start: member.start,
        end: done,
        notes: notes.map((each) => changes.removed.get(each)),
      });
    } else made.push(lineCut(text, member, comments, note));
  }
  return cutEdits(text, made);
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly notes: readonly (string | undefined)[];
}

const isInside = (members: readonly Span[], offset: number): boolean =>
  members.some(({ start, end }) => start <= offset && offset < end);

/** The lines of a member, but not a comment behind it. */
function lineCut(
  text: string,
  { start, end }: Span,
  comments: readonly Span[],
  note: string | undefined,
): Cut {
  const comment = comments.find((each) => each.start >= end && each.start < lineEnd(text, end));
  if (comment) return { start, end: comment.start, notes: [note] };
  return { start: lineStart(text, start), end: nextLine(text, end), notes: [note] };
}

/** Neighboring cuts become one; the last line of a text takes the line break before it along. */
function cutEdits(text: string, cuts: readonly Cut[]): readonly TextEdit[] {
  const merged: Cut[] = [];
  for (const cut of cuts) {
    const last = merged.at(-1);
    if (last?.end === cut.start) {
      merged[merged.length - 1] = {
        ...cut,
        start: last.start,
        notes: [...last.notes, ...cut.notes],
      };
    } else merged.push(cut);
  }
  return merged.map(({ start, end, notes }) => {
    const atEnd = end === text.length && !text.endsWith('\n') && startsLine(text, start);
    const from =
      atEnd && text[start - 1] === '\n' ? start - (text[start - 2] === '\r' ? 2 : 1) : start;
    const note = joinNotes(notes);
    return editOf(span(from, end), '', note);
  });
}

function emptied(text: string, list: BlockList, changes: MemberChanges): readonly TextEdit[] {
  const { members, comments, behindKey } = list;
  const cuts = members.map((member, index) =>
    lineCut(text, member, comments, changes.removed.get(index)),
  );
  const first = members[0];
  if (!first) return [];
  const added = changes.inserted;
  if (added.length === 0 && behindKey !== undefined && startsLine(text, first.start)) {
    return [edit(behindKey, ` ${list.empty}`, []), ...cutEdits(text, cuts)];
  }
  const line = newMember(text, list);
  const newText = added.length > 0 ? added.map((each) => each.text).join(line) : list.empty;
  const note = joinNotes([changes.removed.get(0), ...added.map((each) => each.note)]);
  const replaced = editOf(first, newText, note);
  return [replaced, ...cutEdits(text, cuts.slice(1))];
}

function edit(at: number, newText: string, added: Inserted): TextEdit {
  const note = joinNotes(added.map((each) => each.note));
  return editOf(span(at, at), newText, note);
}

/**
 * A line that is added at the end of lines that go away would go with them. Those removals, with
 * the ones just before them, take the line break before them instead of the one behind.
 */
export function withoutLostLines(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const moved = new Set<TextEdit>();
  for (const { span: at } of edits.filter((each) => each.span.start === each.span.end)) {
    let lost = edits.find((each) => each.span.start < at.start && at.start < each.span.end);
    while (lost && isOfLines(text, lost)) {
      moved.add(lost);
      const { start } = lost.span;
      lost = edits.find((each) => each.span.end === start && each.span.start < start);
    }
  }
  return edits.map((each) => (moved.has(each) ? oneBreakEarlier(text, each) : each));
}

const isOfLines = (text: string, { span: at, newText }: TextEdit): boolean =>
  newText === '' && text[at.start - 1] === '\n' && text[at.end - 1] === '\n';

function oneBreakEarlier(text: string, edited: TextEdit): TextEdit {
  const before = (offset: number) => offset - (text[offset - 2] === '\r' ? 2 : 1);
  const { start, end } = edited.span;
  return { ...edited, span: span(before(start), before(end)) };
}
