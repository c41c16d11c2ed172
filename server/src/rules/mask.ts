/** What can be said of an association mask without running it. */
export interface Mask {
  /** The first thing that keeps it from being a regular expression. */
  readonly flaw: Flaw | undefined;
  /** How many groups capture what they match. */
  readonly groups: number;
  /** The last `.*`, or, where there is none, the last `*` that stands where a word would. */
  readonly wildcard: Place | undefined;
}

export interface Flaw extends Place {
  readonly what: 'nothing-to-repeat' | 'open-group' | 'closed-group' | 'open-class' | 'other';
}

/** From one character of the text to another. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Reads a mask as a regular expression. */
export function readMask(text: string): Mask {
  const tokens = tokensOf(text);
  return {
    flaw: compiles(text) ? undefined : (flawOf(tokens) ?? { what: 'other', ...whole(text) }),
    groups: tokens.filter(({ kind }) => kind === 'group').length,
    wildcard: wildcardOf(tokens),
  };
}

/**
 * The text with its wildcard as a group, or undefined where it still would be no regular
 * expression.
 */
export function withGroup(text: string, { wildcard }: Mask): string | undefined {
  if (!wildcard) return undefined;
  const { from, to } = wildcard;
  const alone = text[from - 1] === '(' && text[to] === ')';
  const result = `${text.slice(0, from)}${alone ? '.*' : '(.*)'}${text.slice(to)}`;
  return compiles(result) ? result : undefined;
}

/**
 * How a mask is read: as a pattern, or, as Adobe also describes it, as the plain beginning of a
 * name.
 */
export interface ProfileNames {
  readonly reads: 'pattern' | 'prefix';
  /**
   * The product profile of an operator group; undefined where the mask does not allow such a name.
   */
  of(group: string): string | undefined;
}

/**
 * The names of product profiles that belong to a mask; undefined where only a part of them is plain
 * text.
 */
export function profileNames(text: string): ProfileNames | undefined {
  const all = tokensOf(text);
  const tokens = all.slice(all[0]?.text === '^' ? 1 : 0, all.at(-1)?.text === '$' ? -1 : undefined);
  const start = tokens.findIndex(({ kind }) => kind === 'group');
  if (start < 0) {
    const whole = plainText(all);
    return whole ? { reads: 'prefix', of: (group) => whole + group } : undefined;
  }
  const end = tokens.findIndex(({ kind }) => kind === 'end');
  const inside = tokens.slice(start + 1, end).map((token) => token.text);
  const accepts = Object.hasOwn(ANY_NAME, inside.join('')) ? ANY_NAME[inside.join('')] : undefined;
  const [before, behind] = [plainText(tokens.slice(0, start)), plainText(tokens.slice(end + 1))];
  if (end < start || !accepts || before === undefined || behind === undefined) return undefined;
  return {
    reads: 'pattern',
    of: (group) => (accepts.test(group) ? before + group + behind : undefined),
  };
}

/** What stands in the group of a mask that takes any name, and the names that it takes. */
export const ANY_NAME: Readonly<Record<string, RegExp>> = {
  '.*': /./,
  '.+': /./,
  '.*?': /./,
  '.+?': /./,
  '\\w+': /^\w+$/,
  '\\w*': /^\w+$/,
  '\\S+': /^\S+$/,
  '\\S*': /^\S+$/,
};

/** The only text that a part of a pattern is meant for, or undefined where there are several. */
function plainText(tokens: readonly Token[]): string | undefined {
  let result = '';
  for (const { kind, text } of tokens) {
    if (!isPlain({ kind, text })) return undefined;
    // A dot alone takes any character, and people mean a dot.
    result += text.replace(/^\\/, '');
  }
  return result;
}

/** Whether a part of a pattern is meant for one character. */
export const isPlain = ({ kind, text }: Pick<Token, 'kind' | 'text'>): boolean =>
  kind === 'character' && !/^(\\[A-Za-z\d]?|[|^$])$/.test(text);

