import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Syntax } from '../../server/src/syntax/syntax';
import type { ConfigNode } from '../../server/src/syntax/tree';
import { marked } from '../support/marks';
import { assertSound } from './contract';

/** A text with its problems marked in order, their codes, and what is read all the same. */
export type ParseRow = readonly [code: string, problems: string, tree: unknown];

/** Runs the rows; the tree is compared as plain values, with numbers as they are written. */
export function parseTable(syntax: Syntax, rows: readonly ParseRow[]): void {
  for (const [code, codes, tree] of rows) {
    it(JSON.stringify(code), () => {
      const { text, spans } = marked(code);
      const { root, problems } = assertSound(syntax, text);
      assert.equal(problems.map((problem) => problem.code).join(' '), codes);
      const sorted = problems.map(({ span }) => span).sort((a, b) => a.start - b.start);
      assert.deepEqual(sorted, spans);
      assert.deepEqual(plain(root), tree);
    });
  }
}

/** Texts as they are, other scalars as `=8.10`; an object as pairs, since keys may come twice. */
export function plain(node: ConfigNode | undefined): unknown {
  if (!node) return undefined;
  if (node.type === 'scalar') return typeof node.value === 'string' ? node.text : `=${node.text}`;
  if (node.type === 'array') return node.items.map(plain);
  const keys = node.properties.map(({ key }) => key);
  const pairs = node.properties.map(({ key, value }) => [key, plain(value)] as const);
  return new Set(keys).size === keys.length ? Object.fromEntries(pairs) : pairs;
}
