import { formMistake, meantTexts } from '../model/field-form';
import { fieldName } from './field-name';
import { entityRule } from './rule';
import { contextExample } from './variable-examples';

export const secretShape = entityRule({
  meta: {
    id: 'secret-shape',
    severity: 'error',
    since: '0.1.0',
    fix: 'safe',
    messages: {
      text: '**{label}** (`{key}`) is one text, and whatever reads it expects a list of secrets and takes the first. Write it as a list.',
      one: '**{label}** (`{key}`) is one text, and whatever reads it expects an array of JSON and takes the first secret in it; of a text that is the first letter. Write `["…"]`.',
      commas:
        '**{label}** (`{key}`) holds several secrets in one text, and whatever reads it takes the text for one secret. Write an array of JSON.',
      brackets:
        '**{label}** (`{key}`) stands in brackets and is no array of JSON, which has its texts in double quotes and commas only between them. Whatever reads it can not take it apart. Write an array of JSON.',
      open: '**{label}** (`{key}`) begins an array of JSON that does not end. Whatever reads it can not take it apart. End it with `]`.',
      list: '**{label}** (`{key}`) is a list, and whatever reads it expects one secret and takes the brackets for a part of it. Write the secret alone.',
      several:
        '**{label}** (`{key}`) is a list, and whatever reads it expects one secret. Write the one alone that is in use.',
    },
    fixes: {
      asList: 'Write it as a list',
      asJson: 'Write it as an array of JSON',
      asText: 'Write the secret alone',
    },
    docs: {
      summary: 'One client secret where a list is expected, or a list where one is.',
      why: "Adobe's tools disagree: `client_secrets` of App Builder and of the Developer Console is a list, of which the first is used, and `IMS_OAUTH_S2S_CLIENT_SECRET` or `clientSecret` is one text. What expects the other form sends a wrong secret and is answered with `invalid_client`.",
      invalid: contextExample({ client__secrets: 'p8e-0123456789abcdefghijklmnopqrstuv' }),
      valid: contextExample(),
      links: [],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report, { broken }) {
    for (const field of entity.fields.get('clientSecret') ?? []) {
      const mistake = formMistake(field, entity);
      // An array that goes on in the next line is another mistake.
      if (!mistake || mistake === 'json' || broken.has(field.key)) continue;
      const texts = meantTexts(field);
      const message =
        mistake === 'list' && (texts ?? field.items).length !== 1 ? 'several' : mistake;
      const title = TITLES[message];
      report({
        at: field.keySpan,
        message,
        data: fieldName(field, entity),
        fix: texts &&
          title && {
            title,
            edit: (edit) => edit.set(field, title === 'asText' ? texts.join('') : texts),
          },
      });
    }
  },
});

const TITLES = {
  list: 'asText',
  several: undefined,
  text: 'asList',
  one: 'asJson',
  commas: 'asJson',
  brackets: 'asJson',
  open: 'asJson',
} as const;
