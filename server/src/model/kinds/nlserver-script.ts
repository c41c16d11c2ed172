import type { ConfigNode } from '../../syntax/tree';
import type { Entity } from '../entity';
import type { FileKind } from '../kind';

/** A script that gives a Campaign server its technical account with `nlserver config … -setims…`. */
export const nlserverScript: FileKind = {
  id: 'nlserver-script',
  title: 'Script with nlserver commands',
  files: ['*.sh', 'Dockerfile', '*.{yaml,yml}'],
  syntaxes: ['command-line'],
  recognition: {
    marker: /nlserver[\s\S]*-setims\w*auth/i,
    content: (root) => commandsOf(root).length > 0,
  },
  entities: (root) => commandsOf(root).map(readCommand),
};

const commandsOf = (root: ConfigNode | undefined): readonly ConfigNode[] =>
  root?.type === 'array' ? root.items : [];

function readCommand(_command: ConfigNode): Entity {
  throw new Error('Not read yet.');
}
