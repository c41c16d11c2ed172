import type { Change, Value } from '../syntax/change';
import type { ArrayNode, ObjectNode, Property, ScalarNode } from '../syntax/tree';

/**
 * Where a field sits and how it changes there. Rules see fields, never slots: a field may be a
 * property of an object, the key of a map, or a part of a text.
 */
export interface Slot {
  set(value: Value): readonly Change[];
  rename(key: string): readonly Change[];
  remove(): readonly Change[];
  insertAfter(key: string, value: Value): readonly Change[];
}

/** A field that is a property of an object. */
export function propertySlot(parent: ObjectNode, property: Property): Slot {
  if (property.inherited) return fixedSlot;
  return {
    set: (value) => [{ op: 'set', node: property.value, value }],
    rename: (key) => [{ op: 'rename', property, key }],
    remove: () => [{ op: 'remove', parent, property }],
    insertAfter: (key, value) => [{ op: 'insert', parent, after: property, key, value }],
  };
}

/** A field that is the key under which its entity stands in a map. */
export function keySlot(property: Property): Slot {
  return {
    ...fixedSlot,
    set: (value) => [{ op: 'rename', property, key: String(value) }],
  };
}

/** A field that is a part of a text between slashes. What goes, goes with the slash before it. */
export function partSlot(node: ScalarNode, from: number, to: number): Slot {
  const replaced = (start: number, text: string): readonly Change[] => [
    { op: 'replaceText', node, from: start, to, text },
  ];
  return {
    set: (value) => replaced(from, String(value)),
    rename: () => [],
    remove: () => replaced(Math.max(0, from - 1), ''),
    // Parts have no names: what comes behind one is the next.
    insertAfter: (_, value) => [{ op: 'replaceText', node, from: to, to, text: `/${value}` }],
  };
}

/**
 * A field that is an object in a list, with one property for its name and one for its value. What
 * goes, goes with the object.
 */
export function itemSlot(
  list: ArrayNode,
  item: ObjectNode,
  name: Property,
  { value: node }: Property,
): Slot {
  return {
    set: (value) => [{ op: 'set', node, value }],
    rename: (key) => [{ op: 'set', node: name.value, value: key }],
    remove: () => [{ op: 'removeItem', parent: list, item }],
    // A new one would be an object, and no change writes those.
    insertAfter: () => [],
  };
}

/** A field that stands where it cannot be changed. */
const fixedSlot: Slot = {
  set: () => [],
  rename: () => [],
  remove: () => [],
  insertAfter: () => [],
};
