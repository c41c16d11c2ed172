import { aemAccount } from '../facts/campaign-accounts';
import { type Entity, textOf } from '../model/entity';

/**
 * Whether it is the account through which Campaign reaches Adobe Experience Manager: by its type,
 * or its name.
 */
export function isAemAccount(entity: Entity): boolean {
  if (entity.concept !== 'campaign-account') return false;
  const type = textOf(entity, 'type');
  // Another number says that somebody took the name for something else.
  if (type?.kind === 'literal') return type.text === aemAccount.type;
  return textOf(entity, 'name')?.text === aemAccount.name;
}
