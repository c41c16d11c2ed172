import type { ConfigDocument } from '../model/document';
import { EntityEdit } from '../model/edit';
import type { Entity } from '../model/entity';
import { applyEdits, type TextEdit } from '../text/edit';
import type { Fix } from './finding';
import type { FixPlan, RuleMeta } from './rule';
import { removeSuppression } from './suppressions';

/**
 * What a rule plans, as a fix of the document; all but its title. Edits are made when they are
 * asked for.
 */
export function fixOf(
  plan: FixPlan<string>,
  { id, fix }: RuleMeta,
  entity: Entity | undefined,
  document: ConfigDocument,
): Omit<Fix, 'title'> {
  if (fix === 'none') throw new Error(`${id} says that it has no fix.`);
  const safety = plan.safety ?? fix;
  if ('erases' in plan) {
    return { safety, edits: () => plan.erases.map((span) => ({ span, newText: '' })) };
  }
  if ('opens' in plan) return { safety: 'editor-only', edits: () => [], opens: plan.opens };
  if ('removes' in plan) {
    return { safety, edits: () => removeSuppression(document.text, plan.removes) };
  }
  if (!('edit' in plan)) return { safety, edits: () => [], renames: plan.renames };
  const planned = () => {
    if (!entity) throw new Error(`${id} edits without an entity.`);
    const edit = new EntityEdit(entity);
    plan.edit(edit);
    return edit;
  };
  return {
    safety,
    renames: plan.renames,
    note: plan.note,
    edits: () => sound(planned().textEdits(document), document),
    texts: () => planned().texts,
  };
}

/**
 * An anchor of YAML may stand in what is removed while its alias stays; such edits are not made.
 */
function sound(edits: readonly TextEdit[], document: ConfigDocument): readonly TextEdit[] {
  const { text, syntax, problems } = document;
  if (syntax.id !== 'yaml' || !text.includes('&')) return edits;
  const after = syntax.parse(applyEdits(text, edits)).problems;
  return after.length > problems.length ? [] : edits;
}
