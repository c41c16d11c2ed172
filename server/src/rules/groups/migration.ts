import { autoProvisioned } from '../auto-provisioned';
import { jwtCredential } from '../jwt-credential';
import { jwtEndpoint } from '../jwt-endpoint';
import { mixedCredential } from '../mixed-credential';
import { productWithoutOAuth } from '../product-without-oauth';
import type { Rule } from '../rule';

/** Rules about credentials that have to move from JWT to OAuth Server-to-Server. */
export const migrationRules: readonly Rule[] = [
  jwtCredential,
  mixedCredential,
  jwtEndpoint,
  autoProvisioned,
  productWithoutOAuth,
];
