import type { ConfigDocument } from '../model/document';
import { fieldOf, type TextValue, textOf } from '../model/entity';
import { enumerate } from '../text/message';
import { accountExample, environmentExample } from './campaign-examples';
import { fieldName } from './field-name';
import { type Example, entityRule } from './rule';
import { similar } from './suggestion';

export const environmentUnknown = entityRule({
  meta: {
    id: 'environment-unknown',
    severity: 'warning',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      unknown:
        '**{label}** (`{key}`) names no environment of this file, so nothing is known of the version and the hosting that this account is for. Name one of them: {names}.',
      empty:
        '**{label}** (`{key}`) names an environment, and this file describes none. Describe it under `environments`, or leave this field out.',
    },
    fixes: { use: 'Use `{name}`' },
    docs: {
      summary: 'An account of an environment that its file does not describe.',
      why: 'The checks take version and hosting of an account from the environment that it names. With a misspelled name they know nothing of it.',
      invalid: inOneFile('produktion'),
      valid: inOneFile('production'),
      links: [],
    },
  },

  concepts: ['external-account'],

  check(entity, report, { document }) {
    const field = fieldOf(entity, 'environment');
    const value = textOf(entity, 'environment');
    if (!field || !value || !isName(value) || !hasEnvironments(document)) return;
    const names = namesOfEnvironments(document);
    // A name that stands elsewhere may be this one.
    if (!names || names.includes(value.text)) return;
    report({
      at: value.span,
      message: names.length > 0 ? 'unknown' : 'empty',
      data: { ...fieldName(field, entity), names: enumerate(names.slice(0, 5), 'or') },
      fix: similar(value.text, names).map((name) => ({
        title: 'use',
        data: { name },
        edit: (edit) => edit.replace(value, name),
      })),
    });
  },
});

/** The section is there and is more than a key that is still being typed. */
function hasEnvironments({ entities }: ConfigDocument): boolean {
  return entities.some((entity) => {
    const section = entity.container && fieldOf(entity, 'environments');
    return section && section.value.type !== 'scalar';
  });
}

/** Undefined where one of the names is not known. */
function namesOfEnvironments({ entities }: ConfigDocument): readonly string[] | undefined {
  const names = entities
    .filter(({ concept }) => concept === 'campaign-environment')
    .flatMap((entity) => textOf(entity, 'name') ?? [])
    .filter(({ kind }) => kind !== 'empty');
  return names.every(isName) ? names.map(({ text }) => text) : undefined;
}

/** A name with "test" in it is a name like any other. */
const isName = ({ kind }: TextValue) => kind === 'literal' || kind === 'test';

function inOneFile(environment: string): Example {
  const { file, text } = environmentExample();
  const account = accountExample({ environment }).text.replace(/^(?=.)/gm, '    ');
  return { file, text: `${text}externalAccounts:\n  sign-in:\n${account}` };
}
