import type { ConfigDocument } from '../model/document';
import { rewritten } from '../rules/redaction';
import { lineEnd, lineStart } from '../syntax/source-lines';
import type { Span } from '../text/span';

/** What is shown in the place of a text, as long as it. */
export const dots = (text: string): string => text.replace(/[^\r\n]/g, '•');

/**
 * A text without the words that nobody knows in lines that are broken: there a secret ends where
 * its reader gives up, and the rest of it looks like anything.
 */
export function withoutLeftovers(
  text: string,
  document: ConfigDocument,
  known: readonly Span[],
): string {
  const { problems, syntax, entities } = document;
  if (problems.length === 0 || syntax.id === 'env') return text;
  const names = new Set(
    entities.flatMap(({ dialect }) => [
      ...Object.keys(dialect.names),
      ...Object.values(dialect.names).flatMap(({ path }) => path.split('/')),
    ]),
  );
  const lines = linesAround(
    text,
    problems.map(({ span }) => span),
  );
  const isShown = (word: string) => names.has(word) || names.has(`@${word}`);
  const unknown = spansBetween(lines, known);
  return rewritten(text, unknown, (part) =>
    part.replace(/[\p{L}\p{N}@$^!~+._-]{4,}/gu, (word) => (isShown(word) ? word : dots(word))),
  );
}

/** The lines in which spans stand, each once: all of a text may be one. */
function linesAround(text: string, spans: readonly Span[]): readonly Span[] {
  const lines: Span[] = [];
  for (const { start, end } of inOrder(spans.map((each) => ({ ...each, end: each.end + 1 })))) {
    const last = lines.at(-1)?.end ?? -1;
    if (end - 1 <= last) continue;
    lines.push({ start: Math.max(last, lineStart(text, start)), end: lineEnd(text, end - 1) });
  }
  return lines;
}

/** What is left of spans without others; both are in order. */
function spansBetween(spans: readonly Span[], taken: readonly Span[]): readonly Span[] {
  let next = 0;
  return spans.flatMap(({ start, end }) => {
    const left: Span[] = [];
    let at = start;
    while (next < taken.length && taken[next]!.end <= start) next++;
    for (let index = next; index < taken.length && taken[index]!.start < end; index++) {
      if (taken[index]!.start > at) left.push({ start: at, end: taken[index]!.start });
      at = Math.max(at, taken[index]!.end);
    }
    return at < end ? [...left, { start: at, end }] : left;
  });
}

/** Without those that stand in another one. */
export function inOrder(spans: readonly Span[]): readonly Span[] {
  let last = 0;
  return [...spans]
    .sort((a, b) => a.start - b.start)
    .flatMap(({ start, end }) => {
      const from = Math.max(start, last);
      last = Math.max(last, end);
      return from < end ? [{ start: from, end }] : [];
    });
}
