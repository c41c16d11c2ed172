import type { ConfigDocument } from '../model/document';
import type { Entity, Field } from '../model/entity';
import { valueKind } from '../model/value';
import type { Workspace } from '../model/workspace';
import { fieldSchema } from '../schema/catalog';
import type { ConfigNode } from '../syntax/tree';
import { inCode } from '../text/message';
import { occurrencesOf } from '../text/occurrences';
import type { Span } from '../text/span';
import { isKeyPath } from './key-path';
import { isSecretName, withoutSecretForms } from './secret-forms';
import { similar, similarFields } from './suggestion';

/**
 * Takes the secrets of a document out of texts that leave it: what its secret fields hold, and what
 * has the form of a secret wherever it stands. Every message, title and hover passes here. A
 * workspace knows the secrets of what it was asked about before.
 */
export function redactor(document: ConfigDocument, known?: Workspace): (text: string) => string {
  // Most documents have nothing to say, and then nobody looks for their secrets.
  let find: SecretFinder | undefined;
  return (text) => {
    find ??= secretFinder(document, known);
    return withoutSecretForms(rewritten(text, find(text), () => '•••'));
  };
}

/** Finds the secrets of a document in a text, in its order; those that overlap are one. */
type SecretFinder = (text: string) => readonly Span[];

export function secretFinder(document: ConfigDocument, known?: Workspace): SecretFinder {
  // Messages quote them as code.
  const secrets = known?.about(document, secretsOf) ?? secretsOf(document);
  return occurrencesOf(
    secrets.flatMap((secret) => [secret, inCode(secret)]),
    SHORTEST,
  );
}

/** A text with other characters in some places, which are in its order and do not overlap. */
export function rewritten(
  text: string,
  places: readonly Span[],
  write: (part: string) => string,
): string {
  let at = 0;
  const parts = places.map(({ start, end }) => {
    const part = text.slice(at, start) + write(text.slice(start, end));
    at = end;
    return part;
  });
  return parts.join('') + text.slice(at);
}

/**
 * The texts of all fields that the schema marks `writeOnly`, also of misspelled ones, and of
 * unknown ones that are called like secrets; the longest first.
 */
export function secretsOf({ entities }: ConfigDocument, known?: Workspace): readonly string[] {
  const secrets = entities.flatMap((each) => known?.about(each, secretsIn) ?? secretsIn(each));
  return [...new Set(secrets)].sort((a, b) => b.length - a.length);
}

/** Also in small letters, as a message names what was meant for a host. */
function secretsIn(entity: Entity): readonly string[] {
  const texts = secretValues(entity).flatMap(({ value, items }) => [
    ...items.map(({ text }) => text),
    ...textsIn(value),
  ]);
  return texts
    .map((text) => text.trim())
    .filter((text) => text.length >= SHORTEST && tells(text))
    .flatMap((text) => [text, text.toLowerCase()]);
}

/** The values of an entity's secrets, and the texts that are written inside of them. */
export function secretValues(entity: Entity): readonly Pick<Field, 'value' | 'items'>[] {
  const isSecretField = (name: string) => fieldSchema(entity.concept, name)?.writeOnly === true;
  const fields = [...entity.fields.values()]
    .flat()
    .filter((field) => isSecretField(field.name) && !namesKeyFile(field));
  if (entity.others.length === 0) return fields;
  const secretFields = Object.keys(entity.dialect.names).filter(isSecretField);
  const others = entity.others.filter(({ property, prefix }) => {
    const meant = similarFields(property.key, prefix, entity).map((name) => prefix + name);
    const isMeant = meant.some(isSecretField) || similar(property.key, secretFields).length > 0;
    return isMeant || isSecretName(property.key);
  });
  return [...fields, ...others.map(({ property: { value } }) => ({ value, items: [] }))];
}

/** Whether a field of private keys holds nothing but the path of one. */
export const namesKeyFile = ({ name, items, value }: Field): boolean =>
  name === 'privateKey' && value.type === 'scalar' && items.every(({ text }) => isKeyPath(text));

/** Shorter texts are words of every message. */
const SHORTEST = 6;

/**
 * Whether the value of a secret is one: blanks and references are none, but what stands around them
 * may be.
 */
export function tells(text: string): boolean {
  const kind = valueKind(text);
  if (kind === 'reference') return /\w{4}/.test(text.replace(REFERENCES, ' '));
  return kind === 'literal' || (kind === 'blank' && NO_BLANK.test(text));
}

/** What is quoted in brackets, or stands behind a type, is no name of what belongs there. */
const NO_BLANK = /^\s*(?:[[{].*["']|\{\w+\}\S)/s;

const REFERENCES =
  /\$?\{\{[^}]*\}\}|[$#]\{(?!\w+:?[-=])[^}]*\}|\$\[[^\];\s]*\]|\$\([^)]*\)|`[^`]*`|\$(?:env:)?\w+|%{1,2}~?\w+%{0,2}|@@?[\w.-]+@@?|\[\[[^\]]*\]\]|__[\w.-]+__|&[\w.-]+;|^ENC[([].*[)\]]$|^\$ANSIBLE_VAULT;.*$|^@[A-Za-z0-9+/]+={0,2}$|^\{[0-9a-f]+\}$|^\{\s*secure\s*:.*$/gis;

function textsIn(node: ConfigNode): readonly string[] {
  if (node.type === 'object') return node.properties.flatMap(({ value }) => textsIn(value));
  return node.type === 'array' ? node.items.flatMap(textsIn) : [node.text];
}
