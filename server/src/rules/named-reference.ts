import { type Entity, type Field, textOf } from '../model/entity';

/**
 * A reference for a field that is not there yet, named after the one of its neighbor: `secrets.ACCOUNT_ID` makes
 * `secrets.ACCOUNT_EMAIL`. Undefined where the neighbor has none, or none whose name says so.
 */
export function namedReference(entity: Entity, name: string): string | undefined {
  const from = entity.dialect.names[name]?.namedAfter;
  const beside = from === undefined ? undefined : textOf(entity, from);
  if (beside?.kind !== 'reference' || !SINGLE.test(beside.text)) return undefined;
  const [part, other] = name === 'technicalAccountEmail' ? [ID, 'EMAIL'] : [EMAIL, 'ID'];
  const found = [...beside.text.matchAll(part)].at(-1);
  if (!found) return undefined;
  const end = found.index + found[0].length;
  return beside.text.slice(0, found.index) + inCaseOf(found[0], other) + beside.text.slice(end);
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

/** Whether the name of a reference says that an email is kept there. */
export const namesEmail = (reference: string): boolean =>
  SINGLE.test(reference) && /e?mail(?=_|\W|$)/i.test(reference);

/** Whether the name of a reference says that an id is kept there. */
export const namesId = (reference: string): boolean =>
  SINGLE.test(reference) && reference.search(ID) >= 0;

/** One name, and nothing that is computed of several. */
const SINGLE = /^(\$\{\{\s*[\w.-]+\s*\}\}|\$\{\w+\}|\$\w+)$/;

/** At the end of the name, or before the environment that it is for. */
const ID = /(?:(?<=[A-Z_])ID|(?<=[a-z])Id|(?<=[a-z]_)id)(?=(_\w+)?\s*\}*$)/g;
const EMAIL = /E-?MAIL|E-?mail|e-?mail/g;

function inCaseOf(before: string, word: string): string {
  if (before === before.toUpperCase()) return word;
  const lower = word.toLowerCase();
  return before === before.toLowerCase() ? lower : lower[0]!.toUpperCase() + lower.slice(1);
}
