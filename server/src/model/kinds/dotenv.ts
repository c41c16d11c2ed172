import type { ConfigNode } from '../../syntax/tree';
import type { Entity } from '../entity';
import type { FileKind } from '../kind';
import { aioContexts } from './aio-context-variables';
import { namedCredentials, PROOF } from './credential-variables';

/**
 * Environment variables in a file: what Adobe's tools write and read there, and what people's own
 * code reads.
 */
export const dotenv: FileKind = {
  id: 'dotenv',
  title: 'Environment variables',
  files: ['.env', '.env.*', '*.env', '.env_*', '*.env_*', 'env.{dist,example,sample,template}'],
  syntaxes: ['env'],
  recognition: { marker: PROOF, content: (root) => credentials(root).length > 0 },
  entities: credentials,
};

function credentials(root: ConfigNode | undefined): readonly Entity[] {
  if (root?.type !== 'object') return [];
  return [...aioContexts(root), ...namedCredentials(root)].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
}
