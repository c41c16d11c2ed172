import { type Entity, type Field, fieldOf, isEmpty, says, type TextValue } from '../model/entity';
import { entityRule } from './rule';
import { LONGEST_PATTERN, wrongPattern } from './settings';

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
      blank: 'This pattern is empty, so it is left out. Write one such as `legacy/**`.',
      noBase:
        'This is empty, so nothing is extended here. Write the path of a settings file, or take it out.',
      outside:
        'A pattern counts from the folder of the settings and cannot lead out of it, so this one is left out. Write it from there, such as `legacy/**`.',
      backslash:
        'Folders are parted by `/` here, on Windows as well, so a pattern with a backslash is left out. Write `/` in its place; only before a bracket a backslash may stand.',
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
    for (const { text, node, span } of writtenIn(entity, ['ignore', 'files', 'pattern'])) {
      const wrong = wrongPattern(text.trim());
      const at = wrong === 'blank' ? node.span : span;
      if (wrong) report({ at, message: wrong, data: { longest: LONGEST_PATTERN } });
    }
    for (const { text, node } of writtenIn(entity, ['extends'])) {
      if (text.trim() === '') report({ at: node.span, message: 'noBase' });
    }
  },
});

const levelsWithout = ({ concept, fields }: Entity): readonly Field[] =>
  concept === 'rule-levels' ? [...fields.values()].flat().filter(isEmpty) : [];

/** The texts of some fields. A field without anything is not filled in yet. */
const writtenIn = (entity: Entity, names: readonly string[]): readonly TextValue[] =>
  names
    .flatMap((name) => fieldOf(entity, name)?.items ?? [])
    .filter(({ node }) => typeof node.value === 'string');
