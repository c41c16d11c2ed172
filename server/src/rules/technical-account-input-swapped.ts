import { links } from '../facts/links';
import { type Entity, fieldOf, type TextValue, textOf } from '../model/entity';
import { idBeside, namesEmail, namesId } from '../model/reference-name';
import { keyOf } from './field-name';
import { entityRule, type FixPlan } from './rule';
import { executionStepExample } from './workflow-examples';

export const technicalAccountInputSwapped = entityRule({
  meta: {
    id: 'technical-account-input-swapped',
    severity: 'warning',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      swapped:
        '`{key}` is given what is kept as an email, by its name. With JWT the action of Cloud Manager took the email of the technical account there; with OAuth Server-to-Server it takes the id, and the email goes into `{email}`. Keep the id under a name of its own, and give that.',
    },
    fixes: { exchange: 'Exchange `{key}` and `{email}`', id: 'Use `{reference}`' },
    docs: {
      summary:
        'An input for the id of the technical account that is fed from a secret with its email.',
      why: "In the days of JWT, Adobe's samples for `aio-cloudmanager-create-execution-action` gave `TECHNICALACCOUNTID` the email (`secrets.CM_TA_EMAIL`). With OAuth Server-to-Server the same input means the id, 24 hexadecimal digits and `@techacct.adobe.com`, and there is `TECHNICALACCOUNTEMAIL` besides. What a secret holds nobody sees; its name says it.",
      invalid: executionStepExample({ TECHNICALACCOUNTID: '${{ secrets.CM_TA_EMAIL }}' }),
      valid: executionStepExample(),
      links: [links.executionAction],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report) {
    const id = textOf(entity, 'technicalAccountId');
    const isNamed = entity.dialect.names.technicalAccountId?.namedAfter !== undefined;
    if (!isNamed || entity.flow === 'jwt' || id?.kind !== 'reference') return;
    if (!namesEmail(id.text) || namesId(id.text)) return;
    const key = fieldOf(entity, 'technicalAccountId')?.key ?? '';
    const data = { key, email: keyOf('technicalAccountEmail', entity) };
    report({ at: id.span, message: 'swapped', data, fix: cure(id, entity, data) });
  },
});

function cure(
  id: TextValue,
  entity: Entity,
  data: { readonly key: string; readonly email: string },
): FixPlan<'exchange' | 'id'> | undefined {
  const field = fieldOf(entity, 'technicalAccountId');
  const email = textOf(entity, 'technicalAccountEmail');
  if (email?.kind === 'reference' && namesId(email.text)) {
    return {
      title: 'exchange',
      data,
      edit: (edit) => {
        edit.replace(id, email.text);
        edit.replace(email, id.text);
      },
    };
  }
  const reference = idBeside(id.text);
  if (reference === undefined) return undefined;
  return {
    title: 'id',
    data: { reference },
    edit: (edit) => {
      edit.replace(id, reference);
      if (!fieldOf(entity, 'technicalAccountEmail')) {
        edit.add('technicalAccountEmail', id.text, field);
      }
    },
  };
}
