import { type Entity, type Field, fieldOf, isEmpty, says } from '../model/entity';
import type { Span } from '../text/span';
import { entityRule } from './rule';
import { LONGEST_PATTERN } from './settings';

export const settingWithoutEffect = entityRule({
  meta: {
    id: 'setting-without-effect',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      noFiles:
        'This entry has no `files`, so it matches none. Add a list of patterns such as `legacy/**`.',
      noLevel:
        '`{rule}` has no level here, so it keeps its own. Write `off`, `hint`, `info`, `warning` or `error`.',
      noKind:
        'This pattern has no kind, so nothing changes. Write one of those that `ims-config kinds` lists, or `none`.',
      negated:
        'A pattern cannot start with `!` here, so it is left out. List what is meant instead.',
      long: 'A pattern of more than {longest} characters is left out. Write a shorter one.',
    },
    docs: {
      summary: 'Something in the settings that changes nothing.',
      why: 'What the settings cannot use they leave out, and a rule goes on as if nothing were written.',
      invalid: {
        file: 'ims-config.yaml',
        text: "ignore:\n  - '!config/'\n",
      },
      valid: {
        file: 'ims-config.yaml',
        text: 'ignore:\n  - vendor/\n',
      },
      links: [],
    },
  },

  concepts: ['tool-settings', 'settings-override', 'rule-levels', 'file-kind'],

  check(entity, report) {
    if (entity.concept === 'settings-override' && entity.home && !says(entity, 'files')) {
      report({ at: entity.head, message: 'noFiles' });
    }
    for (const field of levelsWithout(entity)) {
      report({ at: field.keySpan, message: 'noLevel', data: { rule: field.key } });
    }
    if (entity.concept === 'file-kind' && !says(entity, 'kind')) {
      report({ at: entity.head, message: 'noKind' });
    }
    for (const { text, span } of patternsOf(entity)) {
      // It would match every other file.
      if (text.startsWith('!')) report({ at: span, message: 'negated' });
      else if (text.length > LONGEST_PATTERN) {
        report({ at: span, message: 'long', data: { longest: LONGEST_PATTERN } });
      }
    }
  },
});

const levelsWithout = ({ concept, fields }: Entity): readonly Field[] =>
  concept === 'rule-levels' ? [...fields.values()].flat().filter(isEmpty) : [];

const patternsOf = (entity: Entity): readonly { readonly text: string; readonly span: Span }[] =>
  ['ignore', 'files', 'pattern'].flatMap((name) => fieldOf(entity, name)?.items ?? []);
