import type { ConfigDocument } from '../model/document';
import { rewritten } from '../rules/redaction';
import { lineEnd, lineStart } from '../syntax/source-lines';
import { disjoint, type Span, spansWithout } from '../text/span';

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
  const unknown = spansWithout(lines, known);
  return rewritten(text, unknown, (part) =>
    part.replace(/[\p{L}\p{N}@$^!~+._-]{4,}/gu, (word) => (isShown(word) ? word : dots(word))),
  );
}

/** The lines in which spans stand, each once: all of a text may be one. */
function linesAround(text: string, spans: readonly Span[]): readonly Span[] {
  const lines: Span[] = [];
  for (const { start, end } of disjoint(spans.map((each) => ({ ...each, end: each.end + 1 })))) {
    const last = lines.at(-1)?.end ?? -1;
    if (end - 1 <= last) continue;
    lines.push({ start: Math.max(last, lineStart(text, start)), end: lineEnd(text, end - 1) });
  }
  return lines;
}
