import { type Span, span } from '../text/span';
import { indentAt, lineBreakOf, lineEnd, startsLine } from './source-lines';
import {
  closingQuote,
  type Draft,
  type DraftMember,
  type Typing,
  typingAt,
  wordAt,
} from './typing';
import { encodeAttribute } from './xml-entities';

/** How what is typed in a text of XML can be understood: an element, an attribute or its value. */
export function xmlTyping(text: string, offset: number): readonly Typing[] {
  const tag = tagAround(text, offset);
  if (tag === 'elsewhere') return [];
  if (!tag) return contentTyping(text, offset);
  if (offset <= tag.name.end) return nameTyping(text, offset, tag);
  if (tag.quote !== undefined) return quotedTyping(text, offset, tag.quote);
  return tag.behindSign ? bareTyping(text, offset) : attributeTyping(text, offset, tag);
}

/** A start tag in which the cursor stands. */
interface OpenTag {
  readonly name: Span;
  /** Where the quote stands that is open at the cursor. */
  readonly quote: number | undefined;
  /** Whether the cursor stands behind the sign that an attribute has before its value. */
  readonly behindSign: boolean;
  /** Whether a bracket closes the tag. */
  readonly closed: boolean;
  /** Whether anything but blanks stands in it. */
  readonly empty: boolean;
}

