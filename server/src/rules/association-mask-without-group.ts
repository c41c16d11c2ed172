import { links } from '../facts/links';
import { accountExample } from './campaign-examples';
import { readMask, withGroup } from './mask';
import { partOf } from './part';
import { formatRule } from './rule';

export const associationMaskWithoutGroup = formatRule({
  meta: {
    id: 'association-mask-without-group',
    severity: 'warning',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      none: "**{label}** (`{key}`) has no group for the name of the operator group. Adobe describes the mask both as a pattern and as a plain prefix; its samples are patterns with one group, such as `Campaign - example - (.*)`. Write `(.*)` where the group's name stands.",
      several:
        "**{label}** (`{key}`) has {count} groups, and only one can be the name of the operator group. Adobe's samples have exactly one, such as `Campaign - example - (.*)`. Turn the others into `(?:…)`.",
    },
    fixes: { group: 'Use `(.*)`' },
    docs: {
      summary: 'An association mask that does not have exactly one group.',
      why: "Whatever the group `(.*)` of the mask matches in the name of a product profile is the operator group that a person gets. Without a group, or with several, Campaign cannot tell. Adobe also describes the mask as the plain beginning of the profile's name, so that a mask without a group may be on purpose; its own samples all have one.",
      invalid: accountExample({ associationMask: 'Campaign - luma - .*' }),
      valid: accountExample(),
      links: [links.configuringIms, links.imsTroubleshooting],
    },
  },

  formats: ['association-mask'],

  check({ text, value, name }, report) {
    const mask = readMask(text);
    if (mask.flaw || mask.groups === 1) return;
    if (mask.groups > 1) {
      const data = { ...name, count: mask.groups };
      return report({ at: value.span, message: 'several', data });
    }
    const { from, to } = mask.wildcard ?? { from: 0, to: text.length };
    const grouped = withGroup(text, mask);
    report({
      at: partOf(value, from, to).span,
      message: 'none',
      data: name,
      fix:
        grouped === undefined
          ? undefined
          : { title: 'group', edit: (edit) => edit.replace(value, grouped) },
    });
  },
});
