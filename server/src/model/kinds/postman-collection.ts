import { tokenPath } from '../../facts/ims-hosts';
import {
  type ConfigNode,
  type ObjectNode,
  property,
  type Property,
  type ScalarNode,
  textAt,
  textSpan,
} from '../../syntax/tree';
import type { Entity, Field } from '../entity';
import type { FileKind } from '../kind';
import { readEntity } from '../read';
import { propertySlot } from '../slot';
import { PARAMETERS, requestDialect } from './postman-dialects';
import { variablesIn } from './postman-environment';
import { itemFields } from './postman-variables';

/** Postman's requests that ask Adobe for a token, and the variables that stand beside them. */
export const postmanCollection: FileKind = {
  id: 'postman-collection',
  title: 'Postman collection',
  files: ['*.postman_collection.json'],
  syntaxes: ['json'],
  recognition: {
    marker: /getpostman\.com\/json\/collection/i,
    content: (root) => entitiesOf(root).length > 0,
  },
  entities: (root) => entitiesOf(root),
};

const entitiesOf = (root: ConfigNode | undefined): readonly Entity[] =>
  [
    ...variablesIn(root, 'variable', 'collection'),
    ...requestsIn(root).flatMap((item) => requestEntity(item)),
  ].sort((one, other) => one.span.start - other.span.start);

/** The items with a request, in whatever folders; folders are items with items. */
function requestsIn(node: ConfigNode | undefined, depth = 0): readonly ObjectNode[] {
  const items = property(node, 'item')?.value;
  if (items?.type !== 'array' || depth > DEEPEST) return [];
  return items.items.flatMap((item) => {
    if (item.type !== 'object') return [];
    return property(item, 'request') ? [item] : requestsIn(item, depth + 1);
  });
}

const DEEPEST = 20;

function requestEntity(item: ObjectNode): readonly Entity[] {
  const request = property(item, 'request');
  const name = property(item, 'name');
  const url = urlOf(item, request);
  const endpoint = url && endpointField(url);
  if (!request || !endpoint) return [];
  const extra = [endpoint, ...parametersOf(request.value)];
  if (!asksForItself(endpoint, extra)) return [];
  const place = {
    head: name?.keySpan ?? request.keySpan,
    label: textAt(item, 'name'),
    extra,
  };
  const entity = readEntity(undefined, requestDialect(extra), place);
  return [{ ...entity, span: request.span }];
}

interface Url {
  readonly parent: ObjectNode;
  readonly property: Property;
  readonly node: ScalarNode;
}

/** The address, which Postman writes as a text or as an object with that text in it. */
function urlOf(item: ObjectNode, request: Property | undefined): Url | undefined {
  const holders: readonly (readonly [ConfigNode | undefined, string])[] = [
    [item, 'request'],
    [request?.value, 'url'],
    [property(request?.value, 'url')?.value, 'raw'],
  ];
  for (const [parent, key] of holders) {
    const found = property(parent, key);
    if (parent?.type === 'object' && found?.value.type === 'scalar') {
      return { parent, property: found, node: found.value };
    }
  }
  return undefined;
}

/** The part of the address before its parameters, which may hold secrets. */
function endpointField({ parent, property: written, node }: Url): Field | undefined {
  const text = /^[^?#]*/.exec(node.text)?.[0].trim() ?? '';
  if (!tokenPath(text)) return undefined;
  const from = node.text.indexOf(text);
  const to = from + text.length;
  const span = textSpan(node, from, to);
  const own: ScalarNode = { type: 'scalar', span, value: text, text, content: span };
  return {
    name: 'tokenEndpoint',
    key: written.key,
    keySpan: written.keySpan,
    span: written.span,
    value: own,
    items: [{ node, text, span, kind: 'literal', from, to, textFrom: from, textTo: to }],
    shape: 'any',
    slot: propertySlot(parent, written),
  };
}

function parametersOf(request: ConfigNode): readonly Field[] {
  const body = property(request, 'body')?.value;
  const lists = [
    property(body, 'urlencoded')?.value,
    property(body, 'formdata')?.value,
    property(property(request, 'url')?.value, 'query')?.value,
  ];
  return lists.flatMap((list) => itemFields(list, PARAMETERS));
}

/** Whether a program asks with its own credential: a person's sign-in has other grants. */
function asksForItself({ items }: Field, fields: readonly Field[]): boolean {
  const path = tokenPath(items[0]?.text ?? '');
  if (path?.grant === 'jwt') return true;
  const grants = fields.filter(({ name }) => name === 'grantType').flatMap((each) => each.items);
  return grants.some(({ text }) => text === 'client_credentials');
}
