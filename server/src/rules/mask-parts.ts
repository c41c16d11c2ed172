import { ANY_NAME, isPlain, type Place, type Token, tokensOf } from './mask';

/** A mask around the group that stands for the name of the operator group. */
export interface MaskParts {
  /**
   * What stands before the first group, or the whole mask; undefined where it is not plain text.
   */
  readonly before: readonly PlainCharacter[] | undefined;
  /** The first group that captures what it matches, with its parentheses. */
  readonly group: MaskGroup | undefined;
  /** What stands behind the group; undefined where it is not plain text. */
  readonly behind: readonly PlainCharacter[] | undefined;
  /** How many groups capture what they match. */
  readonly groups: number;
  /** Its smallest parts between which it can be cut, so that what is before is a mask, too. */
  readonly units: readonly Place[];
}

/** A character that a name must have, and where the mask says so. */
export interface PlainCharacter extends Place {
  readonly text: string;
  /** A dot alone takes any character, even where people mean a dot. */
  readonly any: boolean;
}

export interface MaskGroup extends Place {
  /** Whether it takes whatever a group may be called. */
  readonly takesAny: boolean;
}

/** Takes a mask apart. */
export function maskParts(text: string): MaskParts {
  const all = tokensOf(text);
  const tokens = all.slice(all[0]?.text === '^' ? 1 : 0, all.at(-1)?.text === '$' ? -1 : undefined);
  const start = tokens.findIndex(({ kind }) => kind === 'group');
  const end = start < 0 ? -1 : endOfGroup(tokens, start);
  const groups = tokens.filter(({ kind }) => kind === 'group').length;
  const units = unitsOf(all);
  if (start < 0) {
    return { before: plainCharacters(tokens), group: undefined, behind: [], groups, units };
  }
  const inside = tokens.slice(start + 1, end).map((token) => token.text);
  const group = {
    from: tokens[start]?.from ?? 0,
    to: tokens[end]?.to ?? text.length,
    takesAny: Object.hasOwn(ANY_NAME, inside.join('')),
  };
  const isOne = units.length > 0 && end >= 0;
  const before = isOne ? plainCharacters(tokens.slice(0, start)) : undefined;
  const behind = isOne ? plainCharacters(tokens.slice(end + 1)) : undefined;
  return { before, group, behind, groups, units };
}

/**
 * What a name must begin with where the mask is read as a prefix: all of it, or what stands before
 * its group.
 */
export function prefixOf({ before, group, behind }: MaskParts): string | undefined {
  if (!before || (group && (!group.takesAny || behind?.length !== 0))) return undefined;
  return before.map((character) => character.text).join('');
}

function endOfGroup(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index++) {
    const kind = tokens[index]?.kind;
    if (kind === 'group' || kind === 'otherGroup') depth++;
    if (kind === 'end' && --depth === 0) return index;
  }
  return -1;
}

/** The characters that parts of a mask stand for; undefined where one of them is not plain text. */
export function plainCharacters(tokens: readonly Token[]): readonly PlainCharacter[] | undefined {
  if (!tokens.every(isPlain)) return undefined;
  return tokens.map(({ text, from, to }) => {
    return { text: text.replace(/^\\/, ''), any: text === '.', from, to };
  });
}

/** None where the mask chooses between alternatives: which one is meant nobody knows. */
function unitsOf(tokens: readonly Token[]): readonly Place[] {
  const units: Place[] = [];
  let depth = 0;
  let from = 0;
  for (const [index, { kind, text, to }] of tokens.entries()) {
    if (kind === 'group' || kind === 'otherGroup') depth++;
    if (kind === 'end') depth--;
    if (depth === 0 && text === '|') return [];
    if (depth > 0 || tokens[index + 1]?.kind === 'repeat') continue;
    units.push({ from, to });
    from = to;
  }
  return units;
}
