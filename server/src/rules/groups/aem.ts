import { halfMigrated } from '../half-migrated';
import { relaxedSsl } from '../relaxed-ssl';
import type { Rule } from '../rule';
import { secretReferenceMalformed } from '../secret-reference-malformed';

/** Rules about the files of AEM. */
export const aemRules: readonly Rule[] = [halfMigrated, relaxedSsl, secretReferenceMalformed];
