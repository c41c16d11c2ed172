import type { ConfigDocument } from '../model/document';
import type { Entity, Field } from '../model/entity';
import { fill } from '../text/message';
import type { Finding } from './finding';
import { fixOf } from './fix';
import type { Data, FixPlan, Problem, Rule } from './rule';
import type { Level } from './settings';

/** What becomes of what rules report. */
export interface Reporting {
  readonly document: ConfigDocument;
  readonly levels: Readonly<Record<string, Level>>;
  /** Rules that stay silent because somebody else reports the same. */
  readonly silent: readonly string[] | undefined;
  /** Texts in another language, by `rule/message`. */
  readonly translations: Readonly<Record<string, string>> | undefined;
  /** Takes secrets out of a text. */
  readonly redact: (text: string) => string;
  /** Whether no line of it is broken. */
  readonly isWhole: (entity: Entity | undefined) => boolean;
}

/**
 * A problem as a finding, with its level and its texts without secrets; undefined where nobody
 * wants to hear of it. `asked` is the entity that the rule was asked about. Throws where the rule
 * has no such text, which is a bug.
 */
export function findingOf(
  { meta }: Rule,
  problem: Problem<string, string>,
  asked: Entity | undefined,
  { document, levels, silent, translations, redact, isWhole }: Reporting,
): Finding | undefined {
  const usual = meta.offByDefault ? 'off' : (problem.severity ?? meta.severity);
  const level = levels[meta.id] ?? usual;
  if (level === 'off' || silent?.includes(meta.id)) return undefined;
  const say = (table: Readonly<Record<string, string>>, id: string, data: Data | undefined) => {
    const template = translations?.[`${meta.id}/${id}`] ?? table[id];
    if (template === undefined) throw new Error(`${meta.id} has no text "${id}".`);
    return redact(fill(template, data));
  };
  const entity = problem.entity ?? asked;
  const plans = [problem.fix ?? []].flat() as readonly FixPlan<string>[];
  // What moves or removes fields would leave the rest of a broken line behind.
  const applicable = plans.filter(
    (plan) => isWhole(entity) || !('edit' in plan) || (plan.safety ?? meta.fix) === 'safe',
  );
  return {
    rule: meta.id,
    severity: level,
    span: problem.at,
    about: entity ? [entity] : [],
    lacks: problem.lacks ?? [],
    message: say(meta.messages, problem.message, problem.data),
    fixes: applicable.map((plan) => ({
      title: say(meta.fixes ?? {}, plan.title, plan.data),
      ...fixOf(plan, meta, entity, document),
    })),
    related: (problem.related ?? []).map(({ at, message, data, document: where }) => ({
      span: at,
      message: say(meta.messages, message, data),
      ...(where && where !== document && { document: where }),
    })),
  };
}

/**
 * Tells entities without broken lines; of each it finds out once, since one may have many findings.
 */
export function wholeness(broken: ReadonlySet<string>): Reporting['isWhole'] {
  const known = new Map<Entity, boolean>();
  return (entity) => {
    if (!entity || broken.size === 0) return true;
    const isBroken = ({ key }: Field) => broken.has(key);
    const isWhole = known.get(entity) ?? ![...entity.fields.values()].flat().some(isBroken);
    known.set(entity, isWhole);
    return isWhole;
  };
}
