import { compatible, type TextEdit } from '../text/edit';
import { encloses, type Span } from '../text/span';
import type { Change, Value } from './change';
import type { ArrayNode, ConfigNode, ObjectNode, Property, ScalarNode } from './tree';

/** All changes of one text, sorted by what they touch. */
export interface ChangePlan {
  readonly sets: readonly SetValue[];
  readonly renames: readonly Extract<Change, { readonly op: 'rename' }>[];
  readonly lists: readonly ListPlan[];
}

export interface SetValue {
  readonly node: ConfigNode;
  readonly value: Value;
  /** Where only some characters change: all of them for this node, in the order of the text. */
  readonly replaced: readonly ReplacedText[];
  readonly note?: string | undefined;
}

export interface ReplacedText {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly note?: string | undefined;
}

/** What happens to the members of one object or array. */
export interface ListPlan {
  readonly parent: ObjectNode | ArrayNode;
  readonly removed: readonly { readonly span: Span; readonly note?: string | undefined }[];
  readonly inserted: readonly InsertedMember[];
}

export interface InsertedMember {
  /** The member it follows; undefined for the first one. */
  readonly after: Span | undefined;
  /** Undefined for an item. */
  readonly key: string | undefined;
  readonly value: Value;
  readonly note?: string | undefined;
}

/**
 * Sorts changes. A list that replaces a list becomes changes of its items, so that the items that
 * stay keep their comments and style. Inner lists come before outer ones: what both add at one
 * place is in that order.
 */
export function planChanges(changes: readonly Change[]): ChangePlan {
  const all = changes.flatMap((change) =>
    change.op === 'set' && change.node.type === 'array' && isList(change.value)
      ? itemChanges(change.node, change.value, change.note)
      : [change],
  );
  return {
    sets: setsOf(all),
    renames: all.filter(
      (change) => change.op === 'rename' && !change.property.inherited,
    ) as Extract<Change, { readonly op: 'rename' }>[],
    lists: listsOf(all),
  };
}

export const isList = (value: Value): value is readonly string[] => Array.isArray(value);

/** The text of a scalar once its characters are replaced. */
export function replacedText(node: ScalarNode, replaced: readonly ReplacedText[]): string {
  const edits = [...replaced].sort((a, b) => a.from - b.from || a.to - b.to);
  let result = '';
  let last = 0;
  for (const { from, to, text } of edits) {
    if (from < last) continue;
    result += node.text.slice(last, from) + text;
    last = to;
  }
  return result + node.text.slice(last);
}

/** The edits without those that lie inside a removal, or overlap a wider one for another reason. */
export function withoutOverlaps(edits: readonly TextEdit[]): readonly TextEdit[] {
  if (compatible(edits)) return edits;
  const wide = edits.filter(({ span }) => span.end > span.start);
  const free = edits.filter(
    (edit) =>
      !wide.some((other) => {
        if (other === edit || !encloses(other.span, edit.span)) return false;
        const { start, end } = edit.span;
        if (start === end) return other.span.start < start && start < other.span.end;
        return (
          other.span.end - other.span.start > end - start ||
          wide.indexOf(other) > wide.indexOf(edit)
        );
      }),
  );
  const kept: TextEdit[] = [];
  for (const edit of free) {
    kept.push(edit);
    if (!compatible(kept)) kept.pop();
  }
  return kept;
}

function setsOf(changes: readonly Change[]): readonly SetValue[] {
  const sets = new Map<string, SetValue>();
  for (const change of changes) {
    if (change.op !== 'set' && change.op !== 'replaceText') continue;
    const { node, note } = change;
    const place = `${node.type} ${node.span.start} ${node.span.end}`;
    const earlier = sets.get(place);
    if (change.op === 'set') sets.set(place, { node, value: change.value, replaced: [], note });
    else if (!earlier || earlier.replaced.length > 0) {
      const { from, to, text } = change;
      const replaced = [...(earlier?.replaced ?? []), { from, to, text, note }];
      const value = replacedText(change.node, replaced);
      sets.set(place, { node, value, replaced, note: joinNotes([earlier?.note, note]) });
    }
  }
  return [...sets.values()];
}

/** Several notes on one edit. */
export function joinNotes(notes: readonly (string | undefined)[]): string | undefined {
  const known = [...new Set(notes.filter((note) => note !== undefined))];
  return known.length > 0 ? known.join(' ') : undefined;
}

function listsOf(changes: readonly Change[]): readonly ListPlan[] {
  const lists = new Map<string, { -readonly [K in keyof ListPlan]: ListPlan[K] }>();
  for (const change of changes) {
    if (!('parent' in change) || isInherited(change)) continue;
    const { parent, note } = change;
    const place = `${parent.type} ${parent.span.start} ${parent.span.end}`;
    const list = lists.get(place) ?? { parent, removed: [], inserted: [] };
    lists.set(place, list);
    if (change.op === 'remove')
      list.removed = [...list.removed, { span: change.property.span, note }];
    else if (change.op === 'removeItem')
      list.removed = [...list.removed, { span: change.item.span, note }];
    else {
      const key = change.op === 'insert' ? change.key : undefined;
      const member = { after: placeOf(change.after, parent), key, value: change.value, note };
      list.inserted = [...list.inserted, member];
    }
  }
  return [...lists.values()].sort((a, b) => b.parent.span.start - a.parent.span.start);
}

const isInherited = (change: Change): boolean =>
  change.op === 'remove' && change.property.inherited === true;

/** Behind a member that comes from elsewhere means behind the last one that stands here. */
function placeOf(
  after: Property | ConfigNode | undefined,
  parent: ObjectNode | ArrayNode,
): Span | undefined {
  if (after && 'inherited' in after && after.inherited && parent.type === 'object') {
    return parent.properties.findLast((each) => !each.inherited)?.span;
  }
  return after?.span;
}

/**
 * Turns one list into another: what is equal at both ends stays, what differs between is set item
 * by item.
 */
function itemChanges(
  parent: ArrayNode,
  value: readonly string[],
  note: string | undefined,
): readonly Change[] {
  const { items } = parent;
  const says = (item: ConfigNode | undefined, text: string | undefined) =>
    item?.type === 'scalar' && item.value === text && text !== undefined;
  const shorter = Math.min(items.length, value.length);
  let head = 0;
  while (head < shorter && says(items[head], value[head])) head++;
  let tail = 0;
  while (tail < shorter - head && says(items.at(-1 - tail), value.at(-1 - tail))) tail++;
  const old = items.slice(head, items.length - tail);
  const wanted = value.slice(head, value.length - tail);
  const kept = Math.min(old.length, wanted.length);
  const after = items[head + kept - 1];
  return [
    ...old.slice(0, kept).map((node, index): Change => {
      return { op: 'set', node, value: wanted[index]!, note };
    }),
    ...old.slice(kept).map((item): Change => ({ op: 'removeItem', parent, item, note })),
    ...wanted.slice(kept).map((text): Change => {
      return { op: 'insertItem', parent, after, value: text, note };
    }),
  ];
}
