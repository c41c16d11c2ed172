import { aemRules } from './groups/aem';
import { appBuilderRules } from './groups/app-builder';
import { campaignRules } from './groups/campaign';
import { commandRules } from './groups/command';
import { credentialRules } from './groups/credential';
import { environmentRules } from './groups/environment';
import { generalRules } from './groups/general';
import { migrationRules } from './groups/migration';
import { pipelineRules } from './groups/pipeline';
import { serverRules } from './groups/server';
import type { Rule } from './rule';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  ...campaignRules,
  ...serverRules,
  ...commandRules,
  ...pipelineRules,
  ...environmentRules,
  ...credentialRules,
  ...migrationRules,
  ...appBuilderRules,
  ...aemRules,
  ...generalRules,
];
