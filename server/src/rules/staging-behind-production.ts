import { links } from '../facts/links';
import { environmentsExample } from './campaign-examples';
import { isHosted, lagsOf, WHO } from './environment';
import { entityRule } from './rule';

export const stagingBehindProduction = entityRule({
  meta: {
    id: 'staging-behind-production',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      older:
        'Staging is older than production: {staging} here, {production} there. What is tried out here says little about production then. Upgrade staging to what production has.',
      olderHosted:
        'Staging is older than production: {staging} here, {production} there. What is tried out here says little about production then. Adobe brings hosted environments to the same release; ask Adobe when.',
      unmoved:
        '{who} of production sign in through IMS, those of staging do not. What is tried out here says little about production then. Move staging too.',
      unmovedHosted:
        '{who} of production sign in through IMS, those of staging do not. What is tried out here says little about production then. Adobe configures IMS for hosted environments; ask Adobe to plan the move of staging with you.',
      production: 'Production is ahead here.',
    },
    docs: {
      summary: 'A staging environment that is older or less migrated than production.',
      why: 'Changes are tried out in staging. Where staging has an older release, or people or programs sign in there another way, it does not show what will happen in production.',
      invalid: environmentsExample({ staging: { version: '7.3.5' }, production: {} }),
      valid: environmentsExample({ staging: {}, production: {} }),
      links: [links.campaignToIms],
    },
  },

  concepts: ['campaign-environment'],

  check(entity, report, { document }) {
    const hosted = isHosted(entity);
    for (const { what, staging, production } of lagsOf(entity, document)) {
      const related = [{ at: production.span, message: 'production' as const }];
      if (what === 'endUsers' || what === 'technicalOperators') {
        const message = hosted ? 'unmovedHosted' : 'unmoved';
        report({ at: staging.span, message, data: { who: WHO[what] }, related });
      } else {
        const message = hosted ? 'olderHosted' : 'older';
        const data = { staging: staging.text, production: production.text };
        report({ at: staging.span, message, data, related });
      }
    }
  },
});
