import type { Rule } from '../rule';

/** Rules about the configuration of a Campaign server. */
export const serverRules: readonly Rule[] = [];
