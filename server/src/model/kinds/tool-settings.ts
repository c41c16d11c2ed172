import { type ConfigNode, property } from '../../syntax/tree';
import { type Entity, entityWith } from '../entity';
import { readField, readKeyField } from '../field';
import type { FileKind } from '../kind';
import { readEntity } from '../read';
import { ownFileKind, ownLevels, ownOverride, ownSettings } from './own-dialect';

const NAME = /(?:^|[\\/.])ims-config\.yaml$/i;

/** Whether a file is one of settings, which its name alone says. */
export const isNamedAsSettings = (path: string): boolean => NAME.test(path);

/** The settings of this tool: levels of rules, files that get nothing, and kinds of files. */
export const toolSettings: FileKind = {
  id: 'ims-config',
  title: 'Settings of ims-config',
  files: ['ims-config.yaml', '*.ims-config.yaml'],
  syntaxes: ['yaml'],
  isSettings: true,
  recognition: { name: NAME },
  entities: (root) => [
    readEntity(root, ownSettings, { container: true }),
    ...levelsIn(root),
    ...itemsOf(property(root, 'overrides')?.value).flatMap((item) => [
      readEntity(item, ownOverride),
      ...levelsIn(item),
    ]),
    ...choicesIn(property(root, 'kinds')?.value),
  ],
};

const itemsOf = (node: ConfigNode | undefined): readonly ConfigNode[] =>
  node?.type === 'array' ? node.items : [];

function levelsIn(node: ConfigNode | undefined): readonly Entity[] {
  const rules = property(node, 'rules');
  return rules ? [readEntity(rules.value, ownLevels, { head: rules.keySpan })] : [];
}

/**
 * Each pattern is a thing of its own: its key is one field, and what stands behind it the other.
 */
function choicesIn(node: ConfigNode | undefined): readonly Entity[] {
  if (node?.type !== 'object') return [];
  return node.properties.map((each) => {
    const place = {
      head: each.keySpan,
      label: each.key,
      extra: [readKeyField('pattern', each), readField('kind', 'text', node, each)],
    };
    return entityWith(readEntity(each.value, ownFileKind, place), { home: node });
  });
}
