// Generated from the kinds of files and their `recognition`.

/** Words of which every file of ours that is known by its content has one. */
export const CONTENT_MARKER =
  /@AdobeOrg|@techacct\.adobe|\.adobelogin\.com|ims.?org|amcOrgId|LoginClaimKey|meta.?scopes?\b|tech(nical)?.?acc(oun)?t.?(id|email)|auth\.(token\.provider|ims\.client)\.|\baio\.(ims|api|client)\.|cm-p\d+-e\d+|\bORG_ID["']?\s*:|technicalAccount|integration_type|oauth_server_to_server|ims_org_id|technical_account_id|meta_scopes|client_secrets|techacct|jwt_payload|\bjwt["']?\s*:|"(?:IMS(?:_?ORG(?:_?ID)?)?|ORG_?ID|TECH(?:NICAL)?_?ACC(?:OUN)?T(?:_?ID)?|META_?SCOPES?)"|getpostman\.com\/json\/collection|nms:extAccount|xtk:group|<serverconf[\s>/]|"jsConnector"|"tri?gg?ers?"\s*:\s*\[|-setims\w{0,20}auth|adobe(?:-basel)?\/aio-(?:apps|cloudmanager-[a-z-]{1,30})-action|\/ims\/exchange\/jwt|[ps]\de-[\w-]{32}|AIO_ims_contexts_|IMS_(ORG|OAUTH_S2S)|AIO_COMMERCE_|TECHNICAL_ACCOUNT|TECHACCT|META_?SCOPE|DOC_CLOUD_|PDFSERVICES|adobelogin\.com|\bAdobeID\b|additional_info\.|\bp8e-[\w-]{32}|docCloud|\baio_(api_key|ims_org_id|client_secret)\b|(?<![a-z])ims_?(?:org|host|url|exchange|endpoint)|tech(?:nical)?_?acc(?:oun)?t|meta_?scopes?\b|\b(?:tech_acct|priv_key_|secure_client_|authentication_method)|connector-umapi|\bservice_(?:account|principal)_credentials\b|\b(?:org_id|IMS_ORG)["']?\s*:/i;

/** The names by which files of ours, and the settings of this tool, are known. */
export const OWN_NAME =
  /\.external-account\.(ya?ml|json)$|\.ims-integration\.(ya?ml|json)$|\.ims\.(ya?ml|json)$|(^|[\\/])NmsPipeline_Config[^\\/]*\.json$|(^|[^a-z])connector-(umapi|adobe-console)[^/]*\.ya?ml$|(^|\/)(pdfservices-api|pdftools-api|dc-services-sdk)-credentials\.json$|[\\/]ims-config\.yaml$/i;
