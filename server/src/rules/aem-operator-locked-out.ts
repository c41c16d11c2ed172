import { aemOperator, builtInOperators } from '../facts/campaign-server';
import { links } from '../facts/links';
import { aemPackageExample } from './campaign-examples';
import { lockedOutAem, operatorList } from './ims-restrictions';
import { isHostedFor } from './placement';
import { entityRule } from './rule';
import { instanceExample, restrictionLines } from './server-examples';
import { instanceOf } from './server-files';

export const aemOperatorLockedOut = entityRule({
  meta: {
    id: 'aem-operator-locked-out',
    severity: 'warning',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      locked:
        'The operator `{operator}` is not among those who may still sign in natively. AEM, which this workspace has an active account for, signs in to Campaign as that operator with login and password, and is locked out. Add it to the list.',
      lockedHosted:
        'The operator `{operator}` is not among those who may still sign in natively. AEM, which this workspace has an active account for, signs in to Campaign as that operator with login and password, and is locked out. On hosted servers Adobe does this: ask Adobe to add it.',
      account: 'This account works with AEM.',
    },
    fixes: { add: 'Add `{operator}`' },
    docs: {
      summary: 'Restrictions of native sign-in that lock out Adobe Experience Manager.',
      why: 'AEM signs in to Campaign with login and password, as the operator `aemserver`, and knows no sign-in with IMS there. Where `disableAPI` ends native sign-in of programs, the list of allowed operators must keep it.',
      invalid: {
        ...instanceExample(
          ...restrictionLines(builtInOperators.filter((name) => name !== aemOperator)),
        ),
        beside: [aemPackageExample('https://author.luma-shop.com')],
      },
      valid: {
        ...instanceExample(...restrictionLines(builtInOperators)),
        beside: [aemPackageExample('https://author.luma-shop.com')],
      },
      links: [links.campaignRestrictions],
    },
  },

  concepts: ['ims-restrictions'],

  check(entity, report, context) {
    const locked = lockedOutAem(entity, context);
    const list = operatorList(entity);
    if (!locked || !list) return;
    const { document, workspace } = context;
    const hosted = isHostedFor(document, workspace, instanceOf(document));
    const data = { operator: aemOperator };
    report({
      at: list.nameSpan ?? list.span,
      message: hosted ? 'lockedHosted' : 'locked',
      data,
      related: [{ at: locked.account.head, message: 'account', document: locked.document }],
      fix: hosted
        ? undefined
        : {
            title: 'add',
            data,
            edit: (edit) => edit.addElements('allowedOperator', [aemOperator]),
          },
    });
  },
});
