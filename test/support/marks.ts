import type { Span } from '../../server/src/text/span';

/** A text block without its common indentation and without the first and last line break. */
export function lines(strings: TemplateStringsArray, ...values: readonly string[]): string {
  const raw = strings.reduce((text, part, index) => text + part + (values[index] ?? ''), '');
  const rows = raw
    .replace(/^\n/, '')
    .replace(/\n[ ]*$/, '\n')
    .split('\n');
  const indents = rows.filter((row) => row.trim()).map((row) => /^ */.exec(row)![0].length);
  const common = Math.min(...indents);
  return rows.map((row) => row.slice(Math.min(common, /^ */.exec(row)![0].length))).join('\n');
}

/** Takes `«…»` and `‸` out of a text: the marked spans and the cursor. */
export function marked(code: string): {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly cursor: number | undefined;
} {
  let text = '';
  const open: number[] = [];
  const spans: Span[] = [];
  let cursor: number | undefined;
  for (const character of code) {
    if (character === '«') open.push(text.length);
    else if (character === '»') spans.push({ start: open.pop()!, end: text.length });
    else if (character === '‸') cursor = text.length;
    else text += character;
  }
  return { text, spans: spans.sort((a, b) => a.start - b.start || a.end - b.end), cursor };
}
