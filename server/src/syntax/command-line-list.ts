import { CONFIG, type Quoted, type Word, type Words } from './command-line-words';

/**
 * Reads the rest of a command that is written as a list, `["nlserver", "config", …]`, from behind
 * its first item to the bracket that closes it.
 */
export function readListWords(text: string, start: number): Words {
  const words: Word[] = [];
  const quoted: Quoted[] = [];
  let at = start;
  for (;;) {
    const item = nextItem(text, at, words.length === 0 ? FIRST : COMMA);
    if (!item) return { words, quoted, end: at };
    const [word, end] = item;
    words.push(word);
    if (/["']/.test(text[word.start] ?? '')) {
      quoted.push({ start: word.start, end, quote: text[word.start] ?? '"' });
    }
    at = end;
    // Other commands are not read to their end.
    if (words.length === 1 && word.text.toLowerCase() !== CONFIG) return { words, quoted, end: at };
  }
}

const COMMA = /[\s\\]*,[\s\\]*/y;
const BARE = /[^\s,"'[\]{}]+/y;

/**
 * Also the list of arguments of a container, or of `Start-Process`, which the name of the program
 * precedes.
 */
const FIRST =
  /[\s\\]*,[\s\\]*|[ \t]*\][ \t]*,?\s{0,80}["']?args["']?:[ \t]*\[\s{0,80}|[ \t]+-ArgumentList[ \t]+(?:@?\([ \t]*)?/iy;

/** Whether arguments stand behind a name in a list of their own. */
export const hasOwnList = (text: string, at: number): boolean =>
  /^[ \t]*(?:\][ \t]*,?\s{0,80}["']?args["']?:[ \t]*\[|-ArgumentList[ \t])/i.test(
    text.slice(at, at + 200),
  );

function nextItem(
  text: string,
  at: number,
  separator: RegExp,
): readonly [Word, number] | undefined {
  const comma = endOf(separator, text, at);
  if (comma === undefined) return undefined;
  const quote = text[comma];
  if (quote === '"' || quote === "'") return quotedItem(text, comma, quote);
  const end = endOf(BARE, text, comma);
  if (end === undefined) return undefined;
  const offsets = Array.from({ length: end - comma + 1 }, (_, index) => comma + index);
  const isQuoted = Array.from({ length: end - comma }, () => false);
  return [{ start: comma, end, text: text.slice(comma, end), offsets, isQuoted }, end];
}

function quotedItem(
  text: string,
  open: number,
  quote: string,
): readonly [Word, number] | undefined {
  const offsets: number[] = [];
  let decoded = '';
  for (let at = open + 1; at < text.length; at++) {
    const character = text[at]!;
    if (character === '\n') return undefined;
    if (character === quote) {
      const isQuoted = offsets.map(() => true);
      const word = { start: open, end: at + 1, text: decoded, offsets: [...offsets, at], isQuoted };
      return [word, at + 1];
    }
    if (character === '\\' && quote === '"' && /["\\/]/.test(text[at + 1] ?? '')) at++;
    offsets.push(at);
    decoded += text[at];
  }
  return undefined;
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  const sticky = new RegExp(pattern);
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}
