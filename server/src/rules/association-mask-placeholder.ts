import { links } from '../facts/links';
import { accountExample } from './campaign-examples';
import { partOf } from './part';
import { formatRule } from './rule';

export const associationMaskPlaceholder = formatRule({
  meta: {
    id: 'association-mask-placeholder',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      left: "**{label}** (`{key}`) still holds `tenant_id` from Adobe's sample, so no product profile matches and nobody gets any right. Write what stands there in the names of your product profiles.",
    },
    docs: {
      summary: 'An association mask with `tenant_id` left in it.',
      why: "Adobe's documentation shows the mask `Campaign - tenant_id - (.*)`, in which `tenant_id` stands for your own tenant or instance, as in the names of your product profiles.",
      invalid: accountExample({ associationMask: 'Campaign - tenant_id - (.*)' }),
      valid: accountExample(),
      links: [links.configuringIms],
    },
  },

  formats: ['association-mask'],

  check({ text, value, name }, report, { template }) {
    if (template) return;
    const found = /(?<![A-Za-z\d_])tenant_id(?![A-Za-z\d_])/i.exec(text);
    if (!found) return;
    const at = partOf(value, found.index, found.index + found[0].length).span;
    report({ at, message: 'left', data: name });
  },
});
