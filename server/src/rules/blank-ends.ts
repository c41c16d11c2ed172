import type { EntityEdit } from '../model/edit';
import type { TextValue } from '../model/entity';
import { textSpan } from '../syntax/tree';
import type { Span } from '../text/span';
import type { FixPlan } from './rule';

/** The blanks around a value's text; from the first to the last where they stand on both sides. */
export function blankEnds({ node, from, to, textFrom, textTo }: TextValue): Span | undefined {
  const [before, after] = [textFrom > from, to > textTo];
  if (!before && !after) return undefined;
  const span = textSpan(node, before ? from : textTo, after ? to : textFrom);
  // The line break at the end of a block has no place of its own.
  return span.end > span.start ? span : node.content;
}

/** Writes a value's text anew, without the blanks around it. */
export function replaceWithBlanks(edit: EntityEdit, value: TextValue, text = value.text): void {
  edit.replace({ ...value, textFrom: value.from, textTo: value.to }, text);
}

/**
 * That blanks stand around a value, and how to take them away: what several rules about ids report.
 */
export function blanksMistake(
  value: TextValue,
): { readonly at: Span; readonly message: 'blanks'; readonly fix: FixPlan<'trim'> } | undefined {
  const at = blankEnds(value);
  const edit = (each: EntityEdit) => replaceWithBlanks(each, value);
  return at && { at, message: 'blanks', fix: { title: 'trim', safety: 'safe', edit } };
}
