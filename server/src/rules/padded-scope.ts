import { links } from '../facts/links';
import { blankEnds, replaceWithBlanks } from './blank-ends';
import { accountExample, packageExample } from './campaign-examples';
import { formatRule } from './rule';

export const paddedScope = formatRule({
  meta: {
    id: 'padded-scope',
    severity: 'warning',
    since: '0.1.0',
    fix: 'safe',
    messages: {
      padded:
        '**{label}** (`{key}`) has blanks around a scope. The samples of Adobe have none, and they may be sent along as a part of the scope. Remove them.',
    },
    fixes: { trim: 'Remove the blanks' },
    docs: {
      summary: 'A scope with blanks around it where the list is read as it is written.',
      why: 'Scopes are parted by commas alone. Where a program takes the text as it stands, a blank belongs to the scope, and the sign-in page cannot be reached. In our own notation a blank behind a comma is fine.',
      invalid: packageExample({ userScope: 'openid, AdobeID' }),
      valid: accountExample({ imsScope: 'openid, AdobeID' }),
      links: [links.imsTroubleshooting],
    },
  },

  formats: ['scopes'],

  check({ value, field, entity, name, isRepeated }, report) {
    if (entity.dialect.names[field.name]?.trimmed) return;
    const isReadAsWritten =
      field.shape === 'comma-text' ||
      field.shape === 'jcr-list-or-comma-text' ||
      field.value.type === 'array';
    const at = blankEnds(value);
    if (!at || !isReadAsWritten || isRepeated) return;
    report({
      at,
      message: 'padded',
      data: name,
      fix: { title: 'trim', edit: (edit) => replaceWithBlanks(edit, value) },
    });
  },
});
