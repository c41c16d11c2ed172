import type { Result } from 'sarif';
import type { Finding, Fix } from '../rules/finding';
import { sarifMessage } from './sarif-message';
import type { PlaceOf } from './sarif-report';

/**
 * The fixes of a finding that can be said as edits of its file and that write nothing that is
 * masked there.
 */
export function sarifFixes(
  { fixes }: Finding,
  place: PlaceOf,
  hides: (fix: Fix) => boolean,
): Pick<Result, 'fixes'> {
  const sayable = fixes
    .filter(({ safety, opens, renames }) => safety !== 'editor-only' && !opens && !renames)
    .filter((fix) => !hides(fix))
    .flatMap((fix) => fixOf(fix, place));
  return sayable.length > 0 ? { fixes: sayable } : {};
}

function fixOf({ title, safety, edits }: Fix, place: PlaceOf): NonNullable<Result['fixes']> {
  const made = edits();
  if (made.length === 0) return [];
  const [first] = made.map(({ span }) => place(span).physicalLocation);
  const replacements = made.map(({ span, newText }) => ({
    deletedRegion: place(span).physicalLocation.region,
    insertedContent: { text: newText },
  }));
  return [
    {
      description: sarifMessage(title),
      artifactChanges: [{ artifactLocation: first?.artifactLocation ?? {}, replacements }],
      properties: { safety },
    },
  ];
}
