import type { Rule } from '../rule';

/** Rules about any file: what is missing, unknown or of the wrong type, secrets, blanks and syntax. */
export const generalRules: readonly Rule[] = [];
