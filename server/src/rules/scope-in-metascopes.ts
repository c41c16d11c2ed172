import { links } from '../facts/links';
import { vocabularyOf } from '../facts/scopes';
import type { Entity, Field, TextValue } from '../model/entity';
import { code } from '../text/message';
import { readerOf } from './credential';
import { integrationExample } from './credential-examples';
import { keyOf } from './field-name';
import { type FixPlan, formatRule } from './rule';
import { isShowable, writtenItems } from './scope-list';

export const scopeInMetascopes = formatRule({
  meta: {
    id: 'scope-in-metascopes',
    severity: 'info',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      scope:
        '{word} is a scope of OAuth, and **{label}** (`{key}`) takes metascopes of JWT, which are other words. Scopes of an OAuth Server-to-Server credential belong into `{scopes}`.',
    },
    fixes: { rename: 'Rename `{key}` to `{scopes}`' },
    docs: {
      summary: 'An OAuth scope among the metascopes of JWT.',
      why: 'Metascopes and OAuth scopes are different vocabularies. Scopes under the name of metascopes mean that the integration was half migrated: whatever reads the file still takes it for JWT, or finds no scopes at all.',
      invalid: integrationExample({
        scopes: '',
        metascopes: '[openid, AdobeID, user_management_sdk]',
      }),
      valid: integrationExample(),
      links: [links.tokenCall, links.jwtMigration],
    },
  },

  formats: ['metascopes'],

  check({ text, value, field, entity, name }, report) {
    if (vocabularyOf(text) !== 'scope' || isUnderOneKey(entity)) return;
    const whole = holdsOnlyScopes(field);
    // The names that people's own code reads are theirs, and a name that is wrong is one mistake.
    if (whole && (readerOf(entity)?.sort === 'own-code' || !isFirst(value, field))) return;
    const data = { ...name, scopes: keyOf('scopes', entity) };
    report({
      at: value.span,
      message: 'scope',
      severity: whole && isMissed(entity) ? 'error' : undefined,
      data: { ...data, word: isShowable(text) ? code(text) : 'This' },
      fix: rename(field, entity, data),
    });
  },
});

/** Where one key takes both, what says the flow is the mistake. */
const isUnderOneKey = ({ dialect: { names } }: Entity): boolean =>
  names.metascopes?.path === names.scopes?.path;

const isFirst = (value: TextValue, field: Field): boolean =>
  writtenItems(field).find(({ text }) => vocabularyOf(text) === 'scope') === value;

const holdsOnlyScopes = (field: Field): boolean =>
  writtenItems(field).every(
    ({ text, kind }) => kind === 'literal' && ['scope', 'either'].includes(vocabularyOf(text)),
  );

/** Whether whatever reads the credential looks for scopes and finds none. */
const isMissed = ({ fields, dialect }: Entity): boolean =>
  dialect.credential?.required?.includes('scopes') === true && !fields.has('scopes');

/** Only where nothing but scopes stands there: the name is the mistake then. */
function rename(
  field: Field,
  entity: Entity,
  data: NonNullable<FixPlan<'rename'>['data']>,
): FixPlan<'rename'> | undefined {
  const items = writtenItems(field);
  const { fields, dialect } = entity;
  const isOurs = dialect.credential?.move.kind === 'in-place';
  if (!isOurs || !holdsOnlyScopes(field) || fields.has('scopes')) return undefined;
  const texts = items.map(({ text }) => text);
  const isRightShape = dialect.names.scopes?.shape !== 'list' || field.value.type === 'array';
  return {
    title: 'rename',
    data,
    edit: (edit) =>
      isRightShape ? edit.renameField(field, 'scopes') : edit.turnInto(field, 'scopes', texts),
  };
}
