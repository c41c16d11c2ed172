import { isOn, textOf } from '../model/entity';
import { providerExample } from './aem-examples';
import { fieldName } from './field-name';
import { entityRule } from './rule';

export const relaxedSsl = entityRule({
  meta: {
    id: 'relaxed-ssl',
    severity: 'warning',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      relaxed:
        '**{label}** (`{key}`) is on, so that AEM hands its credential to whoever answers in the name of Adobe. Adobe says that it must be disabled in production. Switch it off; where a proxy of your own stands in between, let AEM trust its certificate instead.',
    },
    fixes: { off: 'Switch `{key}` off' },
    docs: {
      summary: 'An access-token provider of AEM that does not verify certificates.',
      why: 'Adobe says of the setting that it “must be disabled in production”: while it is on, AEM takes any certificate for that of Adobe, and anybody in between can read the client secret and the tokens.',
      invalid: providerExample({ 'auth.token.provider.relaxed.ssl': 'B"true"' }),
      valid: providerExample({ 'auth.token.provider.relaxed.ssl': 'B"false"' }),
      links: [],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report) {
    const [field] = entity.fields.get('relaxedSsl') ?? [];
    const item = textOf(entity, 'relaxedSsl');
    if (!field || !item || isOn(entity, 'relaxedSsl') !== true) return;
    const data = fieldName(field, entity);
    const isText = field.value.type === 'scalar' && field.value.value === item.text;
    report({
      at: item.span,
      message: 'relaxed',
      data,
      fix: {
        title: 'off',
        data,
        edit: (edit) => edit.set(field, isText ? 'false' : false),
      },
    });
  },
});
