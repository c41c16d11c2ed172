import { adobeIdConnectionOff } from '../adobe-id-connection-off';
import { browserEngineMismatch } from '../browser-engine-mismatch';
import { clientConsoleMismatch } from '../client-console-mismatch';
import { endUsersNotMigrated } from '../end-users-not-migrated';
import { integrationPackageMissing } from '../integration-package-missing';
import { restrictionsBeforeMigration } from '../restrictions-before-migration';
import type { Rule } from '../rule';
import { signInNotAllowed } from '../sign-in-not-allowed';
import { stagingBehindProduction } from '../staging-behind-production';
import { technicalOperatorsNotMigrated } from '../technical-operators-not-migrated';
import { versionNotImsCompatible } from '../version-not-ims-compatible';

/** Rules about environments: their releases, and how far they are on their way to IMS. */
export const environmentRules: readonly Rule[] = [
  versionNotImsCompatible,
  clientConsoleMismatch,
  browserEngineMismatch,
  signInNotAllowed,
  endUsersNotMigrated,
  technicalOperatorsNotMigrated,
  restrictionsBeforeMigration,
  integrationPackageMissing,
  adobeIdConnectionOff,
  stagingBehindProduction,
];
