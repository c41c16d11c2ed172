import type { EntityEdit } from '../model/edit';
import type { Entity, Field, TextValue } from '../model/entity';
import { fieldSchema } from '../schema/catalog';
import { integrationExample } from './credential-examples';
import { fieldName } from './field-name';
import { entityRule, type Problem } from './rule';
import { isPrivateKey, mustNotHoldSecrets } from './secrets';

export const secretInPlainText = entityRule({
  meta: {
    id: 'secret-in-plain-text',
    severity: 'warning',
    since: '0.1.0',
    fix: 'editor-only',
    messages: {
      plain:
        '**{label}** (`{key}`) stands here as plain text. Whoever can read this file, or its history in git, can sign in with it. Keep it in a secret store and write a reference such as `${IMS_CLIENT_SECRET}`.',
      tracked:
        '**{label}** (`{key}`) stands here as plain text, and git tracks this file. Whoever can read the repository can sign in with it. Take the file out of git, ignore it, and renew the secret.',
      package:
        '**{label}** (`{key}`) stands here as plain text. Campaign never exports secrets, so somebody added it by hand, and whoever can read the package can sign in with it. Remove it, and enter it in the client console of the target.',
    },
    fixes: {
      reference: 'Replace by the reference `{reference}`',
      remove: 'Remove `{key}`',
    },
    docs: {
      summary: 'A client secret, passphrase or password that anybody who sees the file can read.',
      why: 'Configuration files travel: into version control, tickets and packages. Files that are made to hold secrets (downloads, service credentials) are reported only where git tracks them. References such as `${NAME}`, `$[secret:NAME]` and texts that Campaign encrypted (`@…`) are right.',
      invalid: integrationExample({ clientSecret: 'p8e-0123456789abcdefghijklmnopqrstuv' }),
      valid: integrationExample(),
      links: [],
    },
  },

  check(entity, report, context) {
    if (!mustNotHoldSecrets(entity, context)) return;
    for (const field of [...entity.fields.values()].flat()) {
      const schema = fieldSchema(entity.concept, field.name);
      // Of private keys another rule speaks.
      if (!schema?.writeOnly || field.name === 'privateKey') continue;
      for (const item of field.items) {
        if (item.kind !== 'literal' || isPrivateKey(item.text)) continue;
        report(problemOf(item, field, entity));
      }
    }
  },
});

type Message = 'package' | 'plain' | 'tracked';

function problemOf(
  item: TextValue,
  field: Field,
  entity: Entity,
): Problem<Message, 'reference' | 'remove'> {
  const data = fieldName(field, entity);
  const at = item.span;
  switch (entity.dialect.secrets) {
    case 'left-out': {
      const edit = (each: EntityEdit) => each.remove(field);
      return { at, message: 'package', data, fix: { title: 'remove', data, edit } };
    }
    case 'references': {
      const reference = referenceFor(field.name);
      const edit = (each: EntityEdit) => each.replace(item, reference);
      return { at, message: 'plain', data, fix: { title: 'reference', data: { reference }, edit } };
    }
    default:
      return { at, message: 'tracked', data };
  }
}

const referenceFor = (name: string) =>
  `\${IMS_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}}`;
