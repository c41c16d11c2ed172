import type { Rule } from '../rule';

/** Rules about the files of aem. */
export const aemRules: readonly Rule[] = [];
