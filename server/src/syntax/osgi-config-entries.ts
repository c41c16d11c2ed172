import { editOf, type TextEdit } from '../text/edit';
import { type Span, span } from '../text/span';
import { type InsertedMember, joinNotes, type ListPlan } from './change-plan';
import {
  indentAt,
  lineEnd,
  lineStart,
  nextLine,
  skipBlanks,
  skipBlanksBack,
  startsLine,
} from './source-lines';

/** Removes and adds entries, which need nothing between them but a blank or a line break. */
export function editEntries(
  text: string,
  entries: readonly Span[],
  { removed, inserted }: ListPlan,
  lineBreak: string,
  write: (entry: InsertedMember) => string,
): readonly TextEdit[] {
  const places = placesOf(inserted, write);
  const removals = removalsOf(text, entries, removed);
  const first = places.get(undefined);
  const [head, ...rest] = removals;
  const emptied = removed.length > 0 && removed.length === entries.length;
  if (emptied && head && first) {
    // Nothing is left to which a new entry could be added.
    const sources = first.map(({ source }) => source).join(lineBreak);
    const note = joinNotes([head.note, ...first.map((each) => each.note)]);
    return [editOf(head.span, sources, note), ...rest.map((each) => removal(text, each))];
  }
  return [
    ...[...places].map(([place, added]) => {
      const index = entries.findIndex(({ start }) => start === place);
      return index < 0
        ? insertFirst(text, entries, added, lineBreak)
        : insertBehind(text, entries, index, added, lineBreak);
    }),
    ...removals.map((each) => removal(text, each)),
  ];
}

/** What is added, by the offset of the entry that it follows. */
function placesOf(
  inserted: ListPlan['inserted'],
  write: (entry: InsertedMember) => string,
): ReadonlyMap<number | undefined, readonly Added[]> {
  const places = new Map<number | undefined, Added[]>();
  for (const each of inserted) {
    const place = each.after?.start;
    places.set(place, [...(places.get(place) ?? []), { source: write(each), note: each.note }]);
  }
  return places;
}

interface Added {
  readonly source: string;
  readonly note: string | undefined;
}

interface Removal {
  readonly span: Span;
  readonly note: string | undefined;
}

/** What is removed; entries with only blanks and line breaks between them are one. */
function removalsOf(
  text: string,
  entries: readonly Span[],
  removed: ListPlan['removed'],
): readonly Removal[] {
  const notes = new Map(removed.map((each) => [each.span.start, each.note]));
  const removals: Removal[] = [];
  for (const each of entries) {
    if (!notes.has(each.start)) continue;
    const note = notes.get(each.start);
    const last = removals.at(-1);
    if (last && /^\s*$/.test(text.slice(last.span.end, each.start))) {
      const joined = span(last.span.start, each.end);
      removals[removals.length - 1] = { span: joined, note: joinNotes([last.note, note]) };
    } else removals.push({ span: each, note });
  }
  return removals;
}

const removal = (text: string, { span: at, note }: Removal): TextEdit =>
  editOf(widened(text, at), '', note);

/** A removal with its whole lines, or with the blanks that kept it apart. */
function widened(text: string, { start, end }: Span): Span {
  const opens = startsLine(text, start);
  const behind = skipBlanks(text, end);
  if (behind < lineEnd(text, end)) return span(start, behind);
  if (!opens) return span(skipBlanksBack(text, start), lineEnd(text, end));
  const from = lineStart(text, start);
  const next = nextLine(text, end);
  if (next > end && text[next - 1] === '\n') return span(from, next);
  // The last line of a text takes the line break before it along.
  const before = text[from - 1] !== '\n' ? from : text[from - 2] === '\r' ? from - 2 : from - 1;
  return span(before, next);
}

function insertFirst(
  text: string,
  entries: readonly Span[],
  added: readonly Added[],
  lineBreak: string,
): TextEdit {
  const [first, second] = entries;
  const note = joinNotes(added.map((each) => each.note));
  const start = first?.start ?? text.length;
  const shared = first && second && second.start <= lineEnd(text, first.end);
  if (shared || !startsLine(text, start)) {
    return editOf(span(start, start), added.map(({ source }) => `${source} `).join(''), note);
  }
  const indent = indentAt(text, start);
  const at = lineStart(text, start);
  const lines = added.map(({ source }) => indent + source + lineBreak).join('');
  return editOf(span(at, at), lines, note);
}

function insertBehind(
  text: string,
  entries: readonly Span[],
  index: number,
  added: readonly Added[],
  lineBreak: string,
): TextEdit {
  const { start, end } = entries[index]!;
  const note = joinNotes(added.map((each) => each.note));
  const line = lineEnd(text, end);
  const next = entries[index + 1];
  if (next && next.start <= line) {
    return editOf(span(end, end), added.map(({ source }) => ` ${source}`).join(''), note);
  }
  const indent = startsLine(text, start) ? indentAt(text, start) : '';
  const lines = added.map(({ source }) => lineBreak + indent + source).join('');
  return editOf(span(line, line), lines, note);
}
