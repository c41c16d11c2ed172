import { links } from '../facts/links';
import { essentialScopes, isMetascope } from '../facts/scopes';
import { enumerate } from '../text/message';
import { integrationExample } from './credential-examples';
import { formatRule } from './rule';
import { addScopes, isFirstWritten, isMangled, missingFrom, writtenItems } from './scope-list';

export const scopeMissingOpenid = formatRule({
  meta: {
    id: 'scope-missing-openid',
    severity: 'info',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      missing:
        "**{label}** (`{key}`) does not hold {scopes}. Every list of scopes that Adobe documents has both `openid` and `AdobeID`. Add what is missing, if the credential's page lists it.",
      wrongCase:
        '**{label}** (`{key}`) writes `{scope}` with other capital letters than Adobe does, which makes it another scope. Write `{scope}`.',
    },
    fixes: { add: 'Add {scopes}', correctCase: 'Write `{scope}`' },
    docs: {
      summary: 'A list of scopes without `openid` or `AdobeID`.',
      why: 'Both are in every list of scopes that Adobe documents, for people who sign in and for programs, and they always come together. They are case-sensitive.',
      invalid: integrationExample({ scopes: '[openid, user_management_sdk]' }),
      valid: integrationExample(),
      links: [links.tokenCall],
    },
  },

  formats: ['scopes'],

  check({ value, field, entity, name }, report) {
    if (!isFirstWritten(value, field) || entity.flow === 'jwt') return;
    // Silent where something in it is not known or not of this vocabulary.
    const items = writtenItems(field);
    if (items.some(({ kind, text }) => kind !== 'literal' || isMetascope(text))) return;
    // Where something is no scope at all, that is the mistake.
    if (items.some(({ text }) => !/^[\w.]+$/.test(text))) return;

    const absent = missingFrom(field, essentialScopes);
    const isWritten = (scope: string) => items.some((item) => isMangled(item, scope));
    for (const scope of absent) {
      const item = items.find((each) => isMangled(each, scope));
      if (!item) continue;
      report({
        at: item.span,
        message: 'wrongCase',
        data: { ...name, scope },
        fix: {
          title: 'correctCase',
          data: { scope },
          edit: (edit) => edit.replace(item, scope),
        },
      });
    }
    const missing = absent.filter((scope) => !isWritten(scope));
    // Where more scopes are required, one finding names all that are missing.
    if (missing.length === 0 || entity.dialect.credential?.requiredScopes) return;
    const scopes = enumerate(missing);
    report({
      at: field.keySpan,
      lacks: missing,
      message: 'missing',
      data: { ...name, scopes },
      fix: { title: 'add', data: { scopes }, edit: (edit) => addScopes(edit, field, missing) },
    });
  },
});
