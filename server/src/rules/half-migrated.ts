import { tokenPath } from '../facts/ims-hosts';
import { links } from '../facts/links';
import { type Entity, type Field, fieldOf, says, textOf } from '../model/entity';
import { evidence } from '../model/flow';
import { folderOf } from '../model/path';
import { enumerate } from '../text/message';
import { providerExample } from './aem-examples';
import { jwtClaims, writeClaims } from './claims';
import { isAutoProvisioned, readerOf } from './credential';
import { fieldName, keyOf, shownKey } from './field-name';
import { type MigrationTitle, migrationFix, migrationTitles } from './migration';
import { entityRule, type Problem, type RuleContext } from './rule';
import { otherHalf } from './token-provider';

export const halfMigrated = entityRule({
  meta: {
    id: 'half-migrated',
    severity: 'warning',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      noGrant:
        "**{label}** (`{key}`) is the address of OAuth Server-to-Server, and nothing says that this credential asks there with client credentials. Add `{grant}` with `client_credentials`, as Adobe's page on the migration does.",
      otherGrant:
        '**{label}** (`{key}`) is none that belongs to the address of OAuth Server-to-Server, which stands here as well. AEM asks there with `client_credentials`. Write that.',
      leftovers:
        'This credential signs in with OAuth Server-to-Server, and {keys} are left of JWT. It has no use for them: remove them.',
      leftover:
        'This credential signs in with OAuth Server-to-Server, and {keys} is left of JWT. It has no use for that: remove it.',
      ownCode:
        '**{label}** (`{key}`) is the address of OAuth Server-to-Server, and beside it stands what only JWT needs: {keys}. What reads these names is your own code: let it ask there with `grant_type=client_credentials`, client id, client secret and scopes, then remove what it no longer reads.',
      claims:
        'This credential signs in with OAuth Server-to-Server, and {keys} still has claims of a JWT. Only the organization (`iss`) belongs there: remove the others.',
      secretFile:
        'The access-token provider that this secret belongs to signs in with OAuth Server-to-Server. Write the secret of the OAuth credential here, and call this file `{name}`, as Adobe asks for both files of a credential.',
      providerFile:
        'This access-token provider signs in with OAuth Server-to-Server. Call this file `{name}`, as Adobe asks for both files of such a credential. Then remove the configuration with the old name in the web console of AEM, and restart it.',
      taken:
        'Adobe asks for both files of a credential with OAuth Server-to-Server to be called otherwise, and `{name}` is there already. Remove one of the two: this one, if the other is complete.',
      here: '`{key}` is left of JWT.',
    },
    fixes: {
      ...migrationTitles,
      remove: 'Remove what is left of JWT',
      name: 'Rename this file to `{name}`',
    },
    docs: {
      summary: 'A credential in which endpoint, grant and key do not belong together.',
      why: "A migration that stops halfway leaves the address of one way to sign in beside the grant or the key of the other. AEM's access-token providers then ask for tokens in a way that Adobe refuses; in the workspaces of aio-lib-java the keys of JWT are dead beside scopes, and only a private key that nobody needs is left lying around.",
      invalid: providerExample({ 'auth.token.provider.authorization.grants': '' }),
      valid: providerExample(),
      links: [links.smartTagsOAuth, links.jwtMigration],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report, context) {
    const problem =
      secretFileName(entity, context) ??
      (isHalfMigrated(entity)
        ? (grantProblem(entity) ?? leftovers(entity) ?? oldName(entity, 'providerFile', context))
        : undefined);
    if (problem) report(problem);
  },
});

type HalfProblem = Problem<
  | 'noGrant'
  | 'otherGrant'
  | 'leftovers'
  | 'leftover'
  | 'ownCode'
  | 'claims'
  | 'secretFile'
  | 'providerFile'
  | 'taken'
  | 'here',
  MigrationTitle | 'remove' | 'name'
>;

/** The file of a secret gets another name because that of its provider has got its own. */
function secretFileName(entity: Entity, context: RuleContext): HalfProblem | undefined {
  if (entity.dialect.credential?.part !== 'secret') return undefined;
  const { flow, dialect } = otherHalf(entity, context)?.entity ?? {};
  const isDone =
    flow === 'oauth-server-to-server' && dialect?.credential?.oauthFileName === undefined;
  return isDone ? oldName(entity, 'secretFile', context) : undefined;
}

