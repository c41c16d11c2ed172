import { aemOperatorLockedOut } from '../aem-operator-locked-out';
import { imsRestrictionsChanged } from '../ims-restrictions-changed';
import { imsRestrictionsTooEarly } from '../ims-restrictions-too-early';
import { orgIdOverriddenEmpty } from '../org-id-overridden-empty';
import { pipelinedLegacyAuthentication } from '../pipelined-legacy-authentication';
import type { Rule } from '../rule';
import { technicalAccountIncomplete } from '../technical-account-incomplete';
import { urlPermissionWithoutIms } from '../url-permission-without-ims';
import { webview2Off } from '../webview2-off';

/** Rules about the configuration of a Campaign server. */
export const serverRules: readonly Rule[] = [
  orgIdOverriddenEmpty,
  technicalAccountIncomplete,
  pipelinedLegacyAuthentication,
  imsRestrictionsChanged,
  imsRestrictionsTooEarly,
  aemOperatorLockedOut,
  webview2Off,
  urlPermissionWithoutIms,
];
