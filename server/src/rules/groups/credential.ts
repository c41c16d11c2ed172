import { certificateExpired } from '../certificate-expired';
import { certificateExpiring } from '../certificate-expiring';
import { clientIdMalformed } from '../client-id-malformed';
import { duplicateScope } from '../duplicate-scope';
import { metascopeInScopes } from '../metascope-in-scopes';
import { orgIdMalformed } from '../org-id-malformed';
import { paddedScope } from '../padded-scope';
import { requiredScopeMissing } from '../required-scope-missing';
import type { Rule } from '../rule';
import { scopeInMetascopes } from '../scope-in-metascopes';
import { scopeMalformed } from '../scope-malformed';
import { scopeMissingOpenid } from '../scope-missing-openid';
import { technicalAccountMalformed } from '../technical-account-malformed';
import { technicalAccountSwapped } from '../technical-account-swapped';
import { tokenEndpointOutdated } from '../token-endpoint-outdated';
import { tooManySecrets } from '../too-many-secrets';

/** Rules about what a credential is made of: ids, scopes, endpoints, secrets and certificates. */
export const credentialRules: readonly Rule[] = [
  orgIdMalformed,
  technicalAccountSwapped,
  technicalAccountMalformed,
  clientIdMalformed,
  metascopeInScopes,
  scopeInMetascopes,
  scopeMalformed,
  scopeMissingOpenid,
  requiredScopeMissing,
  duplicateScope,
  paddedScope,
  tokenEndpointOutdated,
  certificateExpired,
  certificateExpiring,
  tooManySecrets,
];
