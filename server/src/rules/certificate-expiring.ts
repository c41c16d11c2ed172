import { jwtDates } from '../facts/jwt';
import { links } from '../facts/links';
import { longDate } from '../text/message';
import { foreignDays, lastCertificateDay, successor } from './certificates';
import { jwtDownloadExample, oauthDownloadExample } from './credential-examples';
import { daysBetween } from './dates';
import { entityRule } from './rule';

/** Adobe's mails about it begin as early. */
const DAYS_AHEAD = 30;

export const certificateExpiring = entityRule({
  meta: {
    id: 'certificate-expiring',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      console:
        'The last certificate of this credential expires on {day}. Adobe renews no certificates of Service Account (JWT) credentials and accepts none of them after {lastDay}: migrate to OAuth Server-to-Server.',
      aem: 'The last certificate of this credential expires on {day}, and its sign-in fails from then on. AEM replaces these credentials by OAuth Server-to-Server: create a new technical account there before that day.',
      mixed:
        'The last certificate of this credential expires on {day}. Whatever still signs in with the JWT keys of this file fails from then on at the latest: finish the migration to OAuth Server-to-Server.',
      adobe:
        'The last certificate of this credential expires on {day}. Adobe migrates this configuration by itself, so leave the file as it is.',
      form: 'This is no day as the Developer Console writes the last one of a certificate: `MM/DD/YYYY`. Whoever reads it may take it for another day, or for none. Write it that way.',
    },
    docs: {
      summary: 'A credential whose last certificate expires within 30 days.',
      why: "A JWT is signed with a certificate's private key, and no token is given once the last certificate has expired. Adobe renews no certificates of its Developer Console since 30 June 2025, so the day of the last one is the day of the outage. A day in another form than `MM/DD/YYYY` is told as well.",
      invalid: jwtDownloadExample('12/10/2026'),
      valid: oauthDownloadExample(),
      links: [links.jwtMigration],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report, { today, template }) {
    if (template) return;
    const last = lastCertificateDay(entity);
    const left = last && daysBetween(today, last.day);
    const isNear = left !== undefined && left <= DAYS_AHEAD;
    // Of a day that is told of already, the form matters little.
    for (const at of foreignDays(entity)) {
      if (!isNear || at !== last?.at) report({ at, message: 'form', severity: 'info' });
    }
    if (!last || !isNear || left < 0) return;
    report({
      at: last.at,
      message: successor(entity),
      data: { day: longDate(last.day), lastDay: longDate(jwtDates.lastDay) },
    });
  },
});
