/** How a value is written. */
export type Shape = keyof typeof SHAPES;

/** What a shape says of the tree, and of the texts in it. */
export interface ShapeForm {
  /** What stands there in the tree. */
  readonly node: 'scalar' | 'array' | 'either';
  /**
   * How several texts are written in it. `none`: it holds one. `lines`: the lines of one are
   * several.
   */
  readonly list: 'none' | 'array' | 'commas' | 'json' | 'jcr' | 'lines';
  /** Another form that is understood. */
  readonly also?: 'one' | 'commas' | 'json';
}

const SHAPES = {
  /** One text. */
  text: { node: 'scalar', list: 'none' },
  /** An array of texts. */
  list: { node: 'array', list: 'array' },
  /** One text with commas. */
  'comma-text': { node: 'scalar', list: 'commas' },
  /** The same, where blanks do not count and an array of JSON is read for what it means. */
  'comma-list': { node: 'scalar', list: 'commas', also: 'json' },
  /** An array, or a text with commas. */
  'list-or-comma-text': { node: 'either', list: 'array', also: 'commas' },
  /** One text, or an array of texts. */
  'text-or-list': { node: 'either', list: 'array', also: 'one' },
  /** A text that holds an array of JSON. */
  'json-text': { node: 'scalar', list: 'json' },
  /** The same, or one text. */
  'text-or-json-text': { node: 'scalar', list: 'json', also: 'one' },
  /** The same, or a text with commas. */
  'comma-or-json-text': { node: 'scalar', list: 'json', also: 'commas' },
  /** An array, or a text that holds one of JSON. */
  'list-or-json-text': { node: 'array', list: 'array', also: 'json' },
  /** A text in the form of a repository's XML (`{Boolean}true`), of which one is meant. */
  'jcr-text': { node: 'scalar', list: 'jcr', also: 'one' },
  /** Several texts in that form (`[a,b]`). */
  'jcr-list': { node: 'scalar', list: 'jcr' },
  /** The same, or a text with commas. */
  'jcr-list-or-comma-text': { node: 'scalar', list: 'jcr', also: 'commas' },
  /** One text, or an array of its lines. */
  lines: { node: 'either', list: 'lines' },
  /** `0` or `1`. */
  flag: { node: 'scalar', list: 'none' },
  /** Any value, which no rule takes apart. */
  any: { node: 'either', list: 'none' },
} as const satisfies Readonly<Record<string, ShapeForm>>;

export const shapeForm = (shape: Shape): ShapeForm => SHAPES[shape];

/** Whether a text of that shape is taken apart at its commas, be it the right form or a mistake. */
export function readsCommas(shape: Shape): boolean {
  const { list, also } = shapeForm(shape);
  // Where an array of JSON is meant, a text with commas is a list that was written in the wrong
  // form.
  return list === 'commas' || list === 'json' || also === 'commas';
}
