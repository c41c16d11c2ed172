import type { Rule } from '../rule';

/** Rules about … */
export const credentialRules: readonly Rule[] = [];
