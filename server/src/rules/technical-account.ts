import { type Entity, type TextValue, textOf } from '../model/entity';
import { idForm } from '../model/id-form';

export interface Swapped {
  /** What stands where the id belongs, and is the e-mail. */
  readonly id: TextValue;
  readonly email: TextValue;
}

/** The technical account's id and e-mail, where each stands in the place of the other. */
export function swappedAccount(entity: Entity): Swapped | undefined {
  const id = textOf(entity, 'technicalAccountId');
  const email = textOf(entity, 'technicalAccountEmail');
  if (id?.kind !== 'literal' || email?.kind !== 'literal') return undefined;
  const isSwapped =
    idForm(id.text) === 'technical-account-email' && idForm(email.text) === 'technical-account-id';
  return isSwapped ? { id, email } : undefined;
}
