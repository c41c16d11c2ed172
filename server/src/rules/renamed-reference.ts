import type { Entity, Field } from '../model/entity';

/**
 * The reference of a field that becomes another one, where it is named like its key:
 * `aio.meta.scopes` with `$[env:aio_meta_scopes]` becomes `aio.oauth.scopes` with
 * `$[env:aio_oauth_scopes]`.
 */
export function renamedReference(field: Field, name: string, entity: Entity): string | undefined {
  const [item, ...more] = field.items;
  const path = entity.dialect.names[name]?.path;
  const match = /^(\$\{|\$\[(?:env|secret):)(\w+)([}\]])$/.exec(item?.text ?? '');
  if (!match || more.length > 0 || path === undefined) return undefined;
  const [, opening = '', written = '', closing = ''] = match;
  if (written.toLowerCase() !== variableName(field.key)) return undefined;
  const renamed = variableName(path);
  return opening + (written === written.toUpperCase() ? renamed.toUpperCase() : renamed) + closing;
}

const variableName = (key: string): string =>
  key
    .slice(key.lastIndexOf('/') + 1)
    .replace(/^@/, '')
    .replace(/\W/g, '_')
    .toLowerCase();
