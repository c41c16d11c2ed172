import type { ConfigDocument } from '../model/document';
import { valueKind } from '../model/value';
import { fieldSchema } from '../schema/catalog';
import type { ConfigNode } from '../syntax/tree';
import { similar, similarFields } from './suggestion';

/**
 * Takes the secrets of a document out of texts that leave it: what its secret fields hold, and what has the
 * form of a secret wherever it stands. Every message, title and hover passes here.
 */
export function redactor(document: ConfigDocument): (text: string) => string {
  // Most documents have nothing to say, and then nobody looks for their secrets.
  let secrets: readonly string[] | undefined;
  return (text) => {
    secrets ??= secretsOf(document);
    let result = text;
    for (const secret of secrets) result = result.replaceAll(secret, '•••');
    return result.replace(SECRET_SHAPES, '•••');
  };
}

/** The texts of all fields that the schema marks `writeOnly`, also of misspelled ones, the longest first. */
export function secretsOf({ entities }: ConfigDocument): readonly string[] {
  const secrets = new Set<string>();
  for (const entity of entities) {
    const isSecretField = (name: string) => fieldSchema(entity.concept, name)?.writeOnly === true;
    for (const field of [...entity.fields.values()].flat()) {
      if (isSecretField(field.name)) collect(field.value, secrets);
    }
    const secretFields = Object.keys(entity.dialect.names).filter(isSecretField);
    for (const { property, prefix } of entity.others) {
      const meant = similarFields(property.key, prefix, entity).map((name) => prefix + name);
      const isMeant = meant.some(isSecretField) || similar(property.key, secretFields).length > 0;
      if (isMeant) collect(property.value, secrets);
    }
  }
  return [...secrets].sort((a, b) => b.length - a.length);
}

/** Also the password of an address, and a secret among its parameters. */
const SECRET_SHAPES =
  /(?<=:\/\/[^\s/:@]*:)[^\s/@]+(?=@)|(?<=[?&](?:client_secret|password|access_token)=)[^&\s]+|\b[ps]\de-[\w-]{8,}|\b[ps]e-[\w-]{20,}|-----BEGIN[^-]*-----[\s\S]*?(-----END[^-]*-----|$)|\beyJ[\w-]{10,}\.[\w.-]+/g;

/** Shorter texts are words of every message; blanks and references are no secrets. */
const isSecret = (text: string) => text.length >= 6 && valueKind(text) === 'literal';

function collect(node: ConfigNode, secrets: Set<string>): void {
  if (node.type === 'object') for (const { value } of node.properties) collect(value, secrets);
  else if (node.type === 'array') for (const item of node.items) collect(item, secrets);
  else if (isSecret(node.text.trim())) secrets.add(node.text.trim());
}
