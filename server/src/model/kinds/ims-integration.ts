import type { FileKind } from '../kind';
import { readEntity } from '../read';
import { labelOf } from './label';
import { ownIntegration } from './own-dialect';

/** Our own notation of one IMS integration and its credential. */
export const imsIntegration: FileKind = {
  id: 'ims-integration',
  title: 'IMS integration',
  files: ['*.ims-integration.{yaml,yml,json}'],
  syntaxes: ['yaml', 'json'],
  recognition: { name: /\.ims-integration\.(ya?ml|json)$/i },
  entities: (root) => [readEntity(root, ownIntegration, { label: labelOf(root, ['title']) })],
};
