import {
  type ConfigNode,
  type ObjectNode,
  type Property,
  type ScalarNode,
  textSpan,
} from '../../syntax/tree';
import type { Field, TextValue } from '../entity';
import { propertySlot } from '../slot';

/**
 * What is Adobe's wherever it stands in the properties of some objects: literal client secrets, and
 * the address that exchanges JWTs. `known` are the places of keys that are read otherwise.
 */
export function strayFields(
  places: readonly (ConfigNode | undefined)[],
  known: ReadonlySet<number> = new Set(),
): readonly Field[] {
  return places.flatMap((place) => {
    if (place?.type !== 'object') return [];
    const { properties } = place;
    return properties
      .filter(({ keySpan }) => !known.has(keySpan.start))
      .flatMap((each) => fieldsIn(place, each));
  });
}

/** A secret as the Developer Console makes it cannot be anybody else's. */
const SECRET = /(?<![\w-])[ps]\de-[\w-]{32}(?![\w-])/g;
const EXCHANGE =
  /(?:https?:\/\/[^\s"'`<>=/]{1,200}|\$\{?[\w.]{1,100}\}?)?\/ims\/exchange\/jwt\/?/gi;

function fieldsIn(parent: ObjectNode, property: Property): readonly Field[] {
  const { value } = property;
  if (value.type !== 'scalar' || value.offsets === 'unknown') return [];
  return [
    ...fieldsOf('clientSecret', SECRET, parent, property, value),
    ...fieldsOf('tokenEndpoint', EXCHANGE, parent, property, value),
  ];
}

/** Each in a field of its own, so that the rest of the text is no part of its value. */
function fieldsOf(
  name: string,
  form: RegExp,
  parent: ObjectNode,
  property: Property,
  value: ScalarNode,
): readonly Field[] {
  const { key, keySpan } = property;
  const slot = propertySlot(parent, property);
  return [...value.text.matchAll(form)]
    .filter(({ index }) => !isComment(value.text, index))
    .map(({ 0: text, index }) => {
      const item = partOf(value, text, index);
      const { span } = item;
      const own: ScalarNode = { type: 'scalar', span, value: text, text, content: span };
      const partial = text === value.text.trim() ? undefined : true;
      return { name, key, keySpan, span, value: own, items: [item], shape: 'any', partial, slot };
    });
}

const isComment = (text: string, index: number): boolean =>
  /^\s*(#|\/\/)/.test(text.slice(text.lastIndexOf('\n', index) + 1));

function partOf(node: ScalarNode, text: string, from: number): TextValue {
  const to = from + text.length;
  const places = { from, to, textFrom: from, textTo: to };
  return { node, text, span: textSpan(node, from, to), kind: 'literal', ...places };
}
