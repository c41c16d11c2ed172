import type { ConfigNode } from '../../syntax/tree';
import type { FileKind } from '../kind';
import { readEntity } from '../read';
import { cloudManagerDialect, isFlatContext, isForCloudManager } from './aio-context';
import { CONSOLE_MARKER } from './console-project';
import { isForJwtPlugin, jwtPluginDialect } from './jwt-plugin';

/**
 * The file that people hand to `aio config:set` for the Cloud Manager plug-in, or handed to its
 * predecessor.
 */
export const cloudManagerConfig: FileKind = {
  id: 'cloud-manager-config',
  title: 'Cloud Manager plug-in configuration',
  files: ['config.json', '*.json'],
  syntaxes: ['hjson', 'yaml'],
  recognition: {
    marker: CONSOLE_MARKER,
    content: (root) => isCloudManagerContext(root) || isForJwtPlugin(root),
  },
  entities: (root) => {
    const dialect = isForJwtPlugin(root) ? jwtPluginDialect : cloudManagerDialect;
    return [readEntity(root, dialect, { label: 'Cloud Manager credential' })];
  },
};

const isCloudManagerContext = (root: ConfigNode): boolean =>
  isFlatContext(root) && isForCloudManager(root);
