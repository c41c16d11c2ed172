/**
 * Fills `{name}` in a template; `${NAME}` stays. A name without data is a bug of the caller and
 * throws.
 */
export function fill(
  template: string,
  data: Readonly<Record<string, string | number>> = {},
): string {
  return template.replace(/(?<!\$)\{(\w+)\}/g, (_, name: string) => {
    const value = data[name];
    if (value === undefined) throw new Error(`No data for {${name}} in "${template}".`);
    return String(value);
  });
}

/** A message without its Markdown emphasis, for places that show plain text. */
export const plain = (markdown: string): string => markdown.replaceAll('**', '');

/** `a`, `b` and `c`. */
export function enumerate(texts: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const quoted = texts.map((text) => `\`${text}\``);
  const last = quoted.pop() ?? '';
  return quoted.length > 0 ? `${quoted.join(', ')} ${conjunction} ${last}` : last;
}

/** `30 June 2025` for `2025-06-30`. */
export function longDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
