import { links } from '../facts/links';
import { isMetascope, metascopeEntry, normalizeMetascope } from '../facts/scopes';
import type { Entity, Field, TextValue } from '../model/entity';
import { code } from '../text/message';
import { integrationExample } from './credential-examples';
import { partOf } from './part';
import { type FixPlan, formatRule } from './rule';
import { isShowable, replaceByScopes } from './scope-list';

export const metascopeInScopes = formatRule({
  meta: {
    id: 'metascope-in-scopes',
    severity: 'error',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      sure: "{word} is a metascope of JWT, and **{label}** (`{key}`) takes scopes of OAuth, which are other words. Adobe answers with `invalid_scope`. Replace it by the scopes of the {api} API, and compare them with the credential's page.",
      unsure:
        "{word} is a metascope of JWT, and **{label}** (`{key}`) takes scopes of OAuth, which are other words. Adobe answers with `invalid_scope`. Adobe publishes no table of them: copy the scopes from the credential's page in the Developer Console.",
      signIn:
        '{word} is a metascope of JWT, and **{label}** (`{key}`) takes the scopes that people sign in with. The sign-in page cannot be reached with a scope that Adobe did not provision for this client. Remove it.',
    },
    fixes: {
      replace: 'Replace `{metascope}` by the scopes of the {api} API',
      remove: 'Remove `{metascope}`',
    },
    docs: {
      summary: 'A metascope of JWT among OAuth scopes.',
      why: "Metascopes (`ent_…`) and OAuth scopes are different vocabularies. A token call with a metascope in its scopes ends with `invalid_scope`. Where Adobe's own files show which scopes belong to an API, the fix uses them; the credential's page has the last word.",
      invalid: integrationExample({ scopes: '[openid, AdobeID, ent_user_sdk]' }),
      valid: integrationExample(),
      links: [links.tokenCall, links.jwtMigration],
    },
  },

  formats: ['scopes'],

  check({ text, value, field, entity, name }, report) {
    // Some JWT files call their metascopes so, and the migration replaces them.
    if (entity.flow === 'jwt') return;
    for (const { index, 0: word } of text.matchAll(/\S+/g)) {
      if (!isMetascope(word)) continue;
      const part = partOf(value, index, index + word.length);
      const metascope = normalizeMetascope(word);
      const entry = metascopeEntry(word);
      const isSure = entry?.confidence === 'high';
      const api = entry?.api ?? '';
      const isWhole = word === text;
      report({
        at: part.span,
        message: isSignIn(entity) ? 'signIn' : isSure ? 'sure' : 'unsure',
        data: { ...name, api, word: isShowable(metascope) ? code(metascope) : 'This' },
        fix: isWhole ? cure(value, field, entity, { metascope, api, isSure }) : undefined,
      });
    }
  },
});

/** The scopes of Campaign's account are asked for when a person signs in, not by a program. */
const isSignIn = ({ concept }: Entity) => concept === 'external-account';

interface Found {
  readonly metascope: string;
  readonly api: string;
  readonly isSure: boolean;
}

function cure(
  item: TextValue,
  field: Field,
  entity: Entity,
  { metascope, api, isSure }: Found,
): FixPlan<'replace' | 'remove'> | undefined {
  if (isSignIn(entity)) {
    if (field.items.length < 2 || !isShowable(metascope)) return undefined;
    const data = { metascope };
    return { title: 'remove', data, edit: (edit) => edit.removeItems(field, [item]) };
  }
  const scopes = metascopeEntry(metascope)?.scopes ?? [];
  if (!isSure) return undefined;
  return {
    title: 'replace',
    data: { metascope, api },
    edit: (edit) => replaceByScopes(edit, field, item, scopes),
  };
}
