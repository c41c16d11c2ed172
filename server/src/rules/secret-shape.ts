import { type Entity, type Field, isEmpty } from '../model/entity';
import { isCutOff, JSON_SHAPES, readsAsJson } from '../model/inner-text';
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
      list: '**{label}** (`{key}`) is one text, and whatever reads it expects a list of secrets and takes the first. Write it as a list.',
      json: '**{label}** (`{key}`) is one text, and whatever reads it expects an array of JSON and takes the first secret in it; of a text that is the first letter. Write `["…"]`.',
      commas:
        '**{label}** (`{key}`) holds several secrets in one text, and whatever reads it takes the text for one secret. Write an array of JSON.',
      brackets:
        '**{label}** (`{key}`) stands in brackets and is no array of JSON, which has its texts in double quotes and commas only between them. Whatever reads it can not take it apart. Write an array of JSON.',
      open: '**{label}** (`{key}`) begins an array of JSON that does not end. Whatever reads it can not take it apart. End it with `]`.',
      text: '**{label}** (`{key}`) is a list, and whatever reads it expects one secret and takes the brackets for a part of it. Write the secret alone.',
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
      const mistake = secretShapeMistake(field, entity);
      // An array that goes on in the next line is another mistake.
      if (!mistake || broken.has(field.key)) continue;
      const { message, texts } = mistake;
      const isCertain = !mistake.unsure && texts.every((text) => !/["'[\]]/.test(text));
      const title = isCertain ? TITLES[message] : undefined;
      report({
        at: field.keySpan,
        message,
        data: fieldName(field, entity),
        fix: title && {
          title,
          edit: (edit) => edit.set(field, title === 'asText' ? texts.join('') : texts),
        },
      });
    }
  },
});

const TITLES = {
  list: 'asList',
  json: 'asJson',
  commas: 'asJson',
  brackets: 'asJson',
  open: 'asJson',
  text: 'asText',
  several: undefined,
} as const;

interface Mistake {
  readonly message: keyof typeof TITLES;
  readonly texts: readonly string[];
  /** What is meant is not certain enough to write it. */
  readonly unsure?: boolean;
}

/** How the form of a client secret departs from what is read here; undefined where it does not. */
export function secretShapeMistake(field: Field, { dialect }: Entity): Mistake | undefined {
  const { name, jwtForm, value, items, shape } = field;
  // Our own notation takes both forms, and what JWT wants nobody needs any more.
  if (name !== 'clientSecret' || jwtForm || dialect.style === 'closed' || isEmpty(field)) return;
  const texts = items.map(({ text }) => text).filter((text) => text !== '');
  const isOpen = items.every(({ kind }) => kind === 'reference' || kind === 'blank');
  const inText = value.type === 'scalar' && items.some(({ write }) => write);
  if (shape === 'text' && value.type !== 'object' && (value.type === 'array' || inText)) {
    return { message: texts.length === 1 ? 'text' : 'several', texts };
  }
  if (value.type !== 'scalar' || isOpen) return undefined;
  if (shape === 'list' || (shape === 'list-or-json-text' && !inText)) {
    return { message: 'list', texts };
  }
  if (!JSON_SHAPES.has(shape) || shape === 'comma-or-json-text' || readsAsJson(value.text)) return;
  if (isCutOff(value.text)) {
    return { message: 'open', texts, unsure: !readsAsJson(`${value.text}]`) };
  }
  if (/^\s*\[/.test(value.text)) return { message: 'brackets', texts };
  if (items.length > 1) return { message: 'commas', texts };
  return shape === 'json-text' ? { message: 'json', texts } : undefined;
}
