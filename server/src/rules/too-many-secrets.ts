import { links } from '../facts/links';
import { integrationExample } from './credential-examples';
import { keywordRule } from './rule';

export const tooManySecrets = keywordRule({
  meta: {
    id: 'too-many-secrets',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      tooMany:
        "**{label}** (`{key}`) holds {count} secrets, and a credential has at most two: one that is used and one that replaces it. At least one of them is no longer valid. Remove those that the credential's page does not list.",
    },
    docs: {
      summary: 'More client secrets than a credential can have.',
      why: 'The Developer Console allows two secrets, so that one can be replaced while the other still works. A third one in a file is a leftover that only widens who can find a secret.',
      invalid: integrationExample({
        clientSecret: "['${SECRET_OLD}', '${SECRET_NOW}', '${SECRET_NEXT}']",
      }),
      valid: integrationExample({ clientSecret: "['${SECRET_NOW}', '${SECRET_NEXT}']" }),
      links: [links.tokenCall],
    },
  },

  keywords: ['maxItems'],

  check({ violation, field, name }, report) {
    if (violation.field !== 'clientSecret') return;
    const count = field.value.type === 'array' ? field.value.items.length : field.items.length;
    report({ at: field.keySpan, message: 'tooMany', data: { ...name, count } });
  },
});
