/** What a JWT metascope becomes with OAuth, as far as Adobe's own files show it. */
export interface Metascope {
  readonly metascope: string;
  readonly api: string;
  /** Empty where nothing is known: the credential's page lists them. */
  readonly scopes: readonly string[];
  /**
   * `high`: both lists stand side by side in a file of Adobe's. `medium`: files of others agree.
   * `low`: a single hint. `none`: nothing was found.
   */
  readonly confidence: 'high' | 'medium' | 'low' | 'none';
  readonly source: string;
}

/** In every list of scopes that Adobe documents. */
export const essentialScopes = ['openid', 'AdobeID'] as const;

const BASE = [...essentialScopes, 'read_organizations', 'additional_info.projectedProductContext'];
const IO_MANAGEMENT = [
  ...BASE,
  'additional_info.roles',
  'adobeio_api',
  'read_client_secret',
  'manage_client_secrets',
];
const TAGS = [...BASE, 'additional_info.job_function', 'additional_info.roles'];
const AEM = ['read_pc.dma_aem_ams', ...BASE];

/**
 * What Cloud Manager's plug-in for `aio` asks for before each command
 * (check-ims-context-config.js).
 */
export const cloudManagerScopes: readonly string[] = [...BASE, 'read_pc.dma_aem_ams'];

const known = (
  metascope: string,
  api: string,
  confidence: Metascope['confidence'],
  source: string,
  scopes: readonly string[],
): Metascope => ({ metascope, api, scopes, confidence, source });

const unknown = (metascope: string, api: string): Metascope =>
  known(metascope, api, 'none', 'AdobeDocs/adobe-dev-console, JWT/scopes.md', []);

const tags = (role: string): Metascope =>
  known(`ent_reactor_${role}sdk`, 'Tags', 'high', 'adobe/reactor-uploader', TAGS);

/**
 * All metascopes that Adobe has listed. Adobe publishes no table of this kind. As of 2026-11-21.
 */
export const metascopes: readonly Metascope[] = [
  known(
    'ent_cloudmgr_sdk',
    'Cloud Manager',
    'high',
    'adobe/aio-cli-plugin-cloudmanager',
    cloudManagerScopes,
  ),
  known('ent_adobeio_sdk', 'I/O Management', 'high', 'adobe/aio-apps-action', IO_MANAGEMENT),
  known('ent_smartcontent_sdk', 'Smart Tags', 'high', 'AdobeDocs, config-oauth.md of AEM 6.5', [
    'read_pc.dma_smart_content',
    ...essentialScopes,
    'additional_info.projectedProductContext',
  ]),
  known('ent_user_sdk', 'User Management', 'high', 'umapi-documentation, UM_Authentication.md', [
    ...essentialScopes,
    'user_management_sdk',
  ]),
  known('ent_analytics_bulk_ingest_sdk', 'Analytics', 'high', 'AdobeDocs/analytics-2.0-apis', [
    ...BASE,
    'additional_info.job_function',
  ]),
  known(
    'ent_dataservices_sdk',
    'Experience Platform',
    'high',
    'adobe/experience-platform-postman-samples',
    [...BASE, 'session'],
  ),
  ...['', 'admin_', 'it_admin_', 'developer_', 'approver_', 'publisher_'].map(tags),
  tags('extension_developer_'),
  known('ent_aem_cloud_api', 'AEM as a Cloud Service', 'medium', 'adobe/aemcs-api-client-lib', AEM),
  known('ent_marketing_sdk', 'Target', 'medium', 'several public files of users', [
    ...BASE,
    'target_sdk',
    'additional_info.roles',
  ]),
  known('ent_campaign_sdk', 'Campaign', 'medium', 'several public files of users', [
    ...essentialScopes,
    'campaign_sdk',
    'campaign_config_server_general',
    'deliverability_service_general',
    'additional_info.projectedProductContext',
  ]),
  known('event_receiver_api', 'I/O Events', 'medium', 'a public file of a user', [
    'event_receiver_api',
    ...IO_MANAGEMENT,
  ]),
  known('ent_cja_sdk', 'Customer Journey Analytics', 'low', 'AdobeDocs/cja-apis', BASE),
  unknown('ent_aem_cloud_sdk', 'AEM as a Cloud Service'),
  unknown('ent_stocksearch_sdk', 'Stock'),
  unknown('ent_default_sdk', 'Default'),
  unknown('ent_ccas_sdk', 'Creative Cloud Automation Services'),
  unknown('ent_documentcloud_sdk', 'Document Cloud'),
  unknown('ent_gdpr_sdk', 'Privacy Service'),
  unknown('ent_sensei_image_sdk', 'Sensei'),
  unknown('ent_brand_portal_sdk', 'Brand Portal'),
  unknown('ent_places_sdk', 'Places'),
  unknown('asset_compute_meta', 'Asset Compute'),
];

/** What is known of a metascope, however it is written. */
export function metascopeEntry(text: string): Metascope | undefined {
  const name = normalizeMetascope(text);
  return metascopes.find(({ metascope }) => metascope === name);
}

const CLAIM = /^(?:https?:\/\/[\w.-]+)?\/s\//i;

/** The short name of a metascope that may be written as the claim of a JWT. */
export function normalizeMetascope(text: string): string {
  return text.trim().replace(CLAIM, '').replace(/\/$/, '');
}

