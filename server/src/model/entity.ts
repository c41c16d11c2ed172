import type { Concept } from '../schema/catalog';
import type { ConfigNode, ObjectNode, Property, ScalarNode } from '../syntax/tree';
import { type Span, touches } from '../text/span';
import type { Dialect, Flow } from './dialect';
import type { Shape } from './shape';
import type { Slot } from './slot';
import type { ValueKind } from './value';

/**
 * One configured thing, in our names, always flat, wherever its fields stand in the file. Much of
 * it is found out when somebody asks, so that only `entityWith` makes a copy of it.
 */
export interface Entity {
  readonly concept: Concept;
  readonly dialect: Dialect;
  /** What a person calls it. */
  readonly label: string | undefined;
  /** The smallest span that stands for the whole: its tag name, its key in a map, its first key. */
  readonly head: Span;
  /** All of it. */
  readonly span: Span;
  readonly flow: Flow | undefined;
  /** A credential on its way from JWT to OAuth may hold a field twice, each written its own way. */
  readonly fields: ReadonlyMap<string, readonly Field[]>;
  /**
   * Fields that change along with the flow of this one, wherever they are; its own may be among
   * them.
   */
  readonly along?: readonly Field[] | undefined;
  /** Properties that the dialect has no name for. */
  readonly others: readonly OtherProperty[];
  /** What stands in the place of the entity, an object or not. */
  readonly node: ConfigNode | undefined;
  /** Where new fields go. */
  readonly home: ObjectNode | undefined;
  /** For an account that a command is given as one text. */
  readonly parts?: AccountParts | undefined;
  /**
   * Only holds other entities (a project and its sections); it is nothing that is configured
   * itself.
   */
  readonly container?: true | undefined;
  /** Its node alone says what it is, so that it stays as it is where that does. */
  readonly alone?: true | undefined;
}

export interface AccountParts {
  /**
   * What stands between the slashes, in the order of the text; a key in base64 is one part,
   * whatever is in it.
   */
  readonly all: readonly TextValue[];
  /** None of them stands where another one belongs. */
  readonly inOrder: boolean;
  /** Each stands in its documented place, so that it may be changed. */
  readonly complete: boolean;
  /** What follows the secret, where its form or its name says that it is a private key. */
  readonly key: TextValue | undefined;
}

/** What one key of an entity says. Only `fieldWith` makes a copy of it. */
export interface Field {
  /** Our name. */
  readonly name: string;
  /** As written. */
  readonly key: string;
  readonly keySpan: Span;
  /** Key and value. */
  readonly span: Span;
  readonly value: ConfigNode;
  /** The decoded texts of the value, each with its own place, whatever the written form. */
  readonly items: readonly TextValue[];
  readonly shape: Shape;
  /** Written the way only a JWT credential is written here. */
  readonly jwtForm?: true | undefined;
  /** A part of a longer text, so that its key is not a name of its own. */
  readonly partial?: true | undefined;
  /**
   * Written in a way that people mistake for the right one: what reads the file does not find it.
   */
  readonly unread?: true | undefined;
  readonly slot: Slot;
}

export interface TextValue {
  /** Without blanks around it. */
  readonly text: string;
  readonly span: Span;
  readonly kind: ValueKind;
  readonly node: ScalarNode;
  /** Where the text and the blanks around it stand in the scalar's text. */
  readonly from: number;
  readonly to: number;
  /** The same without the blanks. */
  readonly textFrom: number;
  readonly textTo: number;
  /** How another text is written in its place, where that place has a notation of its own. */
  readonly write?: ((text: string) => string) | undefined;
}

export interface OtherProperty {
  readonly property: Property;
  readonly parent: ObjectNode;
  /** Our names may be nested (`clientConsole.version`); this is the part before the key. */
  readonly prefix: string;
}

/**
 * An entity that is another one in some respects; its node alone does not say any longer what it
 * is.
 */
export const entityWith = (entity: Entity, changes: Partial<Entity>): Entity => {
  const { flow, fields, others } = entity;
  return { ...entity, flow, fields, others, alone: undefined, ...changes };
};

/** A field that is another one in some respects. */
export const fieldWith = (field: Field, changes: Partial<Field>): Field => ({
  ...field,
  items: field.items,
  ...changes,
});

/**
 * The same for all entities that say the same after each other, while a text changes elsewhere;
 * undefined where nobody knows. Those of different dialects may share it.
 */
export const likenessOf = ({ alone, home }: Entity): object | undefined =>
  alone && home ? (home.like ?? home) : undefined;

/**
 * Whether something of it may stand at an offset. What is not spread over the text need not be
 * taken apart where it stands somewhere else.
 */
export const mayHold = ({ alone, head, span }: Entity, offset: number): boolean =>
  !alone || touches(head, offset) || touches(span, offset);

/** The field of that name; of several, the one that is not written the JWT way. */
export function fieldOf({ fields }: Entity, name: string): Field | undefined {
  const all = fields.get(name);
  return all?.find((field) => !field.jwtForm) ?? all?.[0];
}

/** The only text of a field, or undefined where there is none or several. */
export function textOf(entity: Entity, name: string): TextValue | undefined {
  const items = fieldOf(entity, name)?.items;
  return items?.length === 1 ? items[0] : undefined;
}

/** Whether the field is there and says something. */
export function says(entity: Entity, name: string): boolean {
  return entity.fields.get(name)?.some((field) => !isEmpty(field)) ?? false;
}

export function isEmpty({ items, value }: Field): boolean {
  if (value.type === 'scalar') return items.every(({ kind }) => kind === 'empty');
  if (value.type === 'array')
    return (
      value.items.length === 0 || (items.length > 0 && items.every(({ kind }) => kind === 'empty'))
    );
  return value.properties.length === 0;
}

/** Whether a field is switched on: `true`, `1` or `yes`. */
export function isOn(entity: Entity, name: string): boolean | undefined {
  const text = textOf(entity, name)?.text.toLowerCase();
  if (text === undefined || text === '') return undefined;
  if (['true', '1', 'yes'].includes(text)) return true;
  return ['false', '0', 'no'].includes(text) ? false : undefined;
}
