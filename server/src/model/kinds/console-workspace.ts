import type { FileKind } from '../kind';
import { CONSOLE_MARKER, workspaceCredentials } from './console-project';

/**
 * The download of a workspace of the Developer Console, under any name: a project and all of its
 * credentials.
 */
export const consoleWorkspace: FileKind = {
  id: 'console-workspace',
  title: 'Adobe Developer Console workspace',
  files: ['console.json', '*.json'],
  syntaxes: ['hjson', 'yaml'],
  isDownload: true,
  recognition: {
    marker: CONSOLE_MARKER,
    content: (root) => workspaceCredentials(root).length > 0,
  },
  entities: workspaceCredentials,
};