const SECTIONS: readonly (readonly [open: string, close: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
  ['</', '>'],
];

function tagAround(text: string, offset: number): OpenTag | 'elsewhere' | undefined {
  for (let at = text.indexOf('<'); at >= 0 && at < offset; at = text.indexOf('<', at)) {
    const section = SECTIONS.find(([open]) => text.startsWith(open, at));
    if (section) {
      const close = text.indexOf(section[1], at + section[0].length);
      if (close < 0 || offset < close + section[1].length) return 'elsewhere';
      at = close + section[1].length;
      continue;
    }
    const { end, found } = readTag(text, at, offset);
    if (found) return found;
    at = Math.max(end, at + 1);
  }
  return undefined;
}

/** Goes through a start tag; what is found where the cursor stands in it. */
function readTag(text: string, start: number, offset: number) {
  const name = wordAt(text, start + 1, NAME_UNIT);
  const own = span(start + 1, Math.max(start + 1, name.end));
  let at = own.end;
  let behindSign = false;
  let found: Omit<OpenTag, 'closed' | 'empty'> | undefined;
  const seen = (quote?: number) => {
    if (at >= offset) found ??= { name: own, quote, behindSign };
  };
  seen();
  while (at < text.length && text[at] !== '<') {
    const unit = text[at]!;
    if (unit === '>' || (unit === '/' && text[at + 1] === '>')) {
      const whole = { ...found!, closed: true, empty: text.slice(own.end, at).trim() === '' };
      return { end: at + 1, found: found ? whole : undefined };
    }
    if (unit === '"' || unit === "'") {
      const close = closingQuote(text, at + 1, unit, 'none') ?? openEnd(text, at);
      const closes = text[close] === unit;
      if (at < offset && offset <= close) found ??= { name: own, quote: at, behindSign };
      at = Math.max(at + 1, closes ? close + 1 : close);
      behindSign = false;
    } else {
      if (unit === '=') behindSign = true;
      else if (behindSign && /\s/.test(unit))
        behindSign = /^\s*["']/.test(text.slice(at, at + NEAR));
      at++;
    }
    seen();
  }
  if (offset > at) return { end: at, found: undefined };
  found ??= { name: own, quote: undefined, behindSign };
  return {
    end: at,
    found: { ...found, closed: false, empty: text.slice(own.end, at).trim() === '' },
  };
}

/** Blanks are looked at from their first one only, or many would take their square in time. */
const OPEN_END = /(?<!\s)(?:\s*\/?>|\s+[\w:.-]+=)|</;

/**
 * Where a value ends whose quote is open: at the end of its line, before what closes the tag there.
 */
function openEnd(text: string, open: number): number {
  const line = text.slice(open + 1, lineEnd(text, open));
  const close = line.search(OPEN_END);
  return open + 1 + (close < 0 ? line.trimEnd().length : close);
}

/** How far a quote may stand behind its sign. */
const NEAR = 80;

const NAME_UNIT = /[\w:.-]/;

function quotedTyping(text: string, offset: number, open: number): readonly Typing[] {
  const quote = text[open]!;
  const close = closingQuote(text, open + 1, quote, 'none');
  const end = close ?? Math.max(offset, openEnd(text, open));
  const tail = close === undefined ? quote : '';
  const part = (said: string) => encodeAttribute(said, quote) + tail;
  const place = { text, offset, word: span(open + 1, end), after: tail };
  return [typingAt(place, { value: (draft) => part(String(draft)), part })];
}

/** Behind `name=`, where the quotes are missing. */
function bareTyping(text: string, offset: number): readonly Typing[] {
  const around = wordAt(text, offset, /[^\s"'<>=]/);
  // A value that stands there already would be left over.
  if (/^\s*["']/.test(text.slice(around.end))) return [];
  const closes = text.startsWith('/>', around.end - 1) && offset < around.end;
  const word = span(around.start, around.end - Number(closes));
  const value = (draft: Draft) => `"${encodeAttribute(String(draft), '"')}"`;
  const place = { text, offset, word, before: '"', after: '"' };
  return [typingAt(place, { value, part: (said) => said })];
}

function attributeTyping(text: string, offset: number, { closed }: OpenTag): readonly Typing[] {
  const around = wordAt(text, offset, NAME_UNIT);
  if (!/\s/.test(text[around.start - 1] ?? '')) return [];
  const named = /^\s*=/.test(text.slice(around.end));
  // Right before another attribute a new one begins.
  const isNew = named && around.start === offset;
  const word = isNew ? span(offset, offset) : around;
  const keyOnly = named && !isNew;
  const next = text[word.end] ?? '\n';
  const trail = /[\s>]/.test(next) || text.startsWith('/>', word.end) || keyOnly ? '' : ' ';
  const members = (all: readonly DraftMember[]) =>
    keyOnly ? (all[0]?.[0] ?? '').replace(/^@/, '') : attributesText(all, text, word.start) + trail;
  const after = keyOnly ? '' : `=""${closed || isNew ? trail : ''}`;
  const place = { text, offset, word, after, keyOnly };
  return [typingAt(place, { members, part: (said) => said })];
}

/** Behind a `<`: the name of an element, which is all of it as long as nothing follows. */
function nameTyping(text: string, offset: number, tag: OpenTag): readonly Typing[] {
  // Another name would need another end.
  if (tag.closed || !tag.empty) return [];
  const members = (all: readonly DraftMember[]) =>
    elementsText(all, text, tag.name.start).replace(/^</, '');
  const place = { text, offset, word: tag.name, after: '/>' };
  return [typingAt(place, { members, part: (said) => said })];
}

/** Between elements. */
function contentTyping(text: string, offset: number): readonly Typing[] {
  const word = wordAt(text, offset, NAME_UNIT);
  if (/&/.test(text[word.start - 1] ?? '')) return [];
  const members = (all: readonly DraftMember[]) => elementsText(all, text, word.start);
  const place = { text, offset, word, before: '<', after: '/>' };
  return [typingAt(place, { members, part: (said) => said })];
}

/** Attributes on lines of their own where the cursor stands on one, else one behind the other. */
function attributesText(members: readonly DraftMember[], text: string, start: number): string {
  const apart = startsLine(text, start) ? lineBreakOf(text) + indentAt(text, start) : ' ';
  return members.map(attributeText).join(apart);
}

const attributeText = ([key, draft]: DraftMember): string =>
  `${key.replace(/^@/, '')}="${encodeAttribute(String(draft), '"')}"`;

const elementsText = (members: readonly DraftMember[], text: string, start: number): string =>
  members
    .map((each) => elementText(each, indentAt(text, start), lineBreakOf(text), unitOf(text)))
    .join(lineBreakOf(text) + indentAt(text, start));

/** How far a text indents what is in an element. */
const unitOf = (text: string): string => (/^\t/m.test(text) ? '\t' : '  ');

/** An element with its attributes, each on a line of its own where there are several. */
function elementText(
  [name, draft]: DraftMember,
  indent: string,
  lineBreak: string,
  unit: string,
): string {
  const members = typeof draft === 'object' && !Array.isArray(draft) ? Object.entries(draft) : [];
  const attributes = members.filter(([key]) => key.startsWith('@')).map(attributeText);
  const inner = members.filter(([key]) => !key.startsWith('@'));
  const apart = attributes.length > 2 ? `${lineBreak}${indent}${unit}${unit}` : ' ';
  const head = `<${name}${attributes.map((each) => apart + each).join('')}`;
  if (inner.length === 0) return `${head}/>`;
  const below = indent + unit;
  const content = inner.map(
    (each) => lineBreak + below + elementText(each, below, lineBreak, unit),
  );
  return `${head}>${content.join('')}${lineBreak}${indent}</${name}>`;
}
