import { valueKind } from '../model/value';
import { type Mask, type Place, readMask } from '../rules/mask';
import { type MaskParts, maskParts } from '../rules/mask-parts';
import { text } from '../texts';
import type { CompiledPattern, PatternEngine } from './pattern-engine';

/** A mask made ready to be tried. */
export interface Scene {
  readonly mask: string;
  readonly parts: MaskParts;
  readonly pattern: CompiledPattern | undefined;
  /** The beginning of the mask with so many of its units. */
  readonly beginning: (units: number) => CompiledPattern | undefined;
  /** How many steps one name may cost. */
  readonly mostSteps: number;
  readonly problem: MaskProblem | undefined;
  /** The names of operator groups that are known. */
  readonly groups: readonly string[];
}

export interface MaskProblem {
  readonly message: string;
  readonly at: Place | undefined;
}

/** Makes a mask ready for so many names. */
export function sceneOf(
  mask: string,
  engine: PatternEngine,
  groups: readonly string[],
  count: number,
): Scene {
  const isTested = mask.length <= LONGEST_MASK && valueKind(mask) !== 'reference';
  const read = isTested ? readMask(mask) : undefined;
  const parts = maskParts(isTested ? mask : '');
  const pattern = read && !read.flaw && mask.trim() !== '' ? engine.compile(mask) : undefined;
  const problem = problemOf(mask, read, parts, pattern);
  const beginning = beginnings(mask, parts, engine);
  const mostSteps = Math.min(MOST_STEPS, MOST_STEPS_OF_ALL / Math.max(1, count));
  return { mask, parts, pattern, beginning, mostSteps, problem, groups };
}

/** Compiles each beginning of a mask once. */
function beginnings(mask: string, { units }: MaskParts, engine: PatternEngine) {
  const known = new Map<number, CompiledPattern | undefined>();
  return (count: number) => {
    if (!known.has(count)) {
      known.set(count, engine.compile(mask.slice(0, units[count - 1]?.to ?? 0)));
    }
    return known.get(count);
  };
}

function problemOf(
  mask: string,
  read: Mask | undefined,
  { groups, group }: MaskParts,
  pattern: CompiledPattern | undefined,
): MaskProblem | undefined {
  if (mask.trim() === '') return { message: text('mask.problem.empty'), at: undefined };
  if (!read) {
    const id = valueKind(mask) === 'reference' ? 'reference' : 'long';
    return { message: text(`mask.problem.${id}`), at: undefined };
  }
  const { flaw } = read;
  if (flaw) return { message: text(`mask.problem.${flaw.what}`), at: flaw };
  if (!pattern) return { message: text('mask.problem.unknown'), at: undefined };
  if (groups === 0) return { message: text('mask.problem.none'), at: undefined };
  return groups > 1 ? { message: text('mask.problem.several'), at: group } : undefined;
}

/** Whether the engine would take too long for a name. */
export const isTooMuch = ({ length }: string, { size }: CompiledPattern, mostSteps: number) =>
  length > LONGEST_NAME || length * size > mostSteps;

/** Longer ones nobody has; they would only take time. */
const LONGEST_MASK = 1_000;
const LONGEST_NAME = 10_000;
/** Steps of the engine for one name, about a tenth of a second, and for all of them. */
const MOST_STEPS = 8_000_000;
const MOST_STEPS_OF_ALL = 40_000_000;
