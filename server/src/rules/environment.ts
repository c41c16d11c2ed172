import {
  endUsersCanMigrate,
  type Installation,
  imsOnly,
  productOf,
  technicalOperatorsCanUseIms,
} from '../facts/campaign-releases';
import { compareVersions, parseBuild, parseVersion, sameVersion } from '../facts/campaign-versions';
import type { ConfigDocument } from '../model/document';
import { type Entity, type TextValue, textOf } from '../model/entity';

/** Who signs in: the two fields that a move to IMS changes. */
export type SignIn = 'endUsers' | 'technicalOperators';

export const SIGN_INS: readonly SignIn[] = ['endUsers', 'technicalOperators'];

/** How a sentence begins that is about them. */
export const WHO: Readonly<Record<SignIn, string>> = {
  endUsers: 'End users',
  technicalOperators: 'Technical operators',
};

/** A value that says something of its own, or undefined: references and blanks decide nothing. */
export function known(entity: Entity, name: string): TextValue | undefined {
  const value = textOf(entity, name);
  return value?.kind === 'literal' && value.text !== '' ? value : undefined;
}

/** What is known of the server. */
export function installationOf(entity: Entity): Installation {
  const version = known(entity, 'version')?.text;
  return {
    product: known(entity, 'product')?.text,
    // A number of no known release would be compared with those of others.
    version: parseVersion(version ?? '')?.product ? version : undefined,
    build: known(entity, 'build')?.text,
  };
}

/** The version, or the build where there is no version that can be read. */
export function versionValue(entity: Entity): TextValue | undefined {
  return installationOf(entity).version ? known(entity, 'version') : known(entity, 'build');
}

/** The release of a server as people say it: `7.3.5`, or `build 9368` where only that is known. */
export function releaseOf(entity: Entity): string | undefined {
  const text = versionValue(entity)?.text;
  return text && /^\d+$/.test(text) ? `build ${text}` : text;
}

/** Adobe runs the servers and configures them; the owner of the file asks and does not do it. */
export const isHosted = (entity: Entity): boolean => known(entity, 'hosting')?.text === 'hosted';

/** A native or LDAP sign-in, with the way it is written; undefined where it is IMS or not known. */
export function oldSignIn(
  entity: Entity,
  name: SignIn,
): (TextValue & { readonly text: 'native' | 'ldap' }) | undefined {
  const value = known(entity, name);
  return value?.text === 'native' || value?.text === 'ldap'
    ? { ...value, text: value.text }
    : undefined;
}

/** Whether Campaign v8 does not allow this way to sign in: LDAP never, native from 8.6 on. */
export function isForbidden(entity: Entity, name: SignIn): boolean {
  const installation = installationOf(entity);
  const way = oldSignIn(entity, name)?.text;
  if (way === 'ldap') return productOf(installation) === 'campaign-v8';
  return way === 'native' && imsOnly(installation) === true;
}

/** Whether the release lets them move to IMS; undefined where nobody can tell. */
export function canMove(entity: Entity, name: SignIn): boolean | undefined {
  const installation = installationOf(entity);
  return name === 'endUsers'
    ? endUsersCanMigrate(installation)
    : technicalOperatorsCanUseIms(installation);
}

/**
 * One way in which a staging environment is behind a production environment of the same product.
 */
export interface Lag {
  readonly what: 'version' | 'build' | SignIn;
  readonly staging: TextValue;
  readonly production: TextValue;
}

/** What of a staging environment is older or less migrated than production. */
export function lagsOf(staging: Entity, { entities }: ConfigDocument): readonly Lag[] {
  const product = productOf(installationOf(staging));
  if (known(staging, 'stage')?.text !== 'staging' || !product) return [];
  const productions = entities.filter(
    (entity) =>
      entity.concept === 'campaign-environment' &&
      known(entity, 'stage')?.text === 'production' &&
      productOf(installationOf(entity)) === product,
  );
  const lags = productions.flatMap((production) => lagsBehind(staging, production));
  return lags.filter(({ what }, index) => lags.findIndex((lag) => lag.what === what) === index);
}

function lagsBehind(staging: Entity, production: Entity): readonly Lag[] {
  const lag = (what: Lag['what']): readonly Lag[] => {
    const [here, there] = [known(staging, what), known(production, what)];
    return here && there ? [{ what, staging: here, production: there }] : [];
  };
  const older = olderBy(staging, production);
  const unmoved = SIGN_INS.filter(
    (name) =>
      oldSignIn(staging, name) &&
      !isForbidden(staging, name) &&
      canMove(staging, name) !== false &&
      known(production, name)?.text === 'ims',
  );
  return [...(older ? lag(older) : []), ...unmoved.flatMap(lag)];
}

/** What shows that the first is older than the second, if it is. */
function olderBy(first: Entity, second: Entity): 'version' | 'build' | undefined {
  const [left, right] = [installationOf(first), installationOf(second)];
  const [a, b] = [parseVersion(left.version ?? ''), parseVersion(right.version ?? '')];
  if (a && b && sameVersion(left.version ?? '', right.version ?? '') === false) {
    return compareVersions(a, b) < 0 ? 'version' : undefined;
  }
  const [from, to] = [parseBuild(left.build ?? ''), parseBuild(right.build ?? '')];
  return from !== undefined && to !== undefined && from < to ? 'build' : undefined;
}
