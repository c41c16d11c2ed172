import { editOf, type TextEdit } from '../text/edit';
import { type Span, span } from '../text/span';
import { joinNotes } from './change-plan';
import { commentsOf, type MemberScene } from './member-scene';
import {
  endsLine,
  lineEnd,
  lineStart,
  nextLine,
  skipBlanks,
  skipBlanksBack,
  startsLine,
} from './source-lines';

interface Removal {
  readonly span: Span;
  readonly notes: readonly (string | undefined)[];
}

/**
 * Takes the removed members out, each with its comma, further commas, and the lines that this
 * leaves empty.
 */
export function editsOfRemovals(
  scene: MemberScene,
  droppedCommas: readonly number[],
  lastSurvivor: number | undefined,
): readonly TextEdit[] {
  const { list, changes, commas } = scene;
  const tail = removedTail(scene, lastSurvivor);
  const removals: Removal[] = droppedCommas.map((at) => ({ span: span(at, at + 1), notes: [] }));
  for (const [index, note] of changes.removed) {
    const member = list.members[index];
    const comma = commas[index];
    if (!member) continue;
    removals.push({ span: member, notes: [note] });
    if (comma !== undefined) removals.push({ span: span(comma, comma + 1), notes: [] });
  }
  const outsideTail = removals.filter((each) => !tail || each.span.end <= tail.start);
  const edits = joined(scene.text, outsideTail).map((each) =>
    removal(widened(scene, each.span), each),
  );
  if (!tail) return edits;
  const notes = [...changes.removed].filter(([index]) => index > (lastSurvivor ?? -1));
  return [...edits, removal(tail, { span: tail, notes: notes.map(([, note]) => note) })];
}

const removal = (at: Span, { notes }: Removal): TextEdit => editOf(at, '', joinNotes(notes));

/**
 * Where the last members go and the bracket follows on their line: all from the member that is now
 * the last, so that the bracket follows it as it followed them.
 */
function removedTail(scene: MemberScene, lastSurvivor: number | undefined): Span | undefined {
  const { text, list, changes, commas, trailing } = scene;
  const last = list.members.length - 1;
  // Without commas the bracket would become a part of a text that has no quotes.
  if (lastSurvivor === undefined || lastSurvivor === last || list.lines) return undefined;
  if (changes.inserted.some(({ after }) => after === lastSurvivor)) return undefined;
  const comma = commas[lastSurvivor];
  const start = trailing && comma !== undefined ? comma + 1 : list.members[lastSurvivor]!.end;
  const end = (commas[last] ?? list.members[last]!.end - 1) + 1;
  // In a damaged list the comma that is found may stand behind the last member.
  if (end < start || commentsOf(list).some((each) => each.start >= start)) return undefined;
  return list.closed && skipBlanks(text, end) >= list.inner.end ? span(start, end) : undefined;
}

/** Removals with only blanks between them become one. */
function joined(text: string, removals: readonly Removal[]): readonly Removal[] {
  const result: Removal[] = [];
  for (const each of [...removals].sort((a, b) => a.span.start - b.span.start)) {
    const last = result.at(-1);
    if (last && skipBlanks(text, last.span.end) >= each.span.start) {
      const notes = [...last.notes, ...each.notes];
      result[result.length - 1] = { span: span(last.span.start, each.span.end), notes };
    } else result.push(each);
  }
  return result;
}

/** A removal with the blanks around it that nobody needs any more, or with its whole line. */
function widened({ text, list }: MemberScene, { start, end }: Span): Span {
  const first = startsLine(text, start);
  const behind = skipBlanks(text, end);
  if (endsLine(text, end)) {
    if (!first) return span(skipBlanksBack(text, start), lineEnd(text, end));
    const next = nextLine(text, end);
    // The last line of a text takes the line break before it along.
    const broken = next > end && text[next - 1] === '\n';
    return span(broken ? lineStart(text, start) : previousLineEnd(text, start), next);
  }
  if (first) return span(start, behind);
  const opens = start === list.inner.start;
  const comment = list.comments.some((each) => each.start === behind);
  if (behind > end && (opens ? !comment : skipBlanksBack(text, start) < start)) {
    return span(start, behind);
  }
  const closes = behind === list.inner.end || text[behind] === ',';
  return closes && behind === end ? span(skipBlanksBack(text, start), end) : span(start, end);
}

function previousLineEnd(text: string, offset: number): number {
  const start = lineStart(text, offset);
  if (start === 0 || text[start - 1] !== '\n') return start;
  return text[start - 2] === '\r' ? start - 2 : start - 1;
}
