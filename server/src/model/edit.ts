import type { Change, Value } from '../syntax/change';
import { type ConfigNode, type ObjectNode, property } from '../syntax/tree';
import { inOrder, type TextEdit } from '../text/edit';
import type { ConfigDocument } from './document';
import type { Entity, Field, OtherProperty, TextValue } from './entity';
import { isJsonList, writeInner } from './inner-text';
import { type Shape, shapeForm } from './shape';

/** What a fix is written into. */
type EditedText = Pick<ConfigDocument, 'syntax' | 'text'> & Partial<Pick<ConfigDocument, 'parsed'>>;

/** What a fix does, in field names. The notation turns it into characters. */
export class EntityEdit {
  readonly #changes: Change[] = [];
  readonly #texts: string[] = [];

  constructor(private readonly entity: Entity) {}

  /**
   * Writes another value in the place of a field's. A list is written as the field's shape says.
   */
  set(field: Field, value: string | boolean | readonly string[], note?: string): void {
    this.#push(field.slot.set(this.#written(value, field.shape, field)), note);
  }

  /** Replaces one of the texts of a value and leaves the others as they are written. */
  replace({ node, textFrom, textTo, write }: TextValue, text: string, note?: string): void {
    const written = write ? write(text) : text;
    this.#texts.push(text);
    this.#push([{ op: 'replaceText', node, from: textFrom, to: textTo, text: written }], note);
  }

  /**
   * Writes a field under the name and in the shape that an OAuth credential has here, with its
   * texts or others.
   */
  writeAsOAuth(field: Field, others?: readonly string[], note?: string): void {
    const name = this.entity.dialect.names[field.name];
    if (!name) return;
    if (field.jwtForm) this.#push(field.slot.rename(lastPart(name.path)), note);
    const own = field.items.map(({ text }) => text);
    const texts = others ?? (name.shape === field.shape ? undefined : own);
    if (texts) this.#push(field.slot.set(this.#written(texts, name.shape, field)), note);
  }

  /** Turns a field into another one where it stands, so that the comments around it stay. */
  turnInto(field: Field, name: string, value: readonly string[], note?: string): void {
    const entry = this.entity.dialect.names[name];
    if (!entry) return;
    const key = lastPart(entry.path);
    const { anyCase } = this.entity.dialect;
    const isNamedSo = anyCase ? field.key.toUpperCase() === key.toUpperCase() : field.key === key;
    if (!isNamedSo) this.#push(field.slot.rename(key), note);
    this.#push(field.slot.set(this.#written(value, entry.shape, field)), note);
  }

  renameField(field: Field, name: string): void {
    const path = this.entity.dialect.names[name]?.path;
    if (path) this.#push(field.slot.rename(lastPart(path)));
  }

  /** Writes the key of a field in another way. */
  renameTo(field: Field, key: string): void {
    this.#push(field.slot.rename(key));
  }

  /** Writes an item of a list anew, as a text. */
  setItem(item: ConfigNode, value: string): void {
    this.#texts.push(value);
    this.#push([{ op: 'set', node: item, value }]);
  }

  renameKey({ property }: OtherProperty, key: string): void {
    if (!property.inherited) this.#push([{ op: 'rename', property, key }]);
  }

  removeKey({ property, parent }: OtherProperty): void {
    if (!property.inherited) this.#push([{ op: 'remove', parent, property }]);
  }

  remove(...fields: readonly Field[]): void {
    for (const field of fields) this.#push(field.slot.remove());
  }

  /** Takes texts out of a list, whichever way it is written. */
  removeItems(field: Field, items: readonly TextValue[]): void {
    const { value } = field;
    if (field.items.some(({ write }) => write)) {
      this.set(
        field,
        field.items.filter((item) => !items.includes(item)).map(({ text }) => text),
      );
    } else if (value.type === 'array') {
      this.#push(items.map(({ node }) => ({ op: 'removeItem', parent: value, item: node })));
    } else if (value.type === 'scalar') {
      this.#push(textRemovals(field.items, items));
    }
  }

  /**
   * Adds texts at the end of a list, whichever way it is written; to an array also behind one of
   * its items.
   */
  addItems(
    field: Field,
    texts: readonly string[],
    note?: string,
    behind?: TextValue['node'],
  ): void {
    const { value } = field;
    if (texts.length === 0) return;
    this.#texts.push(...texts);
    const isJson = value.type === 'scalar' && isJsonList(value.text);
    if (isJson || field.items.some(({ write }) => write)) {
      const present = field.items.map(({ text }) => text).filter((text) => text !== '');
      this.set(field, [...present, ...texts], note);
    } else if (value.type === 'array') {
      const after = value.items.find((item) => item === behind) ?? value.items.at(-1);
      const changes = texts.map((text) => ({
        op: 'insertItem' as const,
        parent: value,
        after,
        value: text,
      }));
      this.#push(changes, note);
    } else if (value.type === 'scalar') {
      const end = value.text.trimEnd().length;
      const text = `${end > 0 ? ',' : ''}${texts.join(',')}`;
      this.#push([{ op: 'replaceText', node: value, from: end, to: end, text }], note);
    }
  }

