import type { Value } from '../syntax/change';

/**
 * What an attribute of a repository's XML says (`sling:OsgiConfig`, `.content.xml`):
 * `{Boolean}true`, `[a,b]`, `{Long}[1,2]`. The places are those in the attribute's decoded text.
 */
export interface JcrValue {
  /** As written in braces; undefined for a text without. */
  readonly type: JcrType | undefined;
  /** Whether it is written as a list. */
  readonly list: boolean;
  /** One where it is no list. */
  readonly items: readonly JcrItem[];
}

export interface JcrItem {
  /** Without the backslashes that escape. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** The place of each unit of `text` and of its end; absent where it is written verbatim. */
  readonly offsets?: readonly number[] | undefined;
}

const TYPES = [
  'String',
  'Binary',
  'BinaryRef',
  'Long',
  'Double',
  'Date',
  'Boolean',
  'Name',
  'Path',
  'Reference',
  'WeakReference',
  'URI',
  'Decimal',
] as const;

export type JcrType = (typeof TYPES)[number];

const isType = (name: string | undefined): name is JcrType => TYPES.some((each) => each === name);

/**
 * Takes an attribute's text apart. Never fails: braces around anything but a type are text, as is a
 * lone bracket at the end.
 */
export function readJcrValue(text: string): JcrValue {
  const name = /^\{(\w{3,13})\}/.exec(text)?.[1];
  const type = isType(name) ? name : undefined;
  const start = type ? type.length + 2 : 0;
  const list = text[start] === '[';
  if (!list) return { type, list, items: [itemOf(text, start, text.length)] };
  return { type, list, items: listItems(text, start + 1) };
}

/**
 * A comma ends an item, the bracket at the very end the list; one that is missing is not missed.
 */
function listItems(text: string, start: number): readonly JcrItem[] {
  const items: JcrItem[] = [];
  let from = start;
  let at = start;
  for (; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === ',') {
      items.push(itemOf(text, from, at));
      from = at + 1;
    } else if (text[at] === ']' && at === text.length - 1) break;
  }
  const end = Math.min(at, text.length);
  const closed = at < text.length;
  // `[]` and `[a` are what they seem, `[a,]` has an empty item.
  if (end > from || (closed && items.length > 0)) items.push(itemOf(text, from, end));
  return items;
}

function itemOf(source: string, from: number, to: number): JcrItem {
  const raw = source.slice(from, to);
  if (!raw.includes('\\')) return { text: raw, from, to };
  const offsets: number[] = [];
  let text = '';
  for (const { 0: written, index } of raw.matchAll(UNIT)) {
    const unit = unescaped(written);
    if (unit !== '') offsets.push(from + index);
    text += unit;
  }
  return { text, from, to, offsets: [...offsets, to] };
}

/** `\0` is nothing at all: without it a list of one empty text would be an empty list. */
const UNIT = /\\u[\da-f]{4}|\\[\s\S]?|[\s\S]/gi;

const unescaped = (written: string): string => {
  if (!written.startsWith('\\')) return written;
  if (written.length > 2) return String.fromCharCode(Number.parseInt(written.slice(2), 16));
  return written === '\\0' ? '' : written.slice(1);
};

/** Writes a text as an item of a list, or as a value of its own. */
export function writeJcrItem(text: string, list: boolean): string {
  if (list) return escaped(text).replaceAll(',', '\\,');
  return escaped(text).replace(/^[[{]/, '\\$&');
}

const escaped = (text: string): string => text.replaceAll('\\', '\\\\');

/** Writes a value, of a type that is not to be left out: a text needs none. */
export function writeJcrValue(value: Value, type?: JcrType): string {
  const named = type && type !== 'String' ? type : undefined;
  if (typeof value === 'object') {
    const items = value.map((each) => writeJcrItem(each, true));
    const written = value.length === 1 && value[0] === '' ? '\\0' : items.join(',');
    return `${named ? `{${named}}` : ''}[${written}]`;
  }
  if (typeof value === 'string') {
    return (named && holds(named, value) ? `{${named}}` : '') + writeJcrItem(value, false);
  }
  if (typeof value === 'boolean') return `{Boolean}${value}`;
  const number = Number.isInteger(value) ? 'Long' : 'Double';
  return `{${named === 'Double' || named === 'Decimal' ? named : number}}${value}`;
}

/** Whether a text is one that a value of this type can have. */
function holds(type: JcrType, text: string): boolean {
  if (type === 'Boolean') return /^(?:true|false)$/i.test(text);
  if (type === 'Long') return /^[+-]?\d+$/.test(text);
  if (type === 'Double' || type === 'Decimal') return text !== '' && Number.isFinite(Number(text));
  return true;
}
