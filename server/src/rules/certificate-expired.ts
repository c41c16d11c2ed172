import { jwtDates } from '../facts/jwt';
import { links } from '../facts/links';
import { textOf } from '../model/entity';
import { longDate } from '../text/message';
import { lastCertificateDay, successor } from './certificates';
import { jwtDownloadExample, oauthDownloadExample } from './credential-examples';
import { entityRule } from './rule';

export const certificateExpired = entityRule({
  meta: {
    id: 'certificate-expired',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      console:
        'The last certificate of this credential expired on {day}, and its sign-in has failed since then. Adobe renews no certificates of Service Account (JWT) credentials: migrate to OAuth Server-to-Server.',
      outlived:
        'Adobe has accepted no Service Account (JWT) credential since {since}, so that this one stopped before its last certificate, which expired on {day}. Migrate to OAuth Server-to-Server.',
      aem: 'The last certificate of this credential expired on {day}, and its sign-in has failed since then. AEM replaces these credentials by OAuth Server-to-Server: create a new technical account there, and use what its download says.',
      mixed:
        'The last certificate of this credential expired on {day}. Whatever still signs in with the JWT keys of this file has failed since {since}: finish the migration to OAuth Server-to-Server.',
      adobe:
        'The last certificate of this credential expired on {day}, and its sign-in has failed since then. Adobe migrates this configuration by itself, so leave the file as it is.',
    },
    docs: {
      summary: 'A credential whose certificates have all expired.',
      why: "A JWT is signed with a certificate's private key, and no token is given once the last certificate has expired. The date says since when the integration has been down. Adobe renews no certificates of its Developer Console since 30 June 2025.",
      invalid: jwtDownloadExample('08/27/2022'),
      valid: oauthDownloadExample(),
      links: [links.jwtMigration],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report, { today, template }) {
    const last = lastCertificateDay(entity);
    if (!last || template || last.day >= today) return;
    // A sample whose ids are blanks never signed in.
    if (textOf(entity, 'clientId')?.kind === 'blank') return;
    const { lastDay } = jwtDates;
    const after = successor(entity);
    const hasOutlivedJwt = last.day > lastDay;
    report({
      at: last.at,
      message: hasOutlivedJwt && after === 'console' ? 'outlived' : after,
      data: {
        day: longDate(last.day),
        since: longDate(hasOutlivedJwt ? lastDay : last.day),
      },
    });
  },
});
