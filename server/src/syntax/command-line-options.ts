import type { Span } from '../text/span';
import { CONFIG, type CommandPlace, type Outer, type Word, type Words } from './command-line-words';
import type { ObjectNode, Property, ScalarNode } from './tree';

/** The names of options that are given a technical account. */
export const IMS_OPTION = /^setims\w*auth$/i;

/** The command with these words; undefined where it does not configure. */
export function commandOf(
  name: Span,
  outer: Outer | undefined,
  { words, quoted }: Words,
): CommandPlace | undefined {
  const [config] = words;
  if (config?.text.toLowerCase() !== CONFIG) return undefined;
  const properties = words.flatMap((word, index) => optionOf(word, words[index + 1]) ?? []);
  const span = { start: name.start, end: words.at(-1)?.end ?? name.end };
  const node: ObjectNode = { type: 'object', span, nameSpan: name, properties };
  return { node, outer, quoted, behindConfig: config.end };
}

/** People write `=` where nlserver takes a colon; what was meant is plain. */
const OPTION = /^-+([A-Za-z]\w*)(:+|=)?/;

function optionOf(word: Word, next: Word | undefined): Property | undefined {
  const [all, key, colons] = OPTION.exec(word.text) ?? [];
  if (all === undefined || key === undefined) return undefined;
  const name = all.length - (colons?.length ?? 0);
  const keySpan = { start: word.offsets[0]!, end: word.offsets[name - 1]! + 1 };
  const isApart = all.length === word.text.length && !colons && IMS_OPTION.test(key);
  // A blank in the place of the colon: what follows is what was meant.
  if (isApart && next && !OPTION.test(next.text)) {
    const value = scalarOf(next, 0);
    return { key, keySpan, span: { start: word.start, end: next.end }, value };
  }
  const value = scalarOf(word, all.length);
  return { key, keySpan, span: { start: word.start, end: word.end }, value };
}

/** The text of a word from one of its units on. */
function scalarOf(word: Word, from: number): ScalarNode {
  const text = word.text.slice(from);
  const behindColon = from === 0 ? word.start : word.offsets[from - 1]! + 1;
  const offsets = text === '' ? [behindColon] : word.offsets.slice(from);
  const content = { start: offsets[0]!, end: offsets.at(-1)! };
  // Quotes that are open before the value are those of the word.
  const isInside = from > 0 && word.isQuoted[from - 1] === true;
  const span = isInside ? content : { start: behindColon, end: Math.max(word.end, content.end) };
  const isVerbatim = offsets.every((offset, index) => offset === content.start + index);
  return {
    type: 'scalar',
    span,
    value: text,
    text,
    content,
    offsets: isVerbatim ? undefined : offsets,
  };
}
