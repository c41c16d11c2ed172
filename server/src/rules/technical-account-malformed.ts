import { links } from '../facts/links';
import type { EntityEdit } from '../model/edit';
import type { TextValue } from '../model/entity';
import { idForm } from '../model/id-form';
import { blanksMistake, replaceWithBlanks } from './blank-ends';
import { integrationExample } from './credential-examples';
import { lacksEnd } from './nlserver-parts';
import { partOf } from './part';
import { type FixPlan, formatRule } from './rule';
import { isSample } from './sample';
import { swappedAccount } from './technical-account';

export const technicalAccountMalformed = formatRule({
  meta: {
    id: 'technical-account-malformed',
    severity: 'warning',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      emailAsId:
        "**{label}** (`{key}`) holds the email of the technical account: a UUID. The id has the same end and is 24 hexadecimal digits. Copy it from the credential's page.",
      orgId:
        "**{label}** (`{key}`) holds the id of an organization. A technical account ends with `@techacct.adobe.com`. Copy it from the credential's page.",
      noDomain:
        '**{label}** (`{key}`) lacks its end `@techacct.adobe.com`. Adobe knows the account only by the whole id. Add it.',
      smallLetters:
        "**{label}** (`{key}`) is written with small letters. Adobe writes the 24 hexadecimal digits of this id with capital ones, and readers may compare it letter by letter. Compare it with the credential's page.",
      blanks:
        '**{label}** (`{key}`) has blanks around it. They count as a part of the value. Remove them.',
      id: "**{label}** (`{key}`) is not the id of a technical account, which is 24 hexadecimal digits and `@techacct.adobe.com`, such as `0123456789ABCDEF01234567@techacct.adobe.com`. Copy it from the credential's page.",
      email:
        "**{label}** (`{key}`) is not the email of a technical account, which is a UUID and `@techacct.adobe.com`, such as `01234567-89ab-cdef-0123-456789abcdef@techacct.adobe.com`. Copy it from the credential's page.",
    },
    fixes: {
      addDomain: 'Add `@techacct.adobe.com`',
      useCapitals: 'Use capital letters',
      trim: 'Remove the blanks',
    },
    docs: {
      summary: "A technical account id or email of another form than Adobe's.",
      why: "Adobe makes both: the id is 24 hexadecimal digits and `@techacct.adobe.com`, the email a UUID and the same end. Anything else was cut off or copied from another field. Older files that write the id as the email are accepted, and the email `unused`, which Adobe's own tools write for JWT, counts as a blank.",
      invalid: integrationExample({
        technicalAccountId: '89ABCDEF0123456789ABCD@techacct.adobe.com',
      }),
      valid: integrationExample(),
      links: [links.tokenCall],
    },
  },

  formats: ['technical-account-id', 'technical-account-email'],

  check({ value, schema, entity, name }, report, context) {
    if (swappedAccount(entity) || lacksEnd(value, 'technicalAccountId', entity)) return;
    const mistake =
      schema.format === 'technical-account-id' ? idMistake(value) : emailMistake(value);
    const found = mistake ?? blanksMistake(value);
    const isFormless = found?.message === 'id' || found?.message === 'email';
    if (found && !(isFormless && context.workspace.about(entity, isSample)))
      report({ at: value.span, ...found, data: name });
  },
});

interface Mistake {
  readonly at?: TextValue['span'];
  readonly message: 'emailAsId' | 'orgId' | 'noDomain' | 'smallLetters' | 'blanks' | 'id' | 'email';
  readonly fix?: FixPlan<'addDomain' | 'useCapitals' | 'trim'>;
}

function idMistake(value: TextValue): Mistake | undefined {
  const { text } = value;
  const write = (right: string) => (edit: EntityEdit) => replaceWithBlanks(edit, value, right);
  if (/^[0-9a-f]{24}$/i.test(text)) {
    const edit = write(`${text.toUpperCase()}@techacct.adobe.com`);
    return { message: 'noDomain', fix: { title: 'addDomain', edit } };
  }
  const form = idForm(text);
  if (form === 'technical-account-email') return { message: 'emailAsId' };
  if (form === 'org-id') return { message: 'orgId' };
  if (form !== 'technical-account-id') return { message: 'id' };
  const digits = text.slice(0, 24);
  if (digits === digits.toUpperCase()) return undefined;
  const edit = write(digits.toUpperCase() + text.slice(24));
  const { span } = partOf(value, 0, 24);
  return { at: span, message: 'smallLetters', fix: { title: 'useCapitals', edit } };
}

function emailMistake({ text }: TextValue): Mistake | undefined {
  const form = idForm(text);
  if (form === 'technical-account-email' || form === 'technical-account-id') return undefined;
  return { message: form === 'org-id' ? 'orgId' : 'email' };
}
