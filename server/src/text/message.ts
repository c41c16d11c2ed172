/**
 * Fills `{name}` in a template; `${NAME}` stays. What is filled in between back-ticks stays between
 * them, whatever a file has there. A name without data is a bug of the caller and throws.
 */
export function fill(
  template: string,
  data: Readonly<Record<string, string | number>> = {},
): string {
  let isCode = false;
  return template.replace(/`|(?<!\$)\{(\w+)\}/g, (found, name: string | undefined) => {
    if (name === undefined) {
      isCode = !isCode;
      return found;
    }
    const value = data[name];
    if (value === undefined) throw new Error(`No data for {${name}} in "${template}".`);
    return isCode ? inCode(String(value)) : String(value);
  });
}

/** A text as code of Markdown. */
export const code = (text: string): string => `\`${inCode(text)}\``;

/** A text as it stands between back-ticks: in one line, and without any of its own. */
export const inCode = (text: string): string =>
  text.replaceAll('`', "'").replace(/[\r\n\u2028\u2029]+/g, ' ');

/** A message without its Markdown emphasis, for places that show plain text. */
export const plain = (markdown: string): string =>
  markdown.replace(/(`[^`]*`)|\*\*/g, (_, code: string | undefined) => code ?? '');

/**
 * A title or what is read aloud: without any Markdown, and what was code between quotation marks.
 */
export const spoken = (markdown: string): string => plain(markdown).replace(/`([^`]*)`/g, '“$1”');

/** `a`, `b` and `c`. */
export function enumerate(texts: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const quoted = texts.map(code);
  const last = quoted.pop() ?? '';
  return quoted.length > 0 ? `${quoted.join(', ')} ${conjunction} ${last}` : last;
}

/**
 * A text of at most that many characters: of a longer one the middle is left out, for its end tells
 * most.
 */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = Math.floor((most - 1) / 3);
  return `${text.slice(0, start)}…${text.slice(start + 1 - most)}`;
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
