import { tokenPath } from '../facts/ims-hosts';
import { links } from '../facts/links';
import type { CredentialDialect } from '../model/dialect';
import { type Entity, type Field, fieldOf, says, textOf } from '../model/entity';
import { evidence } from '../model/flow';
import { folderOf } from '../model/path';
import { enumerate } from '../text/message';
import { providerExample } from './aem-examples';
import { jwtClaims, writeClaims } from './claims';
import { isAutoProvisioned, readerOf } from './credential';
import { fieldName, keyOf, shownKey } from './field-name';
import { migrationFix, migrationTitles } from './migration';
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
    const { flow, dialect } = entity;
    const { credential } = dialect;
    const renames = nameBeside(entity, context);
    if (renames !== undefined) {
      report(unnamed(entity, 'secretFile', renames, context));
      return;
    }
    if (flow !== 'oauth-server-to-server' || !hasLeftovers(credential) || isAutoProvisioned(entity))
      return;
    const endpoint = fieldOf(entity, 'tokenEndpoint');
    // Of the endpoint of JWT another rule speaks, and its migration mends everything.
    if (endpoint && tokenPath(endpoint.items[0]?.text ?? '')?.grant === 'jwt') return;
    const left = evidence(entity.fields, dialect).jwt;
    const related = (fields: readonly Field[]) =>
      fields.map(({ key, keySpan }) => ({
        at: keySpan,
        message: 'here' as const,
        data: { key: shownKey(key) },
      }));
    if (endpoint && dialect.names.grantType && !says(entity, 'grantType')) {
      report({
        at: endpoint.span,
        message: 'noGrant',
        data: { ...fieldName(endpoint, entity), grant: keyOf('grantType', entity) },
        related: related(left),
        fix: migrationFix(entity),
      });
      return;
    }
    const grant = textOf(entity, 'grantType');
    if (endpoint && grant?.kind === 'literal' && !isOAuthGrant(grant.text, entity)) {
      const field = fieldOf(entity, 'grantType');
      const data = field && fieldName(field, entity);
      report({ at: grant.span, message: 'otherGrant', data, fix: migrationFix(entity) });
      return;
    }
    const claims = jwtClaims(entity);
    const claimed = claims.length > 0 ? (entity.fields.get('claims') ?? []) : [];
    const [first, ...rest] = [...left, ...claimed];
    if (!first) {
      const name = credential?.oauthFileName;
      if (name !== undefined) report(unnamed(entity, 'providerFile', name, context));
      return;
    }
    const keys = enumerate([first, ...rest].map(({ key }) => shownKey(key)));
    if (endpoint && readerOf(entity)?.sort === 'own-code') {
      const data = { ...fieldName(endpoint, entity), keys };
      report({ at: endpoint.span, message: 'ownCode', data, related: related(left) });
      return;
    }
    report({
      at: left[0]?.keySpan ?? claims[0]?.item.span ?? first.keySpan,
      message: rest.length > 0 ? 'leftovers' : left.length > 0 ? 'leftover' : 'claims',
      severity: 'info',
      data: { keys },
      related: related(rest),
      fix: {
        title: 'remove',
        edit: (edit) => {
          edit.remove(...left);
          if (claims.length > 0) writeClaims(entity, edit);
        },
      },
    });
  },
});

const isOAuthGrant = (text: string, { dialect: { credential } }: Entity): boolean =>
  credential?.tag?.field !== 'grantType' ||
  credential.tag.values[text] === 'oauth-server-to-server';

/** A file that has still got its old name. */
function unnamed(
  { head }: Entity,
  message: 'secretFile' | 'providerFile',
  renames: string,
  { document, workspace }: RuleContext,
): Problem<'secretFile' | 'providerFile' | 'taken', 'name'> {
  const data = { name: renames };
  const problem = { at: head, severity: 'info', data } as const;
  const path = folderOf(document.path) + renames;
  if (workspace.documents.some((each) => each.path === path)) {
    return { ...problem, message: 'taken' };
  }
  return { ...problem, message, fix: { title: 'name', data, renames } };
}

/** Whether a reader signs in with OAuth although something is left of JWT. */
const hasLeftovers = (credential: CredentialDialect | undefined): boolean =>
  credential?.oauthWins !== undefined || credential?.jwtNeeds !== undefined;

/** The name that the file of a secret gets because that of its provider has got its own. */
function nameBeside(entity: Entity, context: RuleContext): string | undefined {
  const { oauthFileName, part } = entity.dialect.credential ?? {};
  if (oauthFileName === undefined || part !== 'secret') return undefined;
  const provider = otherHalf(entity, context)?.entity;
  const isDone =
    provider?.flow === 'oauth-server-to-server' &&
    provider.dialect.credential?.oauthFileName === undefined;
  return isDone ? oauthFileName : undefined;
}
