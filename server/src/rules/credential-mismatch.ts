import { links } from '../facts/links';
import { byPath } from '../model/workspace';
import { enumerate } from '../text/message';
import { jwtBlock, workspaceExample } from './console-examples';
import { isAutoProvisioned } from './credential';
import { fieldName, shownKey } from './field-name';
import {
  IDS,
  idOf,
  isComparable,
  type PlacedCredential,
  type RelatedCredential,
  relatedCredentials,
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
      other: 'Here it is another one.',
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
    if (template || !isComparable(entity) || isAutoProvisioned(entity)) return;
    const me = { entity, document };
    const differing = relatedCredentials(me, workspace).flatMap((other) => {
      const names = isReportedHere(me, other) ? differences(me, other) : [];
      return names.length > 0 ? [{ other, names }] : [];
    });
    // One of them tells what is to be compared.
    const [first] = differing;
    const name = first?.names[0];
    const mine = name && idOf(entity, name);
    if (!first || !mine) return;
    const { other, names } = first;
    const inBlock = other.by === 'block';
    const here = other.document === document;
    report({
      at: mine.field.items[0]?.span ?? mine.field.keySpan,
      message: inBlock ? 'blocks' : here ? 'here' : 'file',
      data: {
        ...fieldName(mine.field, entity),
        keys: enumerate(names.flatMap((each) => keyOf(each, me))),
        file: fileName(other),
        shared: sharedBy(other),
      },
      related: names.flatMap((each) => {
        const its = idOf(other.entity, each);
        const at = its?.field.items[0]?.span;
        return at ? [{ at, message: 'other' as const, document: other.document }] : [];
      }),
    });
  },
});

/** A mistake is reported once: not in the download, which is right more often, and of two others in the later one. */
function isReportedHere(me: PlacedCredential, other: RelatedCredential): boolean {
  if (other.by === 'block') return true;
  const ranks = [me, other].map(({ document }) => (isDownload(document.kind.id) ? 0 : 1));
  if (ranks[0] !== ranks[1]) return ranks[0] === 1;
  if (me.document === other.document) return me.entity.head.start > other.entity.head.start;
  return byPath(me.document, other.document) > 0;
}

const isDownload = (kind: string) => kind === 'console-workspace' || kind === 'console-credential';

/** What both say, and not alike. */
const differences = (me: PlacedCredential, other: PlacedCredential): readonly string[] =>
  [...IDS, 'orgId'].filter((name) => {
    const [mine, its] = [idOf(me.entity, name), idOf(other.entity, name)];
    // What both inherit from one place is one value.
    return mine && its && mine.text !== its.text;
  });

const keyOf = (name: string, { entity }: PlacedCredential): readonly string[] => {
  const key = idOf(entity, name)?.field.key;
  return key === undefined ? [] : [shownKey(key)];
};

const sharedBy = ({ by, entity }: RelatedCredential): string => {
  if (by === 'name' || by === 'block') return 'has the same name';
  const { label, key } = idOf(entity, by)
    ? fieldName(idOf(entity, by)!.field, entity)
    : { label: '', key: '' };
  return `has the same **${label}** (\`${key}\`)`;
};

const fileName = ({ document: { path } }: PlacedCredential) =>
  path.slice(path.lastIndexOf('/') + 1);
