import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tryMask } from '../../server/src/features/mask-trial';
import { linearPatterns } from '../../server/src/lsp/linear-patterns';
import { readDocument } from '../../server/src/model/document';
import { syntaxes } from '../../server/src/syntax';
import type { ConfigNode } from '../../server/src/syntax/tree';
import { packageOf } from '../support/samples';
import { askAll } from './ask-all';

/** How many nodes a tree has for somebody who walks through it; what is shared counts each time. */
function sizeOf(node: ConfigNode | undefined, known = new Map<ConfigNode, number>()): number {
  if (!node || node.type === 'scalar') return 1;
  const before = known.get(node);
  if (before !== undefined) return before;
  const inner = node.type === 'array' ? node.items : node.properties.map(({ value }) => value);
  const size = inner.reduce((sum, each) => sum + sizeOf(each, known), 1);
  known.set(node, size);
  return size;
}

/** Each line holds nine times what the one before holds. */
const laughs = (item: (index: number) => string, first: string, levels = 20): string =>
  [first, ...Array.from({ length: levels }, (_, index) => item(index))].join('\n');

describe('what unfolds to more than is written', () => {
  const aliases = laughs(
    (index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}]`,
    'a0: &a0 [lol]',
  );
  const merges = laughs(
    (index) => `a${index + 1}: &a${index + 1} {<<: [${`*a${index}, `.repeat(9)}], k${index}: 1}`,
    'a0: &a0 {b: lol}',
  );
  for (const [what, text] of [
    ['aliases', aliases],
    ['merge keys', merges],
    ['an alias of itself', 'a: &a [*a, *a]\nb: &b {<<: *b, c: *b}\n'],
  ] as const) {
    it(`${what} of YAML stay small`, () => {
      assert.ok(sizeOf(syntaxes.yaml.parse(text).root) < 1_000_000);
      assert.notEqual(askAll('a.external-account.yaml', text), undefined);
      assert.notEqual(askAll('a.ims.yaml', text), undefined);
    });
  }

  it('entities of XML stay as they are written', () => {
    const entities = laughs(
      (index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(9)}">`,
      '<!ENTITY a0 "lol">',
    );
    const text = `<!DOCTYPE package [\n${entities}\n<!ENTITY x SYSTEM "file:///etc/passwd">]>\n${packageOf(
      'label="&a20;&x;" imsOrgId="&x;"',
    )}`;
    assert.ok(sizeOf(syntaxes.xml.parse(text).root) < 100);
    assert.notEqual(askAll('a.xml', text), undefined);
    const [account] = readDocument('a.xml', text)?.entities ?? [];
    assert.ok((account?.label?.length ?? 0) < 100);
  });
});

describe('association masks that take forever elsewhere', () => {
  const masks: readonly (readonly [what: string, mask: string, name: string])[] = [
    ['nested repetition', '(a+)+$', `${'a'.repeat(5000)}!`],
    ['alternatives of the same', '(a|a)*b', 'a'.repeat(5000)],
    ['many wildcards', `${'.*'.repeat(100)}x`, 'a'.repeat(5000)],
    ['repetition of repetition', `${'('.repeat(30)}a*${')*'.repeat(30)}b`, 'a'.repeat(2000)],
    ['a large count', '(a{1000}){1000}', 'a'.repeat(5000)],
    ['blanks at both ends', `${' '.repeat(20_000)}x${' '.repeat(20_000)}`, ' '.repeat(5000)],
    ['open groups', '('.repeat(20_000), 'a'],
    ['open classes', '[['.repeat(20_000), 'a'],
    ['backslashes', '\\'.repeat(20_001), '\\'.repeat(100)],
    ['a reference back', '(a*)*\\1$', `${'a'.repeat(5000)}!`],
  ];
  for (const [what, mask, name] of masks) {
    it(`are tried and explained: ${what}`, () => {
      assert.equal(tryMask(mask, [name], linearPatterns).names.length, 1);
      const account = `name: experienceCloud\nassociationMask: ${JSON.stringify(mask)}\n`;
      assert.notEqual(askAll('a.external-account.yaml', account), undefined);
      const escaped = mask.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      assert.notEqual(askAll('a.xml', packageOf(`imsRightsMask="${escaped}"`)), undefined);
    });
  }
});
