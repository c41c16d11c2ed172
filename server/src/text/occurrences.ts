import { type Span, span } from './span';

/**
 * Finds texts in another one, in its order, at each place the longest; those that overlap are one.
 * Looks at each place once, however many texts there are. Texts shorter than `shortest` are not
 * found.
 */
export function occurrencesOf(
  texts: Iterable<string>,
  shortest: number,
): (text: string) => readonly Span[] {
  const all = new Set(texts);
  const lengths = lengthsByStart(all, shortest);
  return (text) => {
    const found: Span[] = [];
    for (let at = 0; lengths.size > 0 && at + shortest <= text.length; at++) {
      const possible = lengths.get(text.slice(at, at + shortest));
      const length = possible?.find((each) => all.has(text.slice(at, at + each)));
      if (length === undefined) continue;
      const last = found.at(-1);
      const end = at + length;
      if (last && at < last.end) {
        found[found.length - 1] = span(last.start, Math.max(last.end, end));
      } else found.push(span(at, end));
    }
    return found;
  };
}

/**
 * How long the texts are that begin alike, the longest first: there are far fewer lengths than
 * texts.
 */
function lengthsByStart(
  texts: ReadonlySet<string>,
  shortest: number,
): ReadonlyMap<string, readonly number[]> {
  const lengths = new Map<string, Set<number>>();
  for (const text of texts) {
    if (text.length < shortest) continue;
    const start = text.slice(0, shortest);
    lengths.set(start, (lengths.get(start) ?? new Set()).add(text.length));
  }
  return new Map([...lengths].map(([start, each]) => [start, [...each].sort((a, b) => b - a)]));
}
