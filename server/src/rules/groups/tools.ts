import type { Rule } from '../rule';

/** Rules about the files of tools. */
export const toolsRules: readonly Rule[] = [];
