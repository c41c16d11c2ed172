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

/** What Adobe expects where the account has a product context. Source: ims-troubleshooting.md. */
export const expectedProductContext = 'dma_campaign_classic';
