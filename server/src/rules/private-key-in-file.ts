import type { EntityEdit } from '../model/edit';
import type { Entity, Field } from '../model/entity';
import { isForCloudService, secretReference } from './cloud-service';
import { isFromAem } from './credential';
import { integrationExample } from './credential-examples';
import { shownKey } from './field-name';
import { entityRule, type Problem, type RuleContext } from './rule';
import { holdsKeysAsSecrets, isPrivateKey, mustNotHoldSecrets } from './secrets';

export const privateKeyInFile = entityRule({
  meta: {
    id: 'private-key-in-file',
    severity: 'error',
    since: '0.1.0',
    fix: 'editor-only',
    messages: {
      key: '`{key}` holds a private key. Whoever can read this file, or its history in git, can sign as this account. Remove it: OAuth Server-to-Server needs no key. Then delete the key pair in the console that issued the credential, because it is no longer private.',
      cloud:
        "`{key}` holds a private key. Whoever can read this file, or its history in git, can sign as this account. AEM as a Cloud Service asks for a variable in the place of every secret: as long as this credential is needed, take a new one of AEM's Developer Console, make its key a secret variable in Cloud Manager, and write `{reference}`. Then delete the old one, because its key is no longer private.",
      tracked:
        "`{key}` holds a private key, and git tracks this file. Whoever can read the repository can sign as this account. Take the file out of git, ignore it, and delete this credential in AEM's Developer Console, because its key is no longer private.",
    },
    fixes: { reference: 'Replace by the reference `{reference}`' },
    docs: {
      summary: 'A private key in a file that is made to be shared, or that git tracks.',
      why: 'A key that was in a repository once is no longer private, even after it is deleted there. A path to a key, and a reference, are right.',
      invalid: integrationExample({
        authType: 'jwt',
        scopes: '',
        privateKey: '|\n  -----BEGIN PRIVATE KEY-----\n  (the key)\n  -----END PRIVATE KEY-----',
      }),
      valid: integrationExample(),
      links: [],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report, context) {
    // There a key is one of the secrets that another rule reports.
    if (holdsKeysAsSecrets(entity) || !mustNotHoldSecrets(entity, context)) return;
    for (const field of [...entity.fields.values()].flat()) {
      const text = field.items.map((item) => item.text).join('\n');
      const held = isPrivateKey(text) && !isMasked(text);
      if (!SECRET_FIELDS.has(field.name) || !held) continue;
      report(problemOf(field, entity, context));
    }
  },
});

/** Only credentials of AEM's own console need their key for longer: any other goes without. */
function problemOf(
  field: Field,
  entity: Entity,
  { document, workspace }: RuleContext,
): Problem<'key' | 'cloud' | 'tracked', 'reference'> {
  const at = field.keySpan;
  const key = shownKey(field.key);
  const { secrets } = entity.dialect;
  if (!isFromAem(entity)) return { at, message: 'key', data: { key } };
  if (secrets === 'private-file') return { at, message: 'tracked', data: { key } };
  if (secrets !== 'osgi' || !isForCloudService(document, workspace)) {
    return { at, message: 'key', data: { key } };
  }
  const data = { key, reference: secretReference(field, entity, document, workspace) };
  const fix = {
    title: 'reference' as const,
    data,
    edit: (edit: EntityEdit) => edit.set(field, data.reference),
  };
  return { at, message: 'cloud', data, fix };
}

const SECRET_FIELDS = new Set(['privateKey', 'passphrase', 'clientSecret', 'publicKey']);

/** A header with nothing, dots or a note behind it is an example. */
const isMasked = (text: string) =>
  /-----BEGIN[^-]*-----[\s\\]*(\.{2,}|\u2026|REDACTED|<[^>]*>|X{4,}|-----END)/i.test(text) ||
  /-----BEGIN[^-]*-----\s*$/.test(text);
