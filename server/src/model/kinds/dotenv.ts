import type { ConfigNode, ObjectNode } from '../../syntax/tree';
import { type Entity, entityWith, type Field } from '../entity';
import type { FileKind } from '../kind';
import { aioContexts } from './aio-context-variables';
import { namedCredentials, PROOF } from './credential-variables';
import { strayFields } from './stray-secrets';

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
  const found = [...aioContexts(root), ...namedCredentials(root)].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
  const [first, ...rest] = found;
  if (!first || found.some(mayAskSo)) return found;
  return [withEndpoints(first, strayEndpoints(root, found)), ...rest];
}

/**
 * Whether a credential belongs to the address that exchanges JWTs: it is one of JWT, which is told
 * anyway, or of AEM's own Developer Console, which still makes those.
 */
const mayAskSo = ({ flow, fields }: Entity) =>
  flow === 'jwt' ||
  flow === 'mixed' ||
  fields.get('clientId')?.some(({ items }) => items.some(({ text }) => /^cm-p\d/.test(text)));

/** That address under a name that belongs to no credential. */
function strayEndpoints(root: ObjectNode, found: readonly Entity[]): readonly Field[] {
  const fields = found.flatMap((entity) => [...entity.fields.values()].flat());
  const known = new Set(fields.map(({ keySpan }) => keySpan.start));
  return strayFields([root], known).filter(({ name }) => name === 'tokenEndpoint');
}

/** The code that asks there can only ask with the credential of this file. */
function withEndpoints(entity: Entity, endpoints: readonly Field[]): Entity {
  const known = entity.fields.get('tokenEndpoint') ?? [];
  if (endpoints.length === 0) return entity;
  const fields = new Map([...entity.fields, ['tokenEndpoint', [...known, ...endpoints]]]);
  return entityWith(entity, { fields });
}
