import type { ArrayNode, ConfigNode, ObjectNode, Property, ScalarNode } from './tree';

/** What can be written as a value. */
export type Value = string | number | boolean | readonly string[];

/**
 * A change of a tree, in the words of the tree. A syntax turns all changes of one text into
 * characters at once, because neighbors share commas and lines. A change never touches what another
 * one removes.
 */
export type Change =
  /**
   * Writes another value in the place of a value, in the same style (quotes, block or flow) where
   * it can.
   */
  (
    | { readonly op: 'set'; readonly node: ConfigNode; readonly value: Value }
    /** Replaces the characters `from` to `to` of a scalar's decoded text. */
    | {
        readonly op: 'replaceText';
        readonly node: ScalarNode;
        readonly from: number;
        readonly to: number;
        readonly text: string;
      }
    | { readonly op: 'rename'; readonly property: Property; readonly key: string }
    | { readonly op: 'remove'; readonly parent: ObjectNode; readonly property: Property }
    /**
     * Adds a property behind another one, or as the first one. `after` is never removed by the same
     * edit. In XML the key `element/@name` means an element of its own that has that attribute and
     * nothing else.
     */
    | {
        readonly op: 'insert';
        readonly parent: ObjectNode;
        readonly after: Property | undefined;
        readonly key: string;
        readonly value: Value;
      }
    | { readonly op: 'removeItem'; readonly parent: ArrayNode; readonly item: ConfigNode }
    /**
     * Adds an item behind another one, or as the first one. `after` is never removed by the same
     * edit.
     */
    | {
        readonly op: 'insertItem';
        readonly parent: ArrayNode;
        readonly after: ConfigNode | undefined;
        readonly value: string;
      }
  ) & {
    /** Why a person should look at this change; it goes along to the text edit. */
    readonly note?: string | undefined;
  };
