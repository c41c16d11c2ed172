import { links } from '../facts/links';
import { lastField } from '../model/edit';
import type { Entity, Field } from '../model/entity';
import { fieldSchema } from '../schema/catalog';
import { contextFileExample } from './console-examples';
import { isAutoProvisioned } from './credential';
import { keyOf, shownKey } from './field-name';
import { contradictions } from './flow-flags';
import { entityRule } from './rule';

export const oauthFlagInconsistent = entityRule({
  meta: {
    id: 'oauth-flag-inconsistent',
    severity: 'error',
    since: '0.1.0',
    fix: 'safe',
    messages: {
      says: '**{label}** (`{key}`) says that this is a Service Account (JWT) credential, and all of its keys are those of OAuth Server-to-Server. Whatever reads it looks for the keys of JWT and fails. Set it to `{value}`.',
      other:
        '**{label}** (`{key}`) has to be `{value}`, to the letter: whatever reads it takes any other text for a Service Account (JWT), and all keys of this credential are those of OAuth Server-to-Server. Set it to `{value}`.',
      missing:
        '**{label}** (`{key}`) is missing, which means a Service Account (JWT) here, and all keys of this credential are those of OAuth Server-to-Server. Whatever reads it looks for the keys of JWT and fails. Add it with `{value}`.',
    },
    fixes: { set: 'Set `{key}` to `{value}`', add: 'Add `{key}` with `{value}`' },
    docs: {
      summary: 'A flag that says JWT beside the keys of OAuth Server-to-Server.',
      why: 'Some tools ask a flag, and not the keys, which way to sign in: `oauth_enabled` of the Cloud Manager plug-in, `integration_type` of a workspace, `command` and `OAUTHENABLED` of the GitHub actions. Left as it was, it makes them look for a private key that is gone.',
      invalid: contextFileExample({ oauth_enabled: false }),
      valid: contextFileExample({ oauth_enabled: true }),
      links: [links.jwtMigration],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report) {
    if (isAutoProvisioned(entity)) return;
    for (const { name, field, oauth } of contradictions(entity)) {
      const data = {
        label: fieldSchema(entity.concept, name)?.title ?? name,
        key: field ? shownKey(field.key) : keyOf(name, entity),
        value: String(oauth),
      };
      report({
        at: field?.items[0]?.span ?? entity.head,
        lacks: field ? [] : [name],
        message: field ? (saysJwt(field, entity) ? 'says' : 'other') : 'missing',
        data,
        fix: {
          title: field ? 'set' : 'add',
          data,
          edit: (edit) =>
            field ? edit.set(field, oauth) : edit.add(name, oauth, lastField(entity)),
        },
      });
    }
  },
});

/** Whether it says so itself, and is not taken for it because it says nothing that is known. */
function saysJwt({ name, items }: Field, { dialect }: Entity): boolean {
  const values = dialect.credential?.flags?.[name]?.values;
  return !values || values[items[0]?.text.toLowerCase() ?? ''] === 'jwt';
}
