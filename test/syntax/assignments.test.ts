import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Change, Value } from '../../server/src/syntax/change';
import { env, ini, properties } from '../../server/src/syntax/properties';
import type { Syntax } from '../../server/src/syntax/syntax';
import type { ObjectNode, Property } from '../../server/src/syntax/tree';
import { applyEdits, compatible } from '../../server/src/text/edit';
import { encloses } from '../../server/src/text/span';
import { randomEdits, seeded } from '../support/random';
import { assertSound } from './contract';

const TEXTS: readonly (readonly [Syntax, readonly string[]])[] = [
  [
    env,
    [
      '# c1\nA=b\n\nexport B = "x y" # c2\n  C=\'d\'\nD=["e", "f"] # c3\n# c4\nE=\nF: g',
      '\uFEFFA="b\r\nc" # c1\r\n# c2\r\nB=`d`\r\nA= # c3\r\nC="e\\nf\\"g"\r\n',
      'A=b#c\nB="["x","y"]"\nC=it\'s\n\nD=C:\\new\\\n',
    ],
  ],
  [
    properties,
    [
      '# c1\na=b\n! c2\nb : c d\nc e\nd\n\ne.f=g,\\\n   h,\\\n   i\nj\\ k=\\u00e9\\n\n',
      '\uFEFFa = \r\nb=c\\\r\n  \\ d\r\n# c1\r\ne = f  g',
    ],
  ],
  [
    ini,
    [
      '; c1\na = b,\n  c\n[x] ; c2\n# c3\na = "c ; d" ; c4\nb=\n\n[y]\n[z]\n\tc = \'e\'\n\td: f',
      '[x y]\r\na=b\r\n\r\n; c1\r\n[x y]\r\nmy key = v ; c2\r\n',
    ],
  ],
];

const VALUES: readonly Value[] = [
  'z',
  'a # b ; c',
  '',
  ' p ',
  '"q',
  "it's",
  'C:\\x',
  8,
  ['p', 'r'],
];

describe('edits of keys and values keep their promises', () => {
  for (const [syntax, texts] of TEXTS) {
    for (const [index, text] of texts.entries()) {
      it(`one change of ${syntax.id} ${index}`, () => {
        const root = rootOf(syntax, text);
        for (const change of changesOf(root)) checked(syntax, text, root, [change]);
      });
      it(`several changes of ${syntax.id} ${index}`, () => {
        const random = seeded(index + 1);
        const root = rootOf(syntax, text);
        const all = changesOf(root);
        for (let round = 0; round < 300; round++) {
          const some = Array.from({ length: 2 + Math.floor(random() * 5) }, () => {
            return all[Math.floor(random() * all.length)]!;
          });
          checked(syntax, text, root, apart(some));
        }
      });
      it(`damaged ${syntax.id} ${index}`, () => {
        const prefixes = Array.from(text, (_, end) => text.slice(0, end));
        for (const damaged of [...prefixes, ...randomEdits(text, 300)]) {
          const { root } = assertSound(syntax, damaged);
          if (root?.type !== 'object') continue;
          for (const change of changesOf(root).filter((_, place) => place % 5 === 0)) {
            const edits = syntax.edit(damaged, [change]);
            assert.ok(compatible(edits));
            assertSound(syntax, applyEdits(damaged, edits));
          }
        }
      });
    }
  }

  it('reads and edits a long text in time', () => {
    const rows = [
      'A="x',
      "B='y",
      'C=\\"',
      'export  D',
      '[',
      'E= #',
      'F="\\\\\\"',
      'G= ; "',
      'H\\',
      ' I',
    ];
    const long = [
      ...rows.map((row) => `${row}\n`),
      ...['A="', "A='\\", ' ', 'export ', '\\', 'A #', '#', 'A="\\"', '" ', ';', '\\\n', 'A:'],
    ].map((row) => row.repeat(Math.max(1, 80_000 / row.length)));
    for (const [syntax] of TEXTS) {
      for (const text of long) {
        const start = performance.now();
        const { root } = syntax.parse(text);
        assert.ok(performance.now() - start < 2000, `${syntax.id} ${text.slice(0, 20)}`);
        if (root?.type !== 'object') continue;
        const { value } = root.properties[0]!;
        if (value.type === 'scalar') syntax.edit(text, [{ op: 'set', node: value, value: 'x' }]);
        assert.ok(performance.now() - start < 4000, `${syntax.id} edits ${text.slice(0, 20)}`);
      }
    }
  });
});

function rootOf(syntax: Syntax, text: string): ObjectNode {
  const { root } = assertSound(syntax, text);
  assert.ok(root?.type === 'object');
  return root;
}

