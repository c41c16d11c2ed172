import type { Draft, DraftMember, Typing } from '../syntax/typing';

/** What may stand in the place of a tab stop. */
type Choice = string | boolean;

/**
 * A place in a draft that a person fills in: with one of these, the first of which stands there at
 * first. It is a word of letters and digits, so that every notation writes it as it is. A draft may
 * hold a text of another notation, in which nobody would escape a choice, so that those which need
 * it in most of them are left out.
 */
export const tabStop = (...choices: readonly Choice[]): string =>
  wordOf(choices.filter((each) => !/["\\\r\n]/.test(String(each))));

/** A text with places to fill in where it has blanks such as `<client-id>`. */
export const blanksAsTabStops = (text: string): string =>
  text.replace(/<[a-z][a-z-]*>/g, (blank) => tabStop(blank));

/**
 * A draft as a notation writes it. The tab stops of the draft are in it, with their choices as the
 * notation writes them in just that place; what it cannot write there is no choice.
 */
export function writtenDraft<D extends Draft>(
  draft: D,
  write: (draft: D) => string | undefined,
): string | undefined {
  const stops: (readonly Choice[])[] = [];
  const numbered = withTexts(draft, (text) =>
    text.replace(WORD, (_, inner: string) => `zqs${stops.push(decode(inner)) - 1}sqz`),
  );
  return write(numbered)?.replace(NUMBERED, (word, number: string) => {
    // What stands beside it does not matter, and there may be much of it.
    const part = partWith(word, numbered);
    const [before = '', behind = ''] = write(part)?.split(word) ?? [];
    const choices = (stops[Number(number)] ?? []).flatMap((choice) => {
      const chosen = withTexts(part, (text) =>
        text === word ? choice : text.replace(word, () => String(choice)),
      );
      return between(before, behind, write(chosen)) ?? [];
    });
    return wordOf(choices);
  });
}

/**
 * Members as a notation writes them, with tab stops: where an object is missing as well, that is
 * written along.
 */
export const writtenMembers = (
  { members, value }: Typing,
  all: readonly DraftMember[],
): string | undefined =>
  writtenDraft(all, members ?? ((each) => value?.(Object.fromEntries(each))));

/** What is written: plain, and with tab stops where there are any. */
export interface Written {
  readonly text: string;
  readonly snippet: string | undefined;
}

/** Takes the tab stops out of a text that a notation has written. */
export function withoutTabStops(source: string): Written {
  let text = '';
  let snippet = '';
  let last = 0;
  let count = 0;
  for (const { 0: word, 1: inner = '', index } of source.matchAll(WORD)) {
    const before = source.slice(last, index);
    const texts = decode(inner).map(String);
    text += before + (texts[0] ?? '');
    snippet += escaped(before) + inSnippet(++count, texts);
    last = index + word.length;
  }
  const rest = source.slice(last);
  return { text: text + rest, snippet: count > 0 ? snippet + escaped(rest) : undefined };
}

const WORD = /zqh([0-9a-f]*)hqz/g;
const NUMBERED = /zqs(\d+)sqz/g;

const wordOf = (choices: readonly Choice[]): string =>
  `zqh${JSON.stringify(choices).replace(/[\s\S]/g, (unit) => hex(unit.charCodeAt(0)))}hqz`;

const hex = (code: number): string => code.toString(16).padStart(4, '0');

const decode = (inner: string): readonly Choice[] =>
  JSON.parse(inner.replace(/.{4}/g, (code) => String.fromCharCode(Number.parseInt(code, 16))));

/** A draft in which every text and key is another one. */
function withTexts<D extends Draft>(draft: D, change: (text: string) => Choice): D;
function withTexts(draft: Draft, change: (text: string) => Choice): Draft {
  if (typeof draft === 'string') return change(draft);
  if (typeof draft === 'boolean') return draft;
  if (Array.isArray(draft)) return draft.map((each: Draft) => withTexts(each, change));
  const members = Object.entries(draft);
  return Object.fromEntries(members.map(([key, each]) => [change(key), withTexts(each, change)]));
}

/** A draft, or of a list what holds a word. */
function partWith<D extends Draft>(word: string, draft: D): D;
function partWith(word: string, draft: Draft): Draft {
  return Array.isArray(draft)
    ? draft.filter((each: Draft) => JSON.stringify(each).includes(word))
    : draft;
}

/** What stands in a text between two others that it begins and ends with. */
function between(before: string, behind: string, text = ''): string | undefined {
  const isAround = text.startsWith(before) && text.endsWith(behind);
  const fits = isAround && text.length >= before.length + behind.length;
  return fits ? text.slice(before.length, text.length - behind.length) : undefined;
}

function inSnippet(number: number, texts: readonly string[]): string {
  if (texts.length === 0) return `\${${number}}`;
  if (texts.length === 1) return `\${${number}:${escaped(texts[0]!)}}`;
  return `\${${number}|${texts.map(escapedChoice).join(',')}|}`;
}

/** Characters that mean something in a snippet. */
const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** Among choices a backslash before any other character stays. */
const escapedChoice = (text: string): string => text.replace(/[\\,|]/g, '\\$&');
