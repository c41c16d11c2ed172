import { accountInactive } from '../account-inactive';
import { aemServerTrailingSlash } from '../aem-server-trailing-slash';
import { associationMaskBlankEnds } from '../association-mask-blank-ends';
import { associationMaskInvalid } from '../association-mask-invalid';
import { associationMaskPlaceholder } from '../association-mask-placeholder';
import { associationMaskWithoutGroup } from '../association-mask-without-group';
import { callbackNotHttps } from '../callback-not-https';
import { callbackShared } from '../callback-shared';
import { environmentUnknown } from '../environment-unknown';
import { experienceCloudAccountDuplicate } from '../experience-cloud-account-duplicate';
import { imsServerStaging } from '../ims-server-staging';
import { imsServerUnknown } from '../ims-server-unknown';
import { incompleteConnection } from '../incomplete-connection';
import { packageBuildMismatch } from '../package-build-mismatch';
import { packageExportsAutomatically } from '../package-exports-automatically';
import { packageInternalKey } from '../package-internal-key';
import { productContextUnexpected } from '../product-context-unexpected';
import type { Rule } from '../rule';
import { serverNotHttps } from '../server-not-https';

/** Rules about external accounts, also in packages. */
export const campaignRules: readonly Rule[] = [
  callbackNotHttps,
  associationMaskInvalid,
  associationMaskWithoutGroup,
  associationMaskBlankEnds,
  associationMaskPlaceholder,
  imsServerUnknown,
  imsServerStaging,
  productContextUnexpected,
  serverNotHttps,
  environmentUnknown,
  packageInternalKey,
  packageExportsAutomatically,
  packageBuildMismatch,
  incompleteConnection,
  accountInactive,
  experienceCloudAccountDuplicate,
  callbackShared,
  aemServerTrailingSlash,
];
