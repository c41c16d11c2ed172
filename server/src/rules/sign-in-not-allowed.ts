import { links } from '../facts/links';
import { environmentExample } from './campaign-examples';
import { isForbidden, isHosted, oldSignIn, SIGN_INS, WHO } from './environment';
import { entityRule } from './rule';

export const signInNotAllowed = entityRule({
  meta: {
    id: 'sign-in-not-allowed',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      native:
        '{who} sign in natively, which Campaign v8 no longer permits from 8.6 on. Move them to IMS.',
      nativeHosted:
        '{who} sign in natively, which Campaign v8 no longer permits from 8.6 on. Adobe configures IMS for hosted environments; ask Adobe to plan the move with you.',
      ldap: '{who} sign in with LDAP, which Campaign v8 does not support. Move them to IMS.',
      ldapHosted:
        '{who} sign in with LDAP, which Campaign v8 does not support. Adobe configures IMS for hosted environments; ask Adobe to plan the move with you.',
    },
    docs: {
      summary: 'A way to sign in that Campaign v8 does not allow.',
      why: 'Campaign v8 does not support LDAP at all, and from 8.6 on IMS is the only way to sign in, for people and for programs.',
      invalid: v8('native'),
      valid: v8('ims'),
      links: [links.campaignV8UsersToIms, links.campaignV8OperatorsToIms],
    },
  },

  concepts: ['campaign-environment'],

  check(entity, report) {
    for (const name of SIGN_INS) {
      const value = oldSignIn(entity, name);
      if (!value || !isForbidden(entity, name)) continue;
      report({
        at: value.span,
        message: isHosted(entity) ? `${value.text}Hosted` : value.text,
        data: { who: WHO[name] },
      });
    }
  },
});

function v8(endUsers: string) {
  return environmentExample({ product: 'campaign-v8', version: '8.6.4', endUsers });
}
