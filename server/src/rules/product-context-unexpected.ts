import { expectedProductContext } from '../facts/campaign-accounts';
import { links } from '../facts/links';
import { accountExample } from './campaign-examples';
import { formatRule } from './rule';

export const productContextUnexpected = formatRule({
  meta: {
    id: 'product-context-unexpected',
    severity: 'warning',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      unexpected:
        '**{label}** (`{key}`) is not `{expected}`. Where the account has this field, Adobe expects that value here and on its own side. Use `{expected}`.',
    },
    fixes: { use: 'Use `{expected}`' },
    docs: {
      summary: 'A product context that is not the one Adobe documents.',
      why: 'The product context says for which product rights are read at sign-in. Adobe asks to check that it is `dma_campaign_classic`. Forms without the field use `dma_campaign` on both sides; leave it out there.',
      invalid: accountExample({ productContext: 'dma_campaign' }),
      valid: accountExample({ productContext: expectedProductContext }),
      links: [links.imsTroubleshooting],
    },
  },

  formats: ['product-context'],

  check({ text, value, name }, report) {
    if (text === expectedProductContext) return;
    const expected = expectedProductContext;
    report({
      at: value.span,
      message: 'unexpected',
      data: { ...name, expected },
      fix: {
        title: 'use',
        data: { expected },
        edit: (edit) => edit.replace(value, expected),
      },
    });
  },
});
