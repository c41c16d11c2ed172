import {
  type ArrayNode,
  type ConfigNode,
  type ObjectNode,
  property,
  textAt,
} from '../../syntax/tree';
import { type Field, fieldWith, type OtherProperty } from '../entity';
import { readField } from '../field';
import { itemSlot } from '../slot';
import { bareKey, LIST_SHAPES, type Spelling, spellingOf } from './spellings';

/**
 * Of a list of `{ key, value }`, as Postman writes variables and parameters, those that have a
 * field of ours.
 */
export function itemFields(
  node: ConfigNode | undefined,
  spellings: readonly Spelling[],
): readonly Field[] {
  if (node?.type !== 'array') return [];
  return node.items.flatMap((item) => {
    const field = item.type === 'object' ? fieldIn(node, item, spellings) : undefined;
    return field ? [field] : [];
  });
}

function fieldIn(
  list: ArrayNode,
  item: ObjectNode,
  spellings: readonly Spelling[],
): Field | undefined {
  const name = property(item, 'key');
  const value = property(item, 'value');
  if (!name || !value || name.value.type !== 'scalar' || isOff(item)) return undefined;
  const text = value.value.type === 'scalar' ? value.value.text : '';
  const spelling = spellingOf(bareKey(name.value.text), [text], spellings);
  if (!spelling) return undefined;
  const key = name.value.text;
  const keySpan = name.value.span;
  const written = { key, keySpan, span: item.span, value: value.value };
  const shape = spelling.shape ?? LIST_SHAPES[spelling.name] ?? 'text';
  const field = readField(spelling.name, shape, item, written);
  return fieldWith(field, { slot: itemSlot(list, item, name, value) });
}

/** Postman sends nothing that is switched off: variables are `enabled`, parameters `disabled`. */
const isOff = (item: ObjectNode): boolean =>
  textAt(item, 'enabled') === 'false' || textAt(item, 'disabled') === 'true';

/**
 * What else in a file of Postman's may be a secret, by what its item is called, so that nobody
 * shows it: exports of one line have everything beside everything. `fields` are those that are
 * known otherwise.
 */
export function hiddenItems(
  root: ConfigNode | undefined,
  fields: readonly Field[],
): readonly OtherProperty[] {
  // An `API_KEY` is a client id here, which is no secret.
  const known = new Set(fields.map(({ value }) => value));
  const visit = (node: ConfigNode): readonly OtherProperty[] => {
    if (node.type === 'array') return node.items.flatMap(visit);
    if (node.type !== 'object') return [];
    const value = property(node, 'value');
    if (value && value.value.type === 'scalar' && soundsSecret(node)) {
      if (known.has(value.value)) return [];
      return [{ property: { ...value, key: 'clientSecret' }, parent: node, prefix: '' }];
    }
    return node.properties.flatMap((each) => visit(each.value));
  };
  return root ? visit(root) : [];
}

const soundsSecret = (item: ObjectNode): boolean =>
  textAt(item, 'type') === 'secret' ||
  /secret|passw|passphrase|pwd|token|auth|private|cookie|(^|[_-])key$/i.test(
    textAt(item, 'key') ?? '',
  );
