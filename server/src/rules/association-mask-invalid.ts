import { links } from '../facts/links';
import { accountExample } from './campaign-examples';
import { compiles, type Flaw, type Mask, readMask, withGroup } from './mask';
import { partOf } from './part';
import { type FixPlan, formatRule } from './rule';

export const associationMaskInvalid = formatRule({
  meta: {
    id: 'association-mask-invalid',
    severity: 'error',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      'nothing-to-repeat':
        "**{label}** (`{key}`) is not a regular expression: nothing that could be repeated stands before this character. With it nobody is given any right. Where a group's name is meant, write `(.*)`.",
      'open-group':
        '**{label}** (`{key}`) is not a regular expression: this parenthesis is never closed. With it nobody is given any right. Close it, or write `\\(` where the character itself is meant.',
      'closed-group':
        '**{label}** (`{key}`) is not a regular expression: this parenthesis was never opened. With it nobody is given any right. Open it, or write `\\)` where the character itself is meant.',
      'open-class':
        '**{label}** (`{key}`) is not a regular expression: this bracket is never closed. With it nobody is given any right. Close it, or write `\\[` where the character itself is meant.',
      other:
        "**{label}** (`{key}`) is not a regular expression. With it nobody is given any right. Write the beginning of your product profiles' names and `(.*)`, such as `Campaign - example - (.*)`.",
    },
    fixes: { group: 'Use `(.*)`', close: 'Close the parenthesis at the end' },
    docs: {
      summary: 'An association mask that is not a regular expression.',
      why: 'With the mask Campaign reads the name of an operator group out of the names of a person\'s product profiles. Adobe\'s samples are regular expressions with the group `(.*)`; a text that is none gives nobody any right, and the sign-in ends with "Login does not have any right matching the expression".',
      invalid: accountExample({ associationMask: "'Campaign - luma - (*)'" }),
      valid: accountExample(),
      links: [links.configuringIms, links.imsTroubleshooting],
    },
  },

  formats: ['association-mask'],

  check({ text, value, name }, report) {
    // Taking a mask apart takes longer.
    if (compiles(text)) return;
    const mask = readMask(text);
    const { flaw } = mask;
    if (!flaw) return;
    const cured = cure(text, mask, flaw);
    report({
      at: partOf(value, flaw.from, flaw.to).span,
      message: flaw.what,
      data: name,
      fix: cured && {
        title: cured.title,
        edit: (edit) => edit.replace(value, cured.text),
      },
    });
  },
});

type Title = FixPlan<'group' | 'close'>['title'];

function cure(
  text: string,
  mask: Mask,
  { what }: Flaw,
): { readonly title: Title; readonly text: string } | undefined {
  if (what === 'open-group' && compiles(`${text})`)) return { title: 'close', text: `${text})` };
  const grouped = withGroup(text, mask);
  return grouped === undefined ? undefined : { title: 'group', text: grouped };
}
