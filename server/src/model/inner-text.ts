import { json } from '../syntax/json';
import type { ScalarNode } from '../syntax/tree';
import { readJcrValue, writeJcrItem, writeJcrValue } from './jcr-value';
import { type Shape, type ShapeForm, shapeForm } from './shape';
import { valueKind } from './value';

/** A text in a text that is written in a notation of its own. */
export interface InnerText {
  readonly text: string;
  /** Where it stands in the outer text. */
  readonly from: number;
  readonly to: number;
  /** How another text is written in its place. */
  readonly write: (text: string) => string;
}

/**
 * The texts in a scalar of such a shape; undefined where the shape has no notation of its own, or
 * the text none of it.
 */
export function innerTexts(node: ScalarNode, shape: Shape): readonly InnerText[] | undefined {
  const { node: type, list, also } = shapeForm(shape);
  if (list === 'none') return type === 'scalar' ? loneTexts(node.text) : undefined;
  if (list === 'json') return jsonTexts(node.text) ?? bracketTexts(node.text);
  if (also === 'json') return jsonTexts(node.text);
  if (list !== 'jcr') return undefined;
  const { items, list: isList } = readJcrValue(node.text);
  if (also === 'commas' && !isList) return undefined;
  return items.map(({ text, from, to }) => ({
    text,
    from,
    to,
    write: (other) => writeJcrItem(other, isList),
  }));
}

/**
 * Whether a text is an array of JSON, which one with commas between brackets of other kinds is not.
 */
export const isJsonList = (text: string): boolean => /^\s*\[\s*("|\]\s*$)/.test(text);

/**
 * Whether a text begins as an array and does not end as one: the rest may stand on the next line.
 */
export const isCutOff = (text: string): boolean => /^\s*\[/.test(text) && !/\]\s*$/.test(text);

/** Whether a text is an array of JSON without a mistake. */
export function readsAsJson(text: string): boolean {
  if (!isJsonList(text)) return false;
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}

/** Where one text is meant, only what is certainly a list is taken for one. */
function loneTexts(text: string): readonly InnerText[] | undefined {
  if (IN_SINGLE_QUOTES.test(text)) return bracketTexts(text);
  if (!isJsonList(text)) return undefined;
  const { root, problems } = json.parse(text);
  const items = root?.type === 'array' && problems.length === 0 ? root.items : [];
  return items.length > 0 && items.every(({ type }) => type === 'scalar')
    ? jsonTexts(text)
    : undefined;
}

const IN_SINGLE_QUOTES = /^\s*\[\s*'[^']*'(\s*,\s*'[^']*')*\s*\]\s*$/;

/**
 * What people write for an array of JSON: `['a', 'b']`, `[a,b]`. One unquoted word in brackets is
 * mostly a blank.
 */
function bracketTexts(text: string): readonly InnerText[] | undefined {
  const inner = /^(\s*\[)([^[\]{}]*)\]\s*$/.exec(text);
  if (!inner?.[2] || (!/[,'"]/.test(inner[2]) && valueKind(text) === 'blank')) return undefined;
  let at = inner[1]!.length;
  return inner[2].split(',').map((part) => {
    const from = at + (/^[\s'"]*/.exec(part)?.[0].length ?? 0);
    let to = at + part.length;
    while (to > from && /[\s'"]/.test(text[to - 1]!)) to--;
    at += part.length + 1;
    return { text: text.slice(from, to), from, to, write: (other) => other };
  });
}

function jsonTexts(text: string): readonly InnerText[] | undefined {
  if (!isJsonList(text)) return undefined;
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
  const { list, also } = shapeForm(shape);
  if (list === 'jcr') return writtenJcr(value, also, before);
  const isJson = list === 'json' || (list === 'array' && also === 'json' && isJsonList(before));
  if (!isJson) return undefined;
  if (typeof value !== 'object') return String(value);
  const separator = separatorIn(before);
  const hasCommas = also === 'commas' && before.trim() !== '' && !/^\s*\[/.test(before);
  if (hasCommas) return value.join(separator);
  return JSON.stringify(value).replaceAll('","', `"${separator}"`);
}

const separatorIn = (text: string): string => (/,\s/.test(text) ? ', ' : ',');

function writtenJcr(
  value: string | boolean | readonly string[],
  also: ShapeForm['also'],
  before: string,
): string {
  const { type, list } = readJcrValue(before);
  const isOne = also === 'one' || (also === 'commas' && !list);
  if (isOne && typeof value === 'object')
    return writeJcrValue(value.join(separatorIn(before)), type);
  if (isOne) return writeJcrValue(value, type);
  return writeJcrValue(typeof value === 'string' && list ? [value] : value, type);
}
