import type { ConfigDocument } from '../model/document';
import type { Entity } from '../model/entity';
import { property } from '../syntax/tree';
import { isFromAem } from './credential';

type Absence = 'missing' | 'empty';

/** What is said of a value that is not there: where to take it from, as far as that is known. */
export type AbsenceMessage = Absence | `${Absence}${'OfConsole' | 'OfAem' | 'SecretOfAem'}`;

/** Where the page of a credential shows the value, that is said. */
export function absence(kind: Absence, name: string, entity: Entity): AbsenceMessage {
  if (entity.concept !== 'ims-credential' || !ON_PAGE.has(name)) return kind;
  if (!isFromAem(entity)) return `${kind}OfConsole`;
  const isShownOnce = name === 'clientSecret' && entity.flow === 'oauth-server-to-server';
  return isShownOnce ? `${kind}SecretOfAem` : `${kind}OfAem`;
}

/**
 * Whether credentials of AEM stand as they were downloaded under the name that they get once they
 * are wrapped (aemcs-api-client-lib, README.md).
 */
export const isUnwrapped = (entity: Entity, { path, root }: ConfigDocument): boolean =>
  isFromAem(entity) &&
  /(^|[\\/])downloaded_integration\.json$/i.test(path) &&
  property(root, 'integration') === undefined;

/** What every credential has, whoever issued it. */
const ON_PAGE: ReadonlySet<string> = new Set([
  'orgId',
  'clientId',
  'clientSecret',
  'scopes',
  'technicalAccountId',
  'technicalAccountEmail',
]);
