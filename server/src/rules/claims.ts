import type { EntityEdit } from '../model/edit';
import { type Entity, type TextValue, textOf } from '../model/entity';

/** One of the claims that a provider of access tokens sends along, written as `"key" : "value"`. */
export interface Claim {
  readonly key: string;
  readonly value: string;
  readonly item: TextValue;
}

/** The claims of a credential; none where its dialect knows none. */
function claimsOf({ fields }: Entity): readonly Claim[] {
  return (fields.get('claims') ?? [])
    .flatMap(({ items }) => items)
    .flatMap((item) => {
      const [, key, value] = CLAIM.exec(item.text) ?? [];
      return key === undefined ? [] : [{ key, value: value ?? '', item }];
    });
}

const CLAIM = /^\s*"?((?:https?:)?[^":]+)"?\s*:\s*"?(.*?)"?\s*$/s;

/**
 * The claims of a JWT that mean nothing to OAuth: of all only the organization is sent along with
 * it.
 */
export const jwtClaims = (entity: Entity): readonly Claim[] =>
  claimsOf(entity).filter(({ key }) => key === 'aud' || key === 'sub' || METASCOPE.test(key));

const METASCOPE = /\/s\/(\w+)$/;

/**
 * What the claims of a JWT say of another field of the credential: its organization, its
 * metascopes.
 */
export function claimedTexts(entity: Entity, name: string): readonly string[] {
  const claims = claimsOf(entity);
  if (name === 'metascopes') return claims.flatMap(({ key }) => METASCOPE.exec(key)?.[1] ?? []);
  if (name !== 'orgId') return [];
  return claims.flatMap(({ key, value }) => (key === 'iss' && value !== '' ? [value] : []));
}

/** Leaves the organization, which goes with the requests of OAuth as well. */
export function writeClaims(entity: Entity, edit: EntityEdit): void {
  const [field] = entity.fields.get('claims') ?? [];
  if (!field) return;
  const kept = claimsOf(entity).filter(({ key }) => key === 'iss');
  const org = textOf(entity, 'orgId')?.text;
  if (kept.length > 0) {
    const items = kept.map(({ item }) => item);
    const rest = field.items.filter((item) => !items.includes(item));
    if (rest.length > 0) edit.removeItems(field, rest);
  } else if (org) edit.set(field, [`"iss" : "${org}"`]);
  else edit.remove(field);
}
