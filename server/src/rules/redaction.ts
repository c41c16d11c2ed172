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
import { similar, similarFields } from './suggestion';

/**
 * Takes the secrets of a document out of texts that leave it: what its secret fields hold, and what
 * has the form of a secret wherever it stands. Every message, title and hover passes here. A workspace knows the
 * secrets of what it was asked about before.
 */
export function redactor(document: ConfigDocument, known?: Workspace): (text: string) => string {
  // Most documents have nothing to say, and then nobody looks for their secrets.
  let find: SecretFinder | undefined;
  return (text) => {
    find ??= secretFinder(document, known);
    return rewritten(text, find(text), () => '•••').replace(SECRET_SHAPES, '•••');
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
 * The texts of all fields that the schema marks `writeOnly`, also of misspelled ones, and of unknown
 * ones that are called like secrets; the longest first.
 */
export function secretsOf({ entities }: ConfigDocument, known?: Workspace): readonly string[] {
  const secrets = entities.flatMap((each) => known?.about(each, secretsIn) ?? secretsIn(each));
  return [...new Set(secrets)].sort((a, b) => b.length - a.length);
}

function secretsIn(entity: Entity): readonly string[] {
  const secrets = new Set<string>();
  const isSecretField = (name: string) => fieldSchema(entity.concept, name)?.writeOnly === true;
  for (const field of [...entity.fields.values()].flat()) {
    if (isSecretField(field.name) && !namesKeyFile(field)) collect(field.value, secrets);
  }
  if (entity.others.length === 0) return [...secrets];
  const secretFields = Object.keys(entity.dialect.names).filter(isSecretField);
  for (const { property, prefix } of entity.others) {
    const meant = similarFields(property.key, prefix, entity).map((name) => prefix + name);
    const isMeant = meant.some(isSecretField) || similar(property.key, secretFields).length > 0;
    if (isMeant || SECRET_NAMES.test(property.key)) collect(property.value, secrets);
  }
  return [...secrets];
}

/** What people call secrets, where nobody knows the field. */
const SECRET_NAMES =
  /secrets?$|passw(?:or)?d$|passphrase$|private_?key$|(?:access|refresh|bearer|api)_?token$/i;

/** Whether a field of private keys holds nothing but the path of one. */
export const namesKeyFile = ({ name, items, value }: Field): boolean =>
  name === 'privateKey' && value.type === 'scalar' && items.every(({ text }) => isKeyPath(text));

/** Also the password of an address, and a secret among its parameters. */
const SECRET_SHAPES =
  /(?<=:\/\/[^\s/:@]*:)[^\s/@]+(?=@)|(?<=[?&](?:client_secret|password|access_token)=)[^&\s]+|\b[ps]\de-[\w-]{8,}|\b[ps]e-[\w-]{20,}|-----BEGIN[^-]*-----[\s\S]*?(-----END[^-]*-----|$)|\beyJ[\w-]{10,}\.[\w.-]+/g;

const SHORTEST = 6;

/** Shorter texts are words of every message; blanks and references are no secrets. */
const isSecret = (text: string) => text.length >= SHORTEST && valueKind(text) === 'literal';

function collect(node: ConfigNode, secrets: Set<string>): void {
  if (node.type === 'object') for (const { value } of node.properties) collect(value, secrets);
  else if (node.type === 'array') for (const item of node.items) collect(item, secrets);
  else if (isSecret(node.text.trim())) secrets.add(node.text.trim());
}
