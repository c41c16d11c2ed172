import {
  compareVersions,
  type Product,
  parseBuild,
  parseVersion,
  type Version,
} from './campaign-versions';

/** What a file says of an installation, as it is written there. */
export interface Installation {
  readonly product?: string | undefined;
  readonly version?: string | undefined;
  readonly build?: string | undefined;
}

export interface Release {
  readonly product: Product;
  readonly version: string;
  /** Its first build. Builds of v8 are not documented. */
  readonly build?: number;
  readonly migration: 'yes' | 'recommended' | 'no';
  readonly what: string;
  readonly source: string;
}

const classic = (
  version: string,
  build: number,
  migration: Release['migration'],
  what: string,
  source: string,
): Release => ({ product: 'campaign-classic', version, build, migration, what, source });

/** Adobe publishes no build of the patches. */
const patched = (version: string): Release => ({
  product: 'campaign-classic',
  version,
  migration: 'yes',
  what: 'A patch that is compatible with IMS.',
  source: 'ac-ims.md',
});

const v8 = (
  version: string,
  migration: Release['migration'],
  what: string,
  source: string,
): Release => ({ product: 'campaign-v8', version, migration, what, source });

/**
 * The releases at which something changes for IMS, oldest first. Sources are pages of
 * AdobeDocs/campaign-classic.en (2026-08-19) and AdobeDocs/campaign.en (2026-06-22), read on
 * 2026-11-21.
 */
export const releases: readonly Release[] = [
  classic('GS11', 9032, 'no', 'Sign-in with an Adobe ID since 30 June 2021.', 'ims-updates.md'),
  classic('21.1.3', 9330, 'no', 'Sign-in with an Adobe ID since 30 June 2021.', 'ims-updates.md'),
  classic('7.2.2', 9349, 'no', 'Technical account for deliverability.', 'deliverability-server.md'),
  classic('7.3.1', 9352, 'no', 'The client console needs WebView2.', 'release-2022.md'),
  classic('7.3.2', 9356, 'no', 'Compatible with the patch 7.3.2.IMS only.', 'ac-ims.md'),
  patched('7.3.2.IMS'),
  classic('7.3.3', 9359, 'no', 'Compatible with the patch 7.3.3.IMS only.', 'ac-ims.md'),
  patched('7.3.3.IMS'),
  classic('7.3.4', 9364, 'no', 'Not in the list of compatible releases.', 'ac-ims.md'),
  classic('7.3.5', 9368, 'yes', 'Technical operators through IMS.', 'ims-migration.md'),
  classic(
    '7.4.1',
    9383,
    'recommended',
    'OAuth, restrictions of native sign-in.',
    'release-2024.md',
  ),
  classic('7.4.2', 9390, 'yes', 'Reinforced connection of the account.', 'release-2025.md'),
  classic('7.4.3', 9394, 'yes', 'Sign-in with an Adobe ID by CampaignIO.', 'latest-release.md'),
  classic('7.4.4', 9400, 'yes', 'The only release that is not deprecated.', 'latest-release.md'),
  v8('8.4', 'no', 'The client console needs WebView2.', 'connect.md'),
  v8('8.5', 'no', 'Technical operators through IMS.', 'ims-migration.md'),
  v8('8.5.2', 'recommended', 'The base for the move of end users.', 'migrate-users-to-ims.md'),
  v8('8.6', 'yes', 'IMS is the only sign-in.', 'migrate-users-to-ims.md'),
];

/** The product that is named or that the version is of; undefined where the two contradict. */
export function productOf({ product, version }: Installation): Product | undefined {
  const named = product === 'campaign-classic' || product === 'campaign-v8' ? product : undefined;
  const read = parseVersion(version ?? '')?.product;
  return named && read && named !== read ? undefined : (named ?? read);
}

/**
 * Whether an installation is that release or a newer one; undefined where it does not say enough.
 */
export function atLeast(installation: Installation, version: string): boolean | undefined {
  const wanted = parseVersion(version);
  const product = productOf(installation);
  if (!wanted || product !== wanted.product) return undefined;
  const actual = parseVersion(installation.version ?? '');
  const byVersion = actual && reaches(actual, wanted);
  if (byVersion !== undefined) return byVersion;
  const build = parseBuild(installation.build ?? '');
  const since = releases.find((release) => release.version === version)?.build;
  return build === undefined || since === undefined ? undefined : build >= since;
}

/** A short version (`7.3`) is all releases of its series, the first of which ends with 1. */
function reaches(actual: Version, wanted: Version): boolean | undefined {
  const common = { ...wanted, parts: wanted.parts.slice(0, actual.parts.length), patched: false };
  const rest = wanted.parts.slice(actual.parts.length);
  const difference = compareVersions({ ...actual, patched: false }, common);
  if (difference !== 0 || rest.length === 0) return difference >= 0;
  return actual.parts.length > 1 && rest.length === 1 && rest[0] === 1 ? true : undefined;
}

