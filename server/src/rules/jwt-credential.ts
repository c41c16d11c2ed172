import { jwtDates } from '../facts/jwt';
import { links } from '../facts/links';
import { longDate } from '../text/message';
import { flowSpan, isAutoProvisioned, isFromAem } from './credential';
import { integrationExample } from './credential-examples';
import { migrationFix, migrationTitles } from './migration';
import { entityRule } from './rule';

export const jwtCredential = entityRule({
  meta: {
    id: 'jwt-credential',
    severity: 'error',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      jwt: 'This is a Service Account (JWT) credential. Adobe ended them on {endOfLife}, and none works after {lastDay}. Adobe may already have converted this one to OAuth Server-to-Server: open its page in the Developer Console first, then migrate this file.',
      aem: "This is a JWT credential of AEM's own Developer Console. Adobe calls them deprecated and names no last day. OAuth Server-to-Server needs a new technical account there, so the values of this file cannot be kept: create the account, then replace the file by its download.",
    },
    fixes: migrationTitles,
    docs: {
      summary: 'A credential that signs in with a Service Account (JWT).',
      why: "Adobe ended JWT credentials of its Developer Console on 30 June 2025 and stopped the last of them on 1 March 2026; files that still carry them fail without a word. OAuth Server-to-Server replaces them with the same client id and technical account, and needs no key pair. Credentials of AEM's own Developer Console are another family: deprecated, with no last day published, and replaced by a new technical account.",
      invalid: integrationExample({
        authType: 'jwt',
        scopes: '',
        metascopes: '[ent_user_sdk]',
        privateKey: '${IMS_PRIVATE_KEY}',
      }),
      valid: integrationExample(),
      links: [links.jwtMigration],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report) {
    if (entity.flow !== 'jwt' || isAutoProvisioned(entity)) return;
    const aem = isFromAem(entity);
    report({
      at: flowSpan(entity),
      message: aem ? 'aem' : 'jwt',
      severity: aem ? 'warning' : 'error',
      data: { endOfLife: longDate(jwtDates.endOfLife), lastDay: longDate(jwtDates.lastDay) },
      fix: migrationFix(entity),
    });
  },
});
