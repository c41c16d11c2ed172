import { links } from '../facts/links';
import type { Entity } from '../model/entity';
import type { ConfigNode, ScalarNode } from '../syntax/tree';
import { workspaceExample } from './aem-examples';
import { osgiReferences } from './osgi-references';
import { entityRule } from './rule';

export const secretReferenceMalformed = entityRule({
  meta: {
    id: 'secret-reference-malformed',
    severity: 'error',
    since: '0.1.0',
    fix: 'none',
    messages: {
      name: 'Cloud Manager takes no variable of that name, so that nothing is ever filled in here. Use letters, digits and underscores, with a letter or an underscore first, 2 to 100 in all; and the name of the variable, not its value.',
      type: 'AEM knows `$[secret:NAME]`, `$[env:NAME]` and `$[prop:NAME]`, and takes anything else as it stands. Write one of those.',
      open: 'This reference is not closed, so that AEM takes it as it stands. Write `$[{type}:NAME]`.',
    },
    docs: {
      summary: 'A reference in an OSGi configuration that AEM cannot resolve.',
      why: 'AEM as a Cloud Service fills in variables of its environment where a value says `$[secret:NAME]` or `$[env:NAME]`. Their names are made of letters, digits and underscores, do not begin with a digit, and have 2 to 100 characters. A reference to anything else stays as it is written, and the sign-in fails without saying why.',
      invalid: workspaceExample('$[secret:ims-client-secret]'),
      valid: workspaceExample('$[secret:IMS_CLIENT_SECRET]'),
      links: [links.osgiVariables],
    },
  },

  check(entity, report) {
    if (entity.dialect.secrets !== 'osgi') return;
    for (const node of textsOf(entity)) {
      for (const { span, type, problem } of osgiReferences(node)) {
        if (problem) report({ at: span, message: problem, data: { type: type.toLowerCase() } });
      }
    }
  },
});

/** All texts of a configuration, also those of settings that we do not know. */
function textsOf({ home }: Entity): readonly ScalarNode[] {
  const visit = (node: ConfigNode): readonly ScalarNode[] => {
    if (node.type === 'scalar') return [node];
    return node.type === 'array' ? node.items.flatMap(visit) : [];
  };
  return home?.properties.flatMap(({ value }) => visit(value)) ?? [];
}
