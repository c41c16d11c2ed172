/**
 * Internal names that the account of type Adobe Experience Cloud has in instances and on Adobe's pages.
 * Its numeric type is not public, so a name or its attributes tell it. Source:
 * AdobeDocs/campaign-classic.en, ims-troubleshooting.md and screenshots. As of 2026-11-21.
 */
export const experienceCloudAccountNames: readonly string[] = [
  'Adobe_Experience_Cloud',
  'Adobe_Marketing_Cloud',
  'MAC',
];

/** Internal names of accounts that Campaign brings along. Source: adobe/acc-js-sdk, test/mock.js. */
export const builtInAccountNames: readonly string[] = [
  'defaultPopAccount',
  'defaultEmailBulk',
  'defaultEmailMid',
  'defaultOther',
  'billingReport',
  'ffda',
  'aemInstance',
  'importSharedAudience',
  'exportSharedAudience',
];

/**
 * Internal names of built-in operator groups, which the association mask and the names of product
 * profiles contain. Source: AdobeDocs/campaign.en, manage-permissions.md. As of 2026-11-21.
 */
export const builtInOperatorGroups: readonly string[] = [
  'admin',
  'delivery',
  'operation',
  'content',
  'report',
  'workflow',
  'workflowSupervisor',
  'central',
  'local',
  'offer',
];

/**
 * Operators that keep native sign-in when it is restricted, and must stay on the list.
 * Source: AdobeDocs/campaign-classic.en, impact-ims-migration.md. As of 2026-11-21.
 */
export const allowedNativeOperators: readonly string[] = [
  'admin',
  'aemserver',
  'campaign-loginmonitor',
  'internal|monitoring',
];

/** What Adobe expects where the account has a product context. Source: ims-troubleshooting.md. */
export const expectedProductContext = 'dma_campaign_classic';