  /** Adds a field, behind another one or as the first, in the shape that the dialect writes. */
  add(
    name: string,
    value: string | boolean | readonly string[],
    after?: Field,
    note?: string,
  ): void {
    const entry = this.entity.dialect.names[name];
    if (!entry) return;
    const key = lastPart(entry.path);
    const ready = this.#written(value, entry.shape);
    const parent = placeOf(name, this.entity);
    // Beside fields of its own object only.
    const isBeside = !parent || parent === this.entity.home || (after && stands(after, parent));
    if (after && isBeside) this.#push(after.slot.insertAfter(key, ready), note);
    else if (parent) {
      const last = isBeside ? undefined : parent.properties.at(-1);
      this.#push([{ op: 'insert', parent, after: last, key, value: ready }], note);
    }
  }

  /**
   * Adds elements of XML that hold a field in an attribute, behind the last of their kind or as the
   * first.
   */
  addElements(name: string, texts: readonly string[]): void {
    const parts = this.entity.dialect.names[name]?.path.split('/') ?? [];
    const key = parts.splice(-2).join('/');
    let parent: ConfigNode | undefined = this.entity.home;
    for (const part of parts) {
      const inner: ConfigNode | undefined = property(parent, part)?.value;
      parent = inner?.type === 'array' ? inner.items[0] : undefined;
    }
    if (parent?.type !== 'object') return;
    this.#texts.push(...texts);
    const home = parent;
    const after = property(home, key.slice(0, key.indexOf('/')));
    this.#push(texts.map((value) => ({ op: 'insert', parent: home, after, key, value })));
  }

  /** The edits of the text. Computed anew at each call. */
  textEdits({ syntax, text, parsed }: EditedText): readonly TextEdit[] {
    return this.#changes.length === 0 ? [] : inOrder(syntax.edit(text, this.#changes, parsed));
  }

  /**
   * What is written, as a reader decodes it: whatever escapes and quotes a notation puts around it,
   * this is compared.
   */
  get texts(): readonly string[] {
    return this.#texts;
  }

  #written(value: string | boolean | readonly string[], shape: Shape, before?: Field): Value {
    if (typeof value !== 'boolean') this.#texts.push(...[value].flat());
    return writtenValue(value, shape, before);
  }

  #push(changes: readonly Change[], note?: string): void {
    this.#changes.push(...(note ? changes.map((change) => ({ ...change, note })) : changes));
  }
}

/**
 * The object in which a field is written: that of the entity, or the one inside of it that its path
 * leads to.
 */
export function placeOf(name: string, { home, dialect }: Entity): ObjectNode | undefined {
  const parts = dialect.names[name]?.path.split('/').slice(0, -1) ?? [];
  let place: ConfigNode | undefined = home;
  for (const part of parts) place = property(place, part)?.value;
  return place?.type === 'object' ? place : home;
}

/** Whether a field is one of the properties of an object. */
export const stands = ({ keySpan }: Field, { properties }: ObjectNode): boolean =>
  properties.some((each) => each.keySpan.start === keySpan.start);

/** The last field that stands in the entity's own object, behind which a new one can be added. */
export function lastField({ fields, home }: Entity): Field | undefined {
  const own = new Set(home?.properties.map(({ keySpan }) => keySpan.start));
  return [...fields.values()]
    .flat()
    .filter(({ keySpan }) => own.has(keySpan.start))
    .sort((one, other) => one.span.start - other.span.start)
    .at(-1);
}

const lastPart = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** A value as a field of that shape holds it, in the form of the one that it replaces. */
export function writtenValue(
  value: string | boolean | readonly string[],
  shape: Shape,
  before?: Field,
): Value {
  const outer = before?.value.type === 'scalar' ? before.value.text : '';
  const inner = writeInner(value, shape, outer);
  if (inner !== undefined) return inner;
  if (typeof value === 'boolean') return shape === 'flag' ? Number(value) : value;
  const { node, also } = shapeForm(shape);
  if (typeof value === 'string') return node === 'array' ? [value] : value;
  const isArray = !before || before.value.type === 'array';
  const isOneText = node === 'scalar' || (also === 'commas' && !isArray);
  return isOneText ? value.join(',') : value;
}

/** Each removed text goes with the comma behind it, or, at the end, with the comma before it. */
function textRemovals(all: readonly TextValue[], removed: readonly TextValue[]): readonly Change[] {
  const gone = new Set(removed);
  const lastKept = all.findLastIndex((item) => !gone.has(item));
  const changes: Change[] = [];
  for (let index = 0; index < all.length; index++) {
    const item = all[index]!;
    if (!gone.has(item)) continue;
    const last = lastOfRun(all, gone, index);
    const from = index > lastKept ? (all[lastKept]?.to ?? item.from) : item.textFrom;
    const next = all[last + 1];
    const to = next ? next.textFrom : all[last]!.to;
    changes.push({ op: 'replaceText', node: item.node, from, to, text: '' });
    index = last;
  }
  return changes;
}

function lastOfRun(all: readonly TextValue[], gone: ReadonlySet<TextValue>, index: number): number {
  let last = index;
  while (last + 1 < all.length && gone.has(all[last + 1]!)) last++;
  return last;
}
