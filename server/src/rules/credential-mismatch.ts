import { links } from '../facts/links';
import type { Entity } from '../model/entity';
import { baseName } from '../model/path';
import { code, enumerate } from '../text/message';
import { jwtBlock, workspaceExample } from './console-examples';
import { isAutoProvisioned } from './credential';
import { fieldName, shownKey } from './field-name';
import {
  differences,
  differingCredential,
  idOf,
  type RelatedCredential,
} from './related-credentials';
import { entityRule } from './rule';

export const credentialMismatch = entityRule({
  meta: {
    id: 'credential-mismatch',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      blocks:
        'The two forms of this credential do not agree on {keys}. A migration keeps client id, organization and technical account, so that one of the two is of another credential. Compare both with its page in the Developer Console.',
      file: '**{label}** (`{key}`) is not what `{file}` says of this credential, which {shared}. One of the two is of another credential. Compare both with its page in the Developer Console.',
      here: '**{label}** (`{key}`) is not what is said of this credential above, which {shared}. One of the two is of another credential. Compare both with its page in the Developer Console.',
      other: '**{label}** (`{key}`) is another one here.',
    },
    docs: {
      summary: 'Two places that speak of one credential and do not agree.',
      why: 'A workspace, its `.env` and its workflow hold the same credential. When one of them is renewed and the others are not, some of the calls sign in as somebody else, or not at all. Only ids that are written out are compared, only in files of one project, and never those of two environments.',
      invalid: workspaceExample({
        integration_type: 'oauth_server_to_server_migrate',
        jwt: jwtBlock({ client_id: 'fedcba9876543210fedcba9876543210' }),
      }),
      valid: workspaceExample(),
      links: [links.jwtMigration],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report, { document, workspace, template }) {
    const other = template ? undefined : differingCredential({ entity, document }, workspace);
    if (!other || isAutoProvisioned(entity)) return;
    const names = differences(entity, other.entity);
    // The first of them stands for all.
    const mine = names[0] === undefined ? undefined : idOf(entity, names[0]);
    if (!mine) return;
    const here = other.document === document;
    report({
      at: mine.field.items[0]?.span ?? mine.field.keySpan,
      message: other.by === 'block' ? 'blocks' : here ? 'here' : 'file',
      data: {
        ...fieldName(mine.field, entity),
        keys: enumerate(names.flatMap((each) => keyOf(each, entity))),
        file: baseName(other.document.path),
        shared: sharedBy(other),
      },
      related: names.flatMap((each) => {
        const its = idOf(other.entity, each)?.field;
        const at = its?.items[0]?.span;
        const data = its && fieldName(its, other.entity);
        return at ? [{ at, message: 'other' as const, data, document: other.document }] : [];
      }),
    });
  },
});

const keyOf = (name: string, entity: Entity): readonly string[] => {
  const key = idOf(entity, name)?.field.key;
  return key === undefined ? [] : [shownKey(key)];
};

function sharedBy({ by, entity }: RelatedCredential): string {
  const id = by === 'name' || by === 'block' ? undefined : idOf(entity, by);
  if (!id) return 'has the same name';
  const { label, key } = fieldName(id.field, entity);
  return `has the same **${label}** (${code(key)})`;
}
