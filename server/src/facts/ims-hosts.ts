export interface ImsHost {
  readonly host: string;
  readonly stage: 'production' | 'staging';
  /** Adobe documents it for the external account of Campaign. */
  readonly campaign: boolean;
  /** Adobe documents it for the tokens of credentials. */
  readonly tokens: boolean;
  readonly source: string;
}

/** The host that Adobe writes in its own examples. */
export const usualImsHost = 'ims-na1.adobelogin.com';

/** Hosts of Adobe's Identity Management System. No others are documented. As of 2026-11-21. */
export const imsHosts: readonly ImsHost[] = [
  {
    host: usualImsHost,
    stage: 'production',
    campaign: true,
    tokens: true,
    source: 'AdobeDocs/campaign-classic.en, ims-troubleshooting.md',
  },
  {
    host: 'adobeid-na1.services.adobe.com',
    stage: 'production',
    campaign: true,
    tokens: false,
    source: 'AdobeDocs/campaign-classic.en, ims-troubleshooting.md',
  },
  {
    host: 'ims-na1-stg1.adobelogin.com',
    stage: 'staging',
    campaign: false,
    tokens: true,
    source: 'adobe/aio-lib-ims, src/ims.js',
  },
  {
    host: 'adobeid-na1-stg1.services.adobe.com',
    stage: 'staging',
    campaign: false,
    tokens: false,
    source: 'AdobeDocs/campaign-classic.en, the-server-configuration-file.md',
  },
];

/** The host of an address that is written with or without scheme, in lower case. */
export function hostOf(text: string): string | undefined {
  const host = /^(?:(?:[a-z][a-z\d+.-]*:)?\/\/)?([^/?#\s:@]+)(?::\d+)?(?:[/?#].*)?$/i.exec(
    text.trim(),
  );
  return host?.[1]?.toLowerCase();
}

/** What is known of the host of an address. */
export function imsHost(text: string): ImsHost | undefined {
  const host = hostOf(text);
  return imsHosts.find((each) => each.host === host);
}

/**
 * Whether an address is Adobe's and named as staging environments are (`-stg1`), documented or not.
 */
export function isStagingHost(text: string): boolean {
  return /-stg\d\.(?:.*\.)?adobe(?:login)?\.com$/.test(hostOf(text) ?? '');
}

/** Whether a host is named as if it were one of a staging environment, whether it exists or not. */
export const looksLikeStaging = (host: string): boolean =>
  /(^|[.-])(stg|stage|staging)\d*(?=[.-]|$)/.test(host);

export interface TokenPath {
  readonly path: string;
  readonly grant: 'jwt' | 'authorization-code' | 'client-credentials';
  /** The one that Adobe documents for new integrations. */
  readonly recommended?: true;
  readonly source: string;
}

/** Where tokens are asked for. As of 2026-11-21. */
export const tokenPaths: readonly TokenPath[] = [
  {
    path: '/ims/exchange/jwt',
    grant: 'jwt',
    source: 'AdobeDocs/adobe-dev-console, JWT/index.md',
  },
  {
    path: '/ims/token',
    grant: 'authorization-code',
    source: 'AdobeDocs/adobe-dev-console, UserAuthentication/ims.md',
  },
  {
    path: '/ims/token/v1',
    grant: 'authorization-code',
    source: 'AdobeDocs/adobe-dev-console, UserAuthentication/ims.md',
  },
  {
    path: '/ims/token/v2',
    grant: 'client-credentials',
    source: 'adobe/aio-lib-ims and the User Management API documentation',
  },
  {
    path: '/ims/token/v3',
    grant: 'client-credentials',
    recommended: true,
    source: 'AdobeDocs/adobe-dev-console, ServerToServerAuthentication/ims.md',
  },
  {
    path: '/ims/token/v4',
    grant: 'client-credentials',
    source: 'adobe/asset-compute-client',
  },
];

/** Which call an address is for, whatever its host, query or trailing slash. */
export function tokenPath(text: string): TokenPath | undefined {
  const path = /\/ims\/[\w/]+/i.exec(text)?.[0].replace(/\/+$/, '').toLowerCase();
  return tokenPaths.find((each) => each.path === path);
}

/** Where an OAuth Server-to-Server credential asks for its tokens. */
export const recommendedTokenPath = '/ims/token/v3';

/** The same as an address. */
export const recommendedTokenEndpoint = `https://${usualImsHost}${recommendedTokenPath}`;
