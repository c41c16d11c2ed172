import { editOf, type TextEdit } from '../text/edit';
import { type Span, span } from '../text/span';
import type { Change, Value } from './change';
import { isList, type ListPlan, planChanges, withoutOverlaps } from './change-plan';
import type { MemberChanges } from './member-scene';
import { editMembers } from './members';
import { lineBreakOf, lineStart } from './source-lines';
import { editBlock, withoutLostLines } from './yaml-block';
import { type Layout, type Member, placeKey } from './yaml-layout';
import type { ReadYaml } from './yaml-read';
import { blockItems, type YamlScene } from './yaml-scene';
import { setEdits } from './yaml-set';
import { writeText, writeValue } from './yaml-write';

/** The edits that make these changes. */
export function editYaml(
  text: string,
  changes: readonly Change[],
  { layout, comments }: ReadYaml,
): readonly TextEdit[] {
  const scene: YamlScene = {
    text,
    layout,
    comments: comments.map((comment) => comment.span),
    lineBreak: lineBreakOf(text),
    listIndent: ' '.repeat(layout.listIndent ?? layout.mapIndent ?? 2),
  };
  const plan = planChanges(changes);
  const edits = withoutLostLines(text, [
    ...plan.sets.flatMap((each) => setEdits(scene, each)),
    ...plan.renames.map(({ property, key, note }) => {
      const first = text[property.keySpan.start];
      const quote = first === '"' || first === "'" ? first : '';
      const blank = text[property.keySpan.start - 1] === '?' ? ' ' : '';
      return editOf(property.keySpan, blank + writeText(key, 'key', quote), note);
    }),
    ...plan.lists.flatMap((each) => listEdits(scene, each)),
  ]);
  return withoutOverlaps(edits);
}

function listEdits(scene: YamlScene, plan: ListPlan): readonly TextEdit[] {
  const layout = scene.layout.nodes.get(placeKey(plan.parent));
  const members = layout?.members;
  if (!layout || !members) return [];
  const indexOf = (at: Span | undefined) =>
    members.findIndex(({ known }) => at && known?.start === at.start && known.end === at.end);
  const removed = new Map(plan.removed.map((each) => [indexOf(each.span), each.note]));
  removed.delete(-1);
  const inserted = plan.inserted.map(({ after, key, value, note }) => {
    const index = indexOf(after);
    return {
      after: index,
      text: member(scene, layout, members[Math.max(index, 0)], key, value),
      note,
    };
  });
  const changes = { removed, inserted };
  return layout.block
    ? blockEdits(scene, plan, layout, changes)
    : flowEdits(scene, plan, layout, changes);
}

function blockEdits(
  { text, comments, lineBreak }: YamlScene,
  { parent }: ListPlan,
  { place, members = [] }: Layout,
  changes: MemberChanges,
): readonly TextEdit[] {
  const behindKey = place.owner === 'root' ? undefined : place.behind;
  const empty = parent.type === 'object' ? '{}' : '[]';
  const spans = members.map((each) => each.span);
  return editBlock(text, { members: spans, comments, lineBreak, empty, behindKey }, changes);
}

function flowEdits(
  { text, comments, lineBreak }: YamlScene,
  { parent }: ListPlan,
  { members = [], closed }: Layout,
  changes: MemberChanges,
): readonly TextEdit[] {
  const { start, end } = parent.span;
  const spans = members.map((each) => each.span);
  const list = { inner: span(start + 1, closed ? end - 1 : end), closed, members: spans, comments };
  const gap = text.slice(spans[0]?.end ?? 0, spans[1]?.start ?? 0);
  return editMembers(text, list, changes, {
    lineBreak,
    indentUnit: '  ',
    separator: /^, *$/.test(gap) ? gap : ', ',
    padding: '',
    expand: false,
  });
}

/** A new member as it is written, in the style of one that stands there. */
function member(
  { lineBreak, listIndent, text }: YamlScene,
  { block, place }: Layout,
  sibling: Member | undefined,
  key: string | undefined,
  value: Value,
): string {
  const quote = sibling?.quote ?? '';
  if (key === undefined)
    return (block ? '- ' : '') + writeValue(value, block ? 'block' : 'flow', quote);
  const written = `${writeText(key, 'key', block ? '' : (sibling?.keyQuote ?? ''))}:`;
  if (!block || place.flow) return `${written} ${writeValue(value, 'flow', quote)}`;
  if (!isList(value) || value.length === 0)
    return `${written} ${writeValue(value, 'block', quote)}`;
  const column = sibling ? sibling.span.start - lineStart(text, sibling.span.start) : 0;
  return written + blockItems(value, lineBreak + ' '.repeat(column) + listIndent);
}
