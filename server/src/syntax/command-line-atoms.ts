/**
 * Where what begins at an offset ends, if it is a whole that a shell, a template or a person means
 * as one: `$(…)`, `` `…` ``, `${…}`, `${{ … }}`, `{{ … }}`, `((…))`, `%NAME%` and `<a blank>`.
 * Undefined where nothing of that kind begins, or where it does not end before `limit`.
 */
function atomEnd(text: string, at: number, limit = text.length): number | undefined {
  const next = text[at + 1];
  switch (text[at]) {
    case '$':
      if (next === '(') return closing(text, at + 1, limit, '(', ')');
      return next === '{' ? bracesEnd(text, at + 1, limit) : undefined;
    case '{':
      return next === '{' ? behind(text, '}}', at + 2, limit) : undefined;
    case '(':
      return next === '(' ? behind(text, '))', at + 2, limit) : undefined;
    case '`':
      return behind(text, '`', at + 1, limit);
    case '%':
      return matched(PERCENT, text, at, limit);
    case '<':
      return matched(BLANK, text, at, limit);
    default:
      return undefined;
  }
}

/**
 * The places of the parts of a text between its slashes, of which those inside of a whole are none.
 */
export function slashParts(
  text: string,
): readonly { readonly from: number; readonly to: number }[] {
  const parts: { from: number; to: number }[] = [];
  const lost = new LostAtoms();
  let from = 0;
  let at = 0;
  while (at < text.length) {
    if (text[at] === '/') {
      parts.push({ from, to: at });
      from = at + 1;
    }
    at = lost.end(text, at, text.length) ?? at + 1;
  }
  return [...parts, { from, to: text.length }];
}

/** Whether a text is one whole, or one variable, with nothing around it. */
export const isAtom = (text: string): boolean =>
  VARIABLE.test(text) || (text !== '' && atomEnd(text, 0) === text.length);

const VARIABLE = /^(?:\$(?:env:)?\w+|!\w+!)$/i;

/**
 * Looks for the ends of wholes, and for one that never ends only once: another of its kind has none
 * either.
 */
export class LostAtoms {
  readonly #lost = new Set<string>();

  /** As `atomEnd`; all questions are about the same limit, in the order of the text. */
  end(text: string, at: number, limit: number): number | undefined {
    const first = text[at] ?? '';
    if (!OPENERS.includes(first)) return undefined;
    const kind = first === '%' || first === '<' ? '' : first + (first === '`' ? '' : text[at + 1]);
    if (this.#lost.has(kind)) return undefined;
    const end = atomEnd(text, at, limit);
    if (end === undefined && kind !== '' && WHOLES.includes(kind)) this.#lost.add(kind);
    return end;
  }
}

const OPENERS = '${(`%<';

const WHOLES: readonly string[] = ['$(', '${', '{{', '((', '`'];

const PERCENT = /%[A-Za-z_][\w()-]{0,60}%/y;

/** What people write in the place of a value: `<client secret>`. */
const BLANK = /<[A-Za-z][^<>\r\n"'|;&$]{0,60}>/y;

function matched(pattern: RegExp, text: string, at: number, limit: number): number | undefined {
  // Made anew, so that nothing is kept from one call to the next.
  const sticky = new RegExp(pattern);
  sticky.lastIndex = at;
  const end = sticky.test(text) ? sticky.lastIndex : limit + 1;
  return end <= limit ? end : undefined;
}

function behind(text: string, closer: string, at: number, limit: number): number | undefined {
  for (let index = at; index + closer.length <= limit; index++) {
    if (text.startsWith(closer, index)) return index + closer.length;
  }
  return undefined;
}

const bracesEnd = (text: string, at: number, limit: number) =>
  text[at + 1] === '{' ? behind(text, '}}', at + 2, limit) : closing(text, at, limit, '{', '}');

/** Behind the bracket that closes the one at an offset; brackets in quotes do not count. */
function closing(
  text: string,
  at: number,
  limit: number,
  open: string,
  close: string,
): number | undefined {
  let depth = 0;
  let quote = '';
  for (let index = at; index < limit; index++) {
    const character = text[index];
    if (character === '\\') index++;
    else if (quote) quote = character === quote ? '' : quote;
    else if (character === open) depth++;
    else if (character === close && --depth === 0) return index + 1;
    else if (open === '(' && (character === "'" || character === '"')) quote = character;
  }
  return undefined;
}
