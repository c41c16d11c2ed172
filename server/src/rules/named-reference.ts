import { type Entity, textOf } from '../model/entity';
import { emailBeside, idBeside } from '../model/reference-name';

/**
 * A reference for a field that is not there yet, named after the one of its neighbor:
 * `secrets.ACCOUNT_ID` makes `secrets.ACCOUNT_EMAIL`. Undefined where the neighbor has none, or
 * none whose name says so.
 */
export function namedReference(entity: Entity, name: string): string | undefined {
  const from = entity.dialect.names[name]?.namedAfter;
  const beside = from === undefined ? undefined : textOf(entity, from);
  if (beside?.kind !== 'reference') return undefined;
  return name === 'technicalAccountEmail' ? emailBeside(beside.text) : idBeside(beside.text);
}
