import type { ConfigDocument } from '../model/document';
import type { Entity } from '../model/entity';
import type { ConfigNode, Property } from '../syntax/tree';
import { integrationExample } from './credential-examples';
import { shownKey } from './field-name';
import { documentRule } from './rule';

export const duplicateKey = documentRule({
  meta: {
    id: 'duplicate-key',
    severity: 'error',
    since: '0.1.0',
    fix: 'none',
    messages: {
      again:
        '`{key}` stands here a second time. Readers keep one of the two, and not all the same one. Remove the wrong one.',
      first: '`{key}` stands here first.',
    },
    docs: {
      summary: 'A key that stands twice in one object.',
      why: 'Most readers keep the last value and some the first, so that what is configured depends on the tool.',
      invalid: integrationExample({ scopes: '[openid, AdobeID]\nscopes: [user_management_sdk]' }),
      valid: integrationExample(),
      links: [],
    },
  },

  check(document, report, { workspace }) {
    const { root, entities } = document;
    const isOurs = oursIn(document);
    // Most of a text that is being edited has been looked at.
    const sound = entities
      .filter((each) => !each.container && !workspace.about(each, hasDuplicates))
      .map(({ home }) => home);
    for (const { first, again } of root ? duplicates(root, sound) : []) {
      if (!isOurs(again)) continue;
      const data = { key: shownKey(again.key) };
      report({
        at: again.keySpan,
        message: 'again',
        data,
        related: [{ at: first.keySpan, message: 'first', data }],
      });
    }
  },
});

/**
 * Among the variables of a program most are none of ours; and where a text is broken, what nobody
 * knows may be anything, even a piece of a secret.
 */
function oursIn({ syntax, entities, problems }: ConfigDocument): (property: Property) => boolean {
  if (syntax.id === 'env') {
    const ours = new Set(entities.flatMap(({ home }) => home?.properties ?? []));
    return (property) => ours.has(property);
  }
  if (problems.length === 0) return () => true;
  const fields = entities.flatMap((entity) => [...entity.fields.values()].flat());
  const known = new Set(fields.map(({ keySpan }) => keySpan.start));
  return ({ keySpan }) => known.has(keySpan.start);
}

interface Duplicate {
  readonly first: Property;
  readonly again: Property;
}

const hasDuplicates = ({ home }: Entity): boolean =>
  home !== undefined && duplicates(home).length > 0;

/** Shared nodes (YAML aliases) are looked at once, and what is known to be sound not at all. */
function duplicates(
  root: ConfigNode,
  sound: readonly (ConfigNode | undefined)[] = [],
): readonly Duplicate[] {
  const found: Duplicate[] = [];
  const seen = new Set(sound);
  const visit = (node: ConfigNode) => {
    if (node.type === 'scalar' || seen.has(node)) return;
    seen.add(node);
    if (node.type === 'array') {
      node.items.forEach(visit);
      return;
    }
    const keys = new Map<string, Property>();
    for (const property of node.properties) {
      const first = keys.get(property.key);
      if (first && !property.inherited) found.push({ first, again: property });
      else if (!first) keys.set(property.key, property);
      visit(property.value);
    }
  };
  visit(root);
  return found;
}
