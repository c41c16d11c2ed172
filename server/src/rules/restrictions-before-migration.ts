import { nativeRestrictionsAvailable, productOf } from '../facts/campaign-releases';
import { links } from '../facts/links';
import { isOn } from '../model/entity';
import { environmentExample } from './campaign-examples';
import { installationOf, isHosted, known, oldSignIn, SIGN_INS, WHO } from './environment';
import { entityRule } from './rule';

export const restrictionsBeforeMigration = entityRule({
  meta: {
    id: 'restrictions-before-migration',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      unavailable:
        'Native sign-in is restricted here, which Campaign can only do from 7.4.1 on. Upgrade first, and switch the restrictions on as the last step of the move to IMS.',
      unavailableHosted:
        'Native sign-in is restricted here, which Campaign can only do from 7.4.1 on. Adobe brings hosted environments to that release and switches the restrictions on as the last step; ask Adobe about it.',
      early:
        'Native sign-in is restricted before everybody has moved to IMS, which locks out those who have not. Switch the restrictions off, and on again as the last step of the move.',
      earlyHosted:
        'Native sign-in is restricted before everybody has moved to IMS, which locks out those who have not. Adobe switches the restrictions of hosted environments; ask Adobe to turn them off until the move is finished.',
      who: '{who} do not sign in through IMS yet.',
    },
    docs: {
      summary: 'Native sign-in that is restricted too early.',
      why: 'The `imsConfig` restrictions of 7.4.1 turn away everybody who does not sign in through IMS, but for a few built-in operators. They are the last step of the move: after people, and after technical operators.',
      invalid: environmentExample({ technicalOperators: 'native', nativeRestrictions: 'true' }),
      valid: environmentExample({ nativeRestrictions: 'true' }),
      links: [links.campaignRestrictions, links.campaignToIms],
    },
  },

  concepts: ['campaign-environment'],

  check(entity, report) {
    const value = known(entity, 'nativeRestrictions');
    if (!value || !isOn(entity, 'nativeRestrictions')) return;
    const installation = installationOf(entity);
    const hosted = isHosted(entity);
    if (nativeRestrictionsAvailable(installation) === false) {
      const message = hosted ? 'unavailableHosted' : 'unavailable';
      return report({ at: value.span, message });
    }
    // These restrictions are documented for Campaign Classic only.
    const late = SIGN_INS.filter((name) => oldSignIn(entity, name));
    if (late.length === 0 || productOf(installation) === 'campaign-v8') return;
    report({
      at: value.span,
      message: hosted ? 'earlyHosted' : 'early',
      related: late.flatMap((name) => {
        const at = oldSignIn(entity, name)?.span;
        return at ? [{ at, message: 'who' as const, data: { who: WHO[name] } }] : [];
      }),
    });
  },
});
