import { type Span, span } from '../text/span';
import { encodeKey, encodeText } from './osgi-config-string';
import { osgiConfigStyle, quoted, writtenList } from './osgi-config-style';
import { lineBreakOf, lineEnd, lineStart, skipBlanks } from './source-lines';
import type { ParsedText } from './syntax';
import type { ConfigNode } from './tree';
import { closingQuote, type Draft, type DraftMember, type Typing, typingAt } from './typing';

/** How what is typed in a `.config` of an OSGi container can be understood. */
export function osgiConfigTyping(
  text: string,
  offset: number,
  parsed: ParsedText,
): readonly Typing[] {
  const start = lineStart(text, offset);
  const list = listAround(text, parsed.root, offset);
  const head = HEAD.exec(text.slice(start, offset));
  if (list === undefined && !head) return keyTyping(text, offset, start, parsed);
  const from = list ?? start + head![0].length;
  return valueTyping(text, offset, from, parsed);
}

/** A key, its sign and the letter of a type. */
const HEAD = /^[ \t]*[^\s=#[\](),"]+[ \t]*=[ \t]*[A-Za-z]?(?=["[(]|$)/;

/** Where the bracket of a list over several lines opens. */
function listAround(
  text: string,
  root: ConfigNode | undefined,
  offset: number,
): number | undefined {
  const all = root?.type === 'object' ? root.properties : [];
  const found = all.find(({ value }) => {
    const { start, end } = value.span;
    const closed = /[\])]/.test(text[end - 1] ?? '');
    return value.type === 'array' && start < offset && (closed ? offset < end : offset <= end);
  });
  const bracket = found && text.slice(found.value.span.start).search(/[[(]/);
  return found && bracket !== undefined ? found.value.span.start + bracket : undefined;
}

function keyTyping(
  text: string,
  offset: number,
  start: number,
  { root }: ParsedText,
): readonly Typing[] {
  const from = Math.min(skipBlanks(text, start), offset);
  const before = text.slice(from, offset);
  if (/[\s="[\](),#]/.test(before)) return [];
  const rest = /^[^\s="[\](),#]*/.exec(text.slice(offset, lineEnd(text, offset)))![0];
  const word = span(from, offset + rest.length);
  const behind = text.slice(word.end, lineEnd(text, offset)).trim();
  const keyOnly = behind.startsWith('=');
  if (!keyOnly && behind !== '') return [];
  const style = osgiConfigStyle(text, root, []);
  const line = ([key, draft]: DraftMember) => encodeKey(key) + style.sign + valueText(draft, style);
  const members = (all: readonly DraftMember[]) =>
    keyOnly ? encodeKey(all[0]?.[0] ?? '') : all.map(line).join(lineBreakOf(text));
  const place = { text, offset, word, after: keyOnly ? '' : '=""', keyOnly };
  return [typingAt(place, { members, part: encodeText })];
}

type Style = ReturnType<typeof osgiConfigStyle>;

function valueText(draft: Draft, { list }: Style, type = ''): string {
  if (typeof draft === 'boolean' && type === '') return `B"${draft}"`;
  if (!Array.isArray(draft)) return quoted(String(draft));
  return writtenList(draft.map(String), undefined, list);
}

function valueTyping(
  text: string,
  offset: number,
  from: number,
  { root }: ParsedText,
): readonly Typing[] {
  const { open, inList, needsComma, lastEnd } = scan(text, from, offset);
  if (open !== undefined) return quotedTyping(text, offset, open, inList);
  if (!inList && text.slice(from, offset).trim() !== '') return [];
  const end = offset + /^[^\s",\])\\]*/.exec(text.slice(offset))![0].length;
  let start = offset;
  while (start > from && /[^\s",[(\\]/.test(text[start - 1]!)) start--;
  const word = span(inList ? start : offset, end);
  const trail = inList && text[nextSign(text, end)] === '"' ? ', ' : '';
  if (!inList && /["[(]/.test(text[nextSign(text, end)] ?? '') && !beginsLine(text, end)) return [];
  const isMissing = inList && needsComma;
  // Two edits at one place might be made in either order.
  const lead = isMissing && lastEnd === word.start ? ', ' : '';
  const also = isMissing && lead === '' ? [comma(lastEnd)] : [];
  const style = osgiConfigStyle(text, root, []);
  const type = /[^=\s]?$/.exec(text.slice(0, from))?.[0] ?? '';
  const value = (draft: Draft) => lead + valueText(draft, style, type) + trail;
  const before = `${isMissing ? ',' : ''}"`;
  const place = { text, offset, word, before, after: `"${trail}`, also };
  return [typingAt(place, { value, part: encodeText })];
}

const comma = (at: number) => ({ span: span(at, at), newText: ',' });

const beginsLine = (text: string, end: number): boolean =>
  /[\r\n]/.test(text.slice(end, nextSign(text, end)));

function nextSign(text: string, offset: number): number {
  let at = offset;
  while (/[\s\\]/.test(text[at] ?? '')) at++;
  return at;
}

/** What is open at the cursor, from where a value begins. */
function scan(text: string, from: number, offset: number) {
  let inList = false;
  let needsComma = false;
  let lastEnd = from;
  for (let at = from; at < offset; at++) {
    const unit = text[at]!;
    if (unit === '"') {
      const close = closingQuote(text, at + 1, unit, 'backslash');
      if (close === undefined || offset <= close) {
        return { open: at as number | undefined, inList, needsComma, lastEnd };
      }
      at = close;
      needsComma = true;
      lastEnd = close + 1;
    } else if (unit === '[' || unit === '(') inList = true;
    else if (unit === ']' || unit === ')') inList = false;
    else if (unit === ',') needsComma = false;
  }
  return { open: undefined, inList, needsComma, lastEnd };
}

function quotedTyping(
  text: string,
  offset: number,
  open: number,
  inList: boolean,
): readonly Typing[] {
  const close = closingQuote(text, open + 1, '"', 'backslash');
  const stop = inList ? /[\s,\])\\]/ : /[\r\n]/;
  let end = close ?? offset;
  while (close === undefined && end < text.length && !stop.test(text[end]!)) end++;
  const tail = close === undefined ? '"' : '';
  const part = (said: string) => encodeText(said) + tail;
  const word: Span = span(open + 1, end);
  const value = (draft: Draft) => part(Array.isArray(draft) ? draft.join(',') : String(draft));
  return [typingAt({ text, offset, word, after: tail }, { value, part })];
}
