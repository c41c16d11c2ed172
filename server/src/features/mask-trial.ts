import type { Place } from '../rules/mask';
import { prefixOf } from '../rules/mask-parts';
import { text } from '../texts';
import { quoted } from './mask-characters';
import { firstDifference, lastDifference, type Mismatch } from './mask-difference';
import { explainEnd, explainStart, placeholderIn } from './mask-explain';
import { furthest } from './mask-furthest';
import { isTooMuch, type MaskProblem, type Scene, sceneOf } from './mask-scene';
import type { PatternEngine } from './pattern-engine';

/** What an association mask makes of names of product profiles. */
export interface MaskTrial {
  readonly mask: string;
  /** Where the group for the name of the operator group is, with its parentheses. */
  readonly group: Place | undefined;
  /** What keeps the mask from being tried, or from naming one group. */
  readonly problem: MaskProblem | undefined;
  /** In the order in which they were asked. */
  readonly names: readonly NameTrial[];
}

export interface NameTrial {
  readonly name: string;
  readonly outcome: Outcome;
  /** The result in one sentence; what it quotes stands in back-ticks. */
  readonly summary: string;
  /** The operator group of Campaign: what the group captures, or the rest behind the prefix. */
  readonly group: string | undefined;
  /** Where it stands in the name. */
  readonly groupAt: Place | undefined;
  /** What comes of it by each of the two descriptions that Adobe gives of the mask. */
  readonly asPattern: string;
  readonly asPrefix: string;
  readonly mismatch: Mismatch | undefined;
}

/**
 * - `matched`: the name belongs to a group.
 * - `doubtful`: it matches, but by one of the two readings only, or nobody can say which group is meant.
 * - `unmatched`: it does not belong to any.
 * - `untested`: nobody can say.
 */
export type Outcome = 'matched' | 'doubtful' | 'unmatched' | 'untested';

/**
 * Tries a mask. Takes a time that grows only with the sizes of mask and names, whatever they are.
 */
export function tryMask(
  mask: string,
  names: readonly string[],
  engine: PatternEngine,
  groups: readonly string[] = [],
): MaskTrial {
  const tried = names.slice(0, MOST_NAMES);
  const scene = sceneOf(mask, engine, groups, tried.length);
  return {
    mask,
    group: scene.parts.group && { from: scene.parts.group.from, to: scene.parts.group.to },
    problem: scene.problem,
    names: tried.map((name) => nameTrial(name, scene)),
  };
}

/** More names nobody looks through. */
const MOST_NAMES = 200;

/** How a name is read by one of the two descriptions. */
interface Reading {
  readonly result: 'matched' | 'unmatched' | 'untested';
  readonly group: Place | undefined;
  readonly sentence: string;
}

function nameTrial(name: string, scene: Scene): NameTrial {
  const pattern = readAsPattern(name, scene);
  const prefix = readAsPrefix(name, scene);
  const readings = { asPattern: pattern.sentence, asPrefix: prefix.sentence };
  const outcome = outcomeOf(pattern, prefix, scene);
  const groupAt = outcome === 'unmatched' ? undefined : (pattern.group ?? prefix.group);
  const group = groupAt && name.slice(groupAt.from, groupAt.to);
  if (outcome === 'unmatched') {
    const where = name === '' ? undefined : mismatchOf(name, scene);
    const summary = where?.message ?? text(name === '' ? 'mask.emptyName' : 'mask.unmatched');
    return { name, outcome, summary, group, groupAt, ...readings, mismatch: where };
  }
  const said = summaryOf({ name, outcome, group }, pattern, scene);
  return { name, ...said, group, groupAt, ...readings, mismatch: undefined };
}

/** A mask with a group is meant as a pattern. */
function outcomeOf(pattern: Reading, prefix: Reading, { parts }: Scene): Outcome {
  if (pattern.result === 'matched') return pattern.group ? 'matched' : 'doubtful';
  if (prefix.result === 'matched' && parts.groups === 0) return 'doubtful';
  return pattern.result === 'untested' ? 'untested' : 'unmatched';
}

function summaryOf(
  { name, outcome, group }: Pick<NameTrial, 'name' | 'outcome' | 'group'>,
  pattern: Reading,
  { parts, groups }: Scene,
): Pick<NameTrial, 'outcome' | 'summary'> {
  const doubtful = (summary: string) => ({ outcome: 'doubtful' as const, summary });
  if (outcome === 'untested') return { outcome, summary: text('mask.untested') };
  if (group === undefined) return doubtful(text('mask.noGroup'));
  const data = { group: quoted(group) };
  if (group.trim() === '') return doubtful(text('mask.nothingLeft'));
  if (group !== group.trim()) return doubtful(text('mask.blankGroup', data));
  const placeholder = placeholderIn(name);
  if (placeholder !== undefined) {
    return doubtful(text('mask.samplePart', { ...data, placeholder: quoted(placeholder) }));
  }
  if (!pattern.group) return doubtful(text('mask.prefixOnly', data));
  if (parts.groups > 1) return doubtful(text('mask.severalGroups', data));
  const known = groups.find((each) => each.toLowerCase() === group.toLowerCase());
  if (known !== undefined && !groups.includes(group)) {
    return doubtful(text('mask.otherGroup', { ...data, known: quoted(known) }));
  }
  return { outcome, summary: text('mask.matched', data) };
}

function readAsPattern(name: string, { pattern, problem, mostSteps }: Scene): Reading {
  if (!pattern) {
    const sentence = problem?.message ?? '';
    return { result: 'untested', group: undefined, sentence };
  }
  if (isTooMuch(name, pattern, mostSteps)) {
    return { result: 'untested', group: undefined, sentence: text('mask.tooMuch') };
  }
  const captured = pattern.groupsIn(name);
  if (!captured) {
    return { result: 'unmatched', group: undefined, sentence: text('mask.pattern.unmatched') };
  }
  const group = captured.find((each) => each !== undefined);
  const sentence = group
    ? text('mask.pattern.matched', { group: quoted(name.slice(group.from, group.to)) })
    : text('mask.pattern.noGroup');
  return { result: 'matched', group, sentence };
}

function readAsPrefix(name: string, { parts }: Scene): Reading {
  const prefix = prefixOf(parts);
  if (!prefix) {
    return { result: 'untested', group: undefined, sentence: text('mask.prefix.none') };
  }
  const data = { prefix: quoted(prefix) };
  if (!name.startsWith(prefix)) {
    const sentence = text('mask.prefix.unmatched', data);
    return { result: 'unmatched', group: undefined, sentence };
  }
  const group = { from: prefix.length, to: name.length };
  const sentence = text('mask.prefix.matched', { ...data, group: quoted(name.slice(group.from)) });
  return { result: 'matched', group, sentence };
}

function mismatchOf(name: string, scene: Scene): Mismatch | undefined {
  const { before, group, behind } = scene.parts;
  const start = before && firstDifference(name, before);
  if (start) return explainStart(start);
  const end = before && group?.takesAny && behind && lastDifference(name, behind);
  return end ? explainEnd(end) : furthest(name, scene);
}
