import { type Span, span } from '../text/span';
import { json } from './json';
import { jsonTyping } from './json-typing';
import type { Flavour } from './properties-flavours';
import { writeKey, writeText } from './properties-write';
import { lineBreakOf, lineEnd, lineStart, skipBlanks, skipBlanksBack } from './source-lines';
import type { ParsedText } from './syntax';
import type { ConfigNode } from './tree';
import { type Draft, type DraftMember, type Typing, typingAt } from './typing';

/** How what is typed in a text of keys and values can be understood: a line is one of them. */
export function propertiesTyping(
  flavour: Flavour,
  text: string,
  offset: number,
  { root }: ParsedText,
): readonly Typing[] {
  const start = lineStart(text, offset);
  const first = skipBlanks(text, start);
  const goesOn = flavour.escapes === 'everywhere' && /\\\r?\n$/.test(text.slice(0, start));
  if (goesOn || isWithinText(root, start) || /[[#!;]/.test(text[first] ?? '')) return [];
  const key = signOf(flavour, text, first, offset);
  return key === undefined || key > offset
    ? keyTyping(flavour, text, offset, first, key !== undefined)
    : valueTyping(flavour, text, offset, key);
}

/** Whether a text in quotes goes on at the beginning of a line. */
function isWithinText(node: ConfigNode | undefined, start: number): boolean {
  if (!node || node.span.start >= start || node.span.end <= start) return false;
  if (node.type === 'scalar') return true;
  return node.type === 'object' && node.properties.some(({ value }) => isWithinText(value, start));
}

/** Where the separator ends on the line of a key. */
function signOf(flavour: Flavour, text: string, first: number, offset: number): number | undefined {
  const end = lineEnd(text, offset);
  const key = flavour.keyAt(text, first, end);
  const sign = key && text.slice(key.span.end, key.behind).includes('=');
  const colon = key && text.slice(key.span.end, key.behind).includes(':');
  return key && (sign || colon) ? key.behind : undefined;
}

function keyTyping(
  flavour: Flavour,
  text: string,
  offset: number,
  first: number,
  keyOnly: boolean,
): readonly Typing[] {
  const exported = /^export[ \t]+/.exec(text.slice(first, offset))?.[0].length ?? 0;
  const start = Math.min(first, offset) + exported;
  const end = offset + /^[^\s=:]*/.exec(text.slice(offset, lineEnd(text, offset)))![0].length;
  if (!keyOnly && text.slice(end, lineEnd(text, offset)).trim() !== '') return [];
  const separator = separatorOf(flavour, text);
  const habit = { ...habitOf(flavour, text), exported: exported > 0, separator };
  const line = ([key, draft]: DraftMember) =>
    writeKey(key, flavour) + separator + written(draft, habit);
  const members = (all: readonly DraftMember[]) =>
    keyOnly ? writeKey(all[0]?.[0] ?? '', flavour) : all.map(line).join(lineBreakOf(text));
  const place = { text, offset, word: span(start, end), after: keyOnly ? '' : '=', keyOnly };
  return [typingAt(place, { members, part: (said) => said })];
}

/** As the first assignment is written. */
function separatorOf(flavour: Flavour, text: string): string {
  const comment = `[${flavour.commentMarkers}[]`;
  const line = new RegExp(`^(?!\\s|${comment})[^\\s=:]+([ \\t]*[=:][ \\t]?)[^\\s]`, 'm').exec(text);
  return line?.[1] ?? flavour.separator;
}

const habitOf = (flavour: Flavour, text: string) => ({
  flavour,
  separator: flavour.separator,
  exported: false,
  quote: '',
  source: '',
  lineBreak: lineBreakOf(text),
});

type Habit = ReturnType<typeof habitOf>;

function written(draft: Draft, habit: Habit): string {
  const text = Array.isArray(draft) ? draft.join(',') : String(draft);
  return text === '' ? '' : writeText(text, habit);
}

function valueTyping(
  flavour: Flavour,
  text: string,
  offset: number,
  behind: number,
): readonly Typing[] {
  const from = Math.min(skipBlanks(text, behind), offset);
  const quote = text[from] ?? '';
  const habit = habitOf(flavour, text);
  // Of a list, or of what is quoted, only a part would be replaced.
  if (offset === from && isOpening(text[skipBlanks(text, from)] ?? '', flavour)) return [];
  if (offset > from && quote !== '' && flavour.quotes.includes(quote)) {
    const end = lineEnd(text, offset);
    const last = text.lastIndexOf(quote, end - 1);
    const close = last > from ? last : undefined;
    if (close !== undefined && close < offset) return [];
    const tail = close === undefined ? quote : '';
    const word = span(from + 1, close ?? skipBlanksBack(text, end));
    const content = span(word.start, Math.max(word.end, offset));
    if (quote === '"' && isBetweenItems(text.slice(word.start, offset))) return [];
    if (quote !== '"' && isList(text, content)) return listTyping(text, offset, content, tail);
    const part = (said: string) => (quote === '"' ? said.replaceAll('"', '\\"') : said) + tail;
    const value = (draft: Draft) => part(String(draft));
    const place = { text, offset, word: content, after: tail };
    return [typingAt(place, { value, part })];
  }
  const line = text.slice(from, lineEnd(text, offset));
  const marker = flavour.markersBehind
    ? line.search(new RegExp(`(^|[ \\t])[${flavour.markersBehind}]`))
    : -1;
  const end = skipBlanksBack(text, from + (marker < 0 ? line.length : marker));
  const word = span(from, Math.max(end, offset));
  if (isList(text, word)) return listTyping(text, offset, word, '');
  const value = (draft: Draft) => written(draft, habit);
  const next = text[word.end] ?? '';
  const trail = next !== '' && flavour.markersBehind.includes(next) ? ' ' : '';
  const place = { text, offset, word, after: trail };
  return [typingAt(place, { value, part: (said) => said })];
}

const isOpening = (sign: string, { quotes }: Flavour): boolean =>
  sign !== '' && (sign === '[' || quotes.includes(sign));

/**
 * Whether a value is an array of JSON, or can become one. Other brackets hold words without quotes.
 */
const isList = (text: string, { start, end }: Span): boolean =>
  /^\[\s*("|[^\s'",[\]{}]*\s*\]?$)/.test(text.slice(start, end));

/** Whether the cursor stands in an array whose quotes are escaped, and in none of its items. */
const isBetweenItems = (before: string): boolean =>
  before.startsWith('[') && before.split('\\"').length % 2 === 1;

/** In an array of JSON, which may be open, a text is typed as JSON. */
function listTyping(
  text: string,
  offset: number,
  { start, end }: Span,
  tail: string,
): readonly Typing[] {
  const list = text.slice(start, end);
  const missing = (list.endsWith(']') ? '' : ']') + tail;
  const moved = (at: Span) => span(at.start + start, at.end + start);
  const found = jsonTyping(list, offset - start, json.parse(list), false);
  return found.flatMap(({ probe, word, also, shift, value }): readonly Typing[] => {
    if (!value || (missing !== '' && word.end < list.length)) return [];
    const part = (said: string) => value(said) + missing;
    return [
      {
        probe: text.slice(0, start) + probe + missing + text.slice(end),
        shift,
        word: moved(word),
        also: also.map((each) => ({ ...each, span: moved(each.span) })),
        keyOnly: false,
        value: (draft) => value(draft) + missing,
        part,
      },
    ];
  });
}
