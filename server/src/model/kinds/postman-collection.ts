import { tokenPath } from '../../facts/ims-hosts';
import {
  type ConfigNode,
  type ObjectNode,
  objectWith,
  type Property,
  property,
  type ScalarNode,
  textAt,
  textSpan,
} from '../../syntax/tree';
import { type Entity, entityWith, type Field } from '../entity';
import type { FileKind } from '../kind';
import { readEntity } from '../read';
import { propertySlot } from '../slot';
import { AUTHORIZATION, PARAMETERS, requestDialect, scriptDialect } from './postman-dialects';
import { variablesIn } from './postman-environment';
import { hiddenItems, itemFields } from './postman-variables';
import { strayFields } from './stray-secrets';

/** Postman's requests that ask Adobe for a token, and the variables that stand beside them. */
export const postmanCollection: FileKind = {
  id: 'postman-collection',
  title: 'Postman collection',
  files: ['*.postman_collection.json'],
  syntaxes: ['json'],
  recognition: {
    // The first form names no schema, and is older than OAuth Server-to-Server.
    marker: /getpostman\.com\/json\/collection|\/ims\/exchange\/jwt/i,
    content: (root) => isCollection(root) && entitiesOf(root).length > 0,
  },
  entities: (root) => entitiesOf(root),
};

const isCollection = (root: ConfigNode): boolean =>
  /getpostman\.com/i.test(textAt(property(root, 'info')?.value, 'schema') ?? '') ||
  property(root, 'requests')?.value.type === 'array';

function entitiesOf(root: ConfigNode | undefined): readonly Entity[] {
  const all = [root, ...itemsIn(root)].flatMap((item) => [
    ...variablesIn(item, 'variable', 'collection'),
    ...requestEntity(item),
    ...authorizationEntities(item),
    ...scriptEntities(item),
  ]);
  const [first, ...more] = all.sort((one, other) => one.span.start - other.span.start);
  const fields = all.flatMap((entity) => [...entity.fields.values()].flat());
  return first ? [entityWith(first, { others: hiddenItems(root, fields) }), ...more] : [];
}

/**
 * All items, in whatever folders; folders are items with items. The first form has its requests in
 * one list.
 */
function itemsIn(node: ConfigNode | undefined, depth = 0): readonly ObjectNode[] {
  const items = (property(node, 'item') ?? property(node, 'requests'))?.value;
  if (items?.type !== 'array' || depth > DEEPEST) return [];
  return items.items.flatMap((item) => {
    return item.type === 'object' ? [item, ...itemsIn(item, depth + 1)] : [];
  });
}

const DEEPEST = 20;

function requestEntity(item: ConfigNode | undefined): readonly Entity[] {
  // In the first form an item is a request itself.
  const request = property(item, 'request')?.value ?? item;
  const url = urlOf(item, request);
  const endpoint = url && endpointField(url);
  if (!request || !endpoint) return [];
  const extra = [endpoint, ...parametersOf(request)];
  if (!asksForItself(endpoint, extra, rawBody(request)?.node.text ?? '')) return [];
  const head = property(item, 'name')?.keySpan ?? url.property.keySpan;
  const place = { head, label: textAt(item, 'name'), extra };
  const entity = readEntity(undefined, requestDialect(extra), place);
  return [entityWith(entity, { span: request.span })];
}

/** What Postman itself signs in with before a request, or before all those of a folder. */
function authorizationEntities(item: ConfigNode | undefined): readonly Entity[] {
  const holder = property(item, 'request')?.value ?? item;
  const written = property(holder, 'auth');
  const list = property(written?.value, 'oauth2')?.value;
  const extra = itemFields(list, AUTHORIZATION);
  const endpoint = extra.find(({ name }) => name === 'tokenEndpoint');
  if (!written || !endpoint || !asksForItself(endpoint, extra, '')) return [];
  const label = labelOf(item);
  const entity = readEntity(undefined, requestDialect(extra), {
    head: written.keySpan,
    label: label && `${label} (authorization)`,
    extra,
  });
  return [entityWith(entity, { span: written.span })];
}

const labelOf = (item: ConfigNode | undefined): string | undefined =>
  textAt(item, 'name') ?? textAt(property(item, 'info')?.value, 'name');

/** The scripts that run with a request or a folder, where they ask with a JWT. */
function scriptEntities(item: ConfigNode | undefined): readonly Entity[] {
  const events = property(item, 'event')?.value;
  if (events?.type !== 'array') return [];
  return events.items.flatMap((event) => {
    const lines = property(property(event, 'script')?.value, 'exec');
    const extra = lines ? strayFields([linesOf(lines)]) : [];
    if (!lines || !extra.some(({ name }) => name === 'tokenEndpoint')) return [];
    const label = labelOf(item);
    const entity = readEntity(undefined, scriptDialect, { head: lines.keySpan, label, extra });
    return [entityWith(entity, { span: lines.span })];
  });
}

/** The lines of a script as properties of their own. */
function linesOf(lines: Property): ObjectNode {
  const { value, span } = lines;
  const all = value.type === 'array' ? value.items : [value];
  const properties = all.map((line) => ({ ...lines, span: line.span, value: line }));
  return { type: 'object', span, properties };
}

/** A text in its place. */
interface Place {
  readonly parent: ObjectNode;
  readonly property: Property;
  readonly node: ScalarNode;
}

/** The address, which Postman writes as a text or as an object with that text in it. */
function urlOf(item: ConfigNode | undefined, request: ConfigNode | undefined): Place | undefined {
  const holders: readonly (readonly [ConfigNode | undefined, string])[] = [
    [item, 'request'],
    [request, 'url'],
    [property(request, 'url')?.value, 'raw'],
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
function endpointField({ parent, property: written, node }: Place): Field | undefined {
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
    property(request, 'data')?.value,
    property(property(request, 'url')?.value, 'query')?.value,
  ];
  return [...lists.flatMap((list) => itemFields(list, PARAMETERS)), ...rawSecrets(request)];
}

/** Of a body that is one text only a secret that cannot be anything else. */
function rawSecrets(request: ConfigNode): readonly Field[] {
  const raw = rawBody(request);
  if (!raw) return [];
  const only = objectWith(raw.parent, [raw.property]);
  return strayFields([only]).filter(({ name }) => name === 'clientSecret');
}

function rawBody(request: ConfigNode): Place | undefined {
  const parent = property(request, 'body')?.value;
  const raw = property(parent, 'raw');
  if (parent?.type !== 'object' || raw?.value.type !== 'scalar') return undefined;
  return { parent, property: raw, node: raw.value };
}

/** Whether a program asks with its own credential: a person's sign-in has other grants. */
function asksForItself({ items }: Field, fields: readonly Field[], raw: string): boolean {
  const path = tokenPath(items[0]?.text ?? '');
  if (path?.grant === 'jwt') return true;
  const grants = fields.filter(({ name }) => name === 'grantType').flatMap((each) => each.items);
  return (
    grants.some(({ text }) => text === 'client_credentials') ||
    /\bgrant_type["']?\s*[=:]\s*["']?client_credentials\b/.test(raw)
  );
}
