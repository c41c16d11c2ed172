import { type Span, span } from '../text/span';
import { skipBlanks } from './source-lines';
import { closingQuote, type Draft, type DraftMember, type Typing, typingAt } from './typing';
import { flowMembers, flowText } from './yaml-draft';
import { escapeText, writeText } from './yaml-write';

/** What stands before the cursor inside of brackets. */
export interface Flow {
  readonly stack: readonly string[];
  /** What was last: a bracket, a comma, a colon or a value. */
  readonly last: '[' | '{' | ',' | ':' | 'value';
  readonly lastEnd: number;
  readonly quote: number | undefined;
}

/** Reads from an opening bracket to the cursor, sign by sign. */
export function scanFlow(text: string, from: number, offset: number): Flow {
  const stack: string[] = [];
  let last: Flow['last'] = ',';
  let lastEnd = from;
  const word = flowWord(text, offset).start;
  for (let at = from; at < word; ) {
    const unit = text[at]!;
    const opens = (unit === '"' || unit === "'") && last !== 'value';
    if (opens) {
      const close = closingYamlQuote(text, at + 1, unit);
      if (close === undefined || offset <= close) return { stack, last, lastEnd, quote: at };
      at = close + 1;
      last = 'value';
      lastEnd = at;
    } else {
      at++;
      if (/\s/.test(unit)) continue;
      if (unit === '[' || unit === '{') stack.push(unit);
      if (unit === ']' || unit === '}') stack.pop();
      const isSign = unit === '[' || unit === '{' || unit === ',';
      last = isSign ? unit : isColon(text, at - 1) ? ':' : 'value';
      lastEnd = at;
    }
  }
  return { stack, last, lastEnd, quote: undefined };
}

/** Where a text of YAML between quotes ends on its line; undefined where it is open. */
export const closingYamlQuote = (text: string, from: number, quote: string): number | undefined =>
  closingQuote(text, from, quote, quote === '"' ? 'backslash' : 'doubled');

/** Whether a key ends there. */
const isColon = (text: string, at: number): boolean =>
  text[at] === ':' && /[\s,[\]{}"']|^$/.test(text[at + 1] ?? '');

/** A word between signs; blanks in the middle belong to it, but not the colon of a key. */
function flowWord(text: string, offset: number): Span {
  const isUnit = (at: number) =>
    at >= 0 && at < text.length && !/[\s,[\]{}"']/.test(text[at]!) && !isColon(text, at);
  const joins = (at: number) =>
    text[at] === ' ' && isUnit(at - 1) && isUnit(at + 1) && at + 1 < offset;
  let start = offset;
  while (isUnit(start - 1) || joins(start - 1)) start--;
  let end = offset;
  while (isUnit(end) && text[end] !== '#') end++;
  return span(start, end);
}

/** An item on the next line; a key there shows that the brackets are open. */
const ITEM_BELOW = /^\r?\n\s*(?:["'][^"'\r\n]*["']|[\w.][^\s,:\]]*)[ \t]*(?:[,\]\r\n]|$)/;

/** How what is typed inside of brackets can be understood. */
export function flowTyping(text: string, offset: number, flow: Flow): readonly Typing[] {
  const isKey = flow.stack.at(-1) === '{' && flow.last !== ':';
  if (flow.quote !== undefined) return quotedTyping(text, offset, flow.quote, isKey, /[\s,\]}]/);
  const word = flowWord(text, offset);
  const needsComma = flow.last === 'value';
  // Two edits at one place might be made in either order.
  const lead = needsComma && flow.lastEnd === word.start ? ', ' : '';
  const isApart = needsComma && lead === '';
  const also = isApart ? [{ span: span(flow.lastEnd, flow.lastEnd), newText: ',' }] : [];
  const next = skipBlanks(text, word.end);
  const ends = /[,\]}\r\n#]|^$/.test(text[next] ?? '');
  const keyOnly = isKey && text[next] === ':';
  // Between a key and its colon nothing can stand.
  if (keyOnly && needsComma) return [];
  const isBeforeItem = !isKey && flow.stack.at(-1) === '[' && ITEM_BELOW.test(text.slice(next));
  const trail = keyOnly ? '' : isBeforeItem ? ',' : ends ? '' : ', ';
  const members = (all: readonly DraftMember[]) =>
    keyOnly ? writeText(all[0]?.[0] ?? '', 'key', '') : lead + flowMembers(all) + trail;
  const blank = flow.last === ':' && word.start === flow.lastEnd ? ' ' : '';
  const value = (draft: Draft) => lead + blank + flowText(draft) + trail;
  const before = needsComma ? ', ' : blank;
  const place = { text, offset, word, before, after: trail, also, keyOnly };
  const writes = isKey ? { members } : { value };
  return [typingAt(place, { ...writes, part: (said) => said })];
}

/** Inside of quotes, which may be open; what ends the word there is another matter in brackets. */
export function quotedTyping(
  text: string,
  offset: number,
  open: number,
  isKey: boolean,
  stop: RegExp,
): readonly Typing[] {
  const quote = text[open]!;
  const close = closingYamlQuote(text, Math.max(offset, open + 1), quote);
  let end = close ?? offset;
  while (close === undefined && end < text.length && !stop.test(text[end]!)) end++;
  const after = close === undefined ? quote : '';
  const part = (said: string) => escapeText(said, quote) + after;
  const keyOnly = isKey && close !== undefined && text[skipBlanks(text, close + 1)] === ':';
  const place = { text, offset, word: span(open + 1, end), after, keyOnly };
  if (isKey && !keyOnly) {
    const word = span(open + 1, close === undefined ? end : close + 1);
    const members = ([first, ...rest]: readonly DraftMember[]) =>
      first
        ? `${escapeText(first[0], quote)}${quote}: ${flowText(first[1])}${rest.length > 0 ? `, ${flowMembers(rest)}` : ''}`
        : '';
    return [typingAt({ ...place, word, after: `${after}:` }, { members, part })];
  }
  if (keyOnly) {
    const members = ([first]: readonly DraftMember[]) => part(first?.[0] ?? '');
    return [typingAt(place, { members, part })];
  }
  const value = (draft: Draft) => part(Array.isArray(draft) ? draft.join(',') : String(draft));
  return [typingAt(place, { value, part })];
}
