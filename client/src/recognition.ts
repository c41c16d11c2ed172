/** What is known of an open document before anything is loaded for it. */
export interface OpenDocument {
  readonly fileName: string;
  readonly languageId: string;
  /** The beginning of its text; called only where the name does not decide. */
  readonly head: () => string;
}

/** So many characters are looked at; every file of ours that is known by content shows itself in them. */
export const HEAD_LENGTH = 64 * 1024;

/** Words of which every file of ours that is known by its content has one. */
export const CONTENT_MARKER =
  /\bORG_ID["']?\s*:|"(?:IMS(?:_?ORG(?:_?ID)?)?|ORG_?ID|TECH(?:NICAL)?_?ACC(?:OUN)?T(?:_?ID)?|META_?SCOPES?)"|getpostman\.com\/json\/collection|(?<![a-z])ims_?(?:org|host|url|exchange|endpoint)|tech(?:nical)?_?acc(?:oun)?t|meta_?scopes?\b|@AdobeOrg|\.adobelogin\.com|technicalAccount|cm-p\d+-e\d+|nms:extAccount|xtk:group|<serverconf[\s>]|"jsConnector"|"tri?gg?ers?"\s*:\s*\[|-setims\w{0,20}auth|integration_type|oauth_server_to_server|ims_org_id|technical_account_id|meta_scopes|client_secrets|techacct|jwt_payload|\bjwt["']?\s*:|AIO_ims_contexts_|IMS_(ORG|OAUTH_S2S)|AIO_COMMERCE_|TECHNICAL_ACCOUNT|TECHACCT|META_?SCOPE|DOC_CLOUD_|PDFSERVICES|@AdobeOrg|@techacct\.adobe|adobelogin\.com|\bAdobeID\b|additional_info\.|\bp8e-[\w-]{32}|docCloud|technicalAccount|@AdobeOrg|@techacct\.adobe|\.adobelogin\.com|ims.?org|amcOrgId|LoginClaimKey|meta.?scopes?\b|tech(nical)?.?acc(oun)?t.?(id|email)|auth\.(token\.provider|ims\.client)\.|\baio\.(ims|api|client)\.|cm-p\d+-e\d+|\baio_(api_key|ims_org_id|client_secret)\b|adobe(?:-basel)?\/aio-(?:apps|cloudmanager-[a-z-]{1,30})-action|\/ims\/exchange\/jwt|[ps]\de-[\w-]{32}|\b(?:tech_acct|priv_key_|secure_client_|authentication_method)|connector-umapi|\bservice_(?:account|principal)_credentials\b|\b(?:org_id|IMS_ORG)["']?\s*:/i;

/** The languages of files that can be ours. */
export const LANGUAGES: readonly string[] = [
  ...['json', 'jsonc', 'yaml', 'xml', 'dotenv', 'properties', 'ini', 'osgi-config'],
  ...['shellscript', 'bat', 'powershell', 'dockerfile', 'makefile', 'groovy'],
  'github-actions-workflow',
];

const OWN_NAME =
  /\.(external-account|ims-integration|ims)\.(ya?ml|json)$|[\\/]ims-config\.yaml$|(^|[\\/])NmsPipeline_Config[^\\/]*\.json$|(^|[^a-z])connector-(umapi|adobe-console)[^\\/]*\.ya?ml$/i;

/** The names of files that can be ours whatever their language is, as patterns. */
export const NAME_PATTERNS: readonly string[] = [
  '**/*.sample',
  '**/*.env',
  '**/*.env[._-]*',
  '**/env.{dist,example,sample,template}',
  '**/com.adobe.*.config',
  '**/{usermanagement.config,*.ini}',
  '**/*.{aio,aio_*,hjson}',
];

const OTHER_NAME =
  /\.sample$|\.env([._-][^\\/]*)?$|(^|[\\/])env\.(dist|example|sample|template)$|(^|[\\/])com\.adobe\.[^\\/]*\.config$|(^|[\\/])usermanagement\.config$|\.ini$|\.aio(_[^.\\/]*)?$|\.hjson$/i;

/** A cheap test that every file of ours passes, and hardly any other. */
export function couldBeOurs({ fileName, languageId, head }: OpenDocument): boolean {
  if (OWN_NAME.test(fileName)) return true;
  if (!LANGUAGES.includes(languageId) && !OTHER_NAME.test(fileName)) return false;
  return CONTENT_MARKER.test(head());
}

/** Whether a file of the workspace that is not open may be read: its name says that it can be ours. */
export const mayBeRead = (path: string): boolean => READABLE.test(path);

const READABLE =
  /\.(ya?ml|jsonc?|hjson|aio|aio_[^./]*|xml|properties|ini|config|sample|sh|bash|ksh|zsh|bat|cmd|ps1|mk|groovy|dockerfile)$|\.env([._-][^/]*)?$|(^|\/)env\.(dist|example|sample|template)$|(^|\/)(Dockerfile|Containerfile|Jenkinsfile|Makefile)(\.[^/]*)?$/i;
