import { campaignRules } from './groups/campaign';
import { credentialRules } from './groups/credential';
import { environmentRules } from './groups/environment';
import { generalRules } from './groups/general';
import { migrationRules } from './groups/migration';
import type { Rule } from './rule';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  ...campaignRules,
  ...environmentRules,
  ...credentialRules,
  ...migrationRules,
  ...generalRules,
];
