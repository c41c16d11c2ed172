import type { Entity, Field, TextValue } from '../model/entity';
import type { ObjectNode, Property, ScalarNode } from '../syntax/tree';
import type { Typing } from '../syntax/typing';
import type { Span } from '../text/span';

/** What can be typed at a cursor, and in which words of the notation. */
export type CompletionPlace = KeyPlace | NewPlace | EntryPlace | ValuePlace | OtherPlace;

interface AnyPlace {
  readonly typing: Typing;
}

/** The key of a member of an entity's object, or of one inside of it. */
export interface KeyPlace extends AnyPlace {
  readonly kind: 'key';
  readonly entity: Entity;
  /** The keys that lead from the entity's object to the one that is typed in. */
  readonly inside: readonly string[];
  readonly owner: ObjectNode;
  readonly marker: Property;
}

/** A whole entity, of which nothing is there. */
export interface NewPlace extends AnyPlace {
  readonly kind: 'new';
  readonly entity: Entity;
}

/** A whole entity in a map, with its name as the key. */
export interface EntryPlace extends AnyPlace {
  readonly kind: 'entry';
  readonly entity: Entity;
}

export interface ValuePlace extends AnyPlace {
  readonly kind: 'value';
  readonly entity: Entity;
  readonly field: Field;
  /** What is typed, among the texts of the value; places are those of the text. */
  readonly item: TypedItem;
}

export interface TypedItem {
  /** What is replaced. */
  readonly span: Span;
  /** Whether it is all of its scalar, so that the notation writes it anew. */
  readonly whole: boolean;
  /** Whether the scalar is an item of an array. */
  readonly listed: boolean;
  readonly write: ((text: string) => string) | undefined;
  /** The other texts of the value. */
  readonly others: readonly string[];
}

/** A key in any other object of the file. */
export interface OtherPlace extends AnyPlace {
  readonly kind: 'other';
  readonly path: readonly string[];
  readonly owner: ObjectNode | undefined;
}

/** Whether a text is all that its scalar says. */
export const isWhole = ({ text, textFrom, textTo }: TextValue, scalar: ScalarNode): boolean =>
  scalar.text.trim() === text && textTo - textFrom === text.length;
