import { links } from '../facts/links';
import { blankEnds } from './blank-ends';
import { accountExample } from './campaign-examples';
import { readMask } from './mask';
import { formatRule } from './rule';

export const associationMaskBlankEnds = formatRule({
  meta: {
    id: 'association-mask-blank-ends',
    severity: 'warning',
    since: '0.1.0',
    fix: 'safe',
    messages: {
      blanks:
        '**{label}** (`{key}`) has blanks at its {where}. They count, so that no product profile matches and nobody gets any right. Remove them.',
    },
    fixes: { trim: 'Remove the blanks' },
    docs: {
      summary: 'An association mask with blanks at its ends.',
      why: "The mask is compared with the names of product profiles, blanks included. Adobe's troubleshooting page says: no white spaces and no spelling mistakes.",
      invalid: accountExample({ associationMask: "'Campaign - luma - (.*) '" }),
      valid: accountExample(),
      links: [links.imsTroubleshooting],
    },
  },

  formats: ['association-mask'],

  check({ text, value, field, name }, report) {
    const at = blankEnds(value);
    if (!at) return;
    const [before, after] = [value.textFrom > value.from, value.to > value.textTo];
    const where = before && after ? 'beginning and end' : before ? 'beginning' : 'end';
    // Read as a prefix, "Campaign - luma - " needs its last blank.
    const mayBelong = after && text.endsWith('-') && readMask(text).groups === 0;
    report({
      at,
      message: 'blanks',
      data: { ...name, where },
      fix: {
        title: 'trim',
        safety: mayBelong ? 'unsafe' : 'safe',
        edit: (edit) => edit.set(field, text),
      },
    });
  },
});
