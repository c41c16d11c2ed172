import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import vm from 'node:vm';
import { syntaxes } from '../../server/src/syntax';
import type { Syntax, SyntaxId } from '../../server/src/syntax/syntax';
import { assertSound } from '../syntax/contract';

/** What some notation takes for a sign, and blanks that some take for blanks and others do not. */
const SIGNS = [
  ...['a', ' ', '\t', '\n', '\r', '"', "'", '{', '}', '[', ']', '(', ')', ':', ',', '=', '#'],
  ...['<', '>', '/', '\\', '-', '&', '\u00a0', '\u0085', '\u2028', '\u3000', '\uFEFF', '\0'],
];

/**
 * The fewest with which a notation opens, separates and closes what it has; the last two are blanks
 * to some.
 */
const FEW: Readonly<Record<SyntaxId, string>> = {
  yaml: 'a:-[,]"#\n \u00a0\uFEFF',
  json: 'a":,[]{}/\n\u00a0\uFEFF',
  hjson: "a':,[]{#\n\u00a0\uFEFF",
  xml: 'a<>/="!-& \u00a0\uFEFF',
  'command-line': 'a-:"\'\\#<(\n\u00a0\uFEFF',
  env: 'a="\'#\\ :\r\n\u00a0\uFEFF',
  properties: 'a=:\\u# \t\r\n\u00a0\uFEFF',
  ini: 'a=[];" :\r\n\u00a0\uFEFF',
  'osgi-config': 'a="[],\\# \n\u00a0\uFEFF',
};

/** What stands before a short text, so that it is read in other states, too. */
const BEFORE: Readonly<Record<SyntaxId, readonly string[]>> = {
  yaml: ['a: [', 'a: |\n', '- a\n'],
  json: ['[', '{"a":', '{"a":1'],
  hjson: ['[', 'a:', '[a\n', "'''", '{a:['],
  xml: ['<a ', '<a b="', '<a>'],
  'command-line': ['nlserver config -setimsoauth:', '["nlserver","config"'],
  env: ['a="', 'a='],
  properties: ['a=b\\\n', 'a\\'],
  ini: ['[a]\nb=', '[a'],
  'osgi-config': ['a=[', 'a="', 'a=["b"'],
};

/** All texts of a length. */
function* textsOf(signs: readonly string[], length: number): Iterable<string> {
  if (length === 0) yield '';
  else for (const rest of textsOf(signs, length - 1)) for (const sign of signs) yield rest + sign;
}

function* shortTexts(id: SyntaxId): Iterable<string> {
  // The library for YAML takes a hundred times as long for a broken text.
  const most = id === 'yaml' ? 2 : 3;
  for (let length = 0; length <= most; length++) yield* textsOf(SIGNS, length);
  yield* textsOf([...FEW[id]], most + 1);
  for (const before of BEFORE[id]) {
    for (const text of textsOf(SIGNS, most - 1)) yield before + text;
    for (const text of textsOf([...FEW[id]], most)) yield before + text;
  }
}

/**
 * A loop without an end may fill the memory, so it is given no more time than some hundred texts
 * could ever need.
 */
const SECONDS = 10;

/**
 * Reads texts and asks what can be typed at their ends; fails with the text at hand when the time
 * is up.
 */
function readAll(syntax: Syntax, texts: Iterable<string>, seconds = SECONDS): number {
  let last = '';
  const read = (text: string) => {
    last = text;
    const parsed = assertSound(syntax, text);
    syntax.typing?.(text, text.length, parsed);
  };
  const all = [...texts];
  const context = vm.createContext({ read, some: [] as readonly string[] });
  try {
    for (let at = 0; at < all.length; at += 500) {
      context.some = all.slice(at, at + 500);
      vm.runInContext('some.forEach(read)', context, { timeout: seconds * 1000 });
    }
  } catch (error) {
    assert.fail(`${JSON.stringify(last)}: ${error instanceof Error ? error.message : error}`);
  }
  return all.length;
}

describe('every short text is read to its end', () => {
  it('and one that is not would be named', () => {
    const endless: Syntax = {
      ...syntaxes.json,
      parse: (text) => {
        for (; text === ':'; );
        return syntaxes.json.parse(text);
      },
    };
    assert.throws(() => readAll(endless, [',', ':', ';'], 1), /":": .*timed out/);
  });

  for (const syntax of Object.values(syntaxes)) {
    it(syntax.id, () => {
      assert.ok(readAll(syntax, shortTexts(syntax.id)) > 3_000);
    });
  }
});
