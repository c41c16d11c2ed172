import { links } from '../facts/links';
import type { Field, TextValue } from '../model/entity';
import { code } from '../text/message';
import { integrationExample } from './credential-examples';
import { formatRule } from './rule';
import { isShowable } from './scope-list';

export const duplicateScope = formatRule({
  meta: {
    id: 'duplicate-scope',
    severity: 'warning',
    since: '0.1.0',
    fix: 'safe',
    messages: {
      duplicate:
        '**{label}** (`{key}`) names {word} twice. The second one changes nothing, and hides what the list asks for. Remove it.',
    },
    fixes: { remove: 'Remove the repeated scopes' },
    docs: {
      summary: 'A scope that stands twice in one list.',
      why: 'The second one has no effect. Mostly two lists were joined, and then it is worth a look whether all of it is still needed.',
      invalid: integrationExample({ scopes: '[openid, AdobeID, user_management_sdk, openid]' }),
      valid: integrationExample(),
      links: [links.tokenCall],
    },
  },

  formats: ['scopes'],

  check({ text, value, field, name, isRepeated }, report) {
    if (!isRepeated) return;
    report({
      at: value.span,
      message: 'duplicate',
      data: { ...name, word: isShowable(text) ? code(text) : 'a scope' },
      // Removed together, because neighbors share commas.
      fix: {
        title: 'remove',
        edit: (edit) => edit.removeItems(field, repeated(field)),
      },
    });
  },
});

/** The scopes that stand before in the list as well. */
function repeated({ items }: Field): readonly TextValue[] {
  const before = new Set<string>();
  return items.filter(({ text, kind }) => {
    const isRepeated = kind === 'literal' && before.has(text);
    before.add(text);
    return isRepeated;
  });
}
