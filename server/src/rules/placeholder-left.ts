import { suggestedScopes } from '../facts/scopes';
import type { Entity, Field, TextValue } from '../model/entity';
import { isJwtOnly } from '../model/flow';
import { isUnused, type ValueKind } from '../model/value';
import { type FieldSchema, fieldSchema } from '../schema/catalog';
import { enumerate } from '../text/message';
import { integrationExample } from './credential-examples';
import { fieldName, shownKey } from './field-name';
import { entityRule, type FixPlan } from './rule';
import { replaceByScopes } from './scope-list';

export const placeholderLeft = entityRule({
  meta: {
    id: 'placeholder-left',
    severity: 'info',
    since: '0.1.0',
    fix: 'editor-only',
    messages: {
      blank: '**{label}** (`{key}`) is still to be filled in. {advice}',
      all: 'Nothing of this credential is filled in yet. Fill in {keys}, or write references.',
      test: '**{label}** (`{key}`) looks like a test value, and others beside it may be test values, too. Fill in the real ones before the file is used.',
    },
    fixes: {
      scopes:
        'Use the scopes that public projects have in place of `{metascope}`, and compare them',
    },
    docs: {
      summary: 'A blank or an obvious test value that was not replaced yet.',
      why: 'A credential with a blank cannot sign in. In templates (`*.example`, `*.dist`, `*.sample`, `*.template`, `__fixtures__`) blanks are the point, and nothing is said.',
      invalid: integrationExample({ orgId: '<your organization id>' }),
      valid: integrationExample(),
      links: [],
    },
  },

  check(entity, report, { template }) {
    if (template) return;
    const candidates = valuesToFill(entity);
    const blanks = candidates.filter(({ item }) => item.kind === 'blank');
    const all = firstOfEach(blanks);
    const sample = sampleOf(entity, candidates, all);
    if (sample[0]) {
      const keys = enumerate(sample.map(({ field }) => shownKey(field.key)));
      report({ at: sample[0].item.span, message: 'all', data: { keys } });
    }
    for (const { field, schema, item } of all.filter((each) => !sample.includes(each))) {
      const data = {
        label: schema.title,
        key: fieldName(field, entity).key,
        advice: adviceFor(schema),
      };
      report({ at: item.span, message: 'blank', data, fix: likelyScopes(field, item) });
    }
    const test = candidates.find(({ item }) => item.kind === 'test');
    if (!test || sample.length > 0) return;
    const data = { label: test.schema.title, key: fieldName(test.field, entity).key };
    report({ at: test.item.span, message: 'test', data, severity: 'hint' });
  },
});

/** The blanks of a sample as it was copied, which needs to be told once; of others nothing. */
function sampleOf(
  { dialect }: Entity,
  candidates: readonly Candidate[],
  blanks: readonly Candidate[],
): readonly Candidate[] {
  if (dialect.style !== undefined) return [];
  const own = blanks.filter(({ field }) => OWN.has(field.name));
  const isUntouched = candidates.every(
    ({ field, item }) => !OWN.has(field.name) || UNTOUCHED.has(item.kind),
  );
  if (!isUntouched || own.length < 2) return [];
  return blanks.filter((each) => own.includes(each) || !likelyScopes(each.field, each.item));
}

/** What each credential has of its own. */
const OWN: ReadonlySet<string> = new Set([
  'orgId',
  'clientId',
  'clientSecret',
  'technicalAccountId',
  'technicalAccountEmail',
]);

const UNTOUCHED: ReadonlySet<ValueKind> = new Set(['blank', 'test', 'empty']);

interface Candidate {
  readonly field: Field;
  readonly schema: FieldSchema;
  readonly item: TextValue;
}

/** A list that is still to be filled in is one mistake, however many blanks it has. */
const firstOfEach = (blanks: readonly Candidate[]): readonly Candidate[] =>
  blanks.filter(({ field }, index) => blanks.findIndex((each) => each.field === field) === index);

/**
 * What has a form or is secret; titles and names may say what they like, JWT-only fields go anyway,
 * and a token is written by the program that asks for it.
 */
function valuesToFill(entity: Entity): readonly Candidate[] {
  return [...entity.fields.values()].flat().flatMap((field) => {
    const schema = fieldSchema(entity.concept, field.name);
    if (!schema || isJwtOnly(field, entity.dialect) || TOKENS.has(field.name)) return [];
    const items = schema.format || schema.writeOnly ? field.items : field.items.filter(isAllBlank);
    // JWT has no use for what a tool called unused, and a migration asks for it.
    const asked = entity.flow === 'jwt' ? items.filter(({ text }) => !isUnused(text)) : items;
    return asked.map((item) => ({ field, schema, item }));
  });
}

const TOKENS = new Set(['accessToken', 'assertion']);

/** `<label>` and nothing else, as a conversion leaves it. */
const isAllBlank = ({ text }: TextValue) => /^<[a-z][a-z-]*>$/.test(text);

const adviceFor = ({ format }: FieldSchema) =>
  format === 'scopes'
    ? "Copy the scopes from the credential's page in the Developer Console."
    : 'Fill in the real value, or write a reference.';

/**
 * A migration leaves `<scopes-for-…>` where nobody is sure; what others use is only offered by
 * hand.
 */
function likelyScopes(field: Field, item: TextValue): FixPlan<'scopes'> | undefined {
  const metascope = /^<scopes-for-(.+)>$/.exec(item.text)?.[1];
  if (!metascope) return undefined;
  const { scopes, unsure } = suggestedScopes([metascope], 'medium');
  if (unsure.length > 0) return undefined;
  return {
    title: 'scopes',
    data: { metascope },
    edit: (edit) => replaceByScopes(edit, field, item, scopes),
  };
}
