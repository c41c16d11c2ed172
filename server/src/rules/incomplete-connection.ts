import { links } from '../facts/links';
import { type Entity, fieldOf, says } from '../model/entity';
import { enumerate } from '../text/message';
import { packageExample } from './campaign-examples';
import { keyOf } from './field-name';
import { entityRule } from './rule';

/** What Campaign needs together to speak with Adobe's Identity Management System. */
const CONNECTION = ['imsServer', 'clientId', 'orgId'];

export const incompleteConnection = entityRule({
  meta: {
    id: 'incomplete-connection',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      incomplete:
        'Of the IMS connection of this account the package has {present} and lacks {missing}. An import may keep what the target has there, so that values of two environments may end up in one account. Add what is missing, or leave the whole connection out.',
    },
    docs: {
      summary: 'An account in a package with only a part of its IMS connection.',
      why: 'IMS server, client identifier and organization belong together. A package that brings only some of them leaves the others as they are in the target instance, and people cannot sign in when they do not fit.',
      invalid: packageExample({ imsServer: '' }),
      valid: packageExample(),
      links: [links.configuringIms],
    },
  },

  concepts: ['external-account'],

  check(entity, report, context) {
    const missing = missingOfConnection(entity);
    // What is missing may stand behind what is broken.
    if (missing.length === 0 || context.document.problems.length > 0) return;
    const present = CONNECTION.filter((name) => !missing.includes(name));
    const first = fieldOf(entity, present[0] ?? '');
    const keys = (names: readonly string[]) => enumerate(names.map((name) => keyOf(name, entity)));
    report({
      at: first?.keySpan ?? entity.head,
      lacks: missing,
      message: 'incomplete',
      data: { missing: keys(missing), present: keys(present) },
    });
  },
});

/** The fields that a package's account lacks to complete the connection that it has begun. */
export function missingOfConnection(entity: Entity): readonly string[] {
  if (entity.dialect.style !== 'sparse' || entity.concept !== 'external-account') return [];
  const missing = CONNECTION.filter((name) => !says(entity, name));
  return missing.length < CONNECTION.length ? missing : [];
}
