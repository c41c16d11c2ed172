import { links } from '../facts/links';
import type { EntityEdit } from '../model/edit';
import type { TextValue } from '../model/entity';
import { idForm } from '../model/id-form';
import { blankEnds, replaceWithBlanks } from './blank-ends';
import { accountExample } from './campaign-examples';
import { lacksEnd } from './nlserver-parts';
import { partOf } from './part';
import { type FixPlan, formatRule } from './rule';
import { isSample } from './sample';

export const orgIdMalformed = formatRule({
  meta: {
    id: 'org-id-malformed',
    severity: 'error',
    since: '0.1.0',
    fix: 'safe',
    messages: {
      noSuffix:
        '**{label}** (`{key}`) lacks its end `@AdobeOrg`. Adobe knows the organization only by the whole id. Add it.',
      wrongCase:
        '**{label}** (`{key}`) is not written the way Adobe writes it: 24 hexadecimal digits with capital letters, then `@AdobeOrg`. Whatever reads it may compare it letter by letter. Correct the case.',
      blanks:
        '**{label}** (`{key}`) has blanks or a line break around it. They count as a part of the id, and Adobe knows no such organization. Remove them.',
      number:
        "**{label}** (`{key}`) is a number. That is how the Developer Console counts organizations in its own addresses and downloads; the id meant here is 24 hexadecimal digits and `@AdobeOrg`. Copy it from the credential's page.",
      userId:
        '**{label}** (`{key}`) is the id of a user: it ends with `.e`. The id of the organization is 24 hexadecimal digits and `@AdobeOrg`. Copy it from the Developer Console or the Admin Console.',
      technicalAccount:
        '**{label}** (`{key}`) is a technical account, not an organization: it ends with `@techacct.adobe.com`. The id of the organization ends with `@AdobeOrg`.',
      length:
        '**{label}** (`{key}`) has {count} characters before its end, and the id of an organization has 24. A part is missing or too much: copy it again.',
      noHex:
        '**{label}** (`{key}`) holds a character that is no hexadecimal digit (0–9, A–F), so that Adobe knows no such organization. Copy it again.',
      other:
        '**{label}** (`{key}`) is not the id of an organization, which is 24 hexadecimal digits and `@AdobeOrg`, such as `0123456789ABCDEF01234567@AdobeOrg`. Copy it from the Developer Console.',
    },
    fixes: {
      addSuffix: 'Add `@AdobeOrg`',
      correctCase: 'Correct the case',
      trim: 'Remove the blanks',
    },
    docs: {
      summary: 'An organization id that is not 24 hexadecimal digits and `@AdobeOrg`.',
      why: "Every call to Adobe's sign-in names the organization by this id. The number of the organization in the Developer Console, the id of a user and a technical account look alike and are something else.",
      invalid: accountExample({ orgId: '0123456789ABCDEF01234567' }),
      valid: accountExample(),
      links: [links.configuringIms, links.tokenCall],
    },
  },

  formats: ['org-id'],

  check({ text, value, name, entity }, report, context) {
    if (lacksEnd(value, 'orgId', entity)) return;
    const [, digits, end] = /^([0-9a-f]{24})(@[a-z]*)?$/i.exec(text) ?? [];
    if (digits !== undefined && '@adobeorg'.startsWith((end ?? '').toLowerCase())) {
      const mistake = nearMiss(value, digits, end);
      return mistake && report({ ...mistake, data: name });
    }
    const { part, message } = mistakeOf(value);
    if (FORMLESS.has(message) && context.workspace.about(entity, isSample)) return;
    report({ at: part.span, message, data: { ...name, count: lengthOf(text) } });
  },
});

interface NearMiss {
  readonly at: TextValue['span'];
  readonly message: 'noSuffix' | 'wrongCase' | 'blanks';
  readonly fix: FixPlan<'addSuffix' | 'correctCase' | 'trim'>;
}

/** The right digits: what is missing or mangled around them is known for sure. */
function nearMiss(value: TextValue, digits: string, end = ''): NearMiss | undefined {
  const right = `${digits.toUpperCase()}@AdobeOrg`;
  const edit = (each: EntityEdit) => replaceWithBlanks(each, value, right);
  if (end.length < '@AdobeOrg'.length) {
    return { at: value.span, message: 'noSuffix', fix: { title: 'addSuffix', edit } };
  }
  if (value.text !== right) {
    const from = digits === digits.toUpperCase() ? digits.length : 0;
    const to = end === '@AdobeOrg' ? digits.length : value.text.length;
    const at = partOf(value, from, to).span;
    return { at, message: 'wrongCase', fix: { title: 'correctCase', edit } };
  }
  const at = blankEnds(value);
  return at && { at, message: 'blanks', fix: { title: 'trim', edit } };
}

const FORMLESS: ReadonlySet<Mistake> = new Set(['length', 'noHex', 'other']);

type Mistake = 'number' | 'userId' | 'technicalAccount' | 'length' | 'noHex' | 'other';

function mistakeOf(value: TextValue): { readonly part: TextValue; readonly message: Mistake } {
  const { text } = value;
  const form = idForm(text);
  if (form === 'number') return { part: value, message: 'number' };
  if (form === 'user-id') return { part: value, message: 'userId' };
  if (/@techacct\.adobe\.com$/i.test(text)) return { part: value, message: 'technicalAccount' };
  const hasEnd = END.test(text);
  if (lengthOf(text) !== 24) {
    const isCutOff = hasEnd || /^[0-9a-f]+$/i.test(text);
    return { part: value, message: isCutOff ? 'length' : 'other' };
  }
  const wrong = hasEnd ? /[^0-9a-f]+/i.exec(text) : undefined;
  if (!wrong) return { part: value, message: 'other' };
  const part = partOf(value, wrong.index, Math.min(24, wrong.index + wrong[0].length));
  return { part, message: 'noHex' };
}

const END = /@adobeorg$/i;

const lengthOf = (text: string) => text.replace(END, '').length;
