import { links } from '../facts/links';
import { integrationExample } from './credential-examples';
import { entityRule } from './rule';
import { swappedAccount } from './technical-account';

export const technicalAccountSwapped = entityRule({
  meta: {
    id: 'technical-account-swapped',
    severity: 'warning',
    since: '0.1.0',
    fix: 'safe',
    messages: {
      swapped:
        "The id and the email of the technical account stand in each other's place: the id is 24 hexadecimal digits, the email a UUID. Whatever reads them takes one for the other. Exchange them.",
      here: 'The id of the technical account stands here.',
    },
    fixes: { exchange: 'Exchange id and email' },
    docs: {
      summary: 'Technical account id and email that are exchanged.',
      why: 'Both end with `@techacct.adobe.com` and are easily mistaken for each other. The forms differ: the id is 24 hexadecimal digits in capital letters, the email a UUID in small ones.',
      invalid: integrationExample({
        technicalAccountId: '01234567-89ab-cdef-0123-456789abcdef@techacct.adobe.com',
        technicalAccountEmail: '89ABCDEF0123456789ABCDEF@techacct.adobe.com',
      }),
      valid: integrationExample(),
      links: [links.tokenCall],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report) {
    const swapped = swappedAccount(entity);
    if (!swapped) return;
    const { id, email } = swapped;
    report({
      at: id.span,
      message: 'swapped',
      related: [{ at: email.span, message: 'here' }],
      fix: {
        title: 'exchange',
        edit: (edit) => {
          edit.replace(id, email.text);
          edit.replace(email, id.text);
        },
      },
    });
  },
});
