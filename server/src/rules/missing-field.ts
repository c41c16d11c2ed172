import { type EntityEdit, lastField } from '../model/edit';
import type { Entity, Field } from '../model/entity';
import { evidence } from '../model/flow';
import { fieldSchema } from '../schema/catalog';
import { enumerate } from '../text/message';
import { integrationExample } from './credential-examples';
import { missingOfConnection } from './incomplete-connection';
import { type Data, keywordRule, type Problem } from './rule';
import { similarFields } from './suggestion';

export const missingField = keywordRule({
  meta: {
    id: 'missing-field',
    severity: 'error',
    since: '0.1.0',
    fix: 'editor-only',
    messages: {
      missing: '**{label}** (`{key}`) is missing. {why}',
      empty: '**{label}** (`{key}`) is empty. {why}',
      nothing: 'Nothing is configured here yet. Add {fields}.',
      begun: '{fields} are still missing, and without them nobody can sign in. Add them.',
      sparse:
        '**{label}** (`{key}`) is not in this package. An export leaves default values out, and an import keeps what the target has, so check that the target knows it.',
      flow: '**{label}** (`{key}`) is missing, so nobody can tell how this integration signs in. Add `{key}: oauth-server-to-server`, which has replaced JWT.',
      jwtEvidence: '`{key}` belongs to a Service Account (JWT) credential.',
      oauthEvidence: '`{key}` belongs to an OAuth Server-to-Server credential.',
    },
    fixes: {
      add: 'Add `{key}`',
      addFlow: 'Add `authType: oauth-server-to-server`',
    },
    docs: {
      summary: 'A field that has to be there is missing or empty.',
      why: "Without it the account or the integration cannot sign in. In other tools' files only what their reader rejects when it is missing is reported; in Campaign packages, which leave defaults out, it is a hint.",
      invalid: integrationExample({ clientId: '' }),
      valid: integrationExample(),
      links: [],
    },
  },

  keywords: ['required'],

  check({ violation, entity, field, schema, name }, report, { template }) {
    if (template) return;
    const { field: missing, more } = violation;
    if (more) return report(begun([missing, ...more], entity));
    if (isMisspelled(missing, entity)) return;
    const at = field ? spanOfEmpty(field) : entity.head;
    if (entity.dialect.style === 'sparse') {
      if (missingOfConnection(entity).includes(missing)) return;
      return report({ at, message: 'sparse', data: name, severity: 'hint' });
    }
    if (missing === entity.dialect.tag?.field && !field) return report(flowMissing(entity, name));
    const data = { ...name, why: firstSentence(schema?.description ?? '') };
    if (field) return report({ at, message: 'empty', data });
    const edit = (each: EntityEdit) =>
      each.add(missing, blankFor(missing, entity), lastField(entity));
    report({ at, message: 'missing', data, fix: { title: 'add', data: name, edit } });
  },
});

/** What is only begun gets one sentence for all that it needs. */
function begun(names: readonly string[], entity: Entity): Problem<'nothing' | 'begun', never> {
  const { fields, others, container, head } = entity;
  const left = names.filter((each) => !isMisspelled(each, entity));
  return {
    at: head,
    message: fields.size === 0 && others.length === 0 ? 'nothing' : 'begun',
    data: { fields: enumerate(left, container ? 'or' : 'and') },
    severity: container ? 'info' : undefined,
  };
}

/** The keys that are there speak for one flow or the other; where all speak for OAuth, that is offered. */
function flowMissing(
  { fields, dialect, head }: Entity,
  data: Data,
): Problem<'flow' | 'jwtEvidence' | 'oauthEvidence', 'addFlow'> {
  const { jwt, oauth } = evidence(fields, dialect);
  const isOAuth = oauth.length > 0 && jwt.length === 0;
  const related = <M extends string>(message: M, speaking: readonly Field[]) =>
    speaking.map(({ keySpan, key }) => ({ at: keySpan, message, data: { key } }));
  return {
    at: head,
    message: 'flow',
    data,
    related: [...related('jwtEvidence', jwt), ...related('oauthEvidence', oauth)],
    fix: isOAuth
      ? {
          title: 'addFlow',
          safety: 'unsafe',
          edit: (edit) => edit.add('authType', 'oauth-server-to-server'),
        }
      : undefined,
  };
}

/** A key that is likely meant to be this field is reported as unknown, and that is enough. */
function isMisspelled(name: string, entity: Entity): boolean {
  if (entity.dialect.style !== 'closed') return false;
  // Scopes under the name of metascopes are reported there.
  if (name === 'scopes' && entity.fields.has('metascopes')) return true;
  return entity.others.some(({ property, prefix }) =>
    similarFields(property.key, prefix, entity).some((each) => prefix + each === name),
  );
}

const spanOfEmpty = ({ value, keySpan }: Field) =>
  value.span.end > value.span.start ? value.span : keySpan;

const firstSentence = (text: string) => /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;

function blankFor(name: string, { concept }: Entity): string | readonly string[] {
  const schema = fieldSchema(concept, name);
  const blank = `<${name}>`;
  return [schema?.type ?? 'string'].flat().includes('array') && schema?.format === 'scopes'
    ? ['openid', 'AdobeID', '<scopes>']
    : blank;
}
