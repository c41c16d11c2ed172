import { integrationExample } from './credential-examples';
import { entityRule } from './rule';
import { holdsKeysAsSecrets, isPrivateKey, mustNotHoldSecrets } from './secrets';

export const privateKeyInFile = entityRule({
  meta: {
    id: 'private-key-in-file',
    severity: 'error',
    since: '0.1.0',
    fix: 'none',
    messages: {
      key: '`{key}` holds a private key. Whoever can read this file, or its history in git, can sign as this account. Remove it: OAuth Server-to-Server needs no key. Then delete the key pair in the console that issued the credential, because it is no longer private.',
    },
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
      report({ at: field.keySpan, message: 'key', data: { key: field.key } });
    }
  },
});

const SECRET_FIELDS = new Set(['privateKey', 'passphrase', 'clientSecret', 'publicKey']);

/** A header with nothing, dots or a note behind it is an example. */
const isMasked = (text: string) =>
  /-----BEGIN[^-]*-----[\s\\]*(\.{2,}|…|REDACTED|<[^>]*>|X{4,}|-----END)/i.test(text) ||
  /-----BEGIN[^-]*-----\s*$/.test(text);
