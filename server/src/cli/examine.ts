import { type CheckContext, check } from '../check';
import { fixText } from '../features/fix-all';
import type { FixNote } from '../features/fix-notes';
import type { ConfigDocument } from '../model/document';
import type { Finding } from '../rules/finding';
import type { Safety } from '../rules/rule';

/** What a text turned out to be. */
export interface Examined {
  /** As fixed. */
  readonly text: string;
  /** How many fixes that took. */
  readonly applied: number;
  /** Undefined: none of ours. */
  readonly document: ConfigDocument | undefined;
  readonly findings: readonly Finding[];
  readonly notes: readonly FixNote[];
}

export type Fixing = 'none' | 'safe' | 'unsafe';

/**
 * Reads a text and, where that is asked for, fixes it; the findings are those of the text as fixed.
 */
export function examine(
  path: string,
  original: string,
  read: (text: string) => ConfigDocument | undefined,
  contextOf: () => CheckContext,
  fixing: Fixing,
): Examined {
  const first = read(original);
  if (!first) return { text: original, applied: 0, document: undefined, findings: [], notes: [] };
  const context = contextOf();
  const { text, applied, notes } =
    fixing === 'none'
      ? { text: original, applied: 0, notes: [] }
      : fixText(path, original, context, SAFETIES[fixing]);
  const document = applied === 0 ? first : read(text);
  return { text, applied, document, findings: document ? check(document, context) : [], notes };
}

/** The fixes that are applied. */
export const SAFETIES: Readonly<Record<Exclude<Fixing, 'none'>, readonly Safety[]>> = {
  safe: ['safe'],
  unsafe: ['safe', 'unsafe'],
};
