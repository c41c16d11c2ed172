import { halfMigrated } from '../half-migrated';
import { osgiFormatSuperseded } from '../osgi-format-superseded';
import { relaxedSsl } from '../relaxed-ssl';
import type { Rule } from '../rule';
import { secretReferenceMalformed } from '../secret-reference-malformed';

/** Rules about how AEM's configurations sign in. */
export const aemRules: readonly Rule[] = [
  halfMigrated,
  relaxedSsl,
  secretReferenceMalformed,
  osgiFormatSuperseded,
];
