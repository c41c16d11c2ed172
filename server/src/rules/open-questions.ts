import type { ConfigDocument } from '../model/document';
import { type Entity, likenessOf } from '../model/entity';
import type { EntityRule, RuleContext } from './rule';

/**
 * What checks found out about entities, by what stays the same where an entity says the same.
 * Whoever checks a text again and again keeps it for the next time; what is not found in it is
 * asked.
 */
export type CheckMemory = WeakMap<object, Remembered>;

/** Which questions about an entity may have another answer than nothing. */
export interface OpenQuestions {
  /** The names of the fields whose values and violations are among them. */
  readonly fields: readonly string[];
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

/** The memory as one check uses it. */
export interface Recall {
  /** What is left to be asked about an entity; undefined where all is. */
  open(entity: Entity): OpenQuestions | undefined;
  /** Keeps what is left for the next time. */
  leave(entity: Entity, open: OpenQuestions): void;
}

/** What is remembered for the situation of a check. */
export function recall(
  memory: CheckMemory,
  { today, tracked, template, broken }: RuleContext,
): Recall {
  const situation = `${today} ${tracked} ${template} ${broken.size}`;
  return {
    open(entity) {
      const known = memory.get(likenessOf(entity) ?? entity);
      const isSame =
        known?.dialect === entity.dialect &&
        known.label === entity.label &&
        known.situation === situation;
      return isSame ? known : undefined;
    },
    leave(entity, open) {
      const key = likenessOf(entity);
      // Of a key that was read in part nothing is known for certain.
      if (!key || broken.size > 0) return;
      const { dialect, label } = entity;
      memory.set(key, { ...open, dialect, label, situation });
    },
  };
}
