import { links } from '../facts/links';
import { fieldOf, textOf } from '../model/entity';
import { addressOf, mayNeedMoreThanHttps } from './address';
import { accountExample } from './campaign-examples';
import { fieldName } from './field-name';
import { partOf } from './part';
import { entityRule } from './rule';

export const serverNotHttps = entityRule({
  meta: {
    id: 'server-not-https',
    severity: 'info',
    since: '0.1.0',
    fix: 'safe',
    messages: {
      insecure:
        '**{label}** (`{key}`) uses `http`. It is the address of your Adobe Experience Cloud, which is reached with `https`. Use `https`.',
    },
    fixes: { useHttps: 'Use `https`' },
    docs: {
      summary: 'The address of the Experience Cloud with `http`.',
      why: "The field holds the address of your Adobe Experience Cloud, `https://marketing.adobe.com` in Adobe's own screenshots. What goes there without encryption can be read on its way.",
      invalid: accountExample({ server: 'http://marketing.adobe.com' }),
      valid: accountExample({ server: 'https://marketing.adobe.com' }),
      links: [links.externalAccounts],
    },
  },

  concepts: ['external-account'],

  check(entity, report) {
    const field = fieldOf(entity, 'server');
    const value = textOf(entity, 'server');
    if (!field || value?.kind !== 'literal') return;
    const address = addressOf(value.text);
    if (address?.scheme !== 'http') return;
    const part = partOf(value, 0, 'http'.length);
    report({
      at: part.span,
      message: 'insecure',
      data: fieldName(field, entity),
      fix: {
        title: 'useHttps',
        safety: mayNeedMoreThanHttps(address) ? 'unsafe' : 'safe',
        edit: (edit) => edit.replace(part, 'https'),
      },
    });
  },
});
