import type { Span } from '../text/span';
import { isOrdinary } from '../text/words';

/**
 * A text in which long words with digits that are neither known nor made like words of people are
 * dots, each character in its place: keys and tokens of others, which no field holds. `known` is in
 * the order of the text.
 */
export function withoutStrangeWords(text: string, known: readonly Span[]): string {
  let next = 0;
  return text.replace(WORDS, (word, start: number) => {
    while (next < known.length && known[next]!.end <= start) next++;
    const end = start + word.length;
    let shown = '';
    let at = start;
    for (let index = next; index < known.length && known[index]!.start < end; index++) {
      const from = Math.max(at, known[index]!.start);
      const to = Math.min(end, known[index]!.end);
      shown += hidden(text.slice(at, from), word) + text.slice(from, to);
      at = to;
    }
    return shown + hidden(text.slice(at, end), word);
  });
}

const SHORTEST = 16;

/** What blanks, quotes, brackets and the signs between words of notations end. */
const WORDS = /[^\s"'`()[\]{}<>,:;=|\\\u2022]{16,}={0,2}/g;

function hidden(part: string, word: string): string {
  const isShort = part.length < SHORTEST && part.length < word.length;
  return isShort || isOrdinary(part) ? part : part.replace(/./gs, '•');
}
