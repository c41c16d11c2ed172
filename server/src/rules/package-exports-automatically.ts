import { links } from '../facts/links';
import { fieldOf, isOn } from '../model/entity';
import { packageExample } from './campaign-examples';
import { fieldName } from './field-name';
import { entityRule } from './rule';

export const packageExportsAutomatically = entityRule({
  meta: {
    id: 'package-exports-automatically',
    severity: 'info',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      on: '**{label}** (`{key}`) is on, so packages take this account along without being asked. Its addresses and ids hold for one environment only, and an import overwrites those of another. Switch it off, and export the account only when it is meant.',
    },
    fixes: { off: 'Switch it off' },
    docs: {
      summary: 'An account that every package takes along.',
      why: 'An external account belongs to one environment: its server addresses, client and organization are others in staging than in production. Where it goes along with every package, an import elsewhere overwrites what that environment needs.',
      invalid: packageExample({ packageAutoExport: '1' }),
      valid: packageExample(),
      links: [links.externalAccounts],
    },
  },

  concepts: ['external-account', 'campaign-account'],

  check(entity, report) {
    const field = fieldOf(entity, 'exportedAutomatically');
    if (!field || !isOn(entity, 'exportedAutomatically')) return;
    report({
      at: field.items[0]?.span ?? field.span,
      message: 'on',
      data: fieldName(field, entity),
      fix: { title: 'off', edit: (edit) => edit.set(field, false) },
    });
  },
});
