import { applyEdits } from '../text/edit';
import { span } from '../text/span';
import type { Value } from './change';
import { isList, type ReplacedText } from './change-plan';
import type { Flavour } from './properties-flavours';
import { parseProperties } from './properties-parser';
import { type ScalarNode, textSpan } from './tree';

/** How a value is written where it stands, or how its neighbor is. */
export interface Habit {
  readonly flavour: Flavour;
  readonly separator: string;
  /** Whether `export` stands before it, so that a shell reads it. */
  readonly exported: boolean;
  readonly quote: string;
  /** The value as it is written now. */
  readonly source: string;
  readonly lineBreak: string;
}

/**
 * Writes a text so that it is read as it is: as the habit says where that goes, else in other
 * quotes.
 */
export function writeText(text: string, habit: Habit): string {
  const quotes = [...new Set([habit.quote, ...habit.flavour.quotes])];
  const all = quotes.map((quote) => ({
    neat: isNeat(text, quote, habit),
    quoted: quote !== '',
    written: inQuotes(text, quote, habit),
  }));
  const readable = all.filter(({ written }) => readsAs(written, text, habit));
  const best =
    readable.find(({ neat }) => neat) ?? readable.find(({ quoted }) => quoted) ?? readable[0];
  return best?.written ?? lastResort(text, habit);
}

/** Some characters of a value written anew; undefined where that takes other quotes. */
export function writePieces(
  node: ScalarNode,
  replaced: readonly ReplacedText[],
  wanted: string,
  habit: Habit,
): readonly { readonly newText: string; readonly piece: ReplacedText }[] | undefined {
  const { quote, source } = habit;
  if (!isNeat(wanted, quote, habit)) return undefined;
  const pieces = replaced.map((piece) => ({ newText: escaped(piece.text, quote, habit), piece }));
  const { start } = node.span;
  const edits = pieces.map(({ newText, piece }) => {
    const at = textSpan(node, piece.from, piece.to);
    return { span: span(at.start - start, at.end - start), newText };
  });
  const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start);
  const apart = inOrder.every(({ span: at }, i) => i === 0 || at.start >= inOrder[i - 1]!.span.end);
  return apart && readsAs(applyEdits(source, edits), wanted, habit) ? pieces : undefined;
}

/**
 * The text that stands for a value. A list is written as JSON where the text that shows the way is
 * an array.
 */
export function valueText(value: Value, model: string | undefined): string {
  if (!isList(value)) return String(value);
  if (!model || !isJsonArray(model)) return value.join(',');
  const separator = /,\s/.test(model) ? ', ' : ',';
  return `[${value.map((item) => JSON.stringify(item)).join(separator)}]`;
}

/** Whether a value is a list that is written as JSON. */
export const isJsonArray = (text: string): boolean => /^\s*\[/.test(text);

/** A key as it is written. Line breaks can stand in none. */
export const writeKey = (key: string, { id }: Flavour): string =>
  id === 'properties' ? javaCharacters(key).replace(/[ =:]|^[#!]/g, '\\$&') : onOneLine(key);

const onOneLine = (text: string): string =>
  text.replace(/\s+/g, (blanks) => (/[\r\n]/.test(blanks) ? ' ' : blanks));

function readsAs(written: string, text: string, { flavour, separator }: Habit): boolean {
  const { root, problems, comments } = parseProperties(flavour, `k${separator}${written}`);
  const [first, ...more] = root?.type === 'object' ? root.properties : [];
  if (first?.value.type !== 'scalar') return false;
  if (more.length + problems.length + comments.length > 0) return false;
  const { text: said, span: at } = first.value;
  return said === text && at.end - at.start === written.length;
}

/** Whether other readers agree on what a text says that is written so. */
function isNeat(text: string, quote: string, { flavour, exported, source }: Habit): boolean {
  if (flavour.id === 'properties') return true;
  if (quote === '"' && flavour.id === 'env') {
    // Readers disagree on escapes. Where the value has some already, its reader knows them.
    const quotes = text.includes('"') && !source.includes('\\"');
    return !quotes && (!text.includes('\\') || source.includes('\\'));
  }
  if (quote !== '') return !text.includes(quote);
  // dotenv begins a comment at any number sign, and a shell splits at blanks.
  const special = exported ? /[\s"'`;&|<>()#]/ : /^["'`]|#/;
  return flavour.id === 'ini' ? !/^["']/.test(text) : !special.test(text);
}

const inQuotes = (text: string, quote: string, habit: Habit): string =>
  quote + escaped(text, quote, habit) + quote;

function escaped(text: string, quote: string, { flavour, source, lineBreak }: Habit): string {
  if (flavour.id === 'properties') return escapeJava(text);
  if (flavour.id === 'ini') {
    const indent = /\n[ \t]+/.exec(source)?.[0].slice(1);
    return indent === undefined ? text : text.replace(/\r?\n/g, lineBreak + indent);
  }
  if (quote === '') return text;
  if (quote !== '"' || source.includes('\n')) {
    const lines = text.replace(/\r?\n/g, lineBreak);
    return quote === '"' ? lines.replaceAll('"', '\\"') : lines;
  }
  return text.replaceAll('"', '\\"').replaceAll('\r', '\\r').replaceAll('\n', '\\n');
}

/** A value: blanks before it would belong to the separator. */
const escapeJava = (text: string): string =>
  javaCharacters(text).replace(/^ +/, (blanks) => blanks.replaceAll(' ', '\\ '));

/** Java reads these files as Latin-1, so that whatever is not ASCII is written as an escape. */
const javaCharacters = (text: string): string =>
  text.replace(
    /[\\\r\n\t\f]|[^ -~]/g,
    (found) =>
      ({ '\\': '\\\\', '\r': '\\r', '\n': '\\n', '\t': '\\t', '\f': '\\f' })[found] ??
      `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** What can not be written is at least written so that nothing else changes. */
function lastResort(text: string, habit: Habit): string {
  if (habit.flavour.id === 'env') return inQuotes(text, '"', { ...habit, source: '' });
  if (habit.flavour.id === 'properties') return escapeJava(text).replace(/^[=:]/, '\\$&');
  const line = onOneLine(text);
  return line === text ? line.trim() : writeText(line.trim(), habit);
}
