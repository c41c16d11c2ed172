import { links } from '../facts/links';
import { fieldOf, isOn } from '../model/entity';
import { packageExample } from './campaign-examples';
import { fieldName } from './field-name';
import { entityRule } from './rule';

export const accountInactive = entityRule({
  meta: {
    id: 'account-inactive',
    severity: 'info',
    since: '0.1.0',
    fix: 'none',
    messages: {
      inactive:
        '**{label}** (`{key}`) is off, and the package has no other Experience Cloud account. Nobody can sign in with an Adobe ID where it is imported. Switch it on, unless that is intended.',
    },
    docs: {
      summary: 'The account through which people sign in is switched off.',
      why: 'An instance has one external account of type Adobe Experience Cloud. While it is not enabled, nobody can sign in with an Adobe ID.',
      invalid: packageExample({ active: '0' }),
      valid: packageExample(),
      links: [links.externalAccounts],
    },
  },

  concepts: ['external-account'],

  check(entity, report, context) {
    const field = fieldOf(entity, 'enabled');
    if (entity.dialect.style !== 'sparse' || !field || isOn(entity, 'enabled') !== false) return;
    const others = context.document.entities.filter(
      (each) => each !== entity && each.concept === entity.concept,
    );
    if (others.some((each) => isOn(each, 'enabled') !== false)) return;
    report({
      at: field.items[0]?.span ?? field.span,
      message: 'inactive',
      data: fieldName(field, entity),
    });
  },
});
