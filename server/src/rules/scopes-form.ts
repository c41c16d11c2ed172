import type { Entity } from '../model/entity';
import { formMistake, meantTexts } from '../model/field-form';
import { fieldName } from './field-name';
import { entityRule, type Report } from './rule';
import { commerceExample } from './variable-examples';

export const scopesForm = entityRule({
  meta: {
    id: 'scopes-form',
    severity: 'error',
    since: '0.1.0',
    fix: 'safe',
    messages: {
      commas:
        '**{label}** (`{key}`) is a text with commas, and whatever reads it takes apart an array of JSON only: to it this is one scope, which nobody knows. Write an array of JSON.',
      one: '**{label}** (`{key}`) is one text, and whatever reads it expects an array of JSON. Write `["…"]`.',
      brackets:
        '**{label}** (`{key}`) stands in brackets and is no array of JSON, which has its texts in double quotes and commas only between them. Whatever reads it takes all of it for one scope. Write an array of JSON.',
      open: '**{label}** (`{key}`) begins an array of JSON that does not end. Whatever reads it takes all of it for one scope. End it with `]`.',
      json: '**{label}** (`{key}`) is an array of JSON, and whatever reads it expects the scopes alone, with commas between them: brackets and quotes make them scopes that nobody knows. Write them so.',
      jwt: '**{label}** (`{key}`) is no array of JSON, which is what whatever reads it expects of a Service Account (JWT): it stops there. With OAuth Server-to-Server it reads a text with commas, and the migration writes one.',
    },
    fixes: { asJson: 'Write an array of JSON', asCommas: 'Write the scopes with commas' },
    docs: {
      summary: 'Scopes in a form that whatever reads them does not take apart.',
      why: "Adobe's tools disagree about lists in texts. What reads the contexts of `.env`, `IMS_OAUTH_S2S_SCOPES` and the variables for Commerce takes an array of JSON, `aio-apps-action` a text with commas. In the wrong form all scopes together are one that does not exist, and the sign-in ends with `invalid_scope`.",
      invalid: commerceExample({ SCOPES: 'AdobeID,openid,commerce.accs' }),
      valid: commerceExample(),
      links: [],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report, { broken }) {
    if (entity.flow === 'jwt') return checkJwt(entity, report);
    // A migration writes the form that is expected.
    if (entity.flow === 'mixed') return;
    for (const name of ['scopes', 'metascopes']) {
      for (const field of entity.fields.get(name) ?? []) {
        const mistake = formMistake(field, entity);
        // Of other types another rule speaks, and an array that goes on in the next line is another
        // mistake.
        if (!mistake || mistake === 'list' || mistake === 'text' || broken.has(field.key)) continue;
        const texts = meantTexts(field);
        const title = mistake === 'json' ? 'asCommas' : 'asJson';
        report({
          at: field.value.span,
          message: mistake,
          data: fieldName(field, entity),
          fix: texts && { title, edit: (edit) => edit.set(field, texts) },
        });
      }
    }
  },
});

/**
 * A key that takes metascopes or scopes is written in two forms, so that a text with commas is a
 * mistake of its own: it shows that somebody meant the other one. Elsewhere the migration is
 * enough.
 */
function checkJwt(entity: Entity, report: Report<'jwt', never>): void {
  const { metascopes, scopes } = entity.dialect.names;
  if (metascopes?.path !== scopes?.path) return;
  for (const field of entity.fields.get('metascopes') ?? []) {
    const mistake = formMistake(field, entity);
    if (mistake !== 'commas' && mistake !== 'one') continue;
    const data = fieldName(field, entity);
    report({ at: field.value.span, message: 'jwt', severity: 'warning', data });
  }
}
