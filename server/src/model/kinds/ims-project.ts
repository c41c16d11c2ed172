import { type ConfigNode, type Property, property } from '../../syntax/tree';
import type { Dialect } from '../dialect';
import type { Entity } from '../entity';
import { readKeyField } from '../field';
import type { FileKind } from '../kind';
import { type Place, readEntity } from '../read';
import { labelOf } from './label';
import { ownEnvironment, ownExternalAccount, ownIntegration, ownProject } from './own-dialect';

/**
 * Our own notation of everything of a project: its environments, external accounts and
 * integrations.
 */
export const imsProject: FileKind = {
  id: 'ims-project',
  title: 'IMS project',
  files: ['*.ims.{yaml,yml,json}'],
  syntaxes: ['yaml', 'json'],
  recognition: { name: /\.ims\.(ya?ml|json)$/i },
  entities: (root) => [
    readEntity(root, ownProject, { container: true }),
    ...section(root, 'environments', ownEnvironment, ['name']),
    ...section(root, 'externalAccounts', ownExternalAccount, ['label', 'name']),
    ...section(root, 'integrations', ownIntegration, ['title']),
  ],
};

/** The entities of a section: a list, or a map whose key is the name. */
function section(
  root: ConfigNode | undefined,
  key: string,
  dialect: Dialect,
  labels: readonly string[],
): readonly Entity[] {
  const node = property(root, key)?.value;
  if (node?.type === 'array') {
    return node.items.map((item) => readEntity(item, dialect, { label: labelOf(item, labels) }));
  }
  if (node?.type !== 'object') return [];
  return node.properties
    .filter((each) => !each.key.startsWith('x-'))
    .map((each) => readEntity(each.value, dialect, underKey(each, dialect, labels)));
}

function underKey(entry: Property, dialect: Dialect, labels: readonly string[]): Place {
  const named = 'name' in dialect.names && !property(entry.value, 'name');
  return {
    head: entry.keySpan,
    label: labelOf(entry.value, labels) ?? entry.key,
    extra: named ? [readKeyField('name', entry)] : [],
  };
}
