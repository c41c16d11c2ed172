import { links } from '../facts/links';
import { isMetascope } from '../facts/scopes';
import { enumerate } from '../text/message';
import { contextFileExample } from './console-examples';
import { formatRule } from './rule';
import { addScopes, isFirstWritten, isMangled, missingFrom, writtenItems } from './scope-list';

export const requiredScopeMissing = formatRule({
  meta: {
    id: 'required-scope-missing',
    severity: 'error',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      missing:
        '**{label}** (`{key}`) lacks {scopes}. The Cloud Manager plug-in looks at the list before each command, and stops where one of its five is not there. Add what is missing, as the page of the credential lists it.',
    },
    fixes: { add: 'Add {scopes}' },
    docs: {
      summary: 'A list without a scope that the tool that reads it asks for.',
      why: "Adobe's Cloud Manager plug-in for `aio` refuses to run with a credential whose scopes are not `openid`, `AdobeID`, `read_organizations`, `additional_info.projectedProductContext` and `read_pc.dma_aem_ams`, or more.",
      invalid: contextFileExample({
        oauth_enabled: true,
        scopes: ['openid', 'AdobeID', 'read_pc.dma_aem_ams'],
      }),
      valid: contextFileExample({ oauth_enabled: true }),
      links: [links.jwtMigration],
    },
  },

  formats: ['scopes'],

  check({ value, field, entity, name }, report) {
    const { requiredScopes } = entity.dialect.credential ?? {};
    if (!requiredScopes || !isFirstWritten(value, field) || entity.flow === 'jwt') return;
    // Silent where something in it is not known or not of this vocabulary.
    const items = writtenItems(field);
    if (items.some(({ kind, text }) => kind !== 'literal' || isMetascope(text))) return;
    const missing = missingFrom(field, requiredScopes).filter(
      (scope) => !items.some((item) => isMangled(item, scope)),
    );
    if (missing.length === 0) return;
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
