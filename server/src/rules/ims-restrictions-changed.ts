import { aemOperator, builtInOperators } from '../facts/campaign-server';
import { links } from '../facts/links';
import type { Entity, Field, OtherProperty, TextValue } from '../model/entity';
import { enumerate } from '../text/message';
import { fieldName } from './field-name';
import { comeTooEarly, lockedOutAem, missingOperators, operatorList } from './ims-restrictions';
import { isHostedFor } from './placement';
import { entityRule, type Problem, type Report, type RuleContext } from './rule';
import { instanceExample, restrictionLines } from './server-examples';
import { instanceOf } from './server-files';
import { similar } from './suggestion';

type Message =
  | 'missing'
  | 'missingHosted'
  | 'noBoolean'
  | 'noBooleanHosted'
  | 'unknown'
  | 'unknownHosted';

type Title = 'add' | 'write' | 'rename';

export const imsRestrictionsChanged = entityRule({
  meta: {
    id: 'ims-restrictions-changed',
    severity: 'warning',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      missing:
        '`nonIMSAuthnAPI` does not allow {operators} to sign in natively. Adobe enables its technical operators by default and asks not to modify the list, only to add to it. Add what is missing, each with an `allowOperator` of its own.',
      missingHosted:
        '`nonIMSAuthnAPI` does not allow {operators} to sign in natively. Adobe enables its technical operators by default and asks not to modify the list. On hosted servers Adobe does this: ask Adobe to add what is missing.',
      noBoolean:
        '**{label}** (`{key}`) is neither `true` nor `false`, so nobody can tell whether the restriction holds. Write one of the two.',
      noBooleanHosted:
        '**{label}** (`{key}`) is neither `true` nor `false`, so nobody can tell whether the restriction holds. On hosted servers Adobe does this: ask Adobe to set one of the two.',
      unknown:
        "Adobe's page has no `{key}` at this place of the restrictions, so that it neither restricts nor allows anything. It has {known}. Use what is meant, or remove it.",
      unknownHosted:
        "Adobe's page has no `{key}` at this place of the restrictions, so that it neither restricts nor allows anything. It has {known}. On hosted servers Adobe does this: ask Adobe to correct it.",
    },
    fixes: {
      add: 'Add {operators}',
      write: 'Write `{value}`',
      rename: 'Write it as `{key}`',
    },
    docs: {
      summary: 'Restrictions of native sign-in that differ from what Adobe documents.',
      why: 'From 7.4.1 on `imsConfig` ends native sign-in, but for technical operators that Adobe enables by default and asks not to modify, and for others that are added, each with an `allowOperator` of its own.',
      invalid: instanceExample(
        ...restrictionLines(builtInOperators.filter((name) => name !== 'campaign-loginmonitor')),
      ),
      valid: instanceExample(...restrictionLines([...builtInOperators, 'erp'])),
      links: [links.campaignRestrictions],
    },
  },

  concepts: ['ims-restrictions'],

  check(entity, report, context) {
    // Where the release does not know them, they have to go first.
    if (comeTooEarly(entity, context)) return;
    const hosted = isHostedFor(context.document, context.workspace, instanceOf(context.document));
    const tell: Report<Message, Title> = (problem) =>
      report(
        // Nobody changes the files of a hosted server by hand.
        hosted
          ? { ...problem, message: `${problem.message}Hosted` as Message, fix: undefined }
          : problem,
      );
    const missing = missingProblem(entity, context);
    if (missing) tell(missing);
    for (const name of ['operatorManagementRestricted', 'apiDisabled']) {
      for (const field of entity.fields.get(name) ?? []) {
        const value = field.items.find(isNoBoolean);
        if (value) tell(booleanProblem(value, field, entity));
      }
    }
    for (const other of entity.others) {
      const known = KNOWN[other.prefix];
      if (known && other.property.value.type === 'array') tell(unknownProblem(other, known));
    }
  },
});

/** An AEM account that cannot sign in is reported as that. */
function missingProblem(entity: Entity, context: RuleContext): Problem<Message, Title> | undefined {
  const list = operatorList(entity);
  const missing = missingOperators(entity, context).filter(
    (name) => name !== aemOperator || !lockedOutAem(entity, context),
  );
  if (!list || missing.length === 0) return undefined;
  const data = { operators: enumerate(missing) };
  return {
    at: list.nameSpan ?? list.span,
    lacks: missing,
    message: 'missing',
    data,
    fix: {
      title: 'add',
      data,
      edit: (edit) => edit.addElements('allowedOperator', missing),
    },
  };
}

const isNoBoolean = ({ kind, text }: TextValue) =>
  kind === 'literal' && !/^(true|false|0|1)$/i.test(text);

function booleanProblem(value: TextValue, field: Field, entity: Entity): Problem<Message, Title> {
  const meant = /^(yes|on)$/i.test(value.text)
    ? 'true'
    : /^(no|off)$/i.test(value.text)
      ? 'false'
      : undefined;
  return {
    at: value.span,
    message: 'noBoolean',
    data: fieldName(field, entity),
    fix: meant
      ? { title: 'write', data: { value: meant }, edit: (edit) => edit.set(field, meant) }
      : undefined,
  };
}

/** The elements of the restrictions, by the element in which they stand. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  '': ['nonIMSOperatorMgmtInClientConsole', 'nonIMSAuthnAPI'],
  'nonIMSAuthnAPI.': ['allowOperator'],
};

function unknownProblem(other: OtherProperty, known: readonly string[]): Problem<Message, Title> {
  const { key, keySpan } = other.property;
  const [meant] = similar(key, known);
  return {
    at: keySpan,
    message: 'unknown',
    data: { key, known: enumerate(known) },
    fix: meant
      ? { title: 'rename', data: { key: meant }, edit: (edit) => edit.renameKey(other, meant) }
      : undefined,
  };
}
