import {
  type ConfigNode,
  type ObjectNode,
  type Property,
  type ScalarNode,
  textSpan,
} from '../syntax/tree';
import type { Span } from '../text/span';
import type { Field, TextValue } from './entity';
import { type InnerText, innerTexts } from './inner-text';
import { readJcrValue } from './jcr-value';
import { readsCommas, type Shape, shapeForm } from './shape';
import { keySlot, propertySlot, type Slot } from './slot';
import { type ValueKind, valueKind } from './value';

/** Reads a property as the field of that name. */
export function readField(
  name: string,
  shape: Shape,
  parent: ObjectNode,
  property: Property,
  jwtForm?: true,
): Field {
  const isLone = shapeForm(shape).list === 'none';
  const value = (isLone && bracketBlank(property.value)) || property.value;
  return new ReadField(name, shape, parent, property, value, jwtForm);
}

/** Of a large file most values are never looked into. */
class ReadField implements Field {
  readonly key: string;
  readonly keySpan: Span;
  readonly span: Span;
  readonly slot: Slot;
  #items: readonly TextValue[] | undefined;

  constructor(
    readonly name: string,
    readonly shape: Shape,
    parent: ObjectNode,
    property: Property,
    readonly value: ConfigNode,
    readonly jwtForm: true | undefined,
  ) {
    this.key = property.key;
    this.keySpan = property.keySpan;
    this.span = property.span;
    this.slot = propertySlot(parent, property);
  }

  get items(): readonly TextValue[] {
    this.#items ??= textValues(this.value, this.shape);
    return this.#items;
  }
}

/** `[ORG ID]` without quotes is a list to YAML and a place to be filled in to whoever wrote it. */
function bracketBlank(node: ConfigNode): ScalarNode | undefined {
  if (node.type !== 'array' || node.items.length !== 1) return undefined;
  const [only] = node.items;
  const isPlain = only?.type === 'scalar' && only.span.start === only.content.start;
  if (!isPlain || !(WORDS.test(only.text) || BLANK.has(valueKind(only.text)))) return undefined;
  const text = `[${only.text}]`;
  return {
    type: 'scalar',
    span: node.span,
    value: text,
    text,
    content: node.span,
    offsets: 'unknown',
  };
}

const WORDS = /^[A-Za-z]+([ _-][A-Za-z.]+)+$/;

const BLANK: ReadonlySet<ValueKind> = new Set(['blank', 'test']);

/**
 * Reads the key of a property as a field of its own: what it says is how the property is called.
 */
export function readKeyField(name: string, property: Property): Field {
  const { key, keySpan } = property;
  const quote = keySpan.end - keySpan.start > key.length ? 1 : 0;
  const content = { start: keySpan.start + quote, end: keySpan.end - quote };
  const node: ScalarNode = { type: 'scalar', span: keySpan, value: key, text: key, content };
  const item = textValue(node);
  const slot = keySlot(property);
  return { name, key, keySpan, span: keySpan, value: node, items: [item], shape: 'text', slot };
}

/** The texts of a value, taken apart as its shape says. */
export function textValues(node: ConfigNode, shape: Shape): readonly TextValue[] {
  if (node.type === 'array') {
    return node.items.flatMap((item) => {
      if (item.type === 'scalar') return [textValue(item)];
      const stored = item.type === 'object' ? storedElsewhere(item) : undefined;
      return stored ? [{ ...textValue(stored), kind: 'reference' as const }] : [];
    });
  }
  if (node.type === 'object') {
    const stored = storedElsewhere(node);
    return stored ? [{ ...textValue(stored), kind: 'reference' }] : [];
  }
  const inner = innerTexts(node, shape);
  if (inner) return inner.map((each) => innerValue(node, each));
  if (!readsCommas(shape)) return [textValue(node)];
  // The type of an attribute stands before all of them.
  const [lone] = shapeForm(shape).list === 'jcr' ? readJcrValue(node.text).items : [];
  return commaValues(node, lone?.from);
}

/**
 * `{ secure: name }` says that the value lies in the key ring of the operating system. Undefined
 * where an object stands for no value.
 */
export function storedElsewhere({ properties }: ObjectNode): ScalarNode | undefined {
  const [only, ...more] = properties;
  // YAML reads `{{NAME}}` without quotes as a map in a map.
  if (!only || more.length > 0 || !/^(secure$|\{[^{}]*\})/.test(only.key)) return undefined;
  return only.value.type === 'scalar' ? only.value : undefined;
}

function textValue(node: ScalarNode, from = 0, to = node.text.length): TextValue {
  const raw = node.text.slice(from, to);
  const textFrom = from + (raw.length - raw.trimStart().length);
  const textTo = Math.max(textFrom, to - (raw.length - raw.trimEnd().length));
  const text = node.text.slice(textFrom, textTo);
  return {
    text,
    span: textSpan(node, textFrom, textTo),
    kind: node.value === null ? 'empty' : valueKind(text),
    node,
    from,
    to,
    textFrom,
    textTo,
  };
}

function innerValue(node: ScalarNode, { text, from, to, write }: InnerText): TextValue {
  const span = textSpan(node, from, to);
  const kind = valueKind(text);
  return { text: text.trim(), span, kind, node, from, to, textFrom: from, textTo: to, write };
}

function commaValues(node: ScalarNode, start = 0): readonly TextValue[] {
  const text = node.text.slice(start);
  // A reference may contain commas of its own, and stands for the whole list.
  if (!text.includes(',') || valueKind(text) === 'reference') return [textValue(node, start)];
  const values: TextValue[] = [];
  let from = start;
  for (const part of text.split(',')) {
    values.push(textValue(node, from, from + part.length));
    from += part.length + 1;
  }
  return values;
}
