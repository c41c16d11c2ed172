import { productOf } from '../facts/campaign-releases';
import { links } from '../facts/links';
import { environmentExample } from './campaign-examples';
import { canMove, installationOf, isForbidden, isHosted, lagsOf, oldSignIn } from './environment';
import { entityRule } from './rule';

export const technicalOperatorsNotMigrated = entityRule({
  meta: {
    id: 'technical-operators-not-migrated',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      classic:
        'Programs still sign in {way}. This release supports technical accounts of the Developer Console, and Adobe asks to use them: create an OAuth Server-to-Server credential with the APIs Adobe Campaign and I/O Management, and send its token. Operators that Campaign brings along, such as `aemserver`, stay native.',
      v8: 'Programs still sign in {way}. Campaign v8 permits only IMS from 8.6 on: create an OAuth Server-to-Server credential in the Developer Console and send its token before you upgrade.',
      hosted:
        'Programs still sign in {way}. Adobe configures technical accounts for what hosted environments call themselves; only your own programs have to send the token of an OAuth Server-to-Server credential. Ask Adobe to plan the move with you.',
    },
    docs: {
      summary: 'Programs that do not sign in with a technical account yet.',
      why: 'From 7.3.5 on technical operators should use technical accounts of the Developer Console, and from 8.6 on they must. Logins and passwords in programs stop working when native sign-in is restricted.',
      invalid: environmentExample({ technicalOperators: 'native' }),
      valid: environmentExample({ technicalOperators: 'ims' }),
      links: [links.campaignOperatorsToIms, links.campaignV8OperatorsToIms],
    },
  },

  concepts: ['campaign-environment'],

  check(entity, report, { document }) {
    const value = oldSignIn(entity, 'technicalOperators');
    if (
      !value ||
      isForbidden(entity, 'technicalOperators') ||
      !canMove(entity, 'technicalOperators')
    )
      return;
    // That production is ahead says the same and more.
    if (lagsOf(entity, document).some(({ what }) => what === 'technicalOperators')) return;
    const message = productOf(installationOf(entity)) === 'campaign-v8' ? 'v8' : 'classic';
    report({
      at: value.span,
      message: isHosted(entity) ? 'hosted' : message,
      data: { way: value.text === 'ldap' ? 'with LDAP' : 'with a login and password' },
    });
  },
});
