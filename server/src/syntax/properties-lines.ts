import { editOf, type TextEdit } from '../text/edit';
import { firstTouching, span } from '../text/span';
import type { Change } from './change';
import { joinNotes } from './change-plan';
import {
  type Assignment,
  firstAssignment,
  habitOf,
  isAssignment,
  isSection,
  leadOf,
  type PropertiesScene,
} from './properties-scene';
import { isJsonArray, valueText, writeKey, writeText } from './properties-write';
import { endsWithBackslash, lineEnd, lineStart, nextLine, skipBlanks } from './source-lines';

/** Removes and adds lines. A comment behind a removed value stays, on a line of its own. */
export function lineEdits(scene: PropertiesScene, changes: readonly Change[]): readonly TextEdit[] {
  const cuts = cutsOf(scene, changes);
  const insertions = changes.flatMap((change) =>
    change.op === 'insert' ? [insertion(scene, change, cuts)] : [],
  );
  return [...insertions, ...cuts.map((cut) => editOf(cut, '', joinNotes(cut.notes)))];
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly notes: readonly (string | undefined)[];
}

/**
 * Whole lines; neighboring cuts become one, and the last line of a text takes the line break before
 * it along.
 */
function cutsOf({ text, comments }: PropertiesScene, changes: readonly Change[]): readonly Cut[] {
  const merged: Cut[] = [];
  const lines = changes.flatMap((change) => {
    if (change.op !== 'remove') return [];
    const { start, end } = change.property.span;
    const first = lineStart(text, start);
    const next = skipBlanks(text, end);
    return firstTouching(comments, next)?.span.start === next
      ? [{ start: skipBlanks(text, first), end: next, notes: [change.note] }]
      : [{ start: first, end: nextLine(text, end), notes: [change.note] }];
  });
  for (const cut of lines.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && cut.start <= last.end) {
      const notes = [...last.notes, ...cut.notes];
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, cut.end), notes };
    } else merged.push(cut);
  }
  return merged.map((cut) => {
    if (cut.end < text.length || text.endsWith('\n') || text[cut.start - 1] !== '\n') return cut;
    return { ...cut, start: cut.start - (text[cut.start - 2] === '\r' ? 2 : 1) };
  });
}

type Insert = Extract<Change, { readonly op: 'insert' }>;

function insertion(scene: PropertiesScene, change: Insert, cuts: readonly Cut[]): TextEdit {
  const { text, lineBreak } = scene;
  const { at, below } = placeOf(scene, change);
  const line = newLine(scene, change);
  if (below) {
    // A backslash at the end of the text would take the new line along.
    const open = scene.flavour.escapes === 'everywhere' && endsWithBackslash(text, at);
    const lead = open ? lineBreak + lineBreak : lineBreak;
    return editOf(span(at, at), lead + line, change.note);
  }
  const around = cuts.find(({ start, end }) => start < at && at < end);
  if (around) return editOf(span(around.start, around.start), lineBreak + line, change.note);
  return editOf(span(at, at), line + lineBreak, change.note);
}

/** The end of the line below which a new one goes, or the start of the line above which it goes. */
function placeOf(
  { text, top }: PropertiesScene,
  { parent, after }: Insert,
): { readonly at: number; readonly below: boolean } {
  const below = (offset: number) => ({ at: lineEnd(text, offset), below: true });
  if (after && isAssignment(after)) return below(after.span.end);
  // What stands behind the first header belongs to a section.
  const last = after ? parent.properties.filter(isAssignment).at(-1) : undefined;
  if (last) return below(last.span.end);
  const first = parent.properties[0] ?? (parent.nameSpan ? undefined : top.find(isSection));
  if (first) return { at: lineStart(text, first.span.start), below: false };
  return below(parent.nameSpan?.end ?? text.length);
}

/** A new assignment, written as its neighbor is. */
function newLine(scene: PropertiesScene, { parent, after, key, value }: Insert): string {
  const { flavour, text, lineBreak } = scene;
  const own = parent.properties.filter(isAssignment);
  const model = after && isAssignment(after) ? after : (own[0] ?? firstAssignment(scene));
  const habit = model
    ? { ...habitOf(scene, model), source: '' }
    : { flavour, lineBreak, separator: flavour.separator, exported: false, quote: '', source: '' };
  const list = own.find(({ value: { text: said } }) => isJsonArray(said));
  const written = writeText(valueText(value, list?.value.text), habit);
  const name = writeKey(key, flavour);
  const lead = model ? leadOf(text, model) : '';
  const line = lead + name + aligned(habit.separator, name, model) + written;
  return written === '' ? line.trimEnd() : line;
}

/** The separator in the column of the neighbor's, where several blanks stand before it. */
function aligned(separator: string, name: string, model: Assignment | undefined): string {
  const blanks = /^ {2,}(?=[=:])/.exec(separator)?.[0].length;
  if (!model || blanks === undefined) return separator;
  const column = model.keySpan.end - model.keySpan.start + blanks;
  return ' '.repeat(Math.max(1, column - name.length)) + separator.slice(blanks);
}
