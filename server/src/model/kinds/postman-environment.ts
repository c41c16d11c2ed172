import { type ConfigNode, property, textAt } from '../../syntax/tree';
import { type Entity, entityWith, type Field, fieldWith } from '../entity';
import type { FileKind } from '../kind';
import { readEntity } from '../read';
import { type Holder, VARIABLES, variablesDialect } from './postman-dialects';
import { hiddenItems, itemFields } from './postman-variables';

/** The variables of Postman's requests to Adobe's APIs, as Postman exports them. */
export const postmanEnvironment: FileKind = {
  id: 'postman-environment',
  title: 'Postman environment',
  files: ['*.postman_environment.json', '*.postman_globals.json'],
  syntaxes: ['json'],
  recognition: {
    marker:
      /"key"\s*:\s*"(?:IMS(?:_?ORG(?:_?ID)?)?|TECH(?:NICAL)?_?ACC(?:OUN)?T(?:_?(?:ID|E?MAIL))?|META_?SCOPES?)"|@AdobeOrg|adobelogin/i,
    content: (root, path) =>
      (NAME.test(path) || /^(environment|globals)$/.test(scopeOf(root))) &&
      variablesIn(root, 'values', 'environment').length > 0,
  },
  entities: (root) => variablesIn(root, 'values', 'environment'),
};

const NAME = /\.postman_(environment|globals)\.json$/i;

const scopeOf = (root: ConfigNode): string => textAt(root, '_postman_variable_scope') ?? '';

/** The credential in a list of variables; none where nothing proves that it is Adobe's. */
export function variablesIn(
  root: ConfigNode | undefined,
  key: string,
  holder: Holder,
): readonly Entity[] {
  const list = property(root, key);
  const extra = itemFields(list?.value, VARIABLES);
  if (!list || !isCredential(extra)) return [];
  const fields = withSecret(extra);
  const label = textAt(root, 'name') || textAt(property(root, 'info')?.value, 'name') || undefined;
  const place = { head: list.keySpan, label, extra: fields };
  const entity = readEntity(undefined, variablesDialect(fields, holder), place);
  return [entityWith(entity, { span: list.value.span, others: hiddenItems(list.value, fields) })];
}

const isCredential = (fields: readonly Field[]): boolean => {
  const has = (name: string) => fields.some((field) => field.name === name);
  const keys = has('clientId') && (has('clientSecret') || has('privateKey'));
  return keys && fields.some(isAdobes);
};

/** Names that nobody else has, and values. `ORG_ID` may be any organization's. */
const isAdobes = ({ name, key, items }: Field): boolean => {
  if (name === 'imsServer')
    return /^ims$/i.test(key) || items.some(({ text }) => /adobelogin/i.test(text));
  if (name === 'orgId')
    return /^ims/i.test(key) || items.some(({ text }) => /@AdobeOrg/i.test(text));
  return ['technicalAccountId', 'technicalAccountEmail', 'metascopes'].includes(name);
};

/**
 * Where no other secret is there, `secret` is the client's, and not the private key that Adobe once
 * called so.
 */
function withSecret(fields: readonly Field[]): readonly Field[] {
  if (fields.some(({ name }) => name === 'clientSecret')) return fields;
  return fields.map((field) =>
    /^secret$/i.test(field.key) ? fieldWith(field, { name: 'clientSecret' }) : field,
  );
}
