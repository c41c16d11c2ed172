import { essentialScopes, suggestedScopes } from '../facts/scopes';
import { type Entity, textOf } from '../model/entity';

/**
 * What programs integrate with, and the scopes that credentials for it have, as far as Adobe's
 * files show them.
 */
export interface Solution {
  /** As our own notation calls it. */
  readonly id: string;
  readonly title: string;
  readonly scopes: readonly string[];
}

const solution = (id: string, title: string, metascope: string): Solution => {
  const { scopes } = suggestedScopes([metascope], 'medium');
  return { id, title, scopes: scopes.length > 0 ? scopes : essentialScopes };
};

/** The same metascopes show the scopes of a migration. */
export const solutions: readonly Solution[] = [
  solution('campaign', 'Adobe Campaign', 'ent_campaign_sdk'),
  solution('target', 'Adobe Target', 'ent_marketing_sdk'),
  solution('analytics', 'Adobe Analytics', 'ent_analytics_bulk_ingest_sdk'),
  solution('launch', 'Tags (Launch)', 'ent_reactor_sdk'),
  solution('cloud-manager', 'Cloud Manager', 'ent_cloudmgr_sdk'),
  solution('smart-tags', 'Smart Tags', 'ent_smartcontent_sdk'),
  solution('user-management', 'User Management', 'ent_user_sdk'),
  solution('app-builder', 'App Builder', 'ent_adobeio_sdk'),
];

/** The scopes that an entity probably has, by the solution or the title that it names. */
export function scopesFor(entity: Entity): readonly string[] {
  if (entity.concept === 'external-account') return SIGN_IN;
  const said = ['solution', 'title'].map((name) => textOf(entity, name)?.text.toLowerCase() ?? '');
  const found = solutions.find(({ id }) =>
    said.some((each) => each.replaceAll(' ', '-').includes(id)),
  );
  return found?.scopes ?? essentialScopes;
}

/** What people sign in with, as Adobe's pages on Campaign show it. */
export const SIGN_IN: readonly string[] = [
  ...essentialScopes,
  'session',
  'read_organizations',
  'additional_info.projectedProductContext',
];
