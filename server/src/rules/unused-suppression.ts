import { integrationExample } from './credential-examples';
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
      unknown:
        'There is no rule `{rule}`, so this comment ignores nothing. Correct the name, or remove it.',
    },
    fixes: { remove: 'Remove the comment' },
    docs: {
      summary: 'A comment that ignores a rule where there is nothing to ignore.',
      why: 'A leftover hides the next real mistake on its line, or names a rule that does not exist.',
      invalid: integrationExample({
        title: 'User Management\n# ims-config-ignore org-id-malformed',
      }),
      valid: integrationExample({
        title: 'User Management\n# ims-config-ignore unknown-field\nowner: web team',
      }),
      links: [],
    },
  },

  check(unused, report, isRule) {
    report({
      at: unused.span,
      message: isRule ? unused.scope : 'unknown',
      data: { rule: unused.ruleId },
      fix: { title: 'remove', removes: unused },
    });
  },
});
