import { links } from '../facts/links';
import type { Entity, OtherProperty } from '../model/entity';
import { enumerate } from '../text/message';
import { packageExample } from './campaign-examples';
import { entityRule } from './rule';

export const packageInternalKey = entityRule({
  meta: {
    id: 'package-internal-key',
    severity: 'warning',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      one: '{keys} is an internal key. It numbers records of the instance that the package comes from, and means another record, or none, in any other. Packages must not contain internal keys; remove it.',
      several:
        '{keys} are internal keys. They number records of the instance that the package comes from, and mean other records, or none, in any other. Packages must not contain internal keys; remove them.',
    },
    fixes: { remove: 'Remove {keys}' },
    docs: {
      summary: 'An account in a package that carries internal keys.',
      why: 'Internal keys (`id`, `folder-id`, `createdBy-id` …) number records inside one instance. Data in a package must not contain them; links are written with `_operation="none"` and a name.',
      invalid: packageExample({ id: '1042', 'folder-id': '1015' }),
      valid: packageExample(),
      links: [links.externalAccounts],
    },
  },

  concepts: ['external-account', 'campaign-account'],

  check(entity, report) {
    if (entity.dialect.style !== 'sparse') return;
    const internal = internalKeys(entity);
    const [first] = internal;
    if (!first) return;
    const keys = enumerate(internal.map(({ property }) => property.key.slice(1)));
    report({
      at: first.property.keySpan,
      message: internal.length === 1 ? 'one' : 'several',
      data: { keys },
      fix: {
        title: 'remove',
        data: { keys },
        edit: (edit) => {
          for (const each of internal) edit.removeKey(each);
        },
      },
    });
  },
});

/** An export with default values writes `0` for a link that leads nowhere; that is no key. */
function internalKeys({ others }: Entity): readonly OtherProperty[] {
  return others.filter(
    ({ property: { key, value } }) =>
      /^@(id|[\w-]+-id)$/.test(key) && value.type === 'scalar' && !/^0?$/.test(value.text.trim()),
  );
}
