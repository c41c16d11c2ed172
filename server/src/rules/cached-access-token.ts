import { valueKind } from '../model/value';
import type { ConfigNode } from '../syntax/tree';
import { fieldName } from './field-name';
import { entityRule } from './rule';
import { mustNotHoldSecrets } from './secrets';
import { contextExample } from './variable-examples';

export const cachedAccessToken = entityRule({
  meta: {
    id: 'cached-access-token',
    severity: 'warning',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      token:
        '**{label}** (`{key}`) is kept here from a sign-in. Until it expires, which takes up to a day, whoever can read this file can act with it, without any other secret. Remove it: the tool asks for a new one when it needs one.',
    },
    fixes: { remove: 'Remove the access token' },
    docs: {
      summary: 'An access token that a tool left in a file that others can read.',
      why: "Adobe's `aio` tools keep the token of the last sign-in in their configuration, next to the credential. Committed along with the file it lets everybody in until it expires. In a file that git does not track nothing is said.",
      invalid: contextExample({ access__token_token: 'eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl' }),
      valid: contextExample(),
      links: [],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report, context) {
    if (!mustNotHoldSecrets(entity, context)) return;
    const fields = entity.fields.get('accessToken') ?? [];
    const token = fields.find(({ value }) => holdsToken(value));
    if (!token) return;
    report({
      at: token.keySpan,
      message: 'token',
      data: fieldName(token, entity),
      fix: { title: 'remove', edit: (edit) => edit.remove(...fields) },
    });
  },
});

/** The token itself, or a group that holds it beside the time at which it expires. */
function holdsToken(node: ConfigNode): boolean {
  if (node.type === 'object') return node.properties.some(({ value }) => holdsToken(value));
  if (node.type === 'array') return node.items.some(holdsToken);
  return !/^\d*$/.test(node.text) && valueKind(node.text) === 'literal';
}