/** Applies the changes to the text, and to the tree by hand: both say the same afterwards. */
function checked(syntax: Syntax, text: string, root: ObjectNode, changes: readonly Change[]): void {
  const before = syntax.parse(text);
  const edits = syntax.edit(text, changes);
  assert.ok(compatible(edits));
  const result = applyEdits(text, edits);
  const after = assertSound(syntax, result);
  const told = changes.map((change) => ({
    ...change,
    parent: undefined,
    node: undefined,
    after: change.op === 'insert' ? change.after?.key : undefined,
    property: 'property' in change ? change.property.key : undefined,
    at: 'node' in change ? change.node.span : undefined,
  }));
  const said = JSON.stringify({ text, result, told }, undefined, 1);
  assert.deepEqual(after.problems, [], said);
  assert.deepEqual(
    after.root ? membersOf(after.root as ObjectNode, []) : [],
    membersOf(root, changes),
    said,
  );
  // Those inside of a removed section go with it; one behind a removed value stays.
  const gone = changes.flatMap((change) => (change.op === 'remove' ? [change.property.span] : []));
  const lasting = before.comments.filter(({ span }) => !gone.some((each) => encloses(each, span)));
  assert.deepEqual(
    after.comments.map((comment) => comment.text),
    lasting.map((comment) => comment.text),
    said,
  );
  if (!text.endsWith('\n')) assert.ok(!result.endsWith('\n'), said);
  if (text.includes('\r\n')) assert.ok(!/[^\r]\n/.test(result), said);
}

type Member = readonly [string, string | readonly Member[]];

/** What an object says after some changes. */
function membersOf(node: ObjectNode, changes: readonly Change[]): readonly Member[] {
  const inserted = (after: Property | undefined): readonly Member[] =>
    changes.flatMap((change) =>
      change.op === 'insert' && change.parent === node && change.after === after
        ? [[change.key, String(change.value)]]
        : [],
    );
  const members = node.properties.flatMap((each): readonly Member[] => {
    if (changes.some((change) => change.op === 'remove' && change.property === each)) return [];
    const renamed = changes.findLast((c) => c.op === 'rename' && c.property === each);
    const key = renamed?.op === 'rename' ? renamed.key : each.key;
    return [[key, saidBy(each, changes)], ...inserted(each)];
  });
  return [...inserted(undefined), ...members];
}

function saidBy({ value }: Property, changes: readonly Change[]): string | readonly Member[] {
  if (value.type === 'object') return membersOf(value, changes);
  assert.ok(value.type === 'scalar');
  for (const change of changes) {
    if (change.op === 'set' && change.node === value) {
      if (typeof change.value !== 'object') return String(change.value);
      const json = JSON.stringify(change.value);
      if (!value.text.startsWith('[')) return change.value.join(',');
      return value.text.includes(', ') ? json.replaceAll('","', '", "') : json;
    }
    if (change.op === 'replaceText' && change.node === value) {
      return value.text.slice(0, change.from) + change.text + value.text.slice(change.to);
    }
  }
  return value.text;
}

function changesOf(node: ObjectNode): readonly Change[] {
  const changes: Change[] = [];
  const first = node.properties[0];
  if (first?.value.type !== 'object') {
    changes.push({ op: 'insert', parent: node, after: undefined, key: 'n', value: 'v' });
  }
  for (const property of node.properties) {
    const { value } = property;
    changes.push({ op: 'remove', parent: node, property });
    changes.push({ op: 'rename', property, key: 'new_key' });
    if (value.type === 'object') changes.push(...changesOf(value));
    if (value.type !== 'scalar') continue;
    for (const said of ['v', '']) {
      changes.push({ op: 'insert', parent: node, after: property, key: 'n', value: said });
    }
    for (const each of VALUES) changes.push({ op: 'set', node: value, value: each });
    // A text of several lines can not be quoted in each of them.
    const odd = value.text.includes('\n') ? 'x;é' : ' ;#é';
    for (const said of ['Q"\\', odd, '']) {
      const to = Math.min(1, value.text.length);
      changes.push({ op: 'replaceText', node: value, from: 0, to, text: said });
      changes.push({ op: 'replaceText', node: value, from: to, to: value.text.length, text: said });
    }
  }
  return changes;
}

/** Without what touches something that another change removes, sets or names. */
function apart(changes: readonly Change[]): readonly Change[] {
  const kept: Change[] = [];
  for (const change of changes) {
    const touched = (each: Change) =>
      each.op === 'set' || each.op === 'replaceText'
        ? each.node.span
        : each.op === 'rename'
          ? each.property.keySpan
          : each.op === 'remove'
            ? each.property.span
            : each.op === 'insert'
              ? (each.after?.span ?? each.parent.nameSpan)
              : undefined;
    const clash = kept.some((other) => {
      if (change.op !== 'remove' && other.op !== 'remove') {
        return change.op !== 'insert' && touched(change) === touched(other);
      }
      const [one, two] = [touched(change), touched(other)];
      return one && two && (encloses(one, two) || encloses(two, one));
    });
    if (!clash) kept.push(change);
  }
  return kept;
}