export interface ImsMigration {
  readonly compatible: 'yes' | 'no' | 'unknown';
  readonly why?: 'too-old' | 'not-listed' | 'patch-missing';
  /** The release to move to. */
  readonly recommended: string;
}

/** Whether end users and technical operators of an installation can move to IMS. */
export function imsMigration(installation: Installation): ImsMigration {
  const product = productOf(installation);
  const recommended = releases.find(
    (release) => release.migration === 'recommended' && release.product === product,
  );
  const result = (compatible: ImsMigration['compatible'], why?: ImsMigration['why']) => ({
    compatible,
    ...(why && { why }),
    recommended: recommended?.version ?? '7.4.1',
  });
  const enough = atLeast(installation, product === 'campaign-v8' ? '8.5.2' : '7.3.5');
  if (enough === undefined) return result('unknown');
  if (enough) return result('yes');
  if (product === 'campaign-v8' || !atLeast(installation, '7.3.2')) return result('no', 'too-old');
  const version = parseVersion(installation.version ?? '');
  if (atLeast(installation, '7.3.4'))
    return result(version?.patched ? 'unknown' : 'no', 'not-listed');
  if (version?.patched) return result('yes');
  // The build alone does not tell whether the patch is installed.
  return version?.parts.length === 3 ? result('no', 'patch-missing') : result('unknown');
}

/** Whether people can sign in with an Adobe ID since Adobe changed its protocol on 30 June 2021. */
export function imsLogin(installation: Installation): 'yes' | 'no' | 'unknown' {
  const product = productOf(installation);
  if (product === undefined) return 'unknown';
  if (product === 'campaign-v8' || atLeast(installation, '7.2.2')) return 'yes';
  const version = parseVersion(installation.version ?? '');
  if (version?.line === 'gold-standard') return (version.parts[0] ?? 0) >= 11 ? 'yes' : 'no';
  const [year = 0, series, patch] = version?.parts ?? [];
  if (year >= 16 && year < 19) return 'no';
  if (year >= 19) return loginOfSeries(`${year}.${series}`, patch);
  if (year === 7 && (series ?? 2) >= 2) return 'yes';
  const build = parseBuild(installation.build ?? '');
  if (build === undefined) return 'unknown';
  return build >= 9330 ? 'yes' : build < 9032 ? 'no' : 'unknown';
}

/**
 * By series the first patch that can, and the first of which Adobe's pages do not say it cannot:
 * ims-updates.md and acc-config-updates.md contradict each other. Other series are in neither.
 */
const LOGIN_SINCE: Readonly<Record<string, readonly [since: number, disputed: number]>> = {
  '19.1': [Number.POSITIVE_INFINITY, 8],
  '19.2': [4, 4],
  '20.1': [4, 4],
  '20.2': [5, 5],
  '21.1': [3, 1],
};

function loginOfSeries(series: string, patch: number | undefined): 'yes' | 'no' | 'unknown' {
  const known = LOGIN_SINCE[series];
  if (!known || patch === undefined) return 'unknown';
  const [since, disputed] = known;
  return patch >= since ? 'yes' : patch < disputed ? 'no' : 'unknown';
}

/**
 * What must show web pages inside the client console for sign-in to work, where that is documented.
 */
export function browserEngine(
  installation: Installation,
): 'internet-explorer-11' | 'webview2' | undefined {
  const product = productOf(installation);
  const modern = atLeast(installation, product === 'campaign-v8' ? '8.4' : '7.3.1');
  if (modern) return 'webview2';
  const old = modern === false && product === 'campaign-classic';
  return old && imsLogin(installation) === 'yes' ? 'internet-explorer-11' : undefined;
}

/** Whether native sign-in can be restricted (`imsConfig`). Documented for Campaign Classic only. */
export function nativeRestrictionsAvailable(installation: Installation): boolean | undefined {
  return atLeast(installation, '7.4.1');
}

/** Whether technical operators can use technical accounts of the Developer Console. */
export function technicalOperatorsCanUseIms(installation: Installation): boolean | undefined {
  if (productOf(installation) === 'campaign-v8') return atLeast(installation, '8.5');
  return endUsersCanMigrate(installation);
}

/** Whether all end users can move to IMS. */
export function endUsersCanMigrate(installation: Installation): boolean | undefined {
  const { compatible } = imsMigration(installation);
  return compatible === 'unknown' ? undefined : compatible === 'yes';
}

/** Whether IMS is the only way to sign in. */
export function imsOnly(installation: Installation): boolean | undefined {
  return productOf(installation) === 'campaign-classic' ? false : atLeast(installation, '8.6');
}
