import { editOf, type TextEdit } from '../text/edit';
import { span } from '../text/span';
import type { Change } from './change';
import { planChanges, type SetValue, withoutOverlaps } from './change-plan';
import type { Flavour } from './properties-flavours';
import { lineEdits } from './properties-lines';
import {
  type Assignment,
  assignmentOf,
  habitOf,
  missingBlank,
  type PropertiesScene,
  sceneOf,
} from './properties-scene';
import { valueText, writeKey, writePieces, writeText } from './properties-write';
import { endsLine, skipBlanks, skipBlanksBack } from './source-lines';
import type { ParsedText } from './syntax';
import { textSpan } from './tree';

/** The edits that make these changes. */
export function editProperties(
  flavour: Flavour,
  text: string,
  changes: readonly Change[],
  parsed: ParsedText,
): readonly TextEdit[] {
  const scene = sceneOf(flavour, text, parsed);
  const plan = planChanges(changes);
  return withoutOverlaps([
    ...plan.sets.flatMap((each) => setEdits(scene, each)),
    ...plan.renames.map(({ property, key, note }) =>
      editOf(property.keySpan, writeKey(key, flavour), note),
    ),
    ...lineEdits(scene, changes),
  ]);
}

function setEdits(
  scene: PropertiesScene,
  { node, value, replaced, note }: SetValue,
): readonly TextEdit[] {
  const assignment = node.type === 'scalar' ? assignmentOf(scene, node) : undefined;
  if (!assignment || node.type !== 'scalar') return [];
  const habit = habitOf(scene, assignment);
  const { start, end } = node.span;
  if (replaced.length > 0 && start < end) {
    const pieces = writePieces(node, replaced, String(value), habit);
    if (pieces) {
      return pieces.map(({ newText, piece }) =>
        editOf(textSpan(node, piece.from, piece.to), newText, piece.note),
      );
    }
  }
  const written = writeText(valueText(value, node.text), habit);
  if (start === end) return [filled(scene, assignment, written, note)];
  // An empty value leaves no blank at the end of its line.
  const from =
    written === '' && endsLine(scene.text, end) ? skipBlanksBack(scene.text, start) : start;
  return [editOf(span(from, end), written, note)];
}

/** Writes a value where none stands, with a blank before a comment behind it. */
function filled(
  scene: PropertiesScene,
  { keySpan, value }: Assignment,
  written: string,
  note: string | undefined,
): TextEdit {
  const { text } = scene;
  const { start } = value.span;
  const lead = missingBlank(scene, text.slice(keySpan.end, start), value.span);
  const to = endsLine(text, start) ? skipBlanks(text, start) : start;
  return editOf(span(start, to), written === '' ? '' : lead + written, note);
}
