/**
 * Internal names that the account of type Adobe Experience Cloud has in instances and on Adobe's
 * pages. Its numeric type is not public, so a name or its attributes tell it. Source:
 * AdobeDocs/campaign-classic.en, ims-troubleshooting.md and screenshots. As of 2026-11-21.
 */
export const experienceCloudAccountNames: readonly string[] = [
  'Adobe_Experience_Cloud',
  'Adobe_Marketing_Cloud',
  'MAC',
];

/** What Adobe expects where the account has a product context. Source: ims-troubleshooting.md. */
export const expectedProductContext = 'dma_campaign_classic';

/**
 * The numbers of types of external accounts that are public; that of the account of type Adobe
 * Experience Cloud is not among them. Sources: adobe/acc-js-sdk, test/mock.js, src/client.js and
 * samples; the account `aemInstance` of a public bootstrap script. As of 2026-11-21.
 */
export const accountTypes: Readonly<Record<string, string>> = {
  '0': 'Bounce mails (POP3)',
  '3': 'Routing and mid-sourcing',
  '7': 'External database (Federated Data Access)',
  '11': 'Execution instance of Message Center',
  '12': 'Adobe Experience Manager',
  '17': 'HDFS',
};

/** How the account through which Campaign reaches Adobe Experience Manager is known. */
export const aemAccount = { type: '12', name: 'aemInstance' } as const;

/**
 * Internal names of the operator groups that every instance has.
 * Source: AdobeDocs/campaign.en, manage-permissions.md.
 */
export const builtInGroups: readonly string[] = [
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

/** The group of the technical accounts of Message Center. Source: technotes, ims-migration.md. */
export const messageCenterGroup = 'messagecenter';
