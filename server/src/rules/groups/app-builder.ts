import type { Rule } from '../rule';

/** Rules about the files of app-builder. */
export const appBuilderRules: readonly Rule[] = [];
