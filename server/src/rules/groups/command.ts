import type { Rule } from '../rule';

/** Rules about commands that configure a Campaign server. */
export const commandRules: readonly Rule[] = [];
