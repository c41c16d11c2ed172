import { keyOf, shownKey } from './field-name';
import { entityRule } from './rule';
import { contextExample } from './variable-examples';

export const singleUnderscore = entityRule({
  meta: {
    id: 'single-underscore',
    severity: 'error',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      unread:
        "`{key}` is read by nobody: in these names one underscore parts levels, and two stand for one that belongs to a name. Write `{wanted}`, and Adobe's tools find it.",
      both: '`{key}` is read by nobody: in these names one underscore parts levels, and two stand for one that belongs to a name. `{wanted}` is here as well, and that is the one that counts. Remove this line.',
    },
    fixes: { rename: 'Write `{wanted}`' },
    docs: {
      summary: 'One underscore in the name of an `aio` variable where two are needed.',
      why: "Adobe's `aio` tools make a tree of the variables that begin with `AIO_`: `client_id` becomes `id` below `client`, and `client__id` is `client_id`. A variable with one underscore too few is lost without a word, and the sign-in fails because something is missing.",
      invalid: {
        ...contextExample(),
        text: contextExample().text.replace('client__id', 'client_id'),
      },
      valid: contextExample(),
      links: [],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report) {
    for (const [name, fields] of entity.fields) {
      for (const field of fields) {
        if (!field.unread) continue;
        const { jwt } = entity.dialect.names[name] ?? {};
        const wanted = field.jwtForm && jwt ? shownKey(jwt.path) : keyOf(name, entity);
        const same = fields.some(
          (other) => !other.unread && other.jwtForm === field.jwtForm && other !== field,
        );
        report({
          at: field.keySpan,
          message: same ? 'both' : 'unread',
          data: { key: field.key, wanted },
          fix: same
            ? undefined
            : {
                title: 'rename',
                data: { wanted },
                edit: (edit) => edit.renameTo(field, wanted),
              },
        });
      }
    }
  },
});
