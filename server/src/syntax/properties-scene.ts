import { firstTouching, type Span } from '../text/span';
import type { Flavour } from './properties-flavours';
import type { Habit } from './properties-write';
import { lineBreakOf, lineStart } from './source-lines';
import type { Comment, ParsedText } from './syntax';
import type { Property, ScalarNode } from './tree';

/** A text that is edited, with all that a change must know. */
export interface PropertiesScene {
  readonly flavour: Flavour;
  readonly text: string;
  readonly lineBreak: string;
  /** In the order of the text; those of a section are inside of it. */
  readonly top: readonly Property[];
  readonly comments: readonly Comment[];
}

export type Assignment = Property & { readonly value: ScalarNode };

export function sceneOf(
  flavour: Flavour,
  text: string,
  { root, comments }: ParsedText,
): PropertiesScene {
  const top = root?.type === 'object' ? root.properties : [];
  return { flavour, text, lineBreak: lineBreakOf(text), top, comments };
}

/**
 * The assignment whose value this is. A text may have very many, so that nobody looks at all of
 * them.
 */
export function assignmentOf({ top }: PropertiesScene, { span }: ScalarNode) {
  const found = firstTouching(top, span.start);
  const inside = found?.value.type === 'object' ? found.value.properties : undefined;
  const property = inside ? firstTouching(inside, span.start) : found;
  return property && isAssignment(property) && property.value.span.start === span.start
    ? property
    : undefined;
}

/** The first assignment of the text, in a section or before all of them. */
export function firstAssignment({ top }: PropertiesScene): Assignment | undefined {
  for (const each of top) {
    if (isAssignment(each)) return each;
    const first = each.value.type === 'object' && each.value.properties.find(isAssignment);
    if (first) return first;
  }
  return undefined;
}

/** Whether it is a section with all that stands in it. */
export const isSection = ({ value }: Property): boolean => value.type === 'object';

export const isAssignment = (property: Property): property is Assignment =>
  property.value.type === 'scalar';

/** What stands before a key on its line: blanks, and `export`. */
export const leadOf = (text: string, { keySpan }: Property): string =>
  text.slice(lineStart(text, keySpan.start), keySpan.start);

/** How an assignment is written. */
export function habitOf(scene: PropertiesScene, assignment: Assignment): Habit {
  const { flavour, text, lineBreak } = scene;
  const { span, content } = assignment.value;
  return {
    flavour,
    lineBreak,
    separator: separatorOf(scene, assignment),
    exported: leadOf(text, assignment).trim() === 'export',
    quote: content.start > span.start ? text.slice(span.start, content.start) : '',
    source: text.slice(span.start, span.end),
  };
}

/** What stands between a key and its value, or would stand there. */
function separatorOf(scene: PropertiesScene, { keySpan, value }: Assignment): string {
  const written = scene.text.slice(keySpan.end, value.span.start);
  return written + missingBlank(scene, written, value.span);
}

/** Where no value stands yet, the blank or the sign that has to stand before it. */
export function missingBlank(
  { flavour }: PropertiesScene,
  separator: string,
  { start, end }: Span,
): string {
  if (start < end) return '';
  if (separator === '') return flavour.separator;
  return /^[ \t]|:/.test(separator) && /[=:]$/.test(separator) ? ' ' : '';
}
