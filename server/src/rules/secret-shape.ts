import { type Entity, type Field, isEmpty } from '../model/entity';
import { isJsonList, JSON_SHAPES, readsAsJson } from '../model/inner-text';
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

  check(entity, report) {
    for (const field of entity.fields.get('clientSecret') ?? []) {
      const mistake = secretShapeMistake(field, entity);
      if (!mistake) continue;
      const { message, texts } = mistake;
      const title = TITLES[message];
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
  text: 'asText',
  several: undefined,
} as const;

interface Mistake {
  readonly message: 'list' | 'json' | 'commas' | 'text' | 'several';
  readonly texts: readonly string[];
}

/** How the form of a client secret departs from what is read here; undefined where it does not. */
export function secretShapeMistake(field: Field, { dialect }: Entity): Mistake | undefined {
  const { name, jwtForm, value, items, shape } = field;
  // Our own notation takes both forms, and what JWT wants nobody needs any more.
  if (name !== 'clientSecret' || jwtForm || dialect.style === 'closed' || isEmpty(field)) return;
  const texts = items.map(({ text }) => text).filter((text) => text !== '');
  const isOpen = items.every(({ kind }) => kind === 'reference' || kind === 'blank');
  const inText = value.type === 'scalar' && isJsonList(value.text);
  if (shape === 'text' && value.type !== 'object' && (value.type === 'array' || inText)) {
    return { message: texts.length === 1 ? 'text' : 'several', texts };
  }
  if (value.type !== 'scalar' || isOpen) return undefined;
  if (shape === 'list' || (shape === 'list-or-json-text' && !inText)) {
    return { message: 'list', texts };
  }
  if (!JSON_SHAPES.has(shape) || readsAsJson(value.text) || isCutOff(value.text)) return undefined;
  if (shape === 'json-text') return { message: items.length > 1 ? 'commas' : 'json', texts };
  const isCertain =
    shape === 'text-or-json-text' && (items.length > 1 || /^\s*\[/.test(value.text));
  return isCertain ? { message: 'commas', texts } : undefined;
}

/** An array that goes on elsewhere is another mistake. */
const isCutOff = (text: string) => /^\s*\[/.test(text) && !/\]\s*$/.test(text);
