import type { Entity, TextValue } from '../model/entity';
import { campaignPlace } from './credential';

/**
 * Whether a text in the place of an organization or a technical account of a command lacks the end
 * by which everybody knows such an id. `nlserver-arguments` says so, and the rules about forms say
 * nothing.
 */
export function lacksEnd({ text, kind }: TextValue, name: string, entity: Entity): boolean {
  const end = ENDS[name];
  const isJudged = campaignPlace(entity) === 'command' && kind === 'literal';
  return isJudged && end !== undefined && !end.test(text);
}

const ENDS: Readonly<Record<string, RegExp>> = {
  orgId: /@AdobeOrg$/i,
  technicalAccountId: /@techacct\.adobe\.com$/i,
};
