import type { Rule } from '../rule';

/** Rules about … */
export const campaignRules: readonly Rule[] = [];
