import { actionOutdated } from '../action-outdated';
import { brokenLine } from '../broken-line';
import { cachedAccessToken } from '../cached-access-token';
import type { Rule } from '../rule';
import { scopesForm } from '../scopes-form';
import { secretShape } from '../secret-shape';
import { singleUnderscore } from '../single-underscore';
import { technicalAccountInputSwapped } from '../technical-account-input-swapped';

/** Rules about what App Builder, `aio` and workflows of GitHub read. */
export const appBuilderRules: readonly Rule[] = [
  secretShape,
  scopesForm,
  cachedAccessToken,
  singleUnderscore,
  actionOutdated,
  technicalAccountInputSwapped,
  brokenLine,
];
