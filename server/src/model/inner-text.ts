import { json } from '../syntax/json';
import type { ScalarNode } from '../syntax/tree';
import type { Shape } from './dialect';
import { readJcrValue, writeJcrItem, writeJcrValue } from './jcr-value';

/** A text in a text that is written in a notation of its own. */
export interface InnerText {
  readonly text: string;
  /** Where it stands in the outer text. */
  readonly from: number;
  readonly to: number;
  /** How another text is written in its place. */
  readonly write: (text: string) => string;
}

/** The texts in a scalar of such a shape; undefined where the shape has no notation of its own, or the text none of it. */
export function innerTexts(node: ScalarNode, shape: Shape): readonly InnerText[] | undefined {
  if (shape === 'json-text') return jsonTexts(node.text);
  if (shape === 'comma-list' && isJsonList(node.text)) return jsonTexts(node.text);
  if (shape !== 'jcr-text' && shape !== 'jcr-list') return undefined;
  const { items, list } = readJcrValue(node.text);
  return items.map(({ text, from, to }) => ({
    text,
    from,
    to,
    write: (other) => writeJcrItem(other, list),
  }));
}

/** Whether a text is an array of JSON, which one with commas between brackets of other kinds is not. */
export const isJsonList = (text: string): boolean => /^\s*\[\s*("|\]\s*$)/.test(text);

function jsonTexts(text: string): readonly InnerText[] | undefined {
  if (!/^\s*\[/.test(text)) return undefined;
  const { root } = json.parse(text);
  if (root?.type !== 'array') return undefined;
  return root.items.flatMap((item) => {
    if (item.type !== 'scalar') return [];
    const { start: from, end: to } = item.content;
    return [
      { text: item.text, from, to, write: (other: string) => JSON.stringify(other).slice(1, -1) },
    ];
  });
}

/** Writes texts as a text of that shape, the way the one that they replace was written. */
export function writeInner(
  value: string | boolean | readonly string[],
  shape: Shape,
  before: string,
): string | undefined {
  if (shape === 'json-text') {
    if (typeof value === 'string') return value;
    const written = JSON.stringify(value);
    return /,\s/.test(before) ? written.replaceAll('","', '", "') : written;
  }
  if (shape !== 'jcr-text' && shape !== 'jcr-list') return undefined;
  const { type } = readJcrValue(before);
  if (shape === 'jcr-list' && typeof value === 'string') return writeJcrValue([value], type);
  if (shape === 'jcr-text' && typeof value === 'object')
    return writeJcrValue(value.join(','), type);
  return writeJcrValue(typeof value === 'object' ? value : value, type);
}