/**
 * Whether the credential signs in with OAuth although something may be left of JWT. Of the endpoint
 * of JWT another rule speaks, and its migration mends everything.
 */
function isHalfMigrated(entity: Entity): boolean {
  const { oauthWins, jwtNeeds } = entity.dialect.credential ?? {};
  const endpoints = (entity.fields.get('tokenEndpoint') ?? []).flatMap(({ items }) => items);
  return (
    entity.flow === 'oauth-server-to-server' &&
    (oauthWins !== undefined || jwtNeeds !== undefined) &&
    !isAutoProvisioned(entity) &&
    !endpoints.some(({ text }) => tokenPath(text)?.grant === 'jwt')
  );
}

/** Where it asks for tokens of OAuth; a provider may name another server beside that. */
const endpointOf = (entity: Entity): Field | undefined =>
  entity.fields
    .get('tokenEndpoint')
    ?.find(({ items }) =>
      items.some(({ text }) => tokenPath(text)?.grant === 'client-credentials'),
    ) ?? fieldOf(entity, 'tokenEndpoint');

/** A grant that does not belong to the endpoint. */
function grantProblem(entity: Entity): HalfProblem | undefined {
  const { names, credential } = entity.dialect;
  const endpoint = endpointOf(entity);
  if (!endpoint || !names.grantType) return undefined;
  const fix = migrationFix(entity);
  if (!says(entity, 'grantType')) {
    const data = { ...fieldName(endpoint, entity), grant: keyOf('grantType', entity) };
    const related = places(evidence(entity.fields, entity.dialect).jwt);
    return { at: endpoint.span, message: 'noGrant', data, related, fix };
  }
  const field = fieldOf(entity, 'grantType');
  const grant = textOf(entity, 'grantType');
  const { tag } = credential ?? {};
  if (!field || grant?.kind !== 'literal' || tag?.field !== 'grantType') return undefined;
  if (tag.values[grant.text] === 'oauth-server-to-server') return undefined;
  return { at: grant.span, message: 'otherGrant', data: fieldName(field, entity), fix };
}

/** Keys and claims that only JWT needs. */
function leftovers(entity: Entity): HalfProblem | undefined {
  const left = evidence(entity.fields, entity.dialect).jwt;
  const claims = jwtClaims(entity);
  const claimed = claims.length > 0 ? (entity.fields.get('claims') ?? []) : [];
  const [first, ...rest] = [...left, ...claimed];
  if (!first) return undefined;
  const keys = enumerate([first, ...rest].map(({ key }) => shownKey(key)));
  const endpoint = endpointOf(entity);
  if (endpoint && readerOf(entity)?.sort === 'own-code') {
    const data = { ...fieldName(endpoint, entity), keys };
    return { at: endpoint.span, message: 'ownCode', data, related: places(left) };
  }
  return {
    at: left[0]?.keySpan ?? claims[0]?.item.span ?? first.keySpan,
    message: rest.length > 0 ? 'leftovers' : left.length > 0 ? 'leftover' : 'claims',
    severity: 'info',
    data: { keys },
    related: places(rest),
    fix: {
      title: 'remove',
      edit: (edit) => {
        edit.remove(...left);
        if (claims.length > 0) writeClaims(entity, edit);
      },
    },
  };
}

const places = (fields: readonly Field[]) =>
  fields.map(({ key, keySpan }) => ({
    at: keySpan,
    message: 'here' as const,
    data: { key: shownKey(key) },
  }));

/** A file that has still got its old name. */
function oldName(
  { head, dialect }: Entity,
  message: 'secretFile' | 'providerFile',
  { document, workspace }: RuleContext,
): HalfProblem | undefined {
  const { oauthFileName: renames } = dialect.credential ?? {};
  if (renames === undefined) return undefined;
  const data = { name: renames };
  const problem = { at: head, severity: 'info', data } as const;
  const path = folderOf(document.path) + renames;
  const isTaken = workspace.documents.some((each) => each.path === path);
  if (isTaken) return { ...problem, message: 'taken' };
  return { ...problem, message, fix: { title: 'name', data, renames } };
}