/** Whether a text is a regular expression, in Campaign's dialect as far as others share it. */
export function compiles(text: string): boolean {
  try {
    // It is only compiled, never run: a pattern of a file could take forever.
    new RegExp(inOurDialect(text));
    return true;
  } catch {
    return false;
  }
}

/**
 * Flags inside, atomic groups, Python's names and possessive repetition are no mistakes, only
 * unknown here.
 */
const inOurDialect = (text: string) =>
  text
    .replace(/\(\?[a-zA-Z]*(?:-[a-zA-Z]+)?\)/g, '')
    .replace(/\(\?(?:>|[a-zA-Z]*(?:-[a-zA-Z]+)?:)/g, '(?:')
    .replace(/\(\?P</g, '(?<')
    .replace(/((?:^|[^\\])[*+?}])\+/g, '$1');

/** A part of a mask that means one thing. */
export interface Token extends Place {
  readonly kind: TokenKind;
  readonly text: string;
}

type TokenKind = keyof typeof TOKENS;

/** The parts of a regular expression, in the order in which they are looked for. */
const TOKENS = {
  class: /\[\^?\]?(?:\\.|[^\]\\])*\]/,
  openClass: /\[.*$/,
  flags: /\(\?[a-zA-Z]*(?:-[a-zA-Z]+)?\)/,
  group: /\((?!\?)|\(\?P?<(?![=!])\w*>/,
  otherGroup: /\(\?(?:<?[=!]|[>:]|[a-zA-Z-]*:)?/,
  end: /\)/,
  repeat: /[*+?]|\{\d+(?:,\d*)?\}/,
  character: /\\.?|./,
};

const TOKEN = new RegExp(
  Object.entries(TOKENS)
    .map(([kind, { source }]) => `(?<${kind}>${source})`)
    .join('|'),
  'gs',
);

/** The parts of a mask, in their order; together they are all of it. */
export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: found, index, groups = {} }) => ({
    kind: KINDS.find((kind) => groups[kind] !== undefined) ?? 'character',
    text: found,
    from: index,
    to: index + found.length,
  }));
}

const KINDS = Object.keys(TOKENS) as TokenKind[];

function flawOf(tokens: readonly Token[]): Flaw | undefined {
  const open: Token[] = [];
  let previous: Token | undefined;
  for (const token of tokens) {
    const { kind, from, to } = token;
    if (kind === 'openClass') return { what: 'open-class', from, to: from + 1 };
    if (kind === 'group' || kind === 'otherGroup') open.push(token);
    if (kind === 'end' && !open.pop()) return { what: 'closed-group', from, to };
    if (kind === 'repeat' && !canRepeat(previous, token))
      return { what: 'nothing-to-repeat', from, to };
    previous = token;
  }
  const unclosed = open.at(-1);
  return unclosed && { what: 'open-group', from: unclosed.from, to: unclosed.to };
}

function canRepeat(previous: Token | undefined, { text }: Token): boolean {
  if (!previous || previous.kind === 'group' || previous.kind === 'otherGroup') return false;
  if (previous.text === '|' || previous.text === '^') return false;
  // `.*?` and `.*+` say how much the repetition takes.
  return previous.kind !== 'repeat' || text === '?' || text === '+';
}

/** Adobe's samples write `(.*)`; people who think of file names write `*`. */
function wildcardOf(tokens: readonly Token[]): Place | undefined {
  const isStar = (index: number) => tokens[index]?.text === '*';
  const any = tokens.findLastIndex(({ text }, index) => text === '.' && isStar(index + 1));
  const [dot, star] = [tokens[any], tokens[any + 1]];
  if (dot && star) return { from: dot.from, to: star.to };
  const bare = tokens.findLast((_, index) => {
    const previous = tokens[index - 1];
    return isStar(index) && (!previous || /^[\s(-]$/.test(previous.text));
  });
  return bare && { from: bare.from, to: bare.to };
}

const whole = (text: string): Place => ({ from: 0, to: text.length });
