import { type Span, span } from '../text/span';
import { membersText, valueText } from './json-draft';
import { BARE, nextSign, type Scene, sceneAt } from './json-scan';
import { escapedFor, writeKey } from './json-write';
import { indentAt, skipBlanks } from './source-lines';
import type { ParsedText } from './syntax';
import {
  closingQuote,
  type Draft,
  type DraftMember,
  type Typing,
  typingAt,
  wordAt,
} from './typing';

/** How what is typed in a text of JSON, or of HJSON (`loose`), can be understood. */
export function jsonTyping(
  text: string,
  offset: number,
  parsed: ParsedText,
  loose: boolean,
): readonly Typing[] {
  const scene = sceneAt(text, offset, parsed, loose);
  if (!scene) return [];
  return scene.quote === undefined
    ? bareTyping(text, offset, scene)
    : quotedTyping(text, offset, scene, scene.quote);
}

function quotedTyping(text: string, offset: number, scene: Scene, open: number): readonly Typing[] {
  const quote = text[open] === "'" ? "'" : '"';
  const close = closingQuote(text, Math.max(offset, open + 1), quote, 'backslash');
  const rest = /^[^\s",}\]]*/.exec(text.slice(offset))?.[0].length ?? 0;
  const content = span(open + 1, close ?? offset + rest);
  const behind = close === undefined ? content.end : close + 1;
  const string: TypedString = { text, offset, open, close, content, behind, quote };
  const isKey = scene.inside === '{' && scene.last !== ':';
  const keyOnly = isKey && nextSign(text, behind, scene.comments) === ':';
  if (isKey && !keyOnly) return quotedKey(string, scene);
  return quotedText(string, scene, keyOnly);
}

/** A string that is typed, which may be open. */
interface TypedString {
  readonly text: string;
  readonly offset: number;
  readonly open: number;
  readonly close: number | undefined;
  readonly content: Span;
  /** Where the string ends, with its quote. */
  readonly behind: number;
  readonly quote: "'" | '"';
}

/** A key without a value: all of it is written anew, from behind its quote. */
function quotedKey(
  { text, offset, open, close, content, behind, quote }: TypedString,
  scene: Scene,
): readonly Typing[] {
  const word = span(content.start, behind);
  const trail = trailingComma(text, behind, scene);
  const also = leadingComma(text, scene, open);
  const end = close === undefined ? quote : '';
  const members = (all: readonly DraftMember[]) =>
    membersText(all, text, open, scene.style).replace(/^["']/, '') + trail;
  const place = { text, offset, word, after: `${end}:0${trail}`, also };
  const part = (said: string) => escapedFor(said, quote);
  return [typingAt(place, { members, part })];
}

/**
 * A value, an item, or the key of a member that has its value: the characters between the quotes.
 */
function quotedText(
  { text, offset, open, close, content, behind, quote }: TypedString,
  scene: Scene,
  keyOnly: boolean,
): readonly Typing[] {
  const comma = keyOnly ? '' : trailingComma(text, behind, scene);
  const tail = close === undefined ? quote + comma : '';
  const also = keyOnly ? [] : leadingComma(text, scene, open);
  if (close !== undefined && comma) also.push({ span: span(behind, behind), newText: comma });
  const part = (said: string) => escapedFor(said, quote) + tail;
  const key = ([first]: readonly DraftMember[]) => part(first?.[0] ?? '');
  const members = keyOnly ? key : undefined;
  const value = keyOnly ? undefined : (draft: Draft) => part(plainText(draft));
  const place = { text, offset, word: content, after: tail, also, keyOnly };
  return [typingAt(place, { members, value, part })];
}

function bareTyping(text: string, offset: number, scene: Scene): readonly Typing[] {
  const word = wordAt(text, offset, BARE);
  const { inside, last } = scene;
  const next = nextSign(text, word.end, scene.comments);
  const isKey = inside === '{' ? last !== ':' : inside === undefined && scene.loose && last === '';
  const part = (said: string) => escapedFor(said, '"');
  if (isKey && next === ':' && last !== 'key') {
    if (word.start === word.end) return [];
    const key = (name: string) =>
      scene.loose ? writeKey(name, 'none') : writeKey(name, scene.style.keyQuote);
    const members = ([first]: readonly DraftMember[]) => key(first?.[0] ?? '');
    const place = { text, offset, word, before: '"', after: '"', keyOnly: true };
    return [typingAt(place, { members, part })];
  }
  if (last === 'value' && scene.lastEnd === word.start) return [];
  // Before a whole text nothing can be written.
  if (inside === undefined && !isKey && next !== undefined) return [];
  if (last === 'key' || (inside === undefined && last !== '' && !isKey)) return [];
  if (last === ':' && isBeforeValue(text, word.end, scene)) return [];
  const trail = trailingComma(text, word.end, scene);
  const also = leadingComma(text, scene, word.start);
  const lead = also.length > 0 ? ',' : '';
  const blank = last === ':' && word.start === scene.lastEnd ? scene.style.colon.slice(1) : '';
  const writes = isKey
    ? {
        members: (all: readonly DraftMember[]) =>
          membersText(all, text, word.start, scene.style) + trail,
      }
    : {
        value: (draft: Draft) =>
          blank + valueText(draft, indentAt(text, word.start), scene.style) + trail,
      };
  const after = `"${isKey ? ':0' : ''}${trail}`;
  return [typingAt({ text, offset, word, before: `${lead}"`, after, also }, { ...writes, part })];
}

/** Whether a value stands behind on the same line, which a second one would break. */
function isBeforeValue(text: string, end: number, { comments }: Scene): boolean {
  const at = skipBlanks(text, end);
  return /[^\r\n,}\]]/.test(text[at] ?? ',') && !comments.some(({ start }) => start === at);
}

/** The comma that is missing behind the member before; on lines of their own HJSON needs none. */
function leadingComma(text: string, { last, lastEnd, loose, style }: Scene, start: number) {
  // Behind a text without quotes a comma would belong to it.
  const isOpen = !/["'}\]]/.test(text[lastEnd - 1] ?? '');
  if (last !== 'value' || (loose && (style.commaless || isOpen))) return [];
  return lastEnd <= start ? [{ span: span(lastEnd, lastEnd), newText: ',' }] : [];
}

function trailingComma(text: string, end: number, { comments, loose, style, inside }: Scene) {
  const next = nextSign(text, end, comments);
  const ends = next === undefined || ',:}]'.includes(next);
  return ends || inside === undefined || (loose && style.commaless) ? '' : ',';
}

const plainText = (draft: Draft): string =>
  Array.isArray(draft) ? draft.map(plainText).join(',') : String(draft);
