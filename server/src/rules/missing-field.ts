import { lastField } from '../model/edit';
import type { Entity, Field } from '../model/entity';
import { evidence } from '../model/flow';
import { fieldSchema } from '../schema/catalog';
import { enumerate } from '../text/message';
import { integrationExample } from './credential-examples';
import { missingOfConnection } from './incomplete-connection';
import { keywordRule } from './rule';
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
    const { more } = violation;
    if (more) return reportBegun([violation.field, ...more]);
    if (isMisspelled(violation.field, entity)) return;
    const at = field ? spanOfEmpty(field) : entity.head;
    if (entity.dialect.style === 'sparse') {
      if (missingOfConnection(entity).includes(violation.field)) return;
      return report({ at, message: 'sparse', data: name, severity: 'hint' });
    }
    if (violation.field === entity.dialect.tag?.field && !field) return reportFlow(at);
    const data = { ...name, why: firstSentence(schema?.description ?? '') };
    report({
      at,
      message: field ? 'empty' : 'missing',
      data,
      fix: field
        ? undefined
        : {
            title: 'add',
            data: name,
            edit: (edit) =>
              edit.add(violation.field, blankFor(violation.field, entity), lastField(entity)),
          },
    });

    function reportBegun(names: readonly string[]) {
      const left = names.filter((each) => !isMisspelled(each, entity));
      const fields = enumerate(left, entity.container ? 'or' : 'and');
      const nothing = entity.fields.size === 0 && entity.others.length === 0;
      const severity = entity.container ? 'info' : undefined;
      report({
        at: entity.head,
        message: nothing ? 'nothing' : 'begun',
        data: { fields },
        severity,
      });
    }

    function reportFlow(head: typeof at) {
      const { jwt, oauth } = evidence(entity.fields, entity.dialect);
      const isOAuth = oauth.length > 0 && jwt.length === 0;
      report({
        at: head,
        message: 'flow',
        data: name,
        related: [
          ...jwt.map(({ keySpan, key }) => ({
            at: keySpan,
            message: 'jwtEvidence' as const,
            data: { key },
          })),
          ...oauth.map(({ keySpan, key }) => ({
            at: keySpan,
            message: 'oauthEvidence' as const,
            data: { key },
          })),
        ],
        fix: isOAuth
          ? {
              title: 'addFlow',
              safety: 'unsafe',
              edit: (edit) => edit.add('authType', 'oauth-server-to-server'),
            }
          : undefined,
      });
    }
  },
});

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
