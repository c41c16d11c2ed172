import type { Rule } from '../rule';

/** Rules about credentials that have to move from JWT to OAuth Server-to-Server. */
export const migrationRules: readonly Rule[] = [];
