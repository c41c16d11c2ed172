import type { ConfigDocument } from '../model/document';
import { type Entity, likenessOf } from '../model/entity';
import type { EntityRule, RuleContext } from './rule';

/**
 * What checks found out about entities, by what stays the same where an entity says the same. Whoever checks a text
 * again and again keeps it for the next time; what is not found in it is asked.
 */
export type CheckMemory = WeakMap<object, Remembered>;

/** Which questions about an entity may have another answer than nothing. */
export interface OpenQuestions {
  /** Whether its values and violations are among them. */
  readonly fields: boolean;
  readonly rules: readonly EntityRule[];
}

interface Remembered extends OpenQuestions {
  readonly dialect: Entity['dialect'];
  readonly label: string | undefined;
  readonly situation: string;
}

/** Knows whether somebody asked for more than an entity itself tells, or had something to say. */
export interface Witness {
  heard: number;
}

/** The context of rules, of which a witness hears when somebody looks further than at an entity. */
export const witnessed = (context: RuleContext, witness: Witness): RuleContext => ({
  today: context.today,
  tracked: context.tracked,
  template: context.template,
  broken: context.broken,
  get document(): ConfigDocument {
    witness.heard++;
    return context.document;
  },
  get workspace() {
    witness.heard++;
    return context.workspace;
  },
});

/** What is left to be asked about an entity; undefined where all is. */
export function openQuestions(
  memory: CheckMemory,
  entity: Entity,
  context: RuleContext,
): OpenQuestions | undefined {
  const known = memory.get(likenessOf(entity) ?? entity);
  const isSame =
    known?.dialect === entity.dialect &&
    known.label === entity.label &&
    known.situation === situationOf(context);
  return isSame ? known : undefined;
}

/** Keeps what is left for the next time. */
export function leaveOpen(
  memory: CheckMemory,
  entity: Entity,
  context: RuleContext,
  open: OpenQuestions,
): void {
  const key = likenessOf(entity);
  // Of a key that was read in part nothing is known for certain.
  if (!key || context.broken.size > 0) return;
  const { dialect, label } = entity;
  memory.set(key, { ...open, dialect, label, situation: situationOf(context) });
}

const situationOf = ({ today, tracked, template, broken }: RuleContext): string =>
  `${today} ${tracked} ${template} ${broken.size}`;
