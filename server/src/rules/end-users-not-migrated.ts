import { productOf } from '../facts/campaign-releases';
import { links } from '../facts/links';
import { environmentExample } from './campaign-examples';
import { canMove, installationOf, isForbidden, isHosted, lagsOf, oldSignIn } from './environment';
import { entityRule } from './rule';

export const endUsersNotMigrated = entityRule({
  meta: {
    id: 'end-users-not-migrated',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      classic:
        'People still sign in {way}. This release is ready for the move to IMS, which Adobe asks for: give every operator an email address of their own, make product profiles of the operator groups, and let people sign in with their Adobe ID.',
      v8: 'People still sign in {way}. Campaign v8 permits only IMS from 8.6 on: let people sign in with their Adobe ID before you upgrade.',
      hosted:
        'People still sign in {way}. Adobe configures IMS for hosted environments and moves them; ask Adobe to plan it with you.',
    },
    docs: {
      summary: 'People who do not sign in with their Adobe ID yet.',
      why: 'Adobe asks that all people sign in through Adobe IMS. Native sign-in is restricted from 7.4.1 on and gone in Campaign v8.6. The order of the move is: release, external account and “Connect with an Adobe ID”, email addresses, product profiles, people, technical operators, restrictions.',
      invalid: environmentExample({ endUsers: 'native' }),
      valid: environmentExample({ endUsers: 'ims' }),
      links: [links.campaignUsersToIms, links.campaignV8UsersToIms],
    },
  },

  concepts: ['campaign-environment'],

  check(entity, report, { document }) {
    const value = oldSignIn(entity, 'endUsers');
    if (!value || isForbidden(entity, 'endUsers') || !canMove(entity, 'endUsers')) return;
    // That production is ahead says the same and more.
    if (lagsOf(entity, document).some(({ what }) => what === 'endUsers')) return;
    const message = productOf(installationOf(entity)) === 'campaign-v8' ? 'v8' : 'classic';
    report({
      at: value.span,
      message: isHosted(entity) ? 'hosted' : message,
      data: { way: value.text === 'ldap' ? 'with LDAP' : 'natively' },
    });
  },
});
