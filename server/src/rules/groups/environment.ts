import type { Rule } from '../rule';

/** Rules about … */
export const environmentRules: readonly Rule[] = [];
