import { CST } from 'yaml';
import type { BlockItem } from './yaml-items';

type Signs = readonly CST.SourceToken[];
type Value = CST.Token | null | undefined;

/**
 * Whether a document is so ordinary that the library cannot find a mistake in it, which spares asking: no tags,
 * anchors, aliases, explicit keys or tabs between tokens, and each key a scalar of one line with its colon.
 * `false` says nothing. Only for what is not nested too deep.
 */
export const isFlawless = ({ start, value, end }: CST.Document): boolean =>
  count('doc-start', start, true) <= 1 && count('', end, true) === 0 && isValue(value, start);

/** A value, and the signs that it stands behind. */
function isValue(token: Value, signs: Signs = []): boolean {
  switch (token?.type) {
    case undefined:
      return true;
    case 'block-map':
      return isBelow(signs) && token.items.every((item, at) => isMember(item, at, token));
    case 'block-seq':
      return isBelow(signs) && token.items.every(isItem);
    case 'flow-collection':
      return isFlow(token);
    default:
      return isScalar(token);
  }
}

/** What has no brackets may begin on the line of a dash, but not on that of a colon. */
const isBelow = (signs: Signs): boolean =>
  signs.every(({ type }) => type !== 'map-value-ind' && type !== 'doc-start') ||
  signs.some(({ type }) => type === 'newline');

function isMember(item: BlockItem, at: number, { items, indent }: CST.BlockMap): boolean {
  if (count('', item.start, true) !== 0) return false;
  // The comments at the end of a mapping look like a member.
  if (!item.key && !item.sep) return !item.value && at === items.length - 1;
  return isPair(item) && (item.key as CST.FlowScalar).indent === indent;
}

function isItem({ start, value }: BlockItem): boolean {
  const dashes = count('seq-item-ind', start, true);
  return dashes === 1 ? isValue(value, start) : dashes === 0 && !value;
}

function isFlow({ start, items, end: [closing, ...end] }: CST.FlowCollection): boolean {
  const isMap = start.type === 'flow-map-start';
  if (closing?.type !== (isMap ? 'flow-map-end' : 'flow-seq-end')) return false;
  if (count('', end, false) !== 0) return false;
  return items.every((item: BlockItem, at) => {
    const commas = count('comma', item.start, false);
    const needed = Math.min(at, 1);
    if (!item.sep && !item.value) return at === items.length - 1 && commas <= needed;
    if (commas !== needed || /^block-(?:map|seq)$/.test(item.value?.type ?? '')) return false;
    return isMap ? isPair(item) : !item.sep && isValue(item.value);
  });
}

const isPair = ({ key, sep, value }: BlockItem): boolean =>
  isScalar(key) &&
  key.type !== 'block-scalar' &&
  !key.source.includes('\n') &&
  !key.end &&
  count('map-value-ind', sep, false) === 1 &&
  isValue(value, sep);

function isScalar(token: Value): token is CST.FlowScalar | CST.BlockScalar {
  if (!token || !CST.isScalar(token)) return false;
  let flawless = true;
  CST.resolveAsScalar(token, true, () => {
    flawless = false;
  });
  return flawless;
}

/** How often a sign stands among blanks and comments; not a number where anything else is there. */
function count(sign: string, signs: Signs = [], startsLine: boolean): number {
  let found = 0;
  let spaced = startsLine;
  for (const { type, source } of signs) {
    if (type === sign) found++;
    else if (type === 'comment' ? !spaced : type !== 'newline' && type !== 'space')
      return Number.NaN;
    else if (type === 'space' && source.includes('\t')) return Number.NaN;
    spaced = type === 'newline' || type === 'space';
  }
  return found;
}
