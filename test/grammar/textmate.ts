import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/root';

export interface Grammar {
  readonly scopeName: string;
  readonly patterns: readonly Rule[];
  readonly repository: Readonly<Record<string, Rule>>;
}

type Captures = Readonly<Record<string, { readonly name: string }>>;

interface Rule {
  readonly name?: string;
  readonly match?: string;
  readonly captures?: Captures;
  readonly begin?: string;
  readonly beginCaptures?: Captures;
  readonly end?: string;
  readonly endCaptures?: Captures;
  readonly include?: string;
  readonly patterns?: readonly Rule[];
}

/** Characters with the names of all rules they are in, the innermost last. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

export const readGrammar = (file: string): Grammar =>
  JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Grammar;

/**
 * Goes through a text as an editor does, with the part of regular expressions that JavaScript
 * shares with it.
 */
export function tokensOf(grammar: Grammar, text: string): readonly Token[] {
  const tokens: Token[] = [];
  const open: Rule[] = [];
  const names = () => open.flatMap(({ name }) => name ?? []);
  const add = (said: string, scopes: readonly string[]) => {
    if (said !== '') tokens.push({ text: said, scopes });
  };
  for (const line of text.split(/\r?\n/)) {
    let at = 0;
    for (;;) {
      const top = open.at(-1);
      const next = nextRule(grammar, top, line, at);
      if (!next) break;
      const { rule, found, ends } = next;
      add(line.slice(at, found.index), names());
      if (rule.begin && !ends) open.push(rule);
      const scopes = rule.begin ? names() : [...names(), ...(rule.name ? [rule.name] : [])];
      const captures = ends ? rule.endCaptures : (rule.beginCaptures ?? rule.captures);
      addCaptures(found, captures ?? {}, scopes, add);
      if (ends) open.pop();
      const end = found.index + found[0].length;
      if (end === at && !ends && !rule.begin) throw new Error(`${rule.name} matches nothing.`);
      at = end;
    }
    add(line.slice(at), names());
  }
  return tokens;
}

/** The rule that matches first; the end of the open one goes before others. */
function nextRule(
  { patterns, repository }: Grammar,
  top: Rule | undefined,
  line: string,
  at: number,
) {
  const flat = (rules: readonly Rule[]): readonly Rule[] =>
    rules.flatMap((rule) => {
      if (rule.include) return flat([repository[rule.include.slice(1)]!]);
      return rule.match || rule.begin ? [rule] : flat(rule.patterns ?? []);
    });
  const candidates = [
    ...(top ? [{ rule: top, source: top.end!, ends: true }] : []),
    ...flat(top ? (top.patterns ?? []) : patterns).map((rule) => {
      return { rule, source: (rule.match ?? rule.begin)!, ends: false };
    }),
  ];
  const matches = candidates.flatMap(({ rule, source, ends }) => {
    const pattern = new RegExp(source, 'dg');
    pattern.lastIndex = at;
    const found = pattern.exec(line);
    return found ? [{ rule, found, ends }] : [];
  });
  const first = Math.min(...matches.map(({ found }) => found.index));
  return matches.find(({ found }) => found.index === first);
}

function addCaptures(
  found: RegExpExecArray,
  captures: Captures,
  scopes: readonly string[],
  add: (text: string, scopes: readonly string[]) => void,
): void {
  let at = 0;
  for (const [group, { name }] of Object.entries(captures)) {
    const place = found.indices?.[Number(group)];
    if (!place) continue;
    const [start, end] = place.map((each) => each - found.index) as [number, number];
    add(found[0].slice(at, start), scopes);
    add(found[0].slice(start, end), [...scopes, name]);
    at = end;
  }
  add(found[0].slice(at), scopes);
}
