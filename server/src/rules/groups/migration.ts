import { autoProvisioned } from '../auto-provisioned';
import { credentialMismatch } from '../credential-mismatch';
import { jwtCredential } from '../jwt-credential';
import { jwtEndpoint } from '../jwt-endpoint';
import { migrateStateLeft } from '../migrate-state-left';
import { mixedCredential } from '../mixed-credential';
import { oauthFlagInconsistent } from '../oauth-flag-inconsistent';
import { productWithoutOAuth } from '../product-without-oauth';
import type { Rule } from '../rule';

/** Rules about credentials that have to move from JWT to OAuth Server-to-Server. */
export const migrationRules: readonly Rule[] = [
  jwtCredential,
  mixedCredential,
  migrateStateLeft,
  oauthFlagInconsistent,
  credentialMismatch,
  jwtEndpoint,
  autoProvisioned,
  productWithoutOAuth,
];
