import { distance } from 'fastest-levenshtein';
import type { Entity } from '../model/entity';
import { fieldSchema } from '../schema/catalog';

/** The candidates that a person may have meant, the likeliest first; at most three. */
export function similar(written: string, candidates: readonly string[]): readonly string[] {
  const folded = fold(written);
  return candidates
    .map((candidate) => ({ candidate, far: distance(folded, fold(candidate)) }))
    .filter(({ candidate, far }) => far <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/**
 * The fields of our notation that a person may have meant by an unknown key. A JWT-only field is
 * named only where the key is that field in another spelling: nothing leads people to JWT.
 */
export function similarFields(key: string, prefix: string, entity: Entity): readonly string[] {
  const names = Object.keys(entity.dialect.names)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .filter((name) => !name.includes('.'));
  const isJwtOnly = (name: string) =>
    fieldSchema(entity.concept, prefix + name)?.deprecated === true;
  const known = prefix === '' ? SYNONYMS[fold(key)] : undefined;
  const mayBeJwt = entity.flow !== 'oauth-server-to-server';
  const meant = names
    .filter((name) => fold(name) === fold(key) || name === known)
    .filter((name) => mayBeJwt || !isJwtOnly(name));
  const near = similar(
    key,
    names.filter((name) => !isJwtOnly(name)),
  );
  const used = new Set(entity.fields.keys());
  return [...new Set([...meant, ...near])].filter((name) => !used.has(prefix + name));
}

/**
 * Whether a key that nobody knows is likely meant to be this field, where each unknown key is a
 * mistake.
 */
export const hasSimilarKey = (name: string, entity: Entity): boolean =>
  entity.dialect.style === 'closed' &&
  entity.others.some(({ property, prefix }) =>
    similarFields(property.key, prefix, entity).some((each) => prefix + each === name),
  );

const fold = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** How other Adobe files spell our fields, without case and separators. */
const SYNONYMS: Readonly<Record<string, string>> = {
  imsorgid: 'orgId',
  imsorg: 'orgId',
  org: 'orgId',
  organizationid: 'orgId',
  apikey: 'clientId',
  clientsecrets: 'clientSecret',
  secret: 'clientSecret',
  secrets: 'clientSecret',
  imsrightsmask: 'associationMask',
  mask: 'associationMask',
  userscope: 'imsScope',
  active: 'enabled',
  callbackurl: 'callbackServer',
  imsurl: 'imsServer',
  techacctid: 'technicalAccountId',
  accountid: 'technicalAccountId',
  techacct: 'technicalAccountId',
  email: 'technicalAccountEmail',
  scope: 'scopes',
  metascope: 'metascopes',
  tokenurl: 'tokenEndpoint',
  imsexchange: 'tokenEndpoint',
  authenticationtype: 'authType',
  authmethod: 'authType',
  method: 'authType',
  buildnumber: 'build',
};