/** Of which vocabulary a word is. `either`: of both, so that it proves nothing. */
export function vocabularyOf(text: string): 'metascope' | 'scope' | 'either' | 'unknown' {
  const word = text.trim();
  if (CLAIM.test(word) || /^ent_\w+$/.test(word) || word === 'asset_compute_meta') {
    return 'metascope';
  }
  if (word === 'event_receiver_api') return 'either';
  return Object.hasOwn(scopeInfo, word) || /^\w+(\.\w+)+$/.test(word) ? 'scope' : 'unknown';
}

/** Whether a word is a metascope and cannot be a scope. Scopes may end with `_sdk` as well. */
export function isMetascope(text: string): boolean {
  return vocabularyOf(text) === 'metascope';
}

/**
 * Whether a word may stand among scopes for all that is known: it is a scope, or of neither
 * vocabulary, as blanks and references are. A word of both proves nothing.
 */
export const passesForScope = (text: string): boolean =>
  ['scope', 'unknown'].includes(vocabularyOf(text));

/** Whether a word is known as a scope, and as no metascope. */
const isKnownScope = (word: string): boolean =>
  Object.hasOwn(scopeInfo, word) && vocabularyOf(word) === 'scope';

export interface SuggestedScopes {
  readonly scopes: readonly string[];
  /** The metascopes for which nothing sure enough is known. */
  readonly unsure: readonly string[];
}

/** The scopes that a JWT credential with these metascopes will probably have with OAuth. */
export function suggestedScopes(
  words: readonly string[],
  least: 'high' | 'medium' = 'high',
): SuggestedScopes {
  const sure = least === 'high' ? ['high'] : ['high', 'medium'];
  const scopes = new Set<string>();
  const unsure: string[] = [];
  for (const word of words) {
    if (isKnownScope(word)) {
      scopes.add(word);
      continue;
    }
    const entry = metascopeEntry(word);
    if (entry && sure.includes(entry.confidence))
      for (const scope of entry.scopes) scopes.add(scope);
    else unsure.push(normalizeMetascope(word));
  }
  return { scopes: [...scopes], unsure };
}

/**
 * What a scope is for, in a line. Only what its name and Adobe's pages make evident. As of
 * 2026-11-21.
 */
export const scopeInfo: Readonly<Record<string, string>> = {
  openid: 'Sign-in with OpenID Connect. In every list that Adobe documents.',
  AdobeID:
    'Access with an Adobe ID. In every list that Adobe documents, always together with openid.',
  read_organizations: 'Reads the organizations that the account belongs to.',
  'additional_info.projectedProductContext':
    'Reads which products and product profiles the account has.',
  'additional_info.roles': 'Reads the roles of the account.',
  'additional_info.job_function': 'Reads the job function of the account.',
  adobeio_api: 'Scope of the I/O Management API.',
  read_client_secret:
    'Reads the client secrets of the credential. Scope of the I/O Management API.',
  manage_client_secrets:
    'Adds and removes client secrets of the credential. Scope of the I/O Management API.',
  campaign_sdk: 'Scope of the Adobe Campaign API.',
  campaign_config_server_general: 'Scope of the Adobe Campaign API.',
  deliverability_service_general: 'Scope of the Adobe Campaign API, for the deliverability server.',
  user_management_sdk: 'Scope of the User Management API.',
  target_sdk: 'Scope of the Adobe Target API.',
  creative_sdk: 'Scope of the Creative Cloud APIs.',
  event_receiver_api: 'Scope of the I/O Events API. A metascope of JWT has the same name.',
  'read_pc.dma_aem_ams': 'Reads the product context of Adobe Experience Manager.',
  'read_pc.dma_aem_cloud': 'Reads the product context of AEM as a Cloud Service.',
  'read_pc.dma_smart_content': 'Reads the product context of Smart Tags.',
  'read_pc.acp': 'Reads the product context of the product `acp`.',
  'read_pc.dma_tartan': 'Reads the product context of the product `dma_tartan`.',
  'aem.folders': 'Scope of the AEM API for folders.',
  'aem.assets.author': 'Scope of the AEM Assets API on author.',
  'aem.assets.delivery': 'Scope of the AEM Assets delivery API.',
  'aem.fragments.management': 'Scope of the AEM API for Content Fragments.',
  'aem.document': 'Scope of the AEM Forms API for documents.',
  'commerce.accs': 'Scope of the Adobe Commerce API.',
  'adobeio.abdata.read': 'Scope of the API for App Builder data, reading.',
  'adobeio.abdata.write': 'Scope of the API for App Builder data, writing.',
  'adobeio.abdata.manage': 'Scope of the API for App Builder data, managing.',
  'org.read': 'Reads the organization.',
  email: 'Reads the email address of the account.',
  profile: 'Reads the profile of the account.',
  session: 'Keeps a session after sign-in.',
  avatar: 'Reads the picture of the person who signs in.',
  audiencemanager_api: 'Scope of the Audience Manager API.',
  'dam-read': 'Reads digital assets.',
  'update_profile.first_name': 'Updates the first name in the profile.',
  'update_profile.last_name': 'Updates the last name in the profile.',
  'update_profile.phoneNumber': 'Updates the telephone number in the profile.',
  'update_profile.job_function': 'Updates the job function in the profile.',
  firefly_api: 'Scope of the Firefly API.',
  ff_apis: 'Scope of the Firefly APIs.',
  DCAPI: 'Scope of the Document Cloud APIs.',
  asset_compute: 'Scope of the Asset Compute API.',
};
