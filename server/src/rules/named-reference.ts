import { type Entity, type Field, textOf } from '../model/entity';
import { emailBeside, idBeside } from '../model/reference-name';

/**
 * A reference for a field that is not there yet, named after the one of its neighbor: `secrets.ACCOUNT_ID` makes
 * `secrets.ACCOUNT_EMAIL`. Undefined where the neighbor has none, or none whose name says so.
 */
export function namedReference(entity: Entity, name: string): string | undefined {
  const from = entity.dialect.names[name]?.namedAfter;
  const beside = from === undefined ? undefined : textOf(entity, from);
  if (beside?.kind !== 'reference') return undefined;
  return name === 'technicalAccountEmail' ? emailBeside(beside.text) : idBeside(beside.text);
}

/**
 * The reference of a field that becomes another one, where it is named like its key: `aio.meta.scopes` with
 * `$[env:aio_meta_scopes]` becomes `aio.oauth.scopes` with `$[env:aio_oauth_scopes]`.
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
