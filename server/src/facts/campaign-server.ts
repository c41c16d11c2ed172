/** What is known of the configuration files of Campaign servers. As of 2026-11-21. */

/**
 * The operators that may always sign in natively; Adobe writes that they must not be modified.
 * Source: AdobeDocs/campaign-classic.en, impact-ims-migration.md.
 */
export const builtInOperators: readonly string[] = [
  'admin',
  'aemserver',
  'campaign-loginmonitor',
  'internal|monitoring',
];

/**
 * With which AEM signs in to Campaign, by login and password. Source: the same,
 * configuring-the-integration.md.
 */
export const aemOperator = 'aemserver';

/**
 * The release that knows `imsConfig` and `-setimsoauth`. Sources: impact-ims-migration.md,
 * oauth-technical-account.md.
 */
export const imsOAuthRelease = { version: '7.4.1', build: 9383 } as const;

/**
 * The value of `pipelined/@authType` for technical accounts, OAuth included. Source:
 * about-triggers.md.
 */
export const pipelinedAuthType = 'imsJwtToken';

/**
 * Where the legacy sign-in of `pipelined` asked for tokens. Source: pipeline-troubleshooting.md.
 */
export const legacyGateway = 'api.omniture.com';

/**
 * The hosts of IMS that people's JavaScript code calls. Source: the-server-configuration-file.md,
 * ims-migration.md.
 */
export const imsHostsOfCode: readonly string[] = [
  'ims-na1.adobelogin.com',
  'adobeid-na1.services.adobe.com',
];

/**
 * The first release with `webView2Mode`: 7.3 in edge-chromium.md; its first release and build are
 * in release-2022.md.
 */
export const webView2Release = { version: '7.3.1', build: 9352 } as const;

/**
 * The command that gives a server its technical account, for one instance. Source:
 * oauth-technical-account.md.
 */
export const imsOAuthCommand = (instance = '<instance>'): string =>
  `nlserver config -instance:${instance} -setimsoauth:<organization-id>/<client-id>/<technical-account-id>/<client-secret>`;
