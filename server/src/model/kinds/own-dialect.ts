import { type Concept, fieldNames, fieldSchema } from '../../schema/catalog';
import type { CredentialDialect, Dialect, FieldName, Flow } from '../dialect';
import type { Shape } from '../shape';

/**
 * Our own notation: the names of the schema, and no others. A new field is a line of the schema.
 */
function ownDialect(concept: Concept, credential?: CredentialDialect): Dialect {
  const names = Object.fromEntries(
    fieldNames(concept).map((name) => [name, ownName(concept, name)]),
  );
  return { concept, names, style: 'closed', secrets: 'references', credential };
}

const FLOWS: Readonly<Record<string, Flow>> = {
  jwt: 'jwt',
  'oauth-server-to-server': 'oauth-server-to-server',
};

export const ownExternalAccount = ownDialect('external-account');

export const ownIntegration = ownDialect('ims-credential', {
  tag: { field: 'authType', values: FLOWS },
  move: { kind: 'in-place' },
});

export const ownEnvironment = ownDialect('campaign-environment');

export const ownProject = ownDialect('ims-project');

export const ownSettings = ownDialect('tool-settings');

export const ownOverride = ownDialect('settings-override');

export const ownLevels = ownDialect('rule-levels');

export const ownFileKind = ownDialect('file-kind');

function ownName(concept: Concept, name: string): FieldName {
  return { path: name.replaceAll('.', '/'), shape: ownShape(concept, name) };
}

function ownShape(concept: Concept, name: string): Shape {
  const schema = fieldSchema(concept, name);
  const types = new Set([schema?.type ?? []].flat());
  if (types.has('object')) return 'any';
  if (!types.has('array')) return 'text';
  if (!types.has('string')) return 'list';
  return schema?.format === 'scopes' || schema?.format === 'metascopes'
    ? 'list-or-comma-text'
    : 'text-or-list';
}
