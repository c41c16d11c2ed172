import type { Place } from '../rules/mask';

/**
 * Runs regular expressions that stand in files, in a time that grows only with their size and that
 * of the text. It is an argument, because the core loads nothing.
 */
export interface PatternEngine {
  /** Undefined where the engine does not know such a pattern, or where it would be too large. */
  compile(pattern: string): CompiledPattern | undefined;
}

export interface CompiledPattern {
  /** How many steps each character of a text may cost. */
  readonly size: number;
  /** Where the groups are, if the whole text matches; undefined for a group that takes no part. */
  groupsIn(text: string): readonly (Place | undefined)[] | undefined;
  /** How many characters the longest match at the beginning of a text has. */
  longestStart(text: string): number | undefined;
}
