import { suppressionRule } from './rule';

export const unusedSuppression = suppressionRule({
  meta: {
    id: 'unused-suppression',
    severity: 'warning',
    since: '0.1.0',
    fix: 'safe',
    messages: {
      line: 'This comment ignores `{rule}`, which has nothing to say about the line below. It would hide the next real mistake: remove it.',
      file: 'This comment ignores `{rule}`, which has nothing to say about this file. It would hide the next real mistake: remove it.',
    },
    fixes: { remove: 'Remove the comment' },
    docs: {
      summary: 'A comment that ignores a rule where there is nothing to ignore.',
      why: 'A leftover hides the next real mistake on its line, or names a rule that does not exist.',
      invalid: {
        file: 'example.ims-integration.yaml',
        text: 'title: Target\nauthType: oauth-server-to-server\n# ims-config-ignore org-id-malformed\norgId: 0123456789ABCDEF01234567@AdobeOrg\nclientId: 0123456789abcdef0123456789abcdef\nclientSecret: ${IMS_CLIENT_SECRET}\nscopes: [openid, AdobeID, target_sdk]\n',
      },
      valid: {
        file: 'example.ims-integration.yaml',
        text: 'title: Target\nauthType: oauth-server-to-server\norgId: 0123456789ABCDEF01234567@AdobeOrg\nclientId: 0123456789abcdef0123456789abcdef\nclientSecret: ${IMS_CLIENT_SECRET}\nscopes: [openid, AdobeID, target_sdk]\n# ims-config-ignore unknown-field\nowner: web team\n',
      },
      links: [],
    },
  },

  check(unused, report) {
    report({
      at: unused.span,
      message: unused.scope,
      data: { rule: unused.ruleId },
      fix: { title: 'remove', removes: unused },
    });
  },
});
